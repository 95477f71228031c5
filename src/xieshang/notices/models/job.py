"""What the clock remembers of each of its jobs."""

from django.db import models


class Job(models.Model):
    """One job of the clock: when it was last done, and until when somebody is at it."""

    name = models.CharField(max_length=60, primary_key=True)
    done_at = models.DateTimeField(null=True, blank=True)  # when the last whole run began
    held_until = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=300, blank=True)  # of the last run

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
