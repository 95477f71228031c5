"""Who takes part: committees, the people with seats on them, the units that answer."""

from functools import reduce
from operator import or_

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Tier(models.TextChoices):
    """Where a committee stands. `outside` ones are partners of other regions."""

    REGION = "region", _("Autonomous region")
    CITY = "city", _("City")
    COUNTY = "county", _("County")
    OUTSIDE = "outside", _("Outside the region")


class Person(AbstractUser):
    """A human being, with or without a seat. Only a name and what signing in needs is kept."""

    name = models.CharField(max_length=60)

    def __str__(self):
        return self.name or self.username

    def may_keep(self, committee: "Committee") -> bool:
        """Whether this person keeps the records of `committee` today."""
        return self.seats.current().keeping().over(committee).exists()


class CommitteeQuerySet(models.QuerySet):
    def inside(self):
        """The committees of the body itself, without its partners outside."""
        return self.exclude(tier=Tier.OUTSIDE)

    def below_seats_of(self, person):
        """Every committee this person sits on today, and all that lie under them."""
        return self.filter(
            reduce(or_, (Q(pk__range=span) for span in person.seats.current().spans()), NOTHING)
        )

    def public(self):
        """Committees are no secret."""
        return self.inside()

    def visible_to(self, person):
        """Every signed-in person may know every committee."""
        return self.inside()


NOTHING = Q(pk__in=[])


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
    """A sector that a committee has in one of its terms."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="representations")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="representations")
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="representations")

    class Meta:
        ordering = ["sector_id"]
        constraints = [
            models.UniqueConstraint("term", "sector", name="a_term_has_a_sector_once"),
        ]

    def __str__(self):
        return str(self.sector)


class SeatQuerySet(models.QuerySet):
    def current(self, day=None):
        day = day or timezone.localdate()
        return self.filter(since__lte=day).filter(Q(until=None) | Q(until__gt=day))

    def over(self, committee):
        """Seats on this committee or on one above it."""
        return self.filter(committee__in=committee.line())

    def keeping(self):
        """Seats of those who keep an office's records."""
        return self.filter(post__in=[Seat.Post.CLERK, Seat.Post.OFFICER])

    def spans(self):
        """The ranges of committees that these seats look over."""
        return [span_of(code) for code in self.values_list("committee_id", flat=True)]


class Seat(models.Model):
    """A person's place on a committee, from a day until a day."""

    class Post(models.TextChoices):
        MEMBER = "member", _("Member")
        CLERK = "clerk", _("Clerk")
        OFFICER = "officer", _("Officer")
        LEADER = "leader", _("Leader")

    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="seats")
    post = models.CharField(max_length=10, choices=Post, default=Post.MEMBER)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_seat_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gt=models.F("since")),
            ),
        ]


class UnitQuerySet(models.QuerySet):
    def visible_to(self, person):
        return self.filter(committee__in=Committee.objects.below_seats_of(person)) | self.filter(
            clerks=person
        )


class Unit(models.Model):
    """An organisation outside the body, which answers for what it is assigned (承办单位)."""

    name = models.CharField(max_length=80)
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="units")
    clerks = models.ManyToManyField(Person, blank=True, related_name="units")

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["committee_id", "pk"]
        constraints = [
            models.UniqueConstraint("committee", "name", name="a_unit_is_named_once"),
        ]

    def __str__(self):
        return self.name


class SavedViewQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Everybody has their own."""
        return self.filter(person=person)


class SavedView(models.Model):
    """A list as somebody wants to find it again: its name, and its filters as in the address."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="views")
    list = models.CharField(max_length=40)
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=1000, blank=True)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("person", "list", "name", name="a_view_is_named_once"),
        ]
