"""That somebody was reminded of what waits for them."""

from django.conf import settings
from django.db import models

from .assignment import Assignment
from .matter import Matter


class Nudge(models.Model):
    """One reminder: of a matter, or of one unit's part in it; by whom, and with which word."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="nudges")
    assignment = models.ForeignKey(
        Assignment, models.CASCADE, null=True, blank=True, related_name="nudges"
    )
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
