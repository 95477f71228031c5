"""The same rows in another dress come to the same records."""

import datetime as dt
import random

import pytest

from xieshang.ledgers.understanding.cells import says_nothing
from xieshang.ledgers.understanding.kinds import Reads
from xieshang.ledgers.understanding.record import Record, Refusal
from xieshang.ledgers.understanding.understand import read_rows, understand

from .sheets import sheet_of

NAME = "450200某市2023年.xlsx"
DAYS = (
    "{0.year}.{0.month:02}.{0.day:02}",
    "{0.year}年{0.month}月{0.day}日",
    "{0.year}/{0.month}/{0.day}",
    "{0.year}年{0.month}月{0.day}日(周一)",
    "{0:%Y%m%d}",
)
SHORT_DAYS = ("{0.month}月{0.day}日", "{0.month}.{0.day}")
COUNTS = ("{}", "{}人", "{} ", "{:,}")


def day_in_another_dress(day, chance):
    forms = DAYS + SHORT_DAYS if day.year == 2023 else DAYS
    return chance.choice([day, *(form.format(day) for form in forms)])


def cell_in_another_dress(field, cell, value, chance):
    if says_nothing(cell) or value is None:
        return cell
    if isinstance(value, dt.date) and field.required:
        return day_in_another_dress(value, chance)
    if isinstance(value, dt.date):
        return chance.choice(DAYS).format(value)
    if field.reads is Reads.COUNT:
        return chance.choice([value, float(value), *(form.format(value) for form in COUNTS)])
    return cell


def heading_in_other_words(kind, field, chance):
    others = {word for other in kind.fields if other is not field for word in other.headings}
    return chance.choice([word for word in field.headings if word not in others])


def redressed(sheet, understood, chance):
    """The sheet with other titles, headings, order, forms and notes; and number → old number."""
    kind, columns = understood.kind, list(understood.columns)
    chance.shuffle(columns)
    fields = [kind.field(column.field) for column in columns]
    headings = [heading_in_other_words(kind, field, chance) for field in fields]
    titles = [
        [f"某政协2023年{kind.words[0]}统计表"],
        ["填报单位:某政协", "填报时间:2024年1月3日"],
        [],
    ]
    rows, places = [*titles[: chance.randrange(4)], headings], {}
    extras = [[], headings, ["二、某片区"], ["3"]]
    for result in read_rows(sheet, understood):
        old = sheet.rows[result.number - 1]
        read = result.fields if isinstance(result, Record) else {}
        rows += [chance.choice(extras)] if chance.random() < 0.05 else []
        rows.append(
            [
                cell_in_another_dress(field, old[column.index], read.get(field.name), chance)
                for column, field in zip(columns, fields, strict=True)
            ]
        )
        places[len(rows)] = result
    rows += [["合  计"], ["注:本表数据截至年底。"], ["填表人:办公室", None, "审核人:办公室"]]
    return sheet_of(*rows, name=chance.choice(["Sheet1", kind.words[0]])), places


@pytest.mark.parametrize("office", ["450000", "450200", "450900", "451100", "451300"])
def test_other_titles_headings_order_and_forms(office, ledgers, opened):
    chance = random.Random(office)
    book = opened(next(path for path in ledgers if path.name.startswith(office)))
    for sheet in book.sheets:
        understood = understand(sheet, [book.name])
        again, places = redressed(sheet, understood, chance)
        found = {row.number: row for row in read_rows(again, understand(again, [NAME]))}
        assert found.keys() == places.keys()
        for number, row in found.items():
            assert told(row) == told(places[number])


def told(row):
    """What a row says, wherever it stands."""
    if isinstance(row, Refusal):
        return sorted((reason.slug, reason.about) for reason in row.reasons)
    return row.fields
