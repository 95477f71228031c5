"""A matter: what is raised, and carried until it is answered."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Venue
from xieshang.evidence.models import Evidence
from xieshang.lifecycle.table import Role
from xieshang.people.models import Committee, Unit, line_of

from ..lifecycles import LIFECYCLES, OUTCOMES
from . import guards, tiers
from .holding import HOLDING
from .next import Waiting
from .roles import RolesQuerySet, roles_told
from .rules import Category, Session, limits_of
from .waiting import in_states

KINDS = {
    "problem": _("Problem"),
    "proposal": _("Proposal"),
    "opinion-report": _("Opinion report"),
    "speech": _("Plenary speech"),
    "research": _("Research report"),
    "suggestion": _("Other suggestion"),
}
HANDED_IN = Q(number__isnull=False) | ~Q(status__in=["draft", "cosigning"])
PUBLIC = in_states(lambda cycle: cycle.public_states()) & Q(published_on__isnull=False)


class MatterQuerySet(RolesQuerySet):
    def public(self):
        """What anybody may read."""
        return self.filter(PUBLIC)

    def visible_to(self, person):
        """What a signed-in person may see; every desk and API query starts here.

        What is public, and what concerns them.
        """
        return self.filter(PUBLIC | self.concern_of(person))

    def handed_in(self):
        """Those that are no longer their author's alone."""
        return self.filter(HANDED_IN)

    def concerning(self, person):
        """Those whose whole record this person may read, not only what is public of it."""
        return self.filter(self.concern_of(person))

    def concern_of(self, person) -> Q:
        """One's own and those one was asked to sign, those one's unit answers, and for those
        with a seat what was handed in under it."""
        ours = Q(committee__beside=Committee.objects.below_seats_of(person)) & HANDED_IN
        signed = Q(pk__among=person.signatures.values("matter"))
        given = self.related("assignments").filter(unit__in=person.units.values("pk"))
        return ours | Q(raised_by=person) | signed | Q(pk__among=given.values("matter"))

    def with_page(self):
        """With all that a list shows of each."""
        return self.select_related("committee", "session__term", "category")

    def with_shown(self):
        """With `shown`: the title as the public may read it, masked where that was looked over."""
        made = self.related("publications").standing()
        title = made.filter(matter=OuterRef("pk")).values("title")[:1]
        return self.annotate(shown=Coalesce(Subquery(title), "title"))

    def with_beside(self):
        """With whether there is anything beside it: files, mergers, distinctions, look-backs, rows
        of ledgers."""
        beside = ("attachments", "distinctions", "look_backs", "signatures")
        has = {f"has_{n}": Exists(self.related(n).filter(matter=OuterRef("pk"))) for n in beside}
        merged = Q(main=OuterRef("pk")) | Q(joined=OuterRef("pk"))
        open_ones = self.related("mergers").filter(merged, ended_at=None)
        rows = self.model.evidence.through.objects.filter(matter=OuterRef("pk"))
        return self.annotate(has_mergers=Exists(open_ones), has_evidence=Exists(rows), **has)

    def with_life(self):
        """With its steps, its assignments and the steps of those, each with who made it."""
        given = self.model.assignments.rel.related_model.objects.select_related("unit")
        made = given.model.steps.rel.related_model.objects.select_related("by")
        steps = self.model.steps.rel.related_model.objects.select_related("by")
        parts = given.prefetch_related(Prefetch("steps", made))
        return self.prefetch_related(Prefetch("steps", steps), Prefetch("assignments", parts))

    def with_forms(self):
        """With the forms that were sent to be rated with, to whom, and what came back."""
        forms = self.related("rating_forms").select_related("person", "rating__person")
        return self.prefetch_related(Prefetch("rating_forms", forms))

    def within(self, scope):
        """Matters raised in the scope, drafts not yet among them."""
        return self.handed_in().filter(
            committee__code__range=scope.span,
            raised_on__range=(scope.start, scope.end),
        )


