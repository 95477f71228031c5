"""A deliberation, those who hold it and those who are invited."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Activity
from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Sector

from ..lifecycles import DELIBERATION, TOLD
from . import guards

PUBLIC = DELIBERATION.public_states()


class Who(models.TextChoices):
    """Who may take part."""

    ANYONE = "anyone", _("Anybody")
    ACCOUNT = "account", _("Whoever has an account")
    SECTOR = "sector", _("Members of one sector")
    INVITED = "invited", _("Those who are invited")


class DeliberationQuerySet(models.QuerySet):
    def public(self):
        """Those that were opened."""
        return self.filter(status__in=PUBLIC)

    def visible_to(self, person):
        """Public ones, and those which a committee this person looks over holds or prepares."""
        return self.filter(Q(status__in=PUBLIC) | Q(Exists(self.held_over(person))))

    def kept_by(self, person):
        """Those of offices whose records this person keeps."""
        kept = Committee.objects.kept_by(person)
        return self.filter(Exists(Owner.objects.filter(of_this(), committee__in=kept)))

    def held_over(self, person):
        """The owners of each that this person looks over."""
        ours = Committee.objects.below_seats_of(person)
        return Owner.objects.filter(of_this(), committee__in=ours)

    def held_in(self, span):
        """Those that a committee of this range of codes holds, each once."""
        return self.filter(Exists(Owner.objects.filter(of_this(), committee__code__range=span)))

    def voted_on(self, now=None):
        """Those in which votes count at this moment."""
        return self.filter(is_open(now or timezone.now()))

    def with_page(self):
        """With all that a list shows of each."""
        rows = self.select_related("kept_map", "map_fault").defer(
            "kept_map__told", "kept_map__state"
        )
        return rows.prefetch_related("owners__committee")


def of_this() -> Q:
    return Q(deliberation=OuterRef("pk"))


def is_open(now) -> Q:
    """That votes count at a moment: from the opening, or the moment set for it, to the closing."""
    begun = Q(status="weighing") | Q(status="collecting", weigh_at__lte=now)
    return begun & Q(closes_at__gt=now)


class Deliberation(Subject):
    """One question that many people weigh statements on, for as long as its phase lasts.

    `weigh_at` is when collecting gives way to weighing by itself, `closes_at` when weighing ends.
    `first_looked_at` says that a statement is shown only after somebody has looked at it.
    """

    Who = Who

    title = models.CharField(max_length=120)
    question = models.CharField(max_length=300)
    about = models.TextField(blank=True, max_length=4000)
    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, blank=True, related_name="deliberations"
    )
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="deliberations"
    )
    who = models.CharField(max_length=10, choices=Who, default=Who.ANYONE)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, related_name="+")
    chosen = models.CharField(max_length=300, blank=True)
    first_looked_at = models.BooleanField(default=True)
    weigh_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField()
    sample = models.BooleanField(default=False)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    committees = models.ManyToManyField(Committee, through="Owner", related_name="deliberations")

    objects = DeliberationQuerySet.as_manager()
    lifecycle = DELIBERATION
    GUARDS: ClassVar = guards.OF_DELIBERATION

    class Meta:
        ordering = ["-closes_at", "-pk"]
        indexes = [models.Index(fields=["status", "closes_at"])]
        constraints = [
            models.CheckConstraint(
                name="deliberation_status_is_in_its_lifecycle",
                condition=Q(status__in=[state.name for state in DELIBERATION.states]),
            ),
            models.CheckConstraint(
                name="who_takes_part_is_known", condition=Q(who__in=Who.values)
            ),
            models.CheckConstraint(
                name="a_sector_is_named_where_it_is_asked_for",
                condition=Q(who=Who.SECTOR, sector__isnull=False)
                | (~Q(who=Who.SECTOR) & Q(sector=None)),
            ),
            models.CheckConstraint(
                name="weighing_ends_after_it_begins",
                condition=Q(weigh_at=None) | Q(closes_at__gt=F("weigh_at")),
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"D{self.pk}"

    @property
    def lead(self) -> Committee:
        """The committee that leads it."""
        return next(owner.committee for owner in self.owners.all() if owner.lead)

    @property
    def held_by(self) -> str:
        """Those who hold it, in words, the lead first."""
        return "、".join(owner.committee.title for owner in self.owners.all())

    @property
    def is_final(self) -> bool:
        """Whether its result is told."""
        return self.status in TOLD

    def counts_votes(self, now=None) -> bool:
        """Whether a vote given at this moment counts."""
        now = now or timezone.now()
        begun = self.status == "weighing" or (
            self.status == "collecting" and self.weigh_at is not None and self.weigh_at <= now
        )
        return begun and now < self.closes_at

    def takes_statements(self, now=None) -> bool:
        """Whether a participant may state something at this moment."""
        open_ = self.status in ("collecting", "weighing")
        return open_ and (now or timezone.now()) < self.closes_at

    def roles_of(self, person) -> set[Role]:
        """Every role this person holds over it: each office that holds it may act."""
        if person is None or not person.is_authenticated:
            return set()
        kept = Committee.objects.kept_by(person)
        return {Role.OFFICE} if self.owners.filter(committee__in=kept).exists() else set()

    def admits(self, person) -> bool:
        """Whether this person, or somebody without an account (None), may take part."""
        if self.who == Who.ANYONE:
            return True
        if person is None or not person.is_authenticated:
            return False
        match self.who:
            case Who.SECTOR:
                return person.seats.current().filter(sector=self.sector_id).exists()
            case Who.INVITED:
                return self.invitations.filter(person=person).exists()
        return True


class DeliberationStep(Step):
    """One move of a deliberation."""

    subject = models.ForeignKey(Deliberation, models.PROTECT, related_name="steps")


class Owner(models.Model):
    """A committee that holds a deliberation; several hold one together, and it counts once."""

    deliberation = models.ForeignKey(Deliberation, models.CASCADE, related_name="owners")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+")
    lead = models.BooleanField()

    class Meta:
        ordering = [F("lead").desc(), "committee_id"]
        constraints = [
            models.UniqueConstraint("deliberation", "committee", name="an_owner_holds_once"),
            models.UniqueConstraint(
                "deliberation", condition=Q(lead=True), name="a_deliberation_has_one_lead"
            ),
        ]

    def __str__(self):
        return str(self.committee)


class Invitation(models.Model):
    """That a person may take part."""

    deliberation = models.ForeignKey(Deliberation, models.CASCADE, related_name="invitations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint("deliberation", "person", name="somebody_is_invited_once"),
        ]
