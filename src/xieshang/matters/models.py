"""What is raised, and carried until it is answered."""

from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from xieshang.evidence.models import Evidence
from xieshang.lifecycle.models import Step
from xieshang.lifecycle.table import Role
from xieshang.people.models import Committee

from .lifecycles import LIFECYCLES

PUBLIC = reduce(
    or_,
    (Q(kind=cycle.name, status__in=cycle.public_states()) for cycle in LIFECYCLES.values()),
)


class MatterQuerySet(models.QuerySet):
    def public(self):
        """What anybody may read."""
        return self.filter(PUBLIC)

    def visible_to(self, person):
        """What a signed-in person may see; every desk and API query starts here."""
        ours = Q(committee__in=Committee.objects.below_seats_of(person))
        return self.filter(PUBLIC | ours | Q(raised_by=person))

    def with_page(self):
        """With all that a list shows of each."""
        return self.moved().select_related("committee")

    def moved(self):
        """With the day of the last step of each, `moved_on`."""
        last = MatterStep.objects.filter(subject=OuterRef("pk")).order_by("-pk").values("day")[:1]
        return self.annotate(moved_on=Subquery(last))

    def within(self, scope):
        """Matters raised in the scope."""
        return self.filter(
            committee__code__range=scope.span, raised_on__range=(scope.start, scope.end)
        )

    def open(self):
        """Matters that still have a way to go."""
        resting = (
            Q(kind=cycle.name, status=state.name)
            for cycle in LIFECYCLES.values()
            for state in cycle.states
            if state.days
        )
        return self.filter(reduce(or_, resting))

    def overdue(self, day=None):
        """Open matters past their day, or resting in a state for longer than it allows."""
        day = day or timezone.localdate()
        late = (
            Q(kind=cycle.name, status=state.name, moved_on__lt=day - timedelta(days=state.days))
            for cycle in LIFECYCLES.values()
            for state in cycle.states
            if state.days
        )
        return self.moved().filter(Q(due_on__lt=day) | reduce(or_, late)).open()


class Matter(models.Model):
    """Anything the body carries from being raised to being answered."""

    KINDS = [(cycle.name, cycle.label) for cycle in LIFECYCLES.values()]

    kind = models.CharField(max_length=20, choices=KINDS)
    title = models.CharField(max_length=200)
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="matters")
    ledger_number = models.CharField(max_length=40, blank=True)
    raised_on = models.DateField()
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="matters"
    )
    author = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=60, blank=True)
    area = models.CharField(max_length=60, blank=True)
    unit = models.CharField(max_length=120, blank=True)
    sent_to = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    opinion = models.CharField(max_length=120, blank=True)
    status = models.CharField(max_length=20, editable=False)
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="matters")

    objects = MatterQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_on", "-pk"]
        indexes = [
            models.Index(fields=["kind", "committee", "raised_on", "id"]),
            models.Index(fields=["committee", "status"]),
            models.Index(fields=["raised_on", "id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="matter_status_is_in_its_lifecycle",
                condition=reduce(
                    or_,
                    (
                        Q(kind=cycle.name, status__in=[s.name for s in cycle.states])
                        for cycle in LIFECYCLES.values()
                    ),
                ),
            )
        ]

    def __str__(self):
        return self.title

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"M{self.pk}"

    @property
    def lifecycle(self):
        return LIFECYCLES[self.kind]

    @property
    def state(self):
        """The declared state it stands at."""
        return self.lifecycle.state(self.status)

    @property
    def due(self) -> date | None:
        """The day by which it should move on, once `moved()` was asked; None when it rests."""
        days = self.state.days
        if not days:
            return None
        allowed = self.moved_on + timedelta(days=days)
        return min(self.due_on, allowed) if self.due_on else allowed

    @property
    def waits_for(self) -> str:
        """Who has the next word; nobody once it rests."""
        if not self.state.days:
            return ""
        return self.unit or self.committee.title

    def roles_of(self, person) -> set[Role]:
        """Every role this person holds over this matter: who may do what starts here."""
        roles = set()
        if person == self.raised_by:
            roles.add(Role.AUTHOR)
        if person.may_keep(self.committee):
            roles.add(Role.OFFICE)
        return roles


class MatterStepQuerySet(models.QuerySet):
    def within(self, scope):
        """Steps that happened in the scope."""
        return self.filter(
            subject__committee__code__range=scope.span, day__range=(scope.start, scope.end)
        )

    def standing(self):
        """Only the last step of each matter: what was undone later does not count."""
        later = MatterStep.objects.filter(subject=OuterRef("subject"), pk__gt=OuterRef("pk"))
        return self.exclude(Exists(later))


class MatterStep(Step):
    """A step in the life of a matter."""

    subject = models.ForeignKey(Matter, models.CASCADE, related_name="steps")

    objects = MatterStepQuerySet.as_manager()

    class Meta(Step.Meta):
        indexes = [
            models.Index(fields=["went_to", "day"]),
            models.Index(fields=["subject", "id"]),
        ]
