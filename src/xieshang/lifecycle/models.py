"""What every lifecycled table has in common."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models

from .table import Deed, Lifecycle, Move, Role, State


class Subject(models.Model):
    """Whatever moves along a lifecycle: where it stands, since when, until when it may rest.

    `due_on` is empty where nobody has to act. All three are written by a step alone.
    """

    status = models.CharField(max_length=20, editable=False)
    moved_on = models.DateField(null=True, editable=False)
    due_on = models.DateField(null=True, editable=False)

    lifecycle: Lifecycle
    GUARDS: ClassVar[Mapping[str, Callable]] = {}
    DEED_GUARDS: ClassVar[Mapping[str, Callable]] = {}

    class Meta:
        abstract = True

    @property
    def state(self) -> State:
        """The declared state it stands at."""
        return self.lifecycle.state(self.status)

    def days_allowed(self, state: State) -> int | None:
        """How many working days it may rest in a state; a place may have a rule of its own."""
        return state.days

    def day_due(self, allowed: date | None) -> date | None:
        """The day by which it must move on, when the limit allows until `allowed`."""
        return allowed

    def holds(self, person, role: Role) -> bool:
        """Whether this person holds one role; what answers many may ask fewer questions for one."""
        return role in self.roles_of(person)

    def hindrance(self, move: Move) -> str:
        """Why a move that the table has cannot be made now, in words; "" where it can."""
        return self.GUARDS[move.needs](self) if move.needs else ""

    def deed_hindrance(self, deed: Deed, person) -> str:
        """Why this person cannot do now what the table lets them do; "" where they can."""
        return self.DEED_GUARDS[deed.needs](self, person) if deed.needs else ""


class Step(models.Model):
    """One move, made by one person. Never edited.

    `day` is when it happened, `at` when it was written down: a ledger tells of the past.
    Each lifecycled model declares its own table of steps, with a real foreign key named
    `subject` (related_name="steps").
    """

    verb = models.CharField(max_length=40)
    came_from = models.CharField(max_length=40, blank=True)
    went_to = models.CharField(max_length=40)
    day = models.DateField()
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self):
        return f"{self.came_from} → {self.went_to}"
