"""Research reports and formal recommendations (建议案): authors, adoption, dispatch, answer."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee

from .supervision import Supervision


class Sort(models.TextChoices):
    """What it is."""

    REPORT = "report", _("Research report")
    PROPOSED = "proposed", _("Formal recommendation")


class Level(models.TextChoices):
    """By whom it was adopted."""

    PLENARY = "plenary", _("Plenary session")
    STANDING = "standing", _("Standing Committee")
    CHAIRS = "chairs", _("Meeting of the chairpersons")
    SPECIAL = "special", _("Special committee")


class AdviceQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of the committees this person looks over."""
        return self.filter(committee__in=Committee.objects.below_seats_of(person))


class Advice(models.Model):
    """One report or recommendation: adopted, then sent, then answered, each on its day."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="advice")
    supervision = models.ForeignKey(
        Supervision, models.PROTECT, null=True, blank=True, related_name="advice"
    )
    sort = models.CharField(max_length=10, choices=Sort)
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True, max_length=20000)
    day = models.DateField()
    authors = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="advice")
    level = models.CharField(max_length=10, choices=Level, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    sent_to = models.CharField(max_length=200, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True, max_length=4000)
    answered_on = models.DateField(null=True, blank=True)

    objects = AdviceQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name_plural = "advice"
        constraints = [
            models.CheckConstraint(
                name="advice_is_of_a_known_sort", condition=Q(sort__in=["report", "proposed"])
            ),
            models.CheckConstraint(
                name="adoption_has_its_level_and_day",
                condition=Q(level="", adopted_on=None) | (~Q(level="") & ~Q(adopted_on=None)),
            ),
            models.CheckConstraint(
                name="advice_is_sent_after_it_is_adopted",
                condition=Q(sent_on=None)
                | Q(adopted_on__isnull=False, sent_on__gte=models.F("adopted_on")),
            ),
            models.CheckConstraint(
                name="advice_is_answered_after_it_is_sent",
                condition=Q(answered_on=None)
                | Q(sent_on__isnull=False, answered_on__gte=models.F("sent_on")),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"J{self.pk}"

    @property
    def stands(self) -> str:
        """How far it is, in words."""
        for day, words in (
            (self.answered_on, _("Answer came")), (self.sent_on, _("Sent")),
            (self.adopted_on, _("Passed")),
        ):  # fmt: skip
            if day:
                return words
        return _("Entered")
