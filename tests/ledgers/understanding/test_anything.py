"""Whatever stands in a sheet, it is read, it comes back with a reason, or it is passed over."""

import datetime as dt

from hypothesis import example, given, settings
from hypothesis import strategies as st

from xieshang.ledgers.understanding.kinds import KINDS
from xieshang.ledgers.understanding.record import Record
from xieshang.ledgers.understanding.understand import Answers, read_rows, understand

from .sheets import sheet_of

CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.sampled_from(["合计", "注:", "3月5日", "2023.2.30", "约5人", "１２", "第3期", "1,0万", "-"]),
)


@settings(max_examples=60)
@given(
    kind=st.sampled_from(sorted(KINDS)),
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=9), min_size=1, max_size=6),
)
@example(kind="brand", rows=[[None, "\x1b"]])
def test_any_cells_under_known_headings(kind, rows):
    headings = [field.headings[0] for field in KINDS[kind].fields]
    sheet = sheet_of(headings, *rows)
    understood = understand(sheet, ["2023年"], answers=Answers(kind=kind))
    for result in read_rows(sheet, understood):
        if not isinstance(result, Record):
            continue
        for field in KINDS[kind].fields:
            value = result.fields[field.name]
            assert not field.required or value not in (None, "")
            assert not isinstance(value, str) or len(value) <= field.longest
            assert not isinstance(value, int) or 0 <= value < 2**31
            assert not isinstance(value, dt.datetime)


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, max_size=9), max_size=12))
def test_any_sheet(rows):
    sheet = sheet_of(*rows)
    understood = understand(sheet)
    assert understood is None or list(read_rows(sheet, understood)) is not None
