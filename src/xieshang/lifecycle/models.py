"""What every lifecycled table has in common."""

from django.conf import settings
from django.db import models


class Step(models.Model):
    """One move, made by one person. Never edited.

    `day` is when it happened, `at` when it was written down: a ledger tells of the past.
    Each lifecycled model declares its own table of steps, with a real foreign key named
    `subject` (related_name="steps").
    """

    verb = models.CharField(max_length=40)
    came_from = models.CharField(max_length=40, blank=True)
    went_to = models.CharField(max_length=40)
    day = models.DateField()
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self):
        return f"{self.came_from} → {self.went_to}"
