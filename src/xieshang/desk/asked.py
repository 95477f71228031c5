"""What somebody answers before a ledger is taken over, as it comes from a form."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.exceptions import BadRequest
from django.http import QueryDict

from xieshang.ledgers.actions import Choice
from xieshang.ledgers.understanding.kinds import KINDS
from xieshang.ledgers.understanding.understand import Answers

UNITS = ("元", "万元", "亿元")
MOST_SHEETS, MOST_COLUMNS = 60, 400
ASKED = "?"  # what a column was before, where any answer tells something new
FIRST, LAST = 1990, 2100


@dataclass(frozen=True)
class Asked:
    """The office and year, the manner, and per sheet: its kind, its columns, its unit."""

    office: int | None = None
    year: int | None = None
    strict: bool = False
    sheets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def choice(self, progress=None) -> Choice:
        """As the take-over wants it."""
        answers = {name: Answers(**said) for name, said in self.sheets.items()}
        more = {"progress": progress} if progress else {}
        return Choice(self.office, self.year, answers, self.strict, **more)

    def plain(self) -> dict[str, Any]:
        """As JSON keeps it: `Asked(**plain)` is the same again."""
        return asdict(self)


def asked_of(said: QueryDict) -> Asked:
    """The answers of a form; raises BadRequest for what no page of ours sends."""
    sheets = {}
    for number in range(MOST_SHEETS):
        name = said.get(f"sheet-{number}")
        if name is None:
            break
        sheets[name] = sheet_of(said, number)
    return Asked(
        whole(said.get("office", "")),
        year_of(said.get("year", "")),
        said.get("strict") == "on",
        {name: answers for name, answers in sheets.items() if any(answers.values())},
    )


def sheet_of(said: QueryDict, number: int) -> dict[str, Any]:
    """The answers about one sheet; what was left as the machine had it is no answer."""
    kind, before = said.get(f"kind-{number}", ""), said.get(f"kind-was-{number}", "")
    if kind and kind not in KINDS:
        raise BadRequest(f"no kind {kind[:40]}")
    unit = said.get(f"unit-{number}", "")
    if unit and unit not in UNITS:
        raise BadRequest(f"no unit {unit[:40]}")
    fields = {each.name for each in KINDS[kind].fields} if kind else set()
    columns = {}
    for place in range(MOST_COLUMNS):
        heading = said.get(f"heading-{number}-{place}")
        if heading is None:
            break
        name, was = said.get(f"field-{number}-{place}", ""), said.get(f"was-{number}-{place}", "")
        if name and name not in fields:
            if kind == before:
                raise BadRequest(f"no field {name[:40]}")
            continue  # a field of the kind it was taken for before
        if name != was:
            columns[heading] = name
    return {"kind": kind if kind != before else "", "columns": columns, "unit": unit}


def whole(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise BadRequest(f"no number {text[:40]}")
    return int(text)


def year_of(text: str) -> int | None:
    year = whole(text)
    if year is not None and not FIRST <= year <= LAST:
        raise BadRequest(f"no year {year}")
    return year
