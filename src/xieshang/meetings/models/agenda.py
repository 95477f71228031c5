"""The agenda, what the minutes say of each item, and what somebody is to do."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from xieshang.matters.models import Matter
from xieshang.people.models import Unit

from .meeting import Meeting


class OfMeetingsQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of meetings this person may see."""
        return self.filter(meeting__in=Meeting.objects.visible_to(person))


class Item(models.Model):
    """One item of the agenda, and what the minutes say of it; `version` counts its savings."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    minutes = models.PositiveSmallIntegerField(default=0)
    notes = models.TextField(blank=True, max_length=20_000)
    decision = models.TextField(blank=True, max_length=5000)
    version = models.PositiveIntegerField(default=0)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = OfMeetingsQuerySet.as_manager()

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint("meeting", "order", name="an_item_has_its_place"),
        ]

    def __str__(self):
        return self.title


class ActionPoint(models.Model):
    """What somebody is to do: at the end a matter, given to its unit, which waits for it."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="points")
    what = models.CharField(max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField()
    matter = models.OneToOneField(
        Matter, models.PROTECT, null=True, blank=True, related_name="decided_in"
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.what


class Correction(models.Model):
    """What somebody present would have otherwise in the minutes, and what was answered."""

    class Settled(models.TextChoices):
        OPEN = "", _("Waits for an answer")
        TAKEN = "taken", _("Taken into the minutes")
        NOT_TAKEN = "not-taken", _("Not taken over")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="corrections")
    item = models.ForeignKey(Item, models.CASCADE, related_name="corrections")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    line = models.CharField(max_length=500)
    should_read = models.CharField(max_length=500)
    settled = models.CharField(max_length=10, choices=Settled, blank=True)
    answer = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects = OfMeetingsQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
