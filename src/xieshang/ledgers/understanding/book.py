"""A whole workbook understood: whose it is, of which year, and each of its sheets."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from .places import Places
from .understand import NO_ANSWERS, Answers, Understanding, above_header, understand
from .years import stated_year


@dataclass(frozen=True)
class Passed:
    """A sheet that is passed over, and why: hidden, empty or no-header."""

    sheet: str
    slug: str


@dataclass(frozen=True)
class Book:
    """What a workbook says it is; `office` and `year` are None where it does not say."""

    office: int | None
    year: int | None
    sheets: tuple[Understanding, ...]
    passed: tuple[Passed, ...] = ()


def understand_book(
    workbook,
    places: Places,
    *,
    office: int | None = None,
    year: int | None = None,
    answers: Mapping[str, Answers] | None = None,
) -> Book:
    """Understand every sheet of a workbook; `office`, `year` and `answers` (by sheet) win."""
    answers = answers or {}
    understood, passed, lines = [], [], []
    for sheet in workbook.sheets:
        found = None if sheet.hidden else _understood(workbook, sheet, year, answers)
        if found is None:
            passed.append(Passed(sheet.name, _why(sheet)))
            continue
        understood.append(found)
        lines += above_header(sheet, found)
    names = [workbook.name, *(sheet.name for sheet in workbook.sheets), *lines]
    whole = year or stated_year([workbook.name]) or _commonest(understood)
    return Book(
        office or places.office(names),
        whole,
        tuple(_of_year(sheet, whole) for sheet in understood),
        tuple(passed),
    )


def _understood(workbook, sheet, year, answers) -> Understanding | None:
    return understand(
        sheet,
        [workbook.name],
        year=year,
        epoch=workbook.date_epoch,
        answers=answers.get(sheet.name, NO_ANSWERS),
    )


def _why(sheet) -> str:
    if sheet.hidden:
        return "hidden"
    return "no-header" if sheet.rows else "empty"


def _commonest(understood: list[Understanding]) -> int | None:
    years = Counter(sheet.setting.year for sheet in understood if sheet.setting.year)
    return years.most_common(1)[0][0] if years else None


def _of_year(sheet: Understanding, year: int | None) -> Understanding:
    if sheet.setting.year or not year:
        return sheet
    return replace(sheet, setting=replace(sheet.setting, year=year))
