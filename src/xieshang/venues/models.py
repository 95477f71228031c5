"""What a venue does: its rule, its reception days, who is on duty, its rooms, its reviews."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Venue
from xieshang.evidence.models import File
from xieshang.people.models import Committee

SLOT = timedelta(minutes=30)  # a room is booked by half hours


class Weekday(models.IntegerChoices):
    """The days of a week, as Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class OfVenuesQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of venues this person may see."""
        return self.filter(venue__in=Venue.objects.visible_to(person))

    def public(self):
        """When a venue is open to visitors is public."""
        return self.filter(venue__in=Venue.objects.public())


class Rule(models.Model):
    """When a venue receives: a day of each month, or the nth weekday of it; from when to when."""

    venue = models.OneToOneField(Venue, models.CASCADE, related_name="rule")
    month_day = models.PositiveSmallIntegerField(null=True, blank=True)
    nth = models.PositiveSmallIntegerField(null=True, blank=True)
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    begins = models.TimeField()
    ends = models.TimeField()

    objects = OfVenuesQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_rule_names_a_day_one_way",
                condition=Q(month_day__range=(1, 31), nth=None, weekday=None)
                | Q(month_day=None, nth__range=(1, 5), weekday__range=(0, 6)),
            ),
            models.CheckConstraint(
                name="a_reception_ends_after_it_begins", condition=Q(ends__gt=F("begins"))
            ),
        ]


class Host(models.Model):
    """Somebody who takes turns at a venue's reception days."""

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="hosts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint("venue", "person", name="a_host_is_listed_once")]

    def __str__(self):
        return str(self.person)


class ReceptionQuerySet(OfVenuesQuerySet):
    def ahead(self, day):
        """Those from a day on, the next one first."""
        return self.filter(day__gte=day).order_by("day")

    def of_person(self, person):
        """Those on which this person is on duty."""
        return self.filter(Q(first=person) | Q(second=person))


class Reception(models.Model):
    """One reception day: the day the rule names, the day it is held, the two on duty."""

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="receptions")
    named_on = models.DateField()
    day = models.DateField()
    begins = models.TimeField()
    ends = models.TimeField()
    first = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    second = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = ReceptionQuerySet.as_manager()

    class Meta:
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint("venue", "named_on", name="a_named_day_is_held_once"),
            models.CheckConstraint(
                name="two_different_people_are_on_duty",
                condition=Q(first=None) | Q(second=None) | ~Q(first=F("second")),
            ),
            models.CheckConstraint(
                name="a_reception_is_never_moved_back", condition=Q(day__gte=F("named_on"))
            ),
        ]

    def __str__(self):
        return f"{self.venue} {self.day}"

    @property
    def is_moved(self) -> bool:
        """Whether it is held on another day than the rule names."""
        return self.day != self.named_on


class Review(models.Model):
    """What a year's review says of a venue."""

    class Verdict(models.TextChoices):
        KEEP = "keep", _("Keep as it is")
        IMPROVE = "improve", _("Improve")
        CLOSE = "close", _("Close down")

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="reviews")
    year = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=10, choices=Verdict)
    why = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = OfVenuesQuerySet.as_manager()

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint("venue", "year", name="a_venue_is_reviewed_once_a_year"),
            models.CheckConstraint(
                name="verdict_is_known", condition=Q(verdict__in=["keep", "improve", "close"])
            ),
        ]


class Township(models.Model):
    """A township or street of a county, as its office lists it."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="townships")
    name = models.CharField(max_length=40)

    class Meta:
        ordering = ["committee_id", "pk"]
        constraints = [
            models.UniqueConstraint("committee", "name", name="a_township_is_named_once"),
        ]

    def __str__(self):
        return self.name


class Placing(models.Model):
    """In which township a venue lies."""

    venue = models.OneToOneField(Venue, models.CASCADE, related_name="placing")
    township = models.ForeignKey(Township, models.CASCADE, related_name="placings")


class BookingQuerySet(OfVenuesQuerySet):
    def meeting(self, begins, ends):
        """Those that overlap a time."""
        return self.filter(begins__lt=ends, ends__gt=begins)


class Booking(models.Model):
    """That a room is somebody's for a time; `HalfHour` keeps each half hour for one alone."""

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="bookings")
    begins = models.DateTimeField()
    ends = models.DateTimeField()
    what = models.CharField(max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = BookingQuerySet.as_manager()

    class Meta:
        ordering = ["begins"]
        indexes = [models.Index(fields=["venue", "begins"])]
        constraints = [
            models.CheckConstraint(
                name="a_booking_ends_after_it_begins", condition=Q(ends__gt=F("begins"))
            ),
        ]

    def __str__(self):
        return self.what


class HalfHour(models.Model):
    """One half hour of a booked room: no two bookings have the same."""

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="half_hours")
    venue = models.ForeignKey(Venue, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint("venue", "at", name="a_half_hour_is_booked_once"),
        ]


def in_use() -> models.QuerySet:
    """The venues whose last review did not close them."""
    last = Review.objects.filter(venue=OuterRef("pk")).order_by("-year").values("verdict")[:1]
    closed = Venue.objects.annotate(last=models.Subquery(last)).filter(last="close")
    return Venue.objects.filter(~Exists(closed.filter(pk=OuterRef("pk"))))


class Picture(models.Model):
    """A picture of a venue, for everybody: large, and small enough to look over."""

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="pictures")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    thumb = models.ForeignKey(File, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = OfVenuesQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
