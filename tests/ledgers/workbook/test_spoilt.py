"""Files cut short or with bytes changed are refused; nothing else may come of them."""

import random

import pytest

from tests.ledgers import hostile
from xieshang.ledgers.workbook import WorkbookRefused
from xieshang.ledgers.workbook.guard import inspect

ONE_ROW = hostile.ods_table("<table:table-row>" + hostile.ods_cell("甲") + "</table:table-row>")
SEEDS = {"xlsx": hostile.xlsx(), "xls": hostile.xls(), "ods": hostile.ods(ONE_ROW)}


@pytest.mark.parametrize("kind", SEEDS)
def test_spoilt_bytes_are_refused_and_never_anything_else(kind):
    chance = random.Random(kind)
    outcomes = set()
    for _round in range(400):
        spoilt = bytearray(SEEDS[kind])
        for _byte in range(chance.randint(1, 8)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        try:
            inspect(bytes(spoilt[: chance.choice((None, chance.randrange(1, len(spoilt))))]))
            outcomes.add("read")
        except WorkbookRefused as refused:
            outcomes.add(refused.reason)
    assert {"torn", "read"} < outcomes


@pytest.mark.parametrize("kind", SEEDS)
def test_every_beginning_of_a_file_is_refused(kind):
    whole = SEEDS[kind]
    for length in range(8, len(whole) - 1, 1 + len(whole) // 200):
        with pytest.raises(WorkbookRefused):
            inspect(whole[:length])
