"""All that is open with some offices, read once: heaps and the table of actors are made of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from django.db.models import F
from django.utils import timezone

from xieshang.lifecycle.table import Role, State
from xieshang.matters.lifecycles import LIFECYCLES
from xieshang.matters.models import Assignment, Matter, Referral

STATES = {(t.name, s.name): s for t in LIFECYCLES.values() for s in t.states}
FAR = date.max


@dataclass(frozen=True)
class Caseload:
    """Matters by their keys: where each stands and its day, its open parts, who has it above.

    `received` are matters of others that were sent up to these offices; `texts` tells what many
    sent word for word.
    """

    stands: dict[int, tuple[State, date | None]] = field(default_factory=dict)
    parts: dict[int, list[Assignment]] = field(default_factory=dict)
    above: dict[int, list[Referral]] = field(default_factory=dict)
    received: dict[int, Referral] = field(default_factory=dict)
    texts: dict[int, bytes] = field(default_factory=dict)

    def days(self, key: int) -> Iterable[date | None]:
        """Every day on which somebody must act in a matter."""
        if key in self.stands:
            yield self.stands[key][1]
        yield from (part.due_on for part in self.parts.get(key, ()))
        yield from (sent.due_on for sent in self.above.get(key, ()))
        if key in self.received:
            yield self.received[key].due_on

    @cached_property
    def first(self) -> dict[int, date]:
        """The first of them for each matter: asked again and again, to sort by."""
        return {key: min(filter(None, self.days(key)), default=FAR) for key in self.keys()}

    def due(self, key: int) -> date:
        return self.first[key]

    def keys(self) -> set[int]:
        return {*self.stands, *self.parts, *self.above, *self.received}

    def ours(self) -> set[int]:
        """The keys of these offices' own matters."""
        return {*self.stands, *self.parts, *self.above}

    def held_by(self, *roles: Role) -> set[int]:
        """The matters in which one of these roles has the next word."""
        own = {key for key, (state, _due) in self.stands.items() if state.waits in roles}
        given = {
            key for key, parts in self.parts.items()
            if any(part.state.waits in roles for part in parts)
        }  # fmt: skip
        return own | given

    def due_in(self, keys: Iterable[int], when: Callable[[date], bool]) -> list[int]:
        """Those of them that are due then, the most pressing first."""
        return sorted((key for key in keys if when(self.due(key))), key=self.order)

    def order(self, key: int) -> tuple[date, int]:
        return self.due(key), key

    def late(self, keys: Iterable[int]) -> list[int]:
        today = timezone.localdate()
        return self.due_in(keys, lambda day: day < today)

    def soon(self, keys: Iterable[int], within: timedelta) -> list[int]:
        today = timezone.localdate()
        return self.due_in(keys, lambda day: today <= day <= today + within)


def caseload(person, offices: Sequence[int]) -> Caseload:
    """What is open with these offices, as far as this person may see it: three queries.

    Whatever is open has a day, but for a draft and for what lies outside the body.
    """
    due = {"committee__in": offices, "due_on__isnull": False}
    own = Matter.objects.visible_to(person).handed_in().filter(**due).order_by()
    rows = list(own.values_list("pk", "life", "status", "due_on", "likeness"))
    stands = {key: (STATES[life, status], day) for key, life, status, day, _text in rows}
    texts = {key: bytes(text) for key, *_rest, text in rows if text is not None}
    parts: dict[int, list[Assignment]] = defaultdict(list)
    given = Assignment.objects.visible_to(person).filter(**due)
    for part in given.select_related("unit").order_by("pk"):
        parts[part.matter_id].append(part)
    above: dict[int, list[Referral]] = defaultdict(list)
    received: dict[int, Referral] = {}
    for sent in sent_with(person, offices):
        if sent.committee_id in offices:
            received[sent.matter_id] = sent
        elif sent.whose in offices:
            above[sent.matter_id].append(sent)
    return Caseload(stands, dict(parts), dict(above), received, texts)


def sent_with(person, offices: Sequence[int]) -> Iterable[Referral]:
    """The open referrals to these offices, and those of what they have sent up themselves;
    `whose` is the office of the matter."""
    seen = Referral.objects.visible_to(person)
    ours = seen.filter(sender__in=offices).order_by().values("matter")
    to_us = seen.open().filter(committee__in=offices).order_by().values("pk")
    of_ours = seen.open().filter(matter__in=ours).order_by().values("pk")
    rows = seen.filter(pk__among=to_us.union(of_ours))
    return rows.select_related("committee").annotate(whose=F("matter__committee")).order_by("pk")
