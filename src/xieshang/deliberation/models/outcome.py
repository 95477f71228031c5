"""What became of what people agreed on."""

from django.conf import settings
from django.db import models

from xieshang.matters.models import Matter

from .deliberation import Deliberation
from .statement import Statement


class Outcome(models.Model):
    """A matter that an office made of a statement: its state is told on the deliberation's page."""

    deliberation = models.ForeignKey(Deliberation, models.PROTECT, related_name="outcomes")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="outcomes")
    matter = models.OneToOneField(Matter, models.PROTECT, related_name="weighed_in")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return str(self.matter)
