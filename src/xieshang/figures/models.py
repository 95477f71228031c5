"""Figures as they were taken."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Programme
from xieshang.people.models import Committee

from .metrics import METRICS
from .scope import Scope


class FigureQuerySet(models.QuerySet):
    def public(self):
        """A figure that was taken is there to be opened."""
        return self.select_related("committee", "programme", "taken_by")

    def visible_to(self, person):
        return self.public()


class Figure(models.Model):
    """A number as it stood when it was taken, with a seal over its rows."""

    code = models.CharField(max_length=12, unique=True)
    metric = models.CharField(max_length=60, db_index=True)
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="figures")
    own = models.BooleanField(_("Own level"))
    start = models.DateField()
    end = models.DateField()
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, blank=True)
    form = models.CharField(max_length=60, blank=True)
    value = models.BigIntegerField()
    base = models.BigIntegerField(null=True)
    rows = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    taken_at = models.DateTimeField(auto_now_add=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_figure_ends_after_it_begins", condition=Q(end__gte=models.F("start"))
            ),
            models.CheckConstraint(
                name="a_share_is_a_part_of_its_base",
                condition=Q(base=None) | Q(base__gte=models.F("value")),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.metric} = {self.value}"

    @property
    def definition(self):
        """The metric it was measured by."""
        return METRICS[self.metric]

    @property
    def scope(self) -> Scope:
        return Scope(self.committee, self.start, self.end, self.own)

    @property
    def narrow(self) -> dict:
        """What the rows were narrowed to beside the scope."""
        return narrowed(self.programme_id, self.form)

    def still_holds(self) -> bool:
        """Whether the rows are, today, the rows this number was measured from."""
        return self.definition.digest(self.scope, self.narrow) == self.digest


def narrowed(programme: int | None, form: str) -> dict:
    """The narrowing to a programme (by key) and a form, where given."""
    given = {"programme": programme, "form": form}
    return {facet: value for facet, value in given.items() if value}
