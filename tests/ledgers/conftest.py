"""The whole body, its machine, ledgers written by hand, and all that a database tells."""

import datetime as dt
import json
from pathlib import Path

import pytest

from xieshang.activities.models import Activity, Programme, Project, Tally, Venue
from xieshang.evidence.actions import keep_file
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope
from xieshang.ledgers.actions import Choice, take_over
from xieshang.ledgers.workbook import Sheet, Workbook, open_workbook
from xieshang.matters.models import Matter, MatterStep
from xieshang.people.actions import load_body, system
from xieshang.people.models import Committee


@pytest.fixture
def body(db):
    """Every committee of the body, and its partners."""
    load_body()


@pytest.fixture
def machine(body):
    """Who acts for the command line."""
    return system()


@pytest.fixture
def ledgers(shared):
    """The files of one year of ledgers of fifteen offices."""
    return sorted((shared / "data" / "ledgers-2023").glob("4*"))


@pytest.fixture(scope="session")
def opened():
    """A shared ledger as a workbook, opened once for all tests."""
    known: dict[Path, Workbook] = {}

    def open_once(path):
        if path not in known:
            known[path] = open_workbook(path)
        return known[path]

    return open_once


@pytest.fixture
def take(machine, opened):
    """Take over a file, or sheets written by hand (name → rows) under the name of a file."""

    def take(file, *, by=machine, **sheets):
        choice = Choice(**sheets.pop("choice", {}))
        if sheets:
            book = by_hand(file, sheets)
            content = json.dumps([file, sheets], default=str).encode()
        else:
            book, content = opened(file), file.read_bytes()
        kept, _new = keep_file(
            [content], book.name, committee=Committee.objects.get(pk=450000), by=machine
        )
        return take_over(kept, book, by=by, choice=choice)

    return take


def by_hand(name, sheets):
    """A workbook of sheets, each given as the rows below its headings, these first."""

    def squared(rows):
        width = max(map(len, rows))
        return [[*row, *[None] * (width - len(row))] for row in rows]

    made = (Sheet(title, squared(rows)) for title, rows in sheets.items())
    return Workbook(name, "0" * 64, "xlsx", 1900, tuple(made))


def figures(code, since=2023, own=False):
    """Every published figure of a committee, with all below it or of its own level alone."""
    committee = Committee.objects.get(pk=code)
    scope = Scope(committee, dt.date(since, 1, 1), dt.date(2023, 12, 31), own)
    return {name: metric.measured(scope).value for name, metric in METRICS.items()}


def whole():
    """What figures and pages can tell of the database: every record, without its key."""
    meeting = ("title", "day", "kind", "form", "place", "area", "host", "together", "session")
    counts = ("attendances", "member_attendances", "public_attendances", "programme__name")
    held = ("title", "organisers__committee", "organisers__lead", "organisers__joint")
    matter = ("kind", "title", "raised_on", "status", "ledger_number", "committee", "due_on")
    told = {
        "activities": Activity.objects.values_list(*meeting, *counts),
        "held by": Activity.objects.values_list(*held),
        "resting on": Activity.objects.values_list("title", "day", "evidence__row"),
        "programmes": Programme.objects.values_list("committee", "name", "kind", *Programme.SLOTS),
        "named on": Programme.objects.values_list("name", "since", "evidence__row"),
        "matters": Matter.objects.values_list(*matter, "evidence__row"),
        "steps": MatterStep.objects.values_list("subject__title", "day", "went_to", "note"),
        "projects": Project.objects.values_list("name", "day", "amount", "jobs", "evidence__row"),
        "venues": Venue.objects.values_list("committee", "name", "form", "since", "evidence__row"),
        "sums": Tally.objects.exclude(sessions=0).values_list(
            "committee", "own", "month", "kind", "form", "together", "numbered", *Tally.SUMS
        ),
    }
    return {name: sorted(rows, key=repr) for name, rows in told.items()}
