"""Who takes part, and what each says. No page, list, export or log names either."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.evidence.models import File
from xieshang.people.models import Sector

from .deliberation import Deliberation
from .statement import Statement


class Participant(models.Model):
    """One voice in one deliberation: an account, a browser, a tablet's turn, a paper card.

    Of a browser's token only a digest is kept. What somebody freely says of themselves (sector,
    place, age) is told only of five and more.
    """

    class Way(models.TextChoices):
        ACCOUNT = "account", _("With an account")
        DEVICE = "device", _("Without an account")
        TABLET = "tablet", _("At a tablet of the office")
        PAPER = "paper", _("By a paper card")

    class Age(models.TextChoices):
        YOUNG = "-29", _("Under 30")
        MIDDLE = "30-44", _("30 to 44")
        LATER = "45-59", _("45 to 59")
        ELDER = "60-", _("60 and older")

    deliberation = models.ForeignKey(Deliberation, models.PROTECT, related_name="participants")
    way = models.CharField(max_length=10, choices=Way)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    key = models.CharField(max_length=64, null=True, blank=True)  # noqa: DJ001 unique where given
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, related_name="+")
    area = models.PositiveIntegerField(null=True, blank=True)
    age = models.CharField(max_length=6, choices=Age, blank=True)
    wants_news = models.BooleanField(default=False)
    since = models.DateField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("deliberation", "person", name="one_person_one_voice"),
            models.UniqueConstraint("deliberation", "key", name="one_device_one_voice"),
            models.CheckConstraint(name="way_of_taking_part_is_known", condition=Q(way__in=[
                "account", "device", "tablet", "paper",
            ])),
        ]  # fmt: skip


class Vote(models.Model):
    """What a participant says of a statement: 1 agree, -1 disagree, 0 pass."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="votes", db_index=False)
    participant = models.ForeignKey(
        Participant, models.CASCADE, related_name="votes", db_index=False
    )
    value = models.SmallIntegerField()
    important = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["statement", "at"])]
        constraints = [
            models.UniqueConstraint("participant", "statement", name="one_vote_on_a_statement"),
            models.CheckConstraint(
                name="a_vote_is_one_of_three", condition=Q(value__in=[-1, 0, 1])
            ),
        ]


class Card(models.Model):
    """The scan of a paper card, which its votes rest on."""

    participant = models.OneToOneField(Participant, models.PROTECT, related_name="card")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    typed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
