"""How a proposal is reviewed: three checks, and merging with others of the same content."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .matter import Matter


class CheckQuerySet(models.QuerySet):
    def since_submission(self, matter):
        """The checks made since the matter was last handed in."""
        last = matter.steps.filter(went_to="submitted").order_by("-pk").first()
        return self.filter(at__gte=last.at) if last else self.none()


class Check(models.Model):
    """One aspect looked at by one reviewer; the newest of an aspect is the one that counts."""

    class Aspect(models.TextChoices):
        QUALIFICATION = "qualification", _("Qualification")
        CONTENT = "content", _("Content")
        FORM = "form", _("Form")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="checks")
    aspect = models.CharField(max_length=15, choices=Aspect)
    passed = models.BooleanField()
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_check_has_a_known_aspect",
                condition=Q(aspect__in=["qualification", "content", "form"]),
            ),
            models.CheckConstraint(
                name="what_fails_a_check_has_a_reason", condition=Q(passed=True) | ~Q(note="")
            ),
        ]


class MergerQuerySet(models.QuerySet):
    def public(self):
        """That two public matters are handled together is no secret."""
        seen = Matter.objects.public()
        return self.filter(main__in=seen, joined__in=seen)

    def standing(self):
        """Mergers that came about and were not undone."""
        return self.filter(merged_at__isnull=False, ended_at=None)

    def open(self):
        """Mergers that wait for somebody's consent."""
        return self.filter(merged_at=None, ended_at=None)

    def of(self, matter):
        """Those that a matter leads or follows, and that were not ended."""
        either = Q(main=matter) | Q(joined=matter)
        return self.filter(either, ended_at=None)

    def visible_to(self, person):
        """Those of matters this person may see."""
        seen = Matter.objects.visible_to(person)
        return self.filter(main__in=seen) | self.filter(joined__in=seen)


class Merger(models.Model):
    """One proposal to be handled with another: proposed, agreed to by both authors, or ended.

    It links the two and moves nothing: signatures, numbers and texts stay where they are.
    """

    main = models.ForeignKey(Matter, models.CASCADE, related_name="mergers_led")
    joined = models.ForeignKey(Matter, models.CASCADE, related_name="mergers")
    note = models.CharField(max_length=500, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    merged_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = MergerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "joined", condition=Q(ended_at=None), name="a_proposal_is_merged_into_one"
            ),
            models.CheckConstraint(
                name="nothing_is_merged_into_itself", condition=~Q(main=F("joined"))
            ),
        ]


class MergerConsent(models.Model):
    """What one lead proposer says of a merger; one row each from the day it is proposed."""

    merger = models.ForeignKey(Merger, models.CASCADE, related_name="consents")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    agreed = models.BooleanField(null=True)
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("merger", "person", name="a_merger_is_answered_once"),
            models.CheckConstraint(
                name="a_consent_has_its_time",
                condition=Q(agreed=None, at=None) | Q(agreed__isnull=False, at__isnull=False),
            ),
        ]
