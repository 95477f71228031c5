"""The calendar of the body: days off, and weekends worked instead (调休)."""

from datetime import date
from functools import lru_cache

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.reading.workdays import Calendar

NATIONAL_DAY = (10, 1)  # off in every year's notice: a year without it has not been entered


class DayOffQuerySet(models.QuerySet):
    def public(self):
        """The calendar is no secret."""
        return self

    def visible_to(self, person):
        """Everybody may know every day."""
        return self

    def in_year(self, year: int):
        return self.filter(day__range=(date(year, 1, 1), date(year, 12, 31)))


class DayOff(models.Model):
    """A day that is not what its weekday says: off, or worked although it is a weekend."""

    class Kind(models.TextChoices):
        OFF = "off", _("Day off")
        WORK = "work", _("Worked instead")

    day = models.DateField(unique=True)
    kind = models.CharField(max_length=4, choices=Kind)
    name = models.CharField(max_length=40)
    source = models.CharField(max_length=60, blank=True)  # the notice, where a notice said so

    objects = DayOffQuerySet.as_manager()

    class Meta:
        ordering = ["day"]
        verbose_name_plural = "days off"
        constraints = [
            models.CheckConstraint(
                name="a_day_is_off_or_worked", condition=Q(kind__in=["off", "work"])
            ),
        ]

    def __str__(self):
        return f"{self.day} {self.name}"


def calendar(since: date | None = None) -> Calendar:
    """The calendar as the table has it now: one query, whichever process wrote last.

    `since`: only the year of that day and those after it, for who counts from that day on.
    """
    known = DayOff.objects.order_by("day")
    if since is not None:
        known = known.filter(day__gte=date(since.year, 1, 1))
    return _counted(tuple(known.values_list("day", "kind")))


@lru_cache(maxsize=4)  # few calendars are in use at a time, and their sums are worth keeping
def _counted(rows: tuple[tuple[date, str], ...]) -> Calendar:
    off = frozenset(day for day, kind in rows if kind == DayOff.Kind.OFF)
    work = frozenset(day for day, kind in rows if kind == DayOff.Kind.WORK)
    return Calendar(off, work, frozenset(d.year for d in off if (d.month, d.day) == NATIONAL_DAY))
