"""What was found, who has to put it right until when, and what was seen when it was looked at
again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.matters.models import Matter
from xieshang.people.models import Unit

from .supervision import OfSupervisionQuerySet, Supervision
from .visit import Visit


class Came(models.TextChoices):
    """How far a finding was put right when somebody looked again."""

    DONE = "done", _("Put right")
    PARTLY = "partly", _("Put right in part")
    NOT = "not", _("Not put right")


class FindingQuerySet(OfSupervisionQuerySet):
    def unsettled(self):
        """Neither put right, nor carried on by a matter after a look."""
        return self.exclude(came=Came.DONE).exclude(~Q(came=""), ~Q(matter=None))


class Finding(models.Model):
    """One thing that is not as it should be. `came` is what the last look saw, "" before any."""

    supervision = models.ForeignKey(Supervision, models.PROTECT, related_name="findings")
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, blank=True, related_name="findings")
    words = models.TextField(max_length=2000)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField()
    revisit_on = models.DateField()
    matter = models.OneToOneField(
        Matter, models.PROTECT, null=True, blank=True, related_name="finding"
    )
    came = models.CharField(max_length=8, choices=Came, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="how_a_finding_came_out_is_known",
                condition=Q(came__in=["", "done", "partly", "not"]),
            ),
            models.CheckConstraint(
                name="a_finding_is_looked_at_after_it_is_due",
                condition=Q(revisit_on__gte=models.F("due_on")),
            ),
        ]

    def __str__(self):
        return self.words[:60]


class Look(models.Model):
    """One look back at a finding (回头看). Never edited; the latest counts."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="looks")
    day = models.DateField()
    came = models.CharField(max_length=8, choices=Came)
    words = models.TextField(blank=True, max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                name="what_a_look_saw_is_known", condition=Q(came__in=["done", "partly", "not"])
            ),
        ]

    def __str__(self):
        return self.get_came_display()
