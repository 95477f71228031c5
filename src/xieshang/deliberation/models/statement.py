"""What is put to be weighed, and how its words were mended."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role

from ..lifecycles import STATEMENT
from .deliberation import Deliberation

LONGEST = 140  # characters of one that is put here: one idea, read at a glance
BROUGHT_IN = 1000  # of one that comes from elsewhere


class StatementQuerySet(models.QuerySet):
    def shown(self):
        """Those that are weighed."""
        return self.filter(status="shown")

    def waiting(self):
        """Those that nobody has looked at yet."""
        return self.filter(status="waiting")

    def public(self):
        """Those shown, and those not shown, which are listed with the reason."""
        opened = Deliberation.objects.public().values("pk")
        return self.filter(status__in=STATEMENT.public_states(), deliberation__in=opened)

    def visible_to(self, person):
        """Public ones, and all of the offices this person keeps."""
        kept = Deliberation.objects.kept_by(person).values("pk")
        public = self.public().values("pk")
        return self.filter(Q(pk__in=public) | Q(deliberation__in=kept))


class Statement(Subject):
    """One idea in one sentence. `seed` ones are the organiser's, the others a participant's."""

    deliberation = models.ForeignKey(Deliberation, models.PROTECT, related_name="statements")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=BROUGHT_IN)
    seed = models.BooleanField(default=False)
    participant = models.ForeignKey(
        "Participant", models.SET_NULL, null=True, blank=True, related_name="statements"
    )

    objects = StatementQuerySet.as_manager()
    lifecycle = STATEMENT

    class Meta:
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                name="statement_status_is_in_its_lifecycle",
                condition=Q(status__in=[state.name for state in STATEMENT.states]),
            ),
            models.UniqueConstraint(
                "deliberation", "number", name="a_statement_has_a_number_of_its_own"
            ),
            models.CheckConstraint(
                name="a_seed_is_nobody_s", condition=Q(seed=False) | Q(participant=None)
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"D{self.deliberation_id}-{self.number}"

    def roles_of(self, person) -> set[Role]:
        return self.deliberation.roles_of(person)

    @property
    def origin(self) -> str:
        """Whose it is, as it is told: the organiser's, or a participant's."""
        return _("from the organiser") if self.seed else _("from a participant")

    @property
    def reason(self) -> str:
        """Why it was not shown, as it is told to everybody; "" for others."""
        if self.status != "declined":
            return ""
        return next(s.note for s in reversed(self.steps.all()) if s.went_to == "declined")


class StatementStep(Step):
    """One move of a statement."""

    subject = models.ForeignKey(Statement, models.PROTECT, related_name="steps")


class Wording(models.Model):
    """How a statement read before it was mended: all may read it, and the votes stay."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="wordings")
    text = models.CharField(max_length=BROUGHT_IN)
    why = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.text
