"""A corrected file takes the place of the one before it, row by row."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from xieshang.evidence.bulk import insert_objects
from xieshang.matters.models import Matter

from ..models import TakenRow, TakeOver
from . import joining
from .registers import MATTERS, REGISTERS
from .standing import batches, cite, let_go, moved_on, restate, sweep

UNSAID = ("before",)  # facts that no row says
WORDS = ("title", "ledger_number", "source", "area", "unit", "author", "sent_to", "opinion")


def _number(row: TakenRow) -> str:
    """What stands in the first cell: most often the row's own number."""
    return str(row.evidence.cells[0]) if row.evidence.cells else ""


def _title(row: TakenRow) -> str:
    return str(row.fields.get("title") or row.fields.get("name"))


def _day(row: TakenRow) -> str:
    return str(row.fields.get("day") or row.fields.get("raised_on"))


NAMES: tuple[Callable[[TakenRow], tuple], ...] = (  # what a row is known by again, surest first
    lambda row: (row.kind, row.key, _number(row)),
    lambda row: (row.kind, row.key),
    lambda row: (row.kind, _title(row), _number(row)),
    lambda row: (row.kind, _number(row), _day(row)),
    lambda row: (row.kind, _title(row)),
)


def correct(run, old: TakeOver) -> None:
    """Take a file over in place of `old`: its rows that are known again keep their records."""
    before = list(old.rows.filter(live=True).select_related("evidence", "take_over"))
    moved = set(moved_on(old.rows, old).values_list("pk", flat=True))
    records = {row.pk: _record(row) for row in before}
    let_go(old.rows)
    rows = [row for sheet in run.plan.sheets() for some in run.read(sheet) for row in some]
    pairs = dict(known_again(rows, before))
    found = set(pairs.values())
    changes = [*_matched(run, rows, pairs, records, moved)]
    changes += _gone(run, [row for row in before if row not in found], records, moved)
    changes += _added(run, [row for place, row in enumerate(rows) if place not in pairs])
    run.take_over.changes = changes
    old.state = TakeOver.State.CORRECTED
    old.save(update_fields=["state"])
    sweep(old.office_id)


def known_again(
    rows: Sequence[TakenRow], before: Sequence[TakenRow]
) -> Iterator[tuple[int, TakenRow]]:
    """Place in rows → the row of the earlier file that it is, one to one, surest names first."""
    left, free = dict(enumerate(rows)), list(before)
    for name in NAMES:
        by_name = defaultdict(list)
        for row in free:
            by_name[name(row)].append(row)
        for place, row in list(left.items()):
            if same := by_name.get(name(row)):
                yield place, same.pop(0)
                del left[place]
        free = [row for rest in by_name.values() for row in rest]


def _matched(run, rows, pairs, records, moved) -> Iterator[dict]:
    """Save the rows that are known again, and write the records anew of those that changed."""
    changed, same = defaultdict(set), []
    for place, earlier in pairs.items():
        row, register = rows[place], REGISTERS[earlier.kind]
        key = records[earlier.pk]
        setattr(row, register.key, key)
        row.earlier = [earlier.evidence_id, *earlier.earlier]
        if "before" in earlier.fields:
            row.fields["before"] = earlier.fields["before"]
        differing = _differing(earlier, row)
        if not differing or (register is MATTERS and key in moved):
            same.append(row)
        else:
            changed[register.name].add(key)
        if differing:
            yield _change("changed", row, fields=differing)
    insert_objects([rows[place] for place in pairs])
    restate(changed, run.lookups, run.by)
    cite(same)
    _reword([row for row in same if row.matter_id in moved])


def _gone(run, gone, records, moved) -> list[dict]:
    """Let the rows that are not in the file any more go; a matter somebody has moved stays."""
    stay = [row for row in gone if REGISTERS[row.kind] is MATTERS and records[row.pk] in moved]
    for row in stay:
        TakenRow.objects.filter(pk=row.pk).update(live=True, matter=records[row.pk])
    leave = [row for row in gone if row not in stay]
    affected = defaultdict(set)
    for row in leave:
        affected[REGISTERS[row.kind].name].add(records[row.pk])
    restate(affected, run.lookups, run.by)
    return [_change("gone", row) for row in leave] + [_change("kept", row) for row in stay]


def _added(run, rows) -> list[dict]:
    """Write the rows that the earlier file did not have."""
    meetings = joining.Meetings(run.plan.office)
    by_kind = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    for some in by_kind.values():
        citing = joining.repeated(some, run.plan.office)
        citing |= meetings.same(some, citing)
        run.write(some, citing)
        run.joined += len(meetings.found)
        run.to_decide += meetings.propose(some)
    return [_change("added", row) for row in rows]


def _record(row: TakenRow) -> int:
    return getattr(row, REGISTERS[row.kind].key)


def _differing(earlier: TakenRow, row: TakenRow) -> dict[str, list]:
    """Field → what it said and what it says now."""
    return {
        name: [earlier.fields.get(name), value]
        for name, value in row.fields.items()
        if name not in UNSAID and earlier.fields.get(name) != value
    }


def _change(what: str, row: TakenRow, **more) -> dict:
    place = {"sheet": row.evidence.sheet, "row": row.evidence.row}
    return {"what": what, "title": _title(row), **place, **more}


def _reword(rows: Sequence[TakenRow]) -> None:
    """Correct the words of matters whose life has gone on; their steps stay."""
    for some in batches(rows):
        for row in some:
            words = {name: row.fields[name] for name in WORDS if name in row.fields}
            Matter.objects.filter(pk=row.matter_id).update(**words)
