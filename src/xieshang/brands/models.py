"""What a brand shows for each of its six-haves, who looked it over, and who is to have a brand."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Activity, Programme, Venue
from xieshang.evidence.models import File
from xieshang.matters.lifecycles import OUTCOMES, Outcome
from xieshang.matters.models import Matter
from xieshang.people.models import Committee

SLOTS = Programme.SLOTS
IMPACT = "impact"
RECORDS = ("activity", "matter", "venue", "file")
MONTHS = 12  # how long what is shown stays fresh, where an office says nothing else


class OfProgrammesQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of brands this person may see."""
        return self.filter(programme__in=Programme.objects.visible_to(person))


class Proof(models.Model):
    """A real record that a brand shows for one of its six-haves.

    Impact is shown by matters that came to something, never by prose.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="proofs")
    slot = models.CharField(max_length=10, choices=[(slot, slot) for slot in SLOTS])
    activity = models.ForeignKey(
        Activity, models.CASCADE, null=True, blank=True, related_name="shown_by"
    )
    matter = models.ForeignKey(
        Matter, models.CASCADE, null=True, blank=True, related_name="shown_by"
    )
    venue = models.ForeignKey(Venue, models.CASCADE, null=True, blank=True, related_name="shown_by")
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField()  # the record's own day, from which its age is counted
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = OfProgrammesQuerySet.as_manager()

    class Meta:
        ordering = ["slot", "-on", "-pk"]
        constraints = [
            models.CheckConstraint(name="a_slot_is_one_of_six", condition=Q(slot__in=SLOTS)),
            models.CheckConstraint(
                name="a_proof_is_one_record",
                condition=(
                    Q(activity__isnull=False, matter=None, venue=None, file=None)
                    | Q(activity=None, matter__isnull=False, venue=None, file=None)
                    | Q(activity=None, matter=None, venue__isnull=False, file=None)
                    | Q(activity=None, matter=None, venue=None, file__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="impact_is_shown_by_matters", condition=~Q(slot=IMPACT) | ~Q(matter=None)
            ),
            *(
                models.UniqueConstraint(
                    "programme", "slot", name, condition=Q(**{f"{name}__isnull": False}),
                    name=f"a_{name}_is_shown_once",
                )
                for name in RECORDS
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.record)

    @property
    def record(self) -> models.Model:
        """What is shown."""
        return next(getattr(self, name) for name in RECORDS if getattr(self, f"{name}_id"))


class Review(models.Model):
    """That somebody looked a slot over, and found it to be so on that day."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="slot_reviews")
    slot = models.CharField(max_length=10, choices=[(slot, slot) for slot in SLOTS])
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()

    objects = OfProgrammesQuerySet.as_manager()

    class Meta:
        ordering = ["slot", "-pk"]
        constraints = [
            models.CheckConstraint(name="a_review_is_of_a_slot", condition=Q(slot__in=SLOTS)),
        ]


class Freshness(models.Model):
    """How many months what is shown stays fresh, by the rule of a committee and all below it."""

    committee = models.OneToOneField(Committee, models.CASCADE, related_name="freshness")
    months = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="freshness_lasts_one_to_sixty_months",
                condition=Q(months__gte=1, months__lte=60),
            ),
        ]


class HolderQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of the committees this person looks over."""
        return self.filter(committee__in=Committee.objects.below_seats_of(person))

    def with_brands(self):
        """With `brands`: how many each holds."""
        return self.annotate(brands=Count("holdings"))

    def covered(self):
        """Those that hold a brand."""
        return self.filter(Exists(Holding.objects.filter(holder=OuterRef("pk"))))


class Holder(models.Model):
    """A special committee, a branch or a sector which is to have a brand of its own."""

    class Sort(models.TextChoices):
        SPECIAL = "special", _("Special committee")
        BRANCH = "branch", _("Branch")
        SECTOR = "sector", _("Sector")

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="holders")
    sort = models.CharField(max_length=10, choices=Sort)
    name = models.CharField(max_length=60)

    objects = HolderQuerySet.as_manager()

    class Meta:
        ordering = ["committee_id", F("sort").desc(), "pk"]
        constraints = [
            models.CheckConstraint(
                name="sort_of_holder_is_known",
                condition=Q(sort__in=["special", "branch", "sector"]),
            ),
            models.UniqueConstraint("committee", "sort", "name", name="a_holder_is_named_once"),
        ]

    def __str__(self):
        return self.name


class Holding(models.Model):
    """That a brand is a holder's own."""

    programme = models.OneToOneField(Programme, models.CASCADE, related_name="holding")
    holder = models.ForeignKey(Holder, models.CASCADE, related_name="holdings")


def has_outcome(matter: Matter) -> bool:
    """Whether a matter came to something that can be shown: solved, adopted, published."""
    return (
        matter.outcome == Outcome.DONE
        or matter.tracked == Outcome.DONE
        or matter.adoptions.exists()
        or bool(matter.published_on and matter.outcome in OUTCOMES)
    )
