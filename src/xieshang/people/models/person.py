"""The people: their seats on committees, the units they answer for, what they keep."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .committee import Committee, Sector, Term, line_of, span_of


class Person(AbstractUser):
    """A human being, with or without a seat. Only a name and what signing in needs is kept."""

    name = models.CharField(max_length=60)

    def __str__(self):
        return self.name or self.username

    @cached_property
    def is_seated(self) -> bool:
        """Whether this person has a seat today; of who is signed in it is known already."""
        return self.seats.current().exists()

    def may_keep(self, committee: "Committee") -> bool:
        """Whether this person keeps the records of `committee` today."""
        return self.keeps(committee.pk)

    def keeps(self, code: int) -> bool:
        """The same of the committee with that code."""
        return self.seats.current().keeping().filter(committee__in=line_of(code)).exists()


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


def seated_on(*codes: int) -> models.QuerySet[Person]:
    """Those with a seat on one of these committees today, in the order of their keys."""
    seats = Seat.objects.current().filter(committee__in=codes)
    return Person.objects.filter(pk__in=seats.values("person")).order_by("pk")


def terms_of(person: Person) -> models.QuerySet[Term]:
    """The terms in which somebody has or had a seat, the latest first."""
    seated = Q(committee__seats__until=None) | Q(committee__seats__until__gt=F("since"))
    begun = Q(until=None) | Q(until__gt=F("committee__seats__since"))
    terms = Term.objects.filter(seated, begun, committee__seats__person=person)
    return terms.select_related("committee").order_by("-since", "pk").distinct()


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
