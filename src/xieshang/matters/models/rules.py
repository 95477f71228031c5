"""Local rules, which are data: sessions, categories, grounds, classes of answers, limits.

A place without a rule of its own follows the one above it.
"""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee, Term, Unit

from ..lifecycles import LIFECYCLES, OUTCOMES, PARTS, REFERRAL

TABLES = {each.name: each for each in (*LIFECYCLES.values(), *PARTS.values(), REFERRAL)}


class LocalQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Rules are no secret to whoever signs in."""
        return self

    def public(self):
        """Nor to anybody else."""
        return self

    def of(self, committee):
        """The rules in force for a committee: its own, else those of the nearest one above."""
        line = committee.line()
        places = set(self.filter(committee__in=line).values_list("committee_id", flat=True))
        return self.filter(committee=next((code for code in line if code in places), None))


class DatedQuerySet(LocalQuerySet):
    def standing(self, day=None):
        """Rules in force on a day."""
        day = day or timezone.localdate()
        begun = Q(since=None) | Q(since__lte=day)
        return self.filter(begun).filter(Q(until=None) | Q(until__gt=day))

    def of(self, committee, day=None):
        """Those in force on a day for a committee: its own, else those of the nearest above."""
        return LocalQuerySet.of(self.standing(day), committee)


class Dated(models.Model):
    """A rule with its time: a term brings others, and what was filed under it stays.

    One that has ended is offered no more; whatever names it goes on naming it.
    """

    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name, condition=Q(until=None) | Q(since=None) | Q(until__gt=F("since"))
    )


class Session(models.Model):
    """A plenary session: what is handed in while its window is open is a plenary proposal."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="sessions")
    term = models.ForeignKey(Term, models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    objects = LocalQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_at"]
        constraints = [
            models.UniqueConstraint("term", "number", name="a_term_has_a_session_once"),
            models.CheckConstraint(
                name="a_session_closes_after_it_opens", condition=Q(closes_at__gt=F("opens_at"))
            ),
        ]

    def __str__(self):
        return f"{self.term.number}-{self.number}"


class Category(Dated):
    """A category of one kind of matter: for reporting, or for working with.

    A category may show a notice to whoever raises a matter, or stop them with an answer, as for
    an emergency; it may name the unit that usually answers.
    """

    class Use(models.TextChoices):
        REPORTING = "reporting", _("For reporting")
        WORKING = "working", _("For working")
        PUBLIC = "public", _("For residents")

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="categories")
    use = models.CharField(max_length=10, choices=Use)
    name = models.CharField(max_length=40)
    notice = models.CharField(max_length=300, blank=True)
    stop = models.CharField(max_length=300, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                "committee",
                "use",
                "name",
                condition=Q(until=None),
                name="a_standing_category_is_named_once",
            ),
            ends_after_it_begins("a_category_ends_after_it_begins"),
            models.CheckConstraint(
                name="category_use_is_known",
                condition=Q(use__in=["reporting", "working", "public"]),
            ),
        ]

    def __str__(self):
        return self.name


class Ground(Dated):
    """A ground on which a place does not file a proposal, or does not take a matter up."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="grounds")
    words = models.CharField(max_length=200)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                "committee", "words", condition=Q(until=None), name="a_standing_ground_is_one"
            ),
            ends_after_it_begins("a_ground_ends_after_it_begins"),
        ]

    def __str__(self):
        return self.words


class AnswerClass(Dated):
    """A class of answers (A, B, C …) as a place writes it, and the outcome it stands for."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="answer_classes")
    letter = models.CharField(max_length=4)
    words = models.CharField(max_length=100)
    outcome = models.CharField(max_length=10, choices=OUTCOMES)

    class Meta:
        ordering = ["letter"]
        constraints = [
            models.UniqueConstraint(
                "committee",
                "letter",
                condition=Q(until=None),
                name="a_standing_letter_means_one_class",
            ),
            ends_after_it_begins("a_class_ends_after_it_begins"),
            models.CheckConstraint(
                name="a_class_maps_to_an_outcome", condition=Q(outcome__in=list(OUTCOMES))
            ),
        ]

    def __str__(self):
        return f"{self.letter} {self.words}"


class Limit(models.Model):
    """How many working days a place allows in one state of one table, where it is not the usual.

    Its `days` from opening count for a dispute, too: a unit may dispute as long as it may take to
    receive an assignment.
    """

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="limits")
    life = models.CharField(max_length=20, choices=[(t.name, t.label) for t in TABLES.values()])
    state = models.CharField(max_length=20)
    days = models.PositiveSmallIntegerField()

    objects = LocalQuerySet.as_manager()

    class Meta:
        ordering = ["committee_id", "life", "state"]
        constraints = [
            models.UniqueConstraint("committee", "life", "state", name="a_state_has_one_limit"),
            models.CheckConstraint(
                name="a_limit_is_a_day_to_two_years", condition=Q(days__gte=1, days__lte=500)
            ),
        ]

    def __str__(self):
        return f"{self.committee} {self.life} {self.state}: {self.days}"


def limits_of(line: list[int], life: str) -> dict[str, int]:
    """State → working days, as the places of a line rule for one table; the nearest one wins."""
    rows = Limit.objects.filter(committee__in=line, life=life).order_by()
    found = {
        (place, state): days
        for place, state, days in rows.values_list("committee_id", "state", "days")
    }
    return {
        state: days
        for code in reversed(line)
        for (place, state), days in found.items()
        if place == code
    }
