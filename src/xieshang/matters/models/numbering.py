"""How a place numbers what it files, and the last number it gave."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee

from ..lifecycles import LIFECYCLES
from .rules import LocalQuerySet


class Numbering(models.Model):
    """How a place numbers what it files: anew with each session or each year, in how many digits.

    What was filed keeps the number it was given.
    """

    class By(models.TextChoices):
        SESSION = "session", _("Anew with each session")
        YEAR = "year", _("Anew with each year")

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="numberings")
    life = models.CharField(max_length=20, choices=[(t.name, t.label) for t in LIFECYCLES.values()])
    by = models.CharField(max_length=10, choices=By)
    width = models.PositiveSmallIntegerField(default=0)

    objects = LocalQuerySet.as_manager()

    class Meta:
        ordering = ["committee_id", "life"]
        constraints = [
            models.UniqueConstraint("committee", "life", name="a_place_numbers_in_one_way"),
            models.CheckConstraint(
                name="a_number_has_at_most_six_digits", condition=Q(width__lte=6)
            ),
            models.CheckConstraint(
                name="a_series_begins_with_a_session_or_a_year",
                condition=Q(by__in=["session", "year"]),
            ),
        ]


class Counter(models.Model):
    """The last number given in a series of one committee; whoever takes one holds its lock."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    series = models.CharField(max_length=20)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint("committee", "kind", "series", name="a_series_has_one_counter"),
        ]
