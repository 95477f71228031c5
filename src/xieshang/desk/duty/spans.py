"""The time that a duty record is asked for: a year, or a whole term of the member's committee."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.people.models import Person, Term, terms_of

FIRST = 1950


@dataclass(frozen=True, slots=True)
class Span:
    """Some days, both ends included, as the address and the title name them.

    `year` is 0 where it is a term.
    """

    query: str
    title: str
    days: tuple[date, date]
    year: int = 0


def asked_span(member: Person, asked: Mapping[str, str]) -> tuple[Span, list[Span]]:
    """The span that the address names, else this year; and the terms there are to choose from."""
    terms = [term_span(term) for term in terms_of(member)]
    chosen = f"term={asked.get('term', '')}"
    found = next((span for span in terms if span.query == chosen), None)
    return found or year_span(year_of(asked.get("year", ""))), terms


def year_span(year: int) -> Span:
    return Span(f"year={year}", str(year), (date(year, 1, 1), date(year, 12, 31)), year)


def term_span(term: Term) -> Span:
    """A term up to its last day, or to today while it runs."""
    last = term.until - timedelta(days=1) if term.until else timezone.localdate()
    words = _("%(committee)s, term %(n)d")
    title = words % {"committee": term.committee.title, "n": term.number}
    return Span(f"term={term.pk}", title, (term.since, max(term.since, last)))


def year_of(said: str) -> int:
    """The year that the address names; this one where it names none."""
    this = timezone.localdate().year
    year = int(said) if said.isascii() and said.isdecimal() and len(said) == 4 else this
    return year if FIRST <= year <= this + 1 else this
