"""What leaders wrote on an opinion report that was adopted."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .adoption import Adoption, Referral
from .matter import Matter


class InstructionQuerySet(models.QuerySet):
    def visible_to(self, person):
        """That there is one is for whoever the adoption concerns; its words may be for fewer."""
        return self.filter(adoption__in=Adoption.objects.visible_to(person))


class Instruction(models.Model):
    """That a leader wrote an instruction on an adopted report; its words may be restricted."""

    class Level(models.TextChoices):
        NATIONAL = "national", _("National")
        REGION = "region", _("Autonomous region")
        CITY = "city", _("City")
        COUNTY = "county", _("County")

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="instructions")
    level = models.CharField(max_length=10, choices=Level)
    post = models.CharField(max_length=60)
    given_on = models.DateField()
    words = models.TextField(blank=True)
    restricted = models.BooleanField(default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = InstructionQuerySet.as_manager()

    class Meta:
        ordering = ["given_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="instruction_level_is_known",
                condition=Q(level__in=["national", "region", "city", "county"]),
            ),
        ]

    @property
    def subject(self) -> Matter | Referral:
        """What lies before the tier whose leader wrote it: the report, or its being sent up."""
        adoption = self.adoption
        if adoption.committee_id == adoption.matter.committee_id:
            return adoption.matter
        return adoption.matter.referrals.get(committee=adoption.committee_id)
