"""Choosing people and proposals among many: found by a search, kept while one searches on."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest

from xieshang.matters.models import Matter, Signature

SHOWN = 30
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Pick:
    """A member to tick: with the sector, for two may have one name; and what they said before."""

    pk: int
    name: str
    sector: str
    answer: str


def asked_for(request: HttpRequest) -> str:
    """The words somebody searches with, in whichever way the form came."""
    return (request.POST.get("q") or request.GET.get("q") or "").strip()[:LONGEST]


def keys_in(values) -> list[int]:
    """The keys among the values of a form; what cannot be a key is left out."""
    return [int(v) for v in map(str, values) if v.isascii() and v.isdecimal() and len(v) < 19]


def members(request: HttpRequest, matter: Matter, form) -> Mapping[str, object]:
    """The members who may be asked: those ticked so far, and those who fit the search."""
    q, everybody = asked_for(request), form.fields["people"].queryset
    ticked = keys_in(form["people"].value() or [])
    fitting = everybody.exclude(pk__in=ticked)
    if q:
        fitting = fitting.filter(Q(name__icontains=q) | Q(seats__sector__name__icontains=q))
    known = {row.person_id: row for row in matter.signatures.all()}
    found = picks(fitting[: SHOWN + 1], matter, known)
    return {
        "q": q,
        "all": everybody.count(),
        "picked": picks(everybody.filter(pk__in=ticked), matter, known),
        "found": found[:SHOWN],
        "more": len(found) > SHOWN,
    }


def picks(people, matter: Matter, known: Mapping[int, Signature]) -> list[Pick]:
    """People as rows to tick."""
    made = []
    for person in people.prefetch_related("seats__sector"):
        seats = [s for s in person.seats.all() if s.committee_id == matter.committee_id]
        sector = next((s.sector.name for s in seats if s.sector), "")
        answer = known[person.pk].get_answer_display() if person.pk in known else ""
        made.append(Pick(person.pk, str(person), sector, answer))
    return made


def candidates(request: HttpRequest, matter: Matter, form) -> Mapping[str, object]:
    """The filed proposals of the same committee into which this one may go."""
    q, every = asked_for(request), form.fields["main"].queryset
    fitting = every.exclude(mergers__ended_at=None, mergers__isnull=False)
    if q:
        number = Q(number=int(q)) if q.isascii() and q.isdecimal() and len(q) < 9 else Q()
        fitting = (
            fitting.filter(Q(title__icontains=q) | number)
            if number
            else fitting.filter(title__icontains=q)
        )
    chosen = next(iter(keys_in([form["main"].value() or ""])), None)
    found = list(fitting.order_by("number")[:SHOWN])
    return {"q": q, "found": found, "all": every.count(), "chosen": chosen}


def wished_unit(_request, matter: Matter, form) -> Mapping[str, object]:
    """A form that chooses units begins with the unit the author thinks of."""
    wish = getattr(matter, "wish", None)
    if wish and wish.unit_id and not form.is_bound and not form.initial:
        name = "units" if "units" in form.fields else "lead"
        form.initial = {name: [wish.unit_id] if name == "units" else wish.unit_id}
    return {}