class Matter(Waiting):
    """Anything the body carries from being raised to being answered.

    `life` names the table it moves by; `number` is its number in a series, once it is filed;
    `outcome` is what it came to, `tracked` what the look-back found. What an old ledger says in
    words (`author`, `unit`, `opinion` …) stays as it was written.
    """

    KINDS = list(KINDS.items())

    kind = models.CharField(max_length=20, choices=KINDS)
    life = models.CharField(max_length=20, choices=[(c.name, c.label) for c in LIFECYCLES.values()])
    title = models.CharField(max_length=200)
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="matters")
    series = models.CharField(max_length=20, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    width = models.PositiveSmallIntegerField(default=0, editable=False)
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="matters"
    )
    category = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="+")
    working = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="+")
    came_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="led_to"
    )
    suggested = models.ManyToManyField(Unit, blank=True, related_name="+")
    ledger_number = models.CharField(max_length=40, blank=True)
    raised_on = models.DateField()
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="matters"
    )
    author = models.CharField(max_length=120, blank=True)
    venue = models.ForeignKey(Venue, models.PROTECT, null=True, blank=True, related_name="matters")
    organisation = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=60, blank=True)
    area = models.CharField(max_length=60, blank=True)
    unit = models.CharField(max_length=120, blank=True)
    sent_to = models.CharField(max_length=120, blank=True)
    wanted_on = models.DateField(null=True, blank=True)
    opinion = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=10, blank=True, choices=OUTCOMES, editable=False)
    round = models.PositiveSmallIntegerField(default=1, editable=False)
    tracked = models.CharField(max_length=10, blank=True, choices=OUTCOMES, editable=False)
    published_on = models.DateField(null=True, editable=False)
    likeness = models.BinaryField(max_length=16, null=True, editable=False)
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="matters")

    objects = MatterQuerySet.as_manager()
    GUARDS = guards.OF_MATTER
    DEED_GUARDS: ClassVar[guards.Guards] = {**guards.OF_DEEDS, **tiers.DEED_GUARDS}
    limits: ClassVar[dict[str, int] | None] = None  # where many are written, read once for all

    class Meta:
        ordering = ["-raised_on", "-pk"]
        indexes = [
            models.Index(fields=["kind", "committee", "raised_on", "id"]),
            models.Index(fields=["committee", "status"]),
            models.Index(fields=["raised_on", "id"]),
            models.Index(fields=["committee", "due_on"]),
            models.Index(fields=["due_on", "id"]),
            models.Index(fields=["unit", "committee"]),
            models.Index(
                fields=["status", "raised_on", "id"],
                condition=Q(published_on__isnull=False),
                name="matters_public_by_state",
            ),
            models.Index(fields=["status", "raised_on", "id"]),
            models.Index(fields=["committee", "likeness"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="matter_status_is_in_its_lifecycle",
                condition=in_states(lambda cycle: [s.name for s in cycle.states]),
            ),
            models.CheckConstraint(
                name="matter_outcome_is_known",
                condition=Q(outcome__in=["", *OUTCOMES], tracked__in=["", *OUTCOMES]),
            ),
            models.UniqueConstraint(
                "committee", "kind", "series", "number",
                condition=Q(number__isnull=False), name="a_number_is_given_once",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"M{self.pk}"

    @property
    def filed_as(self) -> str:
        """The number it is filed under with its series, in the digits it was given; else ""."""
        return f"{self.series}-{self.number:0{self.width}d}" if self.number else ""

    @property
    def lifecycle(self):  # type: ignore[override]
        return LIFECYCLES[self.life]

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it: what `public()` finds."""
        return bool(self.published_on) and self.state.public

    def days_allowed(self, state) -> int | None:
        """The working days of a state by the rule of the place, else by the table."""
        limits = self.limits
        if limits is None:
            limits = limits_of(line_of(self.committee_id), self.life)
        return limits.get(state.name, state.days)

    def day_due(self, allowed):
        """Not after the day by which the office wants it done."""
        return min(filter(None, (allowed, self.wanted_on)), default=None)

    def signers(self) -> set[int]:
        """The keys of its author and all who signed along, of what is merged into it as well."""
        joined = self.mergers_led.standing().values("joined")
        each = Matter.objects.filter(Q(pk=self.pk) | Q(pk__in=joined)).order_by()
        signed = each.filter(signatures__answer="agreed").values_list("signatures__person")
        return {key for (key,) in each.values_list("raised_by").union(signed)} - {None}

    def unrated(self) -> int:
        """How many of those who were sent a form have not rated the present round."""
        sent = [form for form in self.rating_forms.all() if form.round == self.round]
        return sum(not form.returned for form in sent)

    def roles_of(self, person) -> set[Role]:
        """Every role this person holds over this matter: who may do what starts here."""
        told = roles_told(self, person)
        if told is not None:
            return told
        return set().union(*(roles(self, person) for roles in set(HOLDING.values())))

    def holds(self, person, role: Role) -> bool:
        """Whether this person holds one role, asking for no other."""
        return role in HOLDING and role in HOLDING[role](self, person)
