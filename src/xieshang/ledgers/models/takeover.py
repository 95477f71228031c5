"""Take-overs of ledgers, and the rows each of them took."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Activity, Programme, Project, Venue
from xieshang.evidence.models import Evidence, File
from xieshang.matters.models import Matter
from xieshang.people.models import Committee

RECORDS = ("activity", "matter", "venue", "programme", "project")


class TakeOverQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Take-overs of the offices over which this person has a seat."""
        return self.filter(office__in=Committee.objects.below_seats_of(person))

    def standing(self):
        """Take-overs whose rows count."""
        return self.filter(state=TakeOver.State.TAKEN)


class TakeOver(models.Model):
    """One file taken over for one office, with what was decided about its columns.

    `columns` maps sheet → heading → field; `refused` lists the rows that came back, `changes`
    what a corrected file changed, `made` the programmes that were opened for it; `root` is the
    Merkle root over the rows in their order.
    """

    class State(models.TextChoices):
        TAKEN = "taken", _("Taken over")
        UNDONE = "undone", _("Undone")
        CORRECTED = "corrected", _("Replaced by a corrected file")

    file = models.ForeignKey(File, models.PROTECT, related_name="take_overs")
    office = models.ForeignKey(Committee, models.PROTECT, related_name="take_overs")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.TAKEN)
    year = models.PositiveSmallIntegerField(null=True)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    columns = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    refused = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    questions = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    made = models.JSONField(default=list)
    ended = models.DateTimeField(null=True)
    joined = models.PositiveIntegerField(default=0)
    root = models.CharField(max_length=64, blank=True)

    objects = TakeOverQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                "file", condition=Q(state="taken"), name="a_file_is_taken_over_once"
            ),
            models.CheckConstraint(
                name="take_over_state_is_known",
                condition=Q(state__in=("taken", "undone", "corrected")),
            ),
        ]

    def __str__(self):
        return f"{self.file} › {self.office}"

    @property
    def rows_taken(self) -> int:
        """How many rows became records."""
        return sum(self.counts.values())


def cites_one() -> Q:
    """A row that counts rests under exactly one record, one that does not under none."""
    nothing = Q(**{f"{name}__isnull": True for name in RECORDS})
    each = (Q(**{f"{other}__isnull": other != name for other in RECORDS}) for name in RECORDS)
    return Q(live=False) & nothing | Q(live=True) & reduce(or_, each)


class TakenRow(models.Model):
    """One row of a ledger as it was read: `fields` is all that its record is made of.

    `key` names the row within its office: kind, title and day. A record with several rows is a
    joint activity, or a brand written down twice. `earlier` are the keys of the evidence of the
    rows it corrects, `was` the key of the record of a row that counts no more.
    """

    take_over = models.ForeignKey(TakeOver, models.PROTECT, related_name="rows")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=64)
    fields = models.JSONField()
    live = models.BooleanField(default=True)
    earlier = models.JSONField(default=list)
    was = models.PositiveBigIntegerField(null=True)
    # The actions write a record anew under its own key; the database checks at the end.
    activity = models.ForeignKey(
        Activity, models.DO_NOTHING, null=True, related_name="taken_rows", db_index=False
    )
    matter = models.ForeignKey(
        Matter, models.DO_NOTHING, null=True, related_name="taken_rows", db_index=False
    )
    venue = models.ForeignKey(
        Venue, models.DO_NOTHING, null=True, related_name="taken_rows", db_index=False
    )
    programme = models.ForeignKey(
        Programme, models.DO_NOTHING, null=True, related_name="taken_rows", db_index=False
    )
    project = models.ForeignKey(
        Project, models.DO_NOTHING, null=True, related_name="taken_rows", db_index=False
    )

    class Meta:
        ordering = ["pk"]
        indexes = [
            *(
                models.Index(
                    fields=[name], name=f"taken_{name}", condition=Q(**{f"{name}__isnull": False})
                )
                for name in RECORDS
            ),
            models.Index(fields=["key", "take_over"], name="taken_key"),
        ]
        constraints = [
            models.CheckConstraint(name="a_live_row_cites_one_record", condition=cites_one()),
        ]

    def __str__(self):
        return f"{self.evidence} › {self.kind}"
