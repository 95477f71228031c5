"""The steps that matters took."""

from django.db import models
from django.db.models import Exists, OuterRef

from xieshang.lifecycle.models import Step

from ..lifecycles import OUTCOMES
from .matter import Matter


class MatterStepQuerySet(models.QuerySet):
    def within(self, scope):
        """Steps that happened in the scope."""
        return self.filter(
            subject__committee__code__range=scope.span, day__range=(scope.start, scope.end)
        )

    def standing(self):
        """Only the last step of each matter: what was undone later does not count."""
        later = MatterStep.objects.filter(subject=OuterRef("subject"), pk__gt=OuterRef("pk"))
        return self.exclude(Exists(later))


class MatterStep(Step):
    """A step in the life of a matter, and what it said of the outcome."""

    subject = models.ForeignKey(Matter, models.CASCADE, related_name="steps")
    outcome = models.CharField(max_length=10, blank=True, choices=OUTCOMES)

    objects = MatterStepQuerySet.as_manager()

    class Meta(Step.Meta):
        indexes = [
            models.Index(fields=["went_to", "day"]),
            models.Index(fields=["outcome", "day"]),
            models.Index(fields=["subject", "id"]),
        ]
