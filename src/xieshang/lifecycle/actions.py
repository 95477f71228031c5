"""The only code that changes a status."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from xieshang.audit.actions import fingerprint, seal
from xieshang.people.models import calendar
from xieshang.reading.workdays import Calendar

from .models import Step
from .table import Deed, Move, Role


class NoSuchMove(ValueError):
    """The table has no such move from where the subject stands."""


class Hindered(ValueError):
    """The table has the move, and something must happen before; says what."""


def moves_open_to(person, subject) -> list[Move]:
    """The moves this person may make on this subject, now or once nothing hinders them."""
    return open_to(subject.roles_of(person), subject)[0]


def open_move(person, subject, verb: str) -> Move:
    """The move of that verb; raises NoSuchMove where the table has none from where the subject
    stands, PermissionDenied where it is for another role, Hindered where it must wait."""
    return judged(subject, verb, partial(subject.holds, person))


def allowed(subject, verb: str, roles: Collection[Role]) -> Move:
    """The move of that verb, for these roles; raises as `open_move` does."""
    return judged(subject, verb, roles.__contains__)


def judged(subject, verb: str, held: Callable[[Role], bool]) -> Move:
    """The move of that verb, for who holds what it asks for; raises as `open_move` does."""
    move = subject.lifecycle.move(verb, subject.status)
    if move is None:
        raise NoSuchMove(f"no {verb!r} from {subject.status!r} in {subject.lifecycle.name!r}")
    if not held(move.role):
        raise PermissionDenied(f"{verb!r} is for the {move.role}")
    if reason := subject.hindrance(move):
        raise Hindered(reason)
    return move


def deeds_open_to(person, subject) -> list[Deed]:
    """What else this person may do to this subject, where it stands."""
    return open_to(subject.roles_of(person), subject)[1]


def open_to(roles: Collection[Role], subject) -> tuple[list[Move], list[Deed]]:
    """What whoever has these roles may do to this subject where it stands: moves, and deeds."""
    life = subject.lifecycle
    moves = [m for m in life.moves_from(subject.status) if m.role in roles]
    deeds = [d for d in life.deeds if subject.status in d.states and {*roles} & {*d.roles}]
    return moves, deeds


def open_deed(person, subject, name: str) -> Deed:
    """The deed of that name; raises as `open_move` does."""
    deed = subject.lifecycle.deed(name, subject.status)
    if deed is None:
        raise NoSuchMove(f"no {name!r} at {subject.status!r} in {subject.lifecycle.name!r}")
    if not any(subject.holds(person, role) for role in deed.roles):
        raise PermissionDenied(f"{name!r} is for {', '.join(deed.roles)}")
    if reason := subject.deed_hindrance(deed, person):
        raise Hindered(reason)
    return deed


def hold_for(subject, name: str, *, by):
    """The subject, locked until the transaction ends, for a deed this person may do now.

    Raises as `open_deed` does. The caller seals.
    """
    locked = type(subject).objects.select_for_update().get(pk=subject.pk)
    open_deed(by, locked, name)
    return locked


@transaction.atomic
def open_subject(subject, *, by, day: date | None = None, due: date | None = None):
    """Put a new subject at the first state of its lifecycle, and save it."""
    day = day or timezone.localdate()
    rest(subject, subject.lifecycle.first, day, due)
    subject.save(force_insert=True)
    subject.steps.create(by=by, day=day, verb="open", went_to=subject.status)
    seal(by, "open", subject, went_to=subject.status)
    return subject


@dataclass(frozen=True, slots=True)
class Said:
    """What is said with a step: why, on which day, until when there is time, what came of it.

    What is left out follows from the table. `after` is the key of the step that was the last one
    when somebody decided: another one since then means that they came too late.
    """

    note: str = ""
    day: date | None = None
    due: date | None = None
    outcome: str | None = None
    after: int | None = None


def take_step(subject, verb: str, *, by, said: Said = Said()) -> Step:  # noqa: B008 it is frozen
    """Move a subject along its lifecycle, as a person who may.

    Raises NoSuchMove where the table has none, PermissionDenied where the role is another's,
    Hindered where something must happen before.
    """
    return step(subject, verb, by, None, said)


def follow_rule(subject, verb: str, *, by, said: Said = Said()) -> Step:  # noqa: B008
    """Make the move which must follow from what this person has just done."""
    return step(subject, verb, by, {Role.RULE}, said)


def take_as(subject, verb: str, role: Role, *, by, said: Said = Said()) -> Step:  # noqa: B008
    """Make a move as whoever proved a role in another way than by an account: with a receipt."""
    return step(subject, verb, by, {role}, said)


@transaction.atomic
def step(subject, verb: str, by, roles: Collection[Role] | None, said: Said) -> Step:
    """Lock the row, check table, role and hindrance, write the step, seal it."""
    taken = step_unsealed(subject, verb, by, roles, said)
    seal_step(taken, by=by)
    return taken


def step_unsealed(subject, verb: str, by, roles: Collection[Role] | None, said: Said) -> Step:
    """The same in the transaction of the caller, who lets it fail with what is raised, and seals
    it last: whoever seals holds the end of the log until all is written."""
    locked = type(subject).objects.select_for_update().get(pk=subject.pk)
    if said.after is not None and locked.steps.filter(pk__gt=said.after).exists():
        raise NoSuchMove(f"{verb!r} was decided after step {said.after}")
    move = open_move(by, locked, verb) if roles is None else allowed(locked, verb, roles)
    day = said.day or timezone.localdate()
    facts = {"came_from": locked.status, "went_to": move.goes_to}
    outcome = move.outcome if said.outcome is None else said.outcome
    if outcome is not None:
        facts["outcome"] = locked.outcome = outcome
    rest(locked, move.goes_to, day, said.due)
    taken = locked.steps.create(verb=verb, by=by, note=said.note, day=day, **facts)
    written = ["status", "moved_on", "due_on", *(["outcome"] if outcome is not None else [])]
    locked.save(update_fields=written)
    for name in written:
        setattr(subject, name, getattr(locked, name))
    subject.taken = locked.taken = taken
    return taken


def seal_step(taken: Step, *, by) -> None:
    """Seal a step that has been written."""
    facts = {"came_from": taken.came_from, "went_to": taken.went_to}
    if hasattr(taken, "outcome"):
        facts["outcome"] = taken.outcome
    seal(by, taken.verb, taken.subject, note=fingerprint(taken.note), **facts)


def rest(subject, status: str, day: date, due: date | None = None, days_of=calendar) -> None:
    """Let a subject stand in a state from a day on; `due`, else the working days it is allowed."""
    subject.status, subject.moved_on = status, day
    state = subject.state
    if not state.waits:
        subject.due_on = None
        return
    days = subject.days_allowed(state) if due is None else None
    subject.due_on = subject.day_due(days_of(day).add(day, days) if days else due)


def last_step(subject) -> Step | None:
    """What was done last, by whom and when: what this very object has done, else what is kept."""
    return subject.__dict__.get("taken") or subject.steps.select_related("by").last()


@dataclass(frozen=True, slots=True)
class Told:
    """One move that a ledger tells of: which, when, and in the ledger's own words."""

    verb: str
    day: date
    note: str = ""


