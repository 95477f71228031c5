"""The only code that changes a status."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from xieshang.audit.actions import fingerprint, seal

from .models import Step
from .table import Move, Role


class NoSuchMove(ValueError):
    """The table has no such move from where the subject stands."""


def moves_open_to(person, subject) -> list[Move]:
    """The moves this person may make on this subject, now."""
    roles = subject.roles_of(person)
    return [m for m in subject.lifecycle.moves_from(subject.status) if m.role in roles]


def open_move(person, subject, verb: str) -> Move:
    """The move of that verb; raises NoSuchMove where the table has none from where the subject
    stands, PermissionDenied where it is for another role."""
    move = subject.lifecycle.move(verb, subject.status)
    if move is None:
        raise NoSuchMove(f"no {verb!r} from {subject.status!r} in {subject.lifecycle.name!r}")
    if move.role not in subject.roles_of(person):
        raise PermissionDenied(f"{verb!r} is for the {move.role}")
    return move


@transaction.atomic
def open_subject(subject, *, by, day: date | None = None):
    """Put a new subject at the first state of its lifecycle, and save it."""
    subject.status = subject.lifecycle.first
    subject.save(force_insert=True)
    facts = {"verb": "open", "went_to": subject.status}
    subject.steps.create(by=by, day=day or timezone.localdate(), **facts)
    seal(by, "open", subject, went_to=subject.status)
    return subject


def take_step(subject, verb: str, *, by, note: str = "", day: date | None = None) -> Step:
    """Move a subject along its lifecycle, as a person who may.

    Raises NoSuchMove where the table has none, PermissionDenied where the role is another's.
    """
    return step(subject, verb, by, subject.roles_of(by), note, day)


def follow_rule(subject, verb: str, *, by, day: date | None = None) -> Step:
    """Make the move which must follow from what this person has just done."""
    return step(subject, verb, by, {Role.RULE}, "", day)


@transaction.atomic
def step(subject, verb, by, roles, note, day) -> Step:
    """Lock the row, check table and role, write the step, seal it."""
    locked = type(subject).objects.select_for_update().get(pk=subject.pk)
    move = locked.lifecycle.move(verb, locked.status)
    if move is None:
        raise NoSuchMove(f"no {verb!r} from {locked.status!r} in {locked.lifecycle.name!r}")
    if move.role not in roles:
        raise PermissionDenied(f"{verb!r} is for the {move.role}")
    facts = {"came_from": locked.status, "went_to": move.goes_to}
    taken = locked.steps.create(
        verb=verb, by=by, note=note, day=day or timezone.localdate(), **facts
    )
    subject.status = locked.status = move.goes_to
    locked.save(update_fields=["status"])
    seal(by, verb, locked, note=fingerprint(note), **facts)
    return taken


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
    walks = [(subject, list(walk(subject, day, told, steps, by))) for subject, day, told in lives]
    kinds = {type(subject) for subject, _steps in walks}
    for kind in kinds:
        kind._default_manager.bulk_create([s for s, _steps in walks if type(s) is kind], 2000)
    for subject, taken in walks:
        for each in taken:
            each.subject = subject
    steps._default_manager.bulk_create([each for _subject, taken in walks for each in taken], 2000)


def walk(subject, day: date, told: Iterable[Told], steps: type[Step], by):
    """The steps of one life; leaves the subject where they end."""
    subject.status = subject.lifecycle.first
    yield steps(verb="open", went_to=subject.status, day=day, by=by)
    for each in told:
        move = subject.lifecycle.move(each.verb, subject.status)
        if move is None:
            raise NoSuchMove(f"no {each.verb!r} from {subject.status!r}")
        yield steps(
            verb=move.verb,
            came_from=subject.status,
            went_to=move.goes_to,
            day=each.day,
            note=each.note,
            by=by,
        )
        subject.status = move.goes_to
