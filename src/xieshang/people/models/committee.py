"""The committees of the body: tiers, codes, terms, sectors."""

from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from xieshang.audit.models import Entry


class Tier(models.TextChoices):
    """Where a committee stands. `outside` ones are partners of other regions."""

    REGION = "region", _("Autonomous region")
    CITY = "city", _("City")
    COUNTY = "county", _("County")
    OUTSIDE = "outside", _("Outside the region")


class CommitteeQuerySet(models.QuerySet):
    def inside(self):
        """The committees of the body itself, without its partners outside."""
        return self.exclude(tier=Tier.OUTSIDE)

    def below(self, seats):
        """The committees of these seats, and all that lie under them."""
        codes = seats.values("committee")
        return self.filter(Q(pk__in=codes) | Q(parent__in=codes) | Q(parent__parent__in=codes))

    def below_seats_of(self, person):
        """Every committee this person sits on today, and all that lie under them."""
        return self.below(person.seats.current())

    def kept_by(self, person):
        """Every committee whose records this person keeps today."""
        return self.below(person.seats.current().keeping())

    def public(self):
        """Committees are no secret."""
        return self.inside()

    def visible_to(self, person):
        """Every signed-in person may know every committee."""
        return self.inside()

    def told_as_sample(self):
        """With `sample`: whether the log says that sample data was loaded for it and all below."""
        subject = Concat(Value("people.committee:"), Cast(OuterRef("pk"), models.CharField()))
        loads = Entry.objects.filter(subject=subject, verb="load-sample")
        return self.annotate(sample=Exists(loads))


class Committee(models.Model):
    """A node of the body, by the code of its place in GB/T 2260.

    The codes nest (4502xx lie under 450200, all 45xxxx under 450000), so a committee with
    everything below it is one range of keys.
    """

    code = models.PositiveIntegerField(primary_key=True)
    name = models.CharField(max_length=40)
    title = models.CharField(max_length=60, unique=True)
    tier = models.CharField(max_length=10, choices=Tier)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="below")

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="committee_code_has_six_digits",
                condition=Q(code__gte=100000, code__lt=1000000),
            ),
            models.CheckConstraint(name="committee_tier_is_known", condition=Q(tier__in=Tier)),
        ]

    def __str__(self):
        return self.title

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last code of this committee and everything below it."""
        return span_of(self.code)

    def holds(self, code: int) -> bool:
        """Whether `code` is this committee or lies below it."""
        low, high = self.span
        return low <= code <= high

    def line(self) -> list[int]:
        """The codes from this committee up to the top of its region."""
        return line_of(self.code)


def span_of(code: int) -> tuple[int, int]:
    """The range of codes that begin as `code` does, its trailing pairs of zeros left open."""
    for width in (10_000, 100):
        if code % width == 0:
            return code, code + width - 1
    return code, code


def line_of(code: int) -> list[int]:
    """A code and the codes above it: 450202 → 450202, 450200, 450000."""
    return list(dict.fromkeys([code, code - code % 100, code - code % 10_000]))


class Term(models.Model):
    """One term (届) of a committee."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("committee", "number", name="a_term_has_its_number"),
        ]


class Sector(models.Model):
    """A sector (界别), from the national list or a place's own."""

    name = models.CharField(max_length=40, unique=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.name


class Representation(models.Model):
    """A sector that a committee has in one of its terms.

    Listed ones were ticked by the office. Until it has ticked any, those that its records name
    stand in their place, unlisted.
    """

    term = models.ForeignKey(Term, models.PROTECT, related_name="representations")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="representations")
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="representations")
    listed = models.BooleanField(default=True)

    class Meta:
        ordering = ["sector_id"]
        constraints = [
            models.UniqueConstraint("term", "sector", name="a_term_has_a_sector_once"),
        ]

    def __str__(self):
        return str(self.sector)
