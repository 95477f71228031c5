"""The last good map of a deliberation, and whether anybody makes maps."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .deliberation import Deliberation

QUIET = timedelta(minutes=3)  # without a sign for as long, the map maker is taken for dead


class KeptMapQuerySet(models.QuerySet):
    def public(self):
        """Those of deliberations that were opened."""
        return self.filter(deliberation__in=Deliberation.objects.public().values("pk"))


class KeptMap(models.Model):
    """The map of a deliberation as it was last made: `told` in plain numbers, without any name.

    `state` is what the next map needs of it, so that groups keep their letters. `final`: made of
    all votes, after the closing, by nothing but the votes.
    """

    deliberation = models.OneToOneField(Deliberation, models.PROTECT, related_name="kept_map")
    at = models.DateTimeField()
    votes = models.PositiveBigIntegerField()
    participants = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    told = models.JSONField()
    state = models.BinaryField(editable=False)
    seconds = models.FloatField()
    final = models.BooleanField(default=False)

    objects = KeptMapQuerySet.as_manager()

    def __str__(self):
        return self.digest


class MapFault(models.Model):
    """That the last map could not be made: when, and the name of the fault. Gone with the next."""

    deliberation = models.OneToOneField(Deliberation, models.CASCADE, related_name="map_fault")
    at = models.DateTimeField()
    name = models.CharField(max_length=80)

    def __str__(self):
        return self.name


class BeatQuerySet(models.QuerySet):
    def last(self):
        """When a map maker last gave a sign; None where none ever has."""
        return self.values_list("at", flat=True).first()

    def silent_since(self, now=None):
        """Since when no map maker has given a sign, where that is too long; else None."""
        last = self.last()
        return last if last and (now or timezone.now()) - last > QUIET else None


class Beat(models.Model):
    """The last sign of life of those who make maps. One row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()

    objects = BeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="there_is_one_beat", condition=Q(id=1)),
        ]
