"""Who signs a proposal, and how each of them rates what came back."""

from collections.abc import Collection

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Seat

from .matter import Matter


class SignatureQuerySet(models.QuerySet):
    def agreed(self):
        return self.filter(answer=Signature.Answer.AGREED)

    def asked(self):
        """Those who have not answered yet."""
        return self.filter(answer=Signature.Answer.ASKED)

    def with_sector(self):
        """Each with its person and `sector`: two of one name are told apart by it."""
        return self.select_related("person").annotate(sector=sector_in("matter__committee"))


def sector_in(committee: str, person: str = "person"):
    """The sector a person sits for today; both are paths to them."""
    seats = Seat.objects.current().filter(person=OuterRef(person), committee=OuterRef(committee))
    return Subquery(seats.values("sector__name")[:1])


class Signature(models.Model):
    """Somebody who was asked to sign along: until when, and what they answered.

    A signature stays with the proposal it was given to, also when that is merged.
    """

    class Answer(models.TextChoices):
        ASKED = "asked", _("Asked")
        AGREED = "agreed", _("Agreed")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Taken back")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="signatures")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="signatures")
    asked_at = models.DateTimeField(auto_now_add=True)
    closes_on = models.DateField()
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.ASKED)
    answered_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("matter", "person", name="a_person_signs_once"),
            models.CheckConstraint(
                name="a_signature_is_answered_with_its_time",
                condition=Q(answer="asked", answered_at=None)
                | Q(answer__in=["agreed", "declined", "withdrawn"], answered_at__isnull=False),
            ),
        ]


def signers_of(keys: Collection[int]) -> dict[int, set[int]]:
    """Matter → its own author and those who signed it, whatever it is merged with."""
    found: dict[int, set[int]] = {key: set() for key in keys}
    agreed = Signature.objects.agreed().filter(matter__in=keys).order_by()
    authors = Matter.objects.filter(pk__in=keys, raised_by__isnull=False).order_by()
    rows = authors.values_list("pk", "raised_by").union(agreed.values_list("matter", "person"))
    for key, person in rows:
        found[key].add(person)
    return found


class RatingFormManager(models.Manager):
    """Each form with what came back of it."""

    def get_queryset(self):
        return super().get_queryset().select_related("rating")


class RatingForm(models.Model):
    """That one signer was asked to rate one round of replies: with it, a rate has its base."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="rating_forms")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    sent_on = models.DateField()

    objects = RatingFormManager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["sent_on"])]
        constraints = [
            models.UniqueConstraint("matter", "person", "round", name="a_form_is_sent_once"),
        ]

    @property
    def returned(self) -> bool:
        """Whether the one it was sent to has rated."""
        return hasattr(self, "rating")


class Rating(models.Model):
    """How one signer rates one round of replies: how it was handled, and what came of it."""

    class Mark(models.TextChoices):
        SATISFIED = "satisfied", _("Satisfied")
        MOSTLY = "mostly", _("Mostly satisfied")
        NOT = "not", _("Not satisfied")

    class Contact(models.TextChoices):
        VISITED = "visited", _("They came to see me")
        CALLED = "called", _("They telephoned or wrote")
        WAIVED = "waived", _("I did without")
        NONE = "none", _("Nobody spoke with me")

    form = models.OneToOneField(RatingForm, models.CASCADE, related_name="rating")
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="ratings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="ratings")
    round = models.PositiveSmallIntegerField(default=1)
    process = models.CharField(max_length=10, choices=Mark)
    result = models.CharField(max_length=10, choices=Mark)
    contact = models.CharField(max_length=10, choices=Contact)
    note = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["round", "pk"]
        constraints = [
            models.UniqueConstraint("matter", "person", "round", name="a_round_is_rated_once"),
            models.CheckConstraint(
                name="a_rating_has_known_marks",
                condition=Q(
                    process__in=["satisfied", "mostly", "not"],
                    result__in=["satisfied", "mostly", "not"],
                    contact__in=["visited", "called", "waived", "none"],
                ),
            ),
            models.CheckConstraint(name="a_round_counts_from_one", condition=Q(round__gte=1)),
        ]

    @property
    def reason_wanted(self) -> bool:
        """Whether somebody is not satisfied, which opens a second handling."""
        return self.Mark.NOT in (self.process, self.result)
