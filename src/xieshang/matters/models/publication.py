"""What of a matter is public, who consented to it, and how it was distinguished."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .matter import Matter


class ConsentQuerySet(models.QuerySet):
    def by_side(self, matter):
        """Side → its newest word, or None. Without a unit there is nothing of one to publish."""
        newest = {each.side: each for each in self.filter(matter=matter).select_related("by")}
        sides = list(Consent.Side)
        if not matter.assignments.all():
            sides.remove(Consent.Side.UNIT)
        return {side: newest.get(side) for side in sides}


class Consent(models.Model):
    """What the author, the office or the handling unit says of publishing; the newest counts."""

    class Side(models.TextChoices):
        AUTHOR = "author", _("Proposer")
        OFFICE = "office", _("Committee")
        UNIT = "unit", _("Handling unit")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="consents")
    side = models.CharField(max_length=10, choices=Side)
    agreed = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_consent_comes_from_a_known_side",
                condition=Q(side__in=["author", "office", "unit"]),
            ),
            models.CheckConstraint(
                name="who_does_not_agree_says_why", condition=Q(agreed=True) | ~Q(note="")
            ),
        ]


class PublicationQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(ended_at=None)

    def public(self):
        """What was taken back and does not stand again: its reason anybody may read."""
        again = Publication.objects.standing().filter(matter=OuterRef("matter"))
        return self.exclude(ended_at=None).exclude(Exists(again))


class Publication(models.Model):
    """The text and the reply as the public reads them: masked, looked over, and then shown."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="publications")
    title = models.CharField(max_length=200)
    text = models.TextField()
    reply = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=300, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "matter", condition=Q(ended_at=None), name="one_publication_stands"
            ),
            models.CheckConstraint(
                name="a_publication_ends_with_a_reason",
                condition=Q(ended_at=None) | ~Q(ended_why=""),
            ),
        ]


class DistinctionQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of matters this person may see."""
        return self.filter(matter__in=Matter.objects.visible_to(person))

    def standing(self):
        return self.filter(ended_at=None)


class Distinction(models.Model):
    """That a matter was made a key one, is supervised, or was called excellent: who, when, why."""

    class Kind(models.TextChoices):
        KEY = "key", _("Key proposal")
        SUPERVISED = "supervised", _("Supervised")
        EXCELLENT = "excellent", _("Excellent")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="distinctions")
    kind = models.CharField(max_length=10, choices=Kind)
    why = models.CharField(max_length=500)
    given_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=300, blank=True)

    objects = DistinctionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "matter", "kind", condition=Q(ended_at=None), name="a_distinction_is_given_once"
            ),
            models.CheckConstraint(name="a_distinction_has_a_reason", condition=~Q(why="")),
            models.CheckConstraint(
                name="distinction_kind_is_known",
                condition=Q(kind__in=["key", "supervised", "excellent"]),
            ),
        ]
