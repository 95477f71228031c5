"""What the list of matters may be narrowed by."""

import datetime as dt
from collections.abc import Iterator

from django import forms
from django.core.validators import RegexValidator
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.table import Role
from xieshang.matters.lifecycles import LIFECYCLES, OUTCOMES
from xieshang.matters.models import Assignment, Category, Distinction, Matter, Session
from xieshang.matters.models.waiting import in_states, waits_for

from .filters import DayFilters, choice, day, word

STATES = {state.name: state.label for cycle in LIFECYCLES.values() for state in cycle.states}
SOON = dt.timedelta(days=14)
WAITING = (
    ("open", gettext_lazy("Still open")),
    ("late", gettext_lazy("Late")),
    ("soon", gettext_lazy("Due within two weeks")),
    ("me", gettext_lazy("Waiting for me")),
    ("sign", gettext_lazy("To sign along")),
    ("rate", gettext_lazy("To rate")),
    ("answer", gettext_lazy("To answer")),
)
HOLDERS = (
    ("office", gettext_lazy("The office")),
    ("unit", gettext_lazy("Handling units")),
    ("proposer", gettext_lazy("Proposers")),
    ("above", gettext_lazy("A tier above")),
)
HELD = {"office": (Role.OFFICE,), "unit": (Role.UNIT,), "proposer": (Role.AUTHOR, Role.SIGNER)}
MOST_CHOICES = 200
NUMBER = RegexValidator(r"^[Mm]?[0-9]{1,9}$", gettext_lazy("A number like 12, or M345."))


class MatterFilters(DayFilters):
    """By what a matter is, where it stands, whom it waits for, and when."""

    lookups = {
        "q": "title__icontains",
        "kind": "kind",
        "state": "status",
        "outcome": "outcome",
        "since": "raised_on__gte",
        "until": "raised_on__lte",
    }
    usual = ("q", "kind", "state", "waiting", "committee", "own")

    kind = choice(gettext_lazy("Kind"), Matter.KINDS)
    state = choice(gettext_lazy("State"), STATES.items())
    waiting = choice(gettext_lazy("Waiting"), WAITING)
    holder = choice(gettext_lazy("Who has the next word"), HOLDERS)
    unit = word(gettext_lazy("Handling unit"))
    category = choice(gettext_lazy("Category"), ())
    session = choice(gettext_lazy("Session"), ())
    outcome = choice(gettext_lazy("What came of it"), OUTCOMES.items())
    distinction = choice(gettext_lazy("Distinguished as"), Distinction.Kind.choices)
    number = word(gettext_lazy("Number"))
    due = day(gettext_lazy("Due until"))
    mine = forms.BooleanField(label=gettext_lazy("Raised by me"), required=False)
    ours = forms.BooleanField(label=gettext_lazy("Of the offices I keep"), required=False)

    field_order = ["q", "kind", "state", "waiting", "committee", "own"]

    def offer(self, person) -> None:
        super().offer(person)
        self.fields["number"].validators.append(NUMBER)
        for name, choices in (("category", categories(person)), ("session", sessions(person))):
            self.fields[name].choices = [("", _("All")), *choices]

    def narrow(self, rows: QuerySet) -> QuerySet:
        rows = super().narrow(rows)
        for name, narrowed in NARROWED.items():
            if name in self.chosen:
                rows = narrowed(rows, self.chosen[name], self.person)
        return rows


def categories(person) -> list[tuple[str, str]]:
    """The names of categories that offices file under, each once."""
    rows = Category.objects.visible_to(person).exclude(use=Category.Use.PUBLIC).order_by()
    names = rows.values_list("name", flat=True).distinct()[:MOST_CHOICES]
    return [(name, name) for name in sorted(names)]


def sessions(person) -> Iterator[tuple[str, str]]:
    """Term and session by their numbers, as all committees count them; the newest first."""
    rows = Session.objects.visible_to(person).order_by("-term__number", "-number")
    for term, number in rows.values_list("term__number", "number").distinct()[:MOST_CHOICES]:
        said = {"term": term, "n": number}
        yield f"{term}-{number}", _("Term %(term)d, session %(n)d") % said


def soon(rows: QuerySet, _person) -> QuerySet:
    """Due within two weeks, and nothing of it late."""
    today = timezone.localdate()
    due, late = rows.is_due(today + SOON + dt.timedelta(1)), rows.is_due(today)
    return rows.filter(due & ~late)


def to_answer(rows: QuerySet, person) -> QuerySet:
    """What its author is asked by the office, and mergers they are asked about."""
    asked = in_states(waits_for(Role.AUTHOR)) & ~Q(status__in=["draft", "cosigning"])
    return rows.filter((asked & Q(raised_by=person)) | Q(pk__in=rows.to_merge(person)))


WAITS = {
    "open": lambda rows, _person: rows.open(),
    "late": lambda rows, _person: rows.overdue(),
    "soon": soon,
    "me": lambda rows, person: rows.waiting_for(person),
    "sign": lambda rows, person: rows.filter(pk__in=rows.to_sign(person)),
    "rate": lambda rows, person: rows.filter(pk__in=rows.to_rate(person)),
    "answer": to_answer,
}


def by_waiting(rows: QuerySet, how: str, person) -> QuerySet:
    return WAITS[how](rows, person)


def kept_by(person) -> QuerySet:
    """The very offices whose records this person keeps, without those below them."""
    return person.seats.current().keeping().values("committee")


def by_holder(rows: QuerySet, who: str, _person) -> QuerySet:
    return rows.held_above() if who == "above" else rows.held_by(*HELD[who])


def by_unit(rows: QuerySet, name: str, person) -> QuerySet:
    """By the units it was given to, or the one that a ledger names."""
    given = Assignment.objects.visible_to(person).live().filter(unit__name__icontains=name)
    return rows.filter(Q(unit__icontains=name) | Q(pk__in=given.values("matter")))


def by_category(rows: QuerySet, name: str, _person) -> QuerySet:
    return rows.filter(Q(category__name=name) | Q(working__name=name))


def by_session(rows: QuerySet, said: str, person) -> QuerySet:
    term, number = said.split("-")
    held = Session.objects.visible_to(person).filter(term__number=term, number=number)
    return rows.filter(session__in=held)


def by_distinction(rows: QuerySet, kind: str, _person) -> QuerySet:
    return rows.filter(distinctions__kind=kind, distinctions__ended_at=None)


def by_number(rows: QuerySet, said: str, _person) -> QuerySet:
    """By the number it is filed under; with an M by the one to say on the telephone."""
    digits = said.lstrip("Mm")
    return rows.filter(number=digits) if digits == said else rows.filter(pk=digits)


NARROWED = {
    "waiting": by_waiting,
    "holder": by_holder,
    "unit": by_unit,
    "category": by_category,
    "session": by_session,
    "distinction": by_distinction,
    "number": by_number,
    "due": lambda rows, last, _person: rows.due_before(last + dt.timedelta(1)),
    "mine": lambda rows, _yes, person: rows.filter(raised_by=person),
    "ours": lambda rows, _yes, person: rows.filter(committee__among=kept_by(person)),
}
