"""One supervision of a committee: its topic, plan, team and what the team looks at."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role
from xieshang.people.models import Committee

from ..lifecycles import OUT, SUPERVISION
from . import guards

STATES = [state.name for state in SUPERVISION.states]


class SupervisionQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of the committees this person looks over, and those on whose team they are."""
        team = self.model.team.through.objects.filter(
            supervision=OuterRef("pk"), person=person.pk
        )  # fmt: skip
        over = Q(committee__in=Committee.objects.below_seats_of(person))
        return self.filter(over | Q(Exists(team)))

    def with_page(self):
        """With all that a list shows of each: `late`, how many findings should have been looked
        at again before today and are not put right."""
        waits = Q(findings__revisit_on__lt=timezone.localdate()) & ~Q(findings__came="done")
        late = Count("findings", filter=waits, distinct=True)
        return self.select_related("committee").annotate(late=late)


class Supervision(Subject):
    """One topic that members look into on the spot, by a plan, until what they found is put right.

    `report` is what was handed in, `sent_to` whom it was sent to.
    """

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="supervisions")
    title = models.CharField(max_length=120)
    topic = models.TextField(blank=True, max_length=2000)
    plan = models.TextField(blank=True, max_length=8000)
    team = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    report = models.TextField(blank=True, max_length=20000)
    sent_to = models.CharField(max_length=200, blank=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = SupervisionQuerySet.as_manager()
    lifecycle = SUPERVISION
    GUARDS: ClassVar = guards.OF_SUPERVISION

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="supervision_status_is_in_its_lifecycle", condition=Q(status__in=STATES)
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"S{self.pk}"

    def roles_of(self, person) -> set[Role]:
        """Every role this person holds over it."""
        if person is None or not person.is_authenticated:
            return set()
        return {Role.OFFICE} if person.keeps(self.committee_id) else set()

    def takes_visits_of(self, person) -> bool:
        """Whether this person may write down a visit now: the team, and the office."""
        if self.status not in OUT:
            return False
        return person.keeps(self.committee_id) or self.team.filter(pk=person.pk).exists()


class SupervisionStep(Step):
    """One move of a supervision."""

    subject = models.ForeignKey(Supervision, models.PROTECT, related_name="steps")


class OfSupervisionQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of supervisions this person may see."""
        return self.filter(supervision__in=Supervision.objects.visible_to(person))


class Check(models.Model):
    """One thing that every visit looks at."""

    supervision = models.ForeignKey(Supervision, models.CASCADE, related_name="checks")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)

    objects = OfSupervisionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("supervision", "number", name="a_check_has_its_number"),
        ]

    def __str__(self):
        return self.text
