"""What each tier made of an opinion report: issues, adoptions, referrals."""

from django.conf import settings
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role
from xieshang.people.models import Committee, Tier

from ..lifecycles import REFERRAL
from . import tiers
from .matter import Matter
from .next import Next
from .rules import limits_of


def concerned(person) -> Q:
    """What became of reports is for their authors, and for who sits on or over their committees.

    That a report was published does not open its way through the tiers to everybody.
    """
    ours = Committee.objects.below_seats_of(person)
    return Q(matter__committee__among=ours) | Q(matter__raised_by=person)


class IssueQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of a committee one sits on or over, and those in which one may see a report."""
        ours = Committee.objects.below_seats_of(person)
        seen = Adoption.objects.visible_to(person).values("issue")
        return self.filter(Q(committee__in=ours) | Q(pk__in=seen))


class Issue(models.Model):
    """One number of a committee's bulletin; of one report, or of several combined.

    `text` is what was written out of several reports; it is read by those who sit on or over the
    committee, for its authors did not write for each other.
    """

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="issues")
    bulletin = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    issued_on = models.DateField()

    objects = IssueQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                "committee", "bulletin", "year", "number", name="an_issue_has_its_number_once"
            ),
        ]

    def __str__(self):
        return f"《{self.bulletin}》{self.year}年第{self.number}期"


class AdoptionQuerySet(models.QuerySet):
    def visible_to(self, person):
        return self.filter(concerned(person))


class Adoption(models.Model):
    """That one tier adopted a report, and how: one row a tier.

    `share` is what of a combined issue comes from this report.
    """

    class Mode(models.TextChoices):
        SINGLE = "single", _("By itself")
        COMBINED = "combined", _("Combined with others")
        FORWARDED = "forwarded", _("Forwarded to departments")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="adoptions")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="adoptions")
    mode = models.CharField(max_length=10, choices=Mode)
    issue = models.ForeignKey(
        Issue, models.PROTECT, null=True, blank=True, related_name="adoptions"
    )
    adopted_on = models.DateField()
    share = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        ordering = ["-committee_id"]
        indexes = [models.Index(fields=["committee", "adopted_on"])]
        constraints = [
            models.UniqueConstraint("matter", "committee", name="a_tier_adopts_once"),
            models.CheckConstraint(
                name="adoption_mode_is_known",
                condition=Q(mode__in=["single", "combined", "forwarded"]),
            ),
            models.CheckConstraint(
                name="what_is_issued_names_its_issue",
                condition=Q(mode="forwarded") | Q(issue__isnull=False),
            ),
        ]


class ReferralQuerySet(models.QuerySet):
    def visible_to(self, person):
        return self.filter(concerned(person))

    def before(self, person):
        """Those that lie with an office this person keeps, of its own level."""
        kept = person.seats.current().keeping().values("committee")
        outside = Q(committee__tier=Tier.OUTSIDE, sender__in=kept)
        return self.filter(Q(committee__in=kept) | outside)

    def sent_by(self, person):
        """Those that an office this person keeps sent up."""
        return self.filter(sender__in=person.seats.current().keeping().values("committee"))

    def open(self):
        return self.filter(status__in=REFERRAL.open_states())

    def overdue(self, day=None):
        return self.filter(due_on__lt=day or timezone.localdate())

    def with_page(self):
        return self.select_related("committee", "sender", "matter__committee")


class Referral(Subject):
    """That a report was sent up to a committee; the report itself is not copied."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="referrals")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="referrals")
    sender = models.ForeignKey(Committee, models.PROTECT, related_name="+")
    sent_on = models.DateField()
    note = models.CharField(max_length=2000, blank=True)

    objects = ReferralQuerySet.as_manager()
    lifecycle = REFERRAL
    DEED_GUARDS = tiers.DEED_GUARDS

    class Meta:
        ordering = ["-committee_id"]
        indexes = [
            models.Index(fields=["committee", "due_on"]),
            models.Index(fields=["due_on", "id"]),
        ]
        constraints = [
            models.UniqueConstraint("matter", "committee", name="a_report_goes_up_once_to_each"),
            models.CheckConstraint(
                name="referral_status_is_in_its_lifecycle",
                condition=Q(status__in=[s.name for s in REFERRAL.states]),
            ),
            models.CheckConstraint(
                name="a_report_goes_up_to_another", condition=~Q(committee=F("sender"))
            ),
        ]

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"U{self.pk}"

    @property
    def next(self) -> Next | None:
        """Who has the next word, or None while it rests."""
        waits = self.state.waits
        return Next(waits, self.committee.title, self.due_on) if waits else None

    @property
    def is_late(self) -> bool:
        return bool(self.due_on and self.due_on < timezone.localdate())

    @property
    def keeper(self) -> Committee:
        """Whose office writes down what became of it: of what went outside, the sender's."""
        return self.sender if self.committee.tier == Tier.OUTSIDE else self.committee

    def days_allowed(self, state) -> int | None:
        """No clock of this body runs for the National Committee."""
        if self.keeper != self.committee:
            return None
        return limits_of(self.committee.line(), self.lifecycle.name).get(state.name, state.days)

    def roles_of(self, person) -> set[Role]:
        return {Role.OFFICE} if person.may_keep(self.keeper) else set()


class ReferralStep(Step):
    """A step in the life of a referral."""

    subject = models.ForeignKey(Referral, models.CASCADE, related_name="steps")


def way_of(path: str = "") -> tuple[Prefetch, ...]:
    """What a report met on its way, in four queries: `path` leads to the matter."""
    steps = ReferralStep.objects.select_related("by")
    sent = Referral.objects.select_related("committee", "sender")
    sent = sent.prefetch_related(Prefetch("steps", steps))
    adopted = Adoption.objects.select_related("issue", "committee")
    adopted = adopted.prefetch_related("instructions")
    return Prefetch(f"{path}referrals", sent), Prefetch(f"{path}adoptions", adopted)
