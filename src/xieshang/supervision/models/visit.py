"""A visit: what was looked at, what was seen, and its pictures."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.evidence.models import File

from .supervision import Check, OfSupervisionQuerySet, Supervision


class Visit(models.Model):
    """One visit. `key` was made where it was written, so that it arrives once, however often it
    is sent."""

    supervision = models.ForeignKey(Supervision, models.PROTECT, related_name="visits")
    key = models.UUIDField(unique=True)
    day = models.DateField()
    place = models.CharField(max_length=120)
    note = models.TextField(blank=True, max_length=4000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = OfSupervisionQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self):
        return self.place


class Said(models.TextChoices):
    """What was seen of one thing."""

    MET = "met", _("As it should be")
    PARTLY = "partly", _("In part")
    NOT = "not", _("Not as it should be")


class Answer(models.Model):
    """What a visit says of one thing that is looked at; no row for what was not looked at."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="answers")
    check_item = models.ForeignKey(Check, models.PROTECT, related_name="answers")
    said = models.CharField(max_length=8, choices=Said)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["check_item__number"]
        constraints = [
            models.UniqueConstraint("visit", "check_item", name="a_visit_answers_a_check_once"),
            models.CheckConstraint(
                name="what_a_visit_says_is_known", condition=Q(said__in=["met", "partly", "not"])
            ),
        ]

    def __str__(self):
        return self.words or self.get_said_display()


class ShotQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of visits this person may see."""
        return self.filter(visit__in=Visit.objects.visible_to(person))


class Shot(models.Model):
    """A picture of a visit: large, and small enough to look over."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="shots")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    thumb = models.ForeignKey(File, models.PROTECT, related_name="+")

    objects = ShotQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
