"""Two rows of different offices that may tell of one meeting."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee

from .takeover import TakenRow


class JoinProposalQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Proposals that concern an office over which this person has a seat."""
        ours = Committee.objects.below_seats_of(person)
        return self.filter(
            Q(row_a__take_over__office__in=ours) | Q(row_b__take_over__office__in=ours)
        )

    def open(self):
        """Proposals that wait for a decision, both rows of which still count."""
        return self.filter(
            state=JoinProposal.State.OPEN, row_a__live=True, row_b__live=True
        ).select_related("row_a__activity", "row_b__activity")


class JoinProposal(models.Model):
    """Whether two rows tell of one meeting; `likeness` is 0 to 1."""

    class State(models.TextChoices):
        OPEN = "open", _("To be decided")
        JOINED = "joined", _("One meeting")
        APART = "kept-apart", _("Two meetings")

    row_a = models.ForeignKey(TakenRow, models.CASCADE, related_name="+")
    row_b = models.ForeignKey(TakenRow, models.CASCADE, related_name="+")
    likeness = models.FloatField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)

    objects = JoinProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-likeness", "pk"]
        constraints = [
            models.UniqueConstraint("row_a", "row_b", name="two_rows_are_proposed_once"),
            models.CheckConstraint(
                name="a_row_is_not_joined_with_itself", condition=Q(row_a__lt=F("row_b"))
            ),
            models.CheckConstraint(
                name="join_state_is_known", condition=Q(state__in=("open", "joined", "kept-apart"))
            ),
        ]

    def __str__(self):
        return f"{self.row_a} + {self.row_b}"

    @property
    def activity_a(self):
        """The meeting the first row tells of."""
        return self.row_a.activity

    @property
    def activity_b(self):
        """The meeting the second row tells of."""
        return self.row_b.activity
