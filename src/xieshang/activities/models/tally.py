"""Sums kept beside the rows, so that a year over millions of activities is read at once."""

from django.db import models
from django.db.models import Q, Sum
from django.db.models.functions import ExtractYear

from xieshang.people.models import Committee


class TallyQuerySet(models.QuerySet):
    def public(self):
        """Sums of what is public are so."""
        return self

    def by_year(self, committee):
        """Year → how many activities a committee and all below it held in it."""
        rows = self.filter(committee=committee, own=False).order_by()
        rows = rows.values_list(ExtractYear("month")).annotate(Sum("sessions"))
        return {year: held for year, held in rows if held}

    def over(self, scope, first, last):
        """The sums of a scope for the months from `first` to `last`, each named by its first day.

        The days at the edges of a scope that make no whole month are the caller's to add.
        """
        return self.filter(
            committee=scope.committee, own=scope.own, month__gte=first, month__lte=last
        )

    def over_each(self, parts, first, last):
        """The same for many scopes at once, each (committee, own)."""
        alone = [committee.pk for committee, own in parts if own]
        whole = [committee.pk for committee, own in parts if not own]
        wanted = Q(committee__in=alone, own=True) | Q(committee__in=whole, own=False)
        return self.filter(wanted, month__gte=first, month__lte=last)


class Tally(models.Model):
    """How much was held in one month, for one scope and one set of words.

    A scope is a committee, alone (`own`) or with everything below it. An activity stands once
    in every scope that one of its organisers belongs to. `programme` is 0 where there is none.
    """

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+")
    own = models.BooleanField()
    month = models.DateField()
    kind = models.CharField(max_length=20)
    form = models.CharField(max_length=60, blank=True)
    programme = models.PositiveBigIntegerField(default=0)
    together = models.CharField(max_length=10, blank=True)
    numbered = models.BooleanField()
    sessions = models.BigIntegerField(default=0)
    attendances = models.BigIntegerField(default=0)
    member_attendances = models.BigIntegerField(default=0)
    public_attendances = models.BigIntegerField(default=0)

    KEYS = ("committee_id", "own", "month", "kind", "form", "programme", "together", "numbered")
    SUMS = ("sessions", "attendances", "member_attendances", "public_attendances")

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [
            models.UniqueConstraint(
                "committee",
                "own",
                "month",
                "kind",
                "form",
                "programme",
                "together",
                "numbered",
                name="a_tally_stands_once",
            ),
            models.CheckConstraint(name="a_month_begins_on_its_first", condition=Q(month__day=1)),
        ]

    def __str__(self):
        return f"{self.committee_id} {self.month} {self.kind}"
