"""A record from the rows that tell of it: of several, each word from the first that has it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from xieshang.activities.actions import Draft
from xieshang.activities.models import Activity, Programme, Project, Venue
from xieshang.lifecycle.actions import Told
from xieshang.matters.actions import Life, told_matter
from xieshang.matters.lifecycles import Outcome

from ..models import TakenRow
from .lookups import Lookups

WORDS = ("form", "place", "area", "host", "session")
LOOKED_BACK_ON = (Outcome.PLANNED, Outcome.NOT_NOW, Outcome.PARTLY)
COUNTS = ("attendances", "member_attendances", "public_attendances")
Cited = tuple[Venue | Project | Programme, list[int]]


def ordered(rows: Sequence[TakenRow]) -> list[TakenRow]:
    """The lead's own row first, then by office and place: never by when a row was taken over."""
    if len(rows) == 1:
        return list(rows)
    return sorted(rows, key=_rank)


def _rank(row: TakenRow):
    office = row.take_over.office_id
    own = row.fields.get("lead") or row.fields.get("committee")
    return office != own, office, row.evidence.sheet, row.evidence.row


def evidence_of(rows: Sequence[TakenRow]) -> list[int]:
    """What the record of these rows rests on: their evidence, and that of rows they corrected."""
    return list(dict.fromkeys(key for row in rows for key in (row.evidence_id, *row.earlier)))


def meeting(key: int | None, rows: Sequence[TakenRow], lookups: Lookups) -> Draft:
    """The activity that one row, or the rows of several offices, tell of."""
    rows = ordered(rows)
    facts = rows[0].fields
    activity = Activity(
        pk=key, kind=rows[0].kind, title=facts["title"], day=date.fromisoformat(facts["day"])
    )
    for name in WORDS:
        setattr(activity, name, _first(rows, name))
    activity.approximate = []
    for name in COUNTS:
        row = next((row for row in rows if row.fields[name] is not None), None)
        if row:
            setattr(activity, name, row.fields[name])
            if name in row.fields["approximate"]:
                activity.approximate.append(name)
    activity.programme_id = _programme(rows, activity.day, lookups)
    codes = dict.fromkeys(code for row in rows for code in _codes(row))
    return Draft(activity, facts["lead"], list(codes), evidence_of(rows))


def _first(rows: Sequence[TakenRow], name: str):
    """What the first row that says anything of it says; else what the first row has."""
    said = (row.fields[name] for row in rows if row.fields[name] not in ("", None))
    return next(said, rows[0].fields[name])


def _codes(row: TakenRow) -> list[int]:
    return [row.fields["lead"], *row.fields["partners"]]


def _programme(rows: Sequence[TakenRow], day: date, lookups: Lookups) -> int | None:
    for row in rows:
        if name := row.fields["programme"]:
            return lookups.programme(row.take_over.office_id, name, day)
    return None


def matter(key: int | None, rows: Sequence[TakenRow], lookups: Lookups) -> Life:
    """The matter a row tells of, and the move it made."""
    facts = dict(rows[0].fields)
    told = [Told(verb, date.fromisoformat(day), note) for verb, day, note in facts.pop("told")]
    due, raised = facts.pop("due_on", None), date.fromisoformat(facts.pop("raised_on"))
    office = facts.pop("committee")
    if facts.get("life"):
        facts |= _in_hand(facts, office, told, lookups)
    subject = told_matter(
        pk=key,
        committee_id=office,
        raised_on=raised,
        wanted_on=due and date.fromisoformat(due),
        **facts,
    )
    return subject, told, evidence_of(rows)


def _in_hand(facts: dict, office: int, told: list[Told], lookups: Lookups) -> dict:
    """What a proposal has besides: its number, its category, what its answer came to.

    What is only planned, or not possible now, is looked back on before it rests.
    """
    outcome = lookups.outcome(office, facts.pop("letter"))
    if told[-1].verb == "archive" and outcome in LOOKED_BACK_ON:
        told[-1] = Told("track", told[-1].day, told[-1].note)
    series, number, width = facts.pop("number") or ("", None, 0)
    category = lookups.category(office, facts.pop("category"))
    answered = any(each.verb == "answered" for each in told)
    return {"series": series, "number": number, "width": width,
            "outcome": outcome if answered else "", **category}  # fmt: skip


def project(key: int | None, rows: Sequence[TakenRow], lookups: Lookups) -> Cited:
    """The project a row tells of."""
    facts = dict(rows[0].fields)
    amount = facts.pop("amount")
    record = Project(
        pk=key,
        committee_id=facts.pop("committee"),
        day=date.fromisoformat(facts.pop("day")),
        amount=None if amount is None else Decimal(amount),
        **facts,
    )
    return record, evidence_of(rows)


def venue(key: int | None, rows: Sequence[TakenRow], lookups: Lookups) -> Cited:
    """The venue that one row, or the rows of a county and its city, tell of."""
    rows = ordered(rows)
    facts = {name: _first(rows, name) for name in rows[0].fields}
    opened, since = facts.pop("opened_on"), facts.pop("since")
    record = Venue(
        pk=key,
        committee_id=facts.pop("committee"),
        sector_id=lookups.sector(facts.pop("sector")),
        opened_on=opened and date.fromisoformat(opened),
        since=date.fromisoformat(opened or since),
        **facts,
    )
    return record, evidence_of(rows)


def brand(key: int | None, rows: Sequence[TakenRow], lookups: Lookups) -> Cited:
    """The brand its rows tell of, each of the six-haves from the first that has it."""
    rows = ordered(rows)
    facts = rows[0].fields
    record = Programme(
        pk=key,
        committee_id=facts["committee"],
        name=facts["name"],
        kind=Programme.Kind.BRAND,
        since=date.fromisoformat(min(row.fields["since"] for row in rows)),
        **{slot: next((r.fields[slot] for r in rows if r.fields[slot]), "") for slot in SLOTS},
    )
    return record, evidence_of(rows)


SLOTS = Programme.SLOTS
