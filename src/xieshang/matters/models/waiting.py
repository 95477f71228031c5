"""Matters by whom they wait for and until when: what lists and boards are made of."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import reduce
from itertools import chain
from operator import or_

from django.db import models
from django.db.models import F, OuterRef, Prefetch, Q, Subquery
from django.utils import timezone

from xieshang.lifecycle.table import Lifecycle, Role

from ..lifecycles import LIFECYCLES, PARTS


def in_states(states_of: Callable[[Lifecycle], Sequence[str]]) -> Q:
    """Matters that stand in the states `states_of` gives for their table."""
    return reduce(
        or_, (Q(life=name, status__in=states_of(cycle)) for name, cycle in LIFECYCLES.items())
    )


def waits_for(*roles: Role) -> Callable[[Lifecycle], list[str]]:
    """The states of a table in which one of these roles has the next word."""
    return lambda cycle: [state.name for state in cycle.states if state.waits in roles]


def parts_waiting(*roles: Role) -> Q:
    """Assignments in which one of these roles has the next word."""
    states = waits_for(*roles)
    joint, lead = states(PARTS["joint"]), states(PARTS["lead"])
    either = Q(status__in=sorted({*joint, *lead}))  # said once for all, an index can begin there
    parts = Q(part="joint", status__in=joint) | (~Q(part="joint") & Q(status__in=lead))
    return either & parts


OPEN = in_states(lambda cycle: [s for s in cycle.open_states() if s != "draft"])


class WaitingQuerySet(models.QuerySet):
    """Matters, by whom they wait for and until when."""

    def related(self, name: str):
        """All rows that point to matters under that name."""
        return getattr(self.model, name).rel.related_model.objects

    def with_next(self):
        """With all that tells of each who has the next word."""
        parts = self.related("assignments").open().select_related("unit")
        sent = self.related("referrals").open().select_related("committee")
        return self.prefetch_related(
            Prefetch("assignments", parts, to_attr="in_hand"),
            Prefetch("referrals", sent, to_attr="above"),
        )

    def with_nudged(self):
        """With when somebody was last reminded of each, and by whom."""
        last = self.related("nudges").filter(matter=OuterRef("pk")).order_by("-pk")
        at, by = (Subquery(last.values(name)[:1]) for name in ("at", "by__name"))
        return self.annotate(nudged_at=at, nudged_by=by)

    def open(self):
        """Matters that still have a way to go."""
        return self.filter(OPEN)

    def is_due(self, day: date) -> Q:
        """That somebody must act before a day: by the matter itself, in a part, or above."""
        parts = self.related("assignments").filter(due_on__lt=day).values("matter")
        sent = self.related("referrals").filter(due_on__lt=day).values("matter")
        return Q(due_on__lt=day) | Q(pk__in=parts) | Q(pk__in=sent)

    def is_held(self, *roles: Role) -> Q:
        """That one of these roles has the next word, in the matter itself or in a unit's part.

        While a unit has it in a part, the matter itself waits for units.
        """
        own = in_states(waits_for(*roles)) & ~Q(status="draft")
        if roles == (Role.UNIT,):
            return own
        parts = self.related("assignments").filter(parts_waiting(*roles)).values("matter")
        return own | Q(pk__in=parts)

    def is_above(self) -> Q:
        """That it lies with a tier above."""
        return Q(pk__in=self.related("referrals").open().values("matter"))

    def overdue(self, day=None):
        """Matters of which the day has passed: their own, a unit's, or that of a tier above."""
        return self.filter(self.is_due(day or timezone.localdate()))

    def due_before(self, day: date):
        """Matters in which somebody must act before a day."""
        return self.filter(self.is_due(day))

    def held_by(self, *roles: Role):
        """Matters in which one of these roles has the next word."""
        return self.filter(self.is_held(*roles))

    def held_above(self):
        """Matters that lie with a tier above."""
        return self.filter(self.is_above())

    def among(self, told: Iterable[models.QuerySet]):
        """Those that are in any of several queries; each of them is found by its own index."""
        first, *others = (rows.order_by().values("pk") for rows in told)
        return self.filter(pk__among=first.union(*others))

    def waiting_for(self, person):
        """Matters in which this very person can say the next word."""
        kept = person.seats.current().keeping().values("committee")
        told = (self.for_office(kept), self.for_unit(person), self.for_member(person))
        return self.among(chain(*told))

    def own_or_asked(self, person):
        """Matters this person raised, and those in which they are asked something."""
        mine = self.model.objects.filter(raised_by=person)
        return self.among([mine, *self.for_member(person)])

    def pressing(self, person, day: date):
        """What the offices this person keeps must look at: what they hold, what is due soon."""
        kept = person.seats.current().keeping().values("committee")
        ours, parts = self.model.objects.filter(committee__among=kept), self.related("assignments")
        due = parts.filter(due_on__lt=day, committee__among=kept).values("matter")
        sent = self.related("referrals").filter(due_on__lt=day, matter__committee__among=kept)
        told = [
            ours.filter(due_on__lt=day),
            self.model.objects.filter(pk__in=due),
            self.model.objects.filter(pk__in=sent.values("matter")),
        ]
        return self.among(chain(told, self.for_office(kept)))

    def for_office(self, kept):
        """What waits for these offices: their own level, not those below."""
        all_rows, parts = self.model.objects, self.related("assignments")
        states = {name for each in LIFECYCLES.values() for name in waits_for(Role.OFFICE)(each)}
        ours = all_rows.filter(committee__among=kept, status__in=sorted(states))  # by one index
        yield ours.filter(in_states(waits_for(Role.OFFICE)))
        held = parts.filter(parts_waiting(Role.OFFICE), committee__among=kept)
        yield all_rows.filter(pk__in=held.values("matter"))
        sent = self.related("referrals").open().filter(committee__among=kept)
        yield all_rows.filter(pk__in=sent.values("matter"))

    def for_unit(self, person):
        """What waits for the units this person answers for."""
        units = person.units.values("pk")
        given = self.related("assignments").filter(parts_waiting(Role.UNIT), unit__in=units)
        yield self.model.objects.filter(pk__in=given.values("matter"))

    def for_member(self, person):
        """What this person wrote and has to go on with, and what is asked of them by others."""
        yield self.model.objects.filter(in_states(waits_for(Role.AUTHOR)), raised_by=person)
        for rows in (self.to_sign(person), self.to_merge(person), self.to_rate(person)):
            yield self.model.objects.filter(pk__in=rows)

    def to_sign(self, person):
        """The keys of matters that this person is asked to sign along."""
        asked = self.related("signatures").asked().filter(person=person)
        return asked.filter(matter__status="cosigning").values("matter")

    def to_merge(self, person):
        """The keys of matters of whose merging this person is asked."""
        mergers = self.related("mergers").open()
        asked = mergers.filter(consents__person=person, consents__agreed=None)
        return asked.values("joined")

    def to_rate(self, person):
        """The keys of matters which this person has still to rate."""
        forms = self.related("rating_forms").filter(person=person, rating=None)
        return forms.filter(round=F("matter__round"), matter__status="replied").values("matter")
