"""How many working days each state allows here; what a change would do, before it is made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy, ngettext

from xieshang.lifecycle.models import Subject
from xieshang.lifecycle.table import Lifecycle, Role, State
from xieshang.matters.actions import changed_days, made_late, set_limit
from xieshang.matters.forms.ruling import LimitForm
from xieshang.matters.models import Limit
from xieshang.matters.models.rules import TABLES
from xieshang.people.models import Committee

from .rule_part import done

SHOWN = 10
WHO: Mapping[Role, str] = {
    Role.OFFICE: gettext_lazy("The office"),
    Role.UNIT: gettext_lazy("The unit"),
    Role.AUTHOR: gettext_lazy("Whoever raised it"),
    Role.SIGNER: gettext_lazy("Whoever signed it"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One state: the days by its table, by a rule of a place above, and by our own."""

    table: Lifecycle
    state: State
    who: str
    usual: int
    above: Limit | None
    own: int | None

    @property
    def days(self) -> int:
        """What holds."""
        return self.own or (self.above.days if self.above else self.usual)


def gather(_request: HttpRequest, committee: Committee, _part: str) -> Mapping:
    found = lines_of(committee)
    tables = {line.table.name: line.table for line in found}
    return {
        "tables": [(table, [x for x in found if x.table is table]) for table in tables.values()]
    }


def lines_of(committee: Committee) -> list[Line]:
    """Every state with a clock, in the order of the tables."""
    return list(read(committee))


def read(committee: Committee) -> Iterator[Line]:
    line = committee.line()
    rows = Limit.objects.public().filter(committee__in=line).select_related("committee")
    known = {(each.life, each.state, each.committee_id): each for each in rows}
    for table in TABLES.values():
        for state in table.states:
            if state.days and state.waits:
                key = (table.name, state.name)
                above = next((known[*key, c] for c in line[1:] if (*key, c) in known), None)
                own = known.get((*key, committee.pk))
                who = str(WHO.get(state.waits, state.waits))
                yield Line(table, state, who, state.days, above, own.days if own else None)


def act(request: HttpRequest, committee: Committee, part: str):
    """First what it would change; sent from there, it is changed."""
    said = (request.POST.get("life", ""), request.POST.get("state", ""))
    chosen = next((x for x in read(committee) if (x.table.name, x.state.name) == said), None)
    if chosen is None:
        raise Http404("/".join(said))
    form = LimitForm(request.POST)
    if not form.is_valid():
        return {"form": form, "chosen": chosen, "wrong": True}
    days = form.cleaned_data["days"]
    where = {"life": chosen.table.name, "state": chosen.state.name}
    if request.POST.get("act") == "set":
        number = set_limit(committee, **where, days=days, by=request.user)
        words = ngettext(
            "The limit is set; one has another day now.",
            "The limit is set; %(n)d have another day now.",
            number,
        )
        return done(request, committee, part, words % {"n": number})
    return {
        "form": form,
        "chosen": chosen,
        "days": days,
        "asked": True,
        **what_moves(list(changed_days(committee, days=days, **where))),
    }


def what_moves(changed: Sequence[tuple[Subject, date]]) -> Mapping:
    """How many get another day, how many of them become late, and the first few by name."""
    return {
        "changed": len(changed),
        "late": made_late(changed),
        "some": [(named(subject), subject, due) for subject, due in changed[:SHOWN]],
    }


def named(subject) -> str:
    """What a changed subject is called."""
    matter = getattr(subject, "matter", subject)
    unit = getattr(subject, "unit", "") if matter is not subject else ""
    return " · ".join(str(word) for word in (matter.title, unit) if word)