def record_lives(
    lives: Sequence[tuple[models.Model, date, Sequence[Told]]], steps: type[Step], *, by
) -> None:
    """Write down lives that others led: each new subject, its first day, its moves so far.

    Every move must be in the subject's table; raises NoSuchMove. The caller seals the whole.
    """
    known = calendar()  # read once for all
    walks = [
        (subject, list(walk(subject, day, told, lambda **facts: steps(by=by, **facts), known)))
        for subject, day, told in lives
    ]
    kinds = {type(subject) for subject, _steps in walks}
    for kind in kinds:
        kind._default_manager.bulk_create([s for s, _steps in walks if type(s) is kind], 2000)
    for subject, taken in walks:
        for each in taken:
            each.subject = subject
    steps._default_manager.bulk_create([each for _subject, taken in walks for each in taken], 2000)


def walk(subject, day: date, told: Iterable[Told], step_of: Callable[..., Step], known: Calendar):
    """The steps of one life; leaves the subject where they end."""
    rest(subject, subject.lifecycle.first, day, days_of=lambda _day: known)
    yield step_of(verb="open", went_to=subject.status, day=day)
    for each in told:
        move = subject.lifecycle.move(each.verb, subject.status)
        if move is None:
            raise NoSuchMove(f"no {each.verb!r} from {subject.status!r}")
        facts = {"came_from": subject.status, "went_to": move.goes_to}
        if move.outcome is not None:
            facts["outcome"] = subject.outcome = move.outcome
        yield step_of(verb=move.verb, day=each.day, note=each.note, **facts)
        rest(subject, move.goes_to, each.day, days_of=lambda _day: known)
