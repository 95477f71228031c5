"""What a unit is given to do with a matter."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role
from xieshang.people.models import Committee, Unit, calendar

from ..lifecycles import OUTCOMES, PARTS
from . import guards
from .matter import Matter
from .next import Next
from .rules import limits_of
from .waiting import parts_waiting

ENDED = ("moved", "called-off")
OPEN = {name: [s for s in table.open_states()] for name, table in PARTS.items()}


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, person):
        """A unit's own and those beside them, those under one's seats, those of one's matters.

        What is public of a matter does not open the work on it.
        """
        given = self.model.objects.filter(unit__in=person.units.values("pk"))
        signed = person.signatures.filter(answer="agreed")
        return self.filter(
            Q(matter__among=given.values("matter"))
            | Q(committee__beside=Committee.objects.below_seats_of(person))
            | Q(matter__raised_by=person)
            | Q(matter__among=signed.values("matter"))
        )

    def live(self):
        """Those that count: not given away, not called off."""
        return self.exclude(status__in=ENDED)

    def answering(self):
        """Live ones which owe a reply of their own."""
        return self.live().exclude(part="joint")

    def open(self):
        """Those in which somebody has the next word."""
        return self.filter(status__in={state for states in OPEN.values() for state in states})

    def overdue(self, day=None):
        return self.filter(due_on__lt=day or timezone.localdate())

    def held_by(self, *roles: Role):
        """Those in which one of these roles has the next word."""
        return self.filter(parts_waiting(*roles))

    def concerning(self, person):
        """Those of one's own units, and those of the committees one sits on and below them."""
        units = list(person.units.values_list("pk", flat=True))
        if units and not person.seats.current().exists():
            return self.filter(unit__in=units)
        ours = Committee.objects.below_seats_of(person)
        return self.filter(Q(unit__in=units) | Q(committee__among=ours))

    def waiting_for(self, person):
        """Those in which this very person can say the next word: for a unit, or for an office."""
        kept = person.seats.current().keeping().values("committee")
        for_unit = parts_waiting(Role.UNIT) & Q(unit__among=person.units.values("pk"))
        return self.filter(for_unit | (parts_waiting(Role.OFFICE) & Q(committee__among=kept)))

    def with_page(self):
        return self.select_related("unit", "matter__committee")

    def with_nudges(self):
        """With every reminder of each, and who sent it."""
        return self.prefetch_related("nudges__by")

    def with_work(self):
        """With the steps taken, what was said with the author, and the replies."""
        return self.select_related(
            "matter__raised_by", "matter__category", "matter__session__term", "wished"
        ).prefetch_related("steps__by", "contacts__by", "nudges__by")


class Assignment(Subject):
    """One unit's part in a matter: alone, in the lead, joint, or separate from the others.

    `committee` is that of its matter, which never changes, so that an office finds its own quickly.
    `part` picks the table it moves by. A second handling is the next `round` of the same one.
    """

    class Part(models.TextChoices):
        SINGLE = "single", _("Alone")
        LEAD = "lead", _("Lead")
        JOINT = "joint", _("Joint")
        SEPARATE = "separate", _("Separate")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="assignments")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments")
    part = models.CharField(max_length=10, choices=Part)
    round = models.PositiveSmallIntegerField(default=1)
    given_on = models.DateField()
    came_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="went_to"
    )
    wished = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    opinion = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, blank=True, choices=OUTCOMES, editable=False)

    objects = AssignmentQuerySet.as_manager()
    GUARDS = guards.OF_ASSIGNMENT

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["unit", "due_on"]),
            models.Index(fields=["committee", "due_on"]),
            models.Index(fields=["due_on", "id"]),
            models.Index(fields=["status", "committee"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="assignment_status_is_in_its_lifecycle",
                condition=Q(part="joint", status__in=[s.name for s in PARTS["joint"].states])
                | Q(
                    part__in=["single", "lead", "separate"],
                    status__in=[s.name for s in PARTS["lead"].states],
                ),
            ),
            models.UniqueConstraint(
                "matter", "unit", condition=~Q(status__in=ENDED),
                name="a_unit_has_one_part_in_a_matter",
            ),
            models.UniqueConstraint(
                "matter", condition=Q(part__in=["single", "lead"]) & ~Q(status__in=ENDED),
                name="a_matter_has_one_lead",
            ),
            models.CheckConstraint(
                name="an_assignment_counts_rounds_from_one", condition=Q(round__gte=1)
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.unit} {self.matter.short}"

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"A{self.pk}"

    @property
    def lifecycle(self):  # type: ignore[override]
        return PARTS[self.part]

    @property
    def next(self) -> Next | None:
        """Who has the next word, or None while it rests."""
        waits = self.state.waits
        if not waits:
            return None
        office = self.matter.committee.title
        return Next(waits, str(self.unit) if waits is Role.UNIT else office, self.due_on)

    @property
    def is_late(self) -> bool:
        return bool(self.due_on and self.due_on < timezone.localdate())

    def days_allowed(self, state) -> int | None:
        """The working days of a state by the rule of the matter's committee, else by the table."""
        limits = limits_of(self.matter.committee.line(), self.lifecycle.name)
        return limits.get(state.name, state.days)

    def disputable_until(self) -> date:
        """The last day on which the unit may dispute it: as long as it may take to receive it."""
        allowed = self.days_allowed(self.lifecycle.state("assigned"))
        return calendar().add(self.given_on, allowed or 0)

    @property
    def last_nudge(self):
        """The newest reminder, or None."""
        return max(self.nudges.all(), key=lambda nudge: nudge.pk, default=None)

    def sisters(self):
        """The other assignments of the same matter."""
        return self.matter.assignments.exclude(pk=self.pk)

    def joints(self):
        """The live joint assignments beside it; none beside a separate one."""
        live = self.sisters().live().filter(part="joint")
        return live.none() if self.part == "separate" else live

    def extensions_used(self) -> int:
        return self.steps.filter(verb="extend").count()

    def roles_of(self, person) -> set[Role]:
        """Every role this person holds over this assignment."""
        roles = set()
        if self.unit.clerks.filter(pk=person.pk).exists():
            roles.add(Role.UNIT)
        if person.may_keep(self.matter.committee):
            roles.add(Role.OFFICE)
        if person.pk in self.matter.signers():
            roles.add(Role.SIGNER)
        return roles


class AssignmentStep(Step):
    """A step in the life of an assignment."""

    subject = models.ForeignKey(Assignment, models.CASCADE, related_name="steps")
    outcome = models.CharField(max_length=10, blank=True, choices=OUTCOMES)

    class Meta(Step.Meta):
        indexes = [models.Index(fields=["went_to", "day"])]
