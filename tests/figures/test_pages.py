"""Pages follow each other without a gap, forwards and backwards, whatever is asked."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.figures.metrics import METRICS
from xieshang.figures.pages import BadPlace, kind_of, page, read_mark


@pytest.fixture
def rows(region, city, sister, held, year):
    for number in range(23):
        held((city, sister)[number % 2], day=dt.date(2023, 1 + number % 5, 7), title=str(number))
    return METRICS["study-sessions"].rows(year(region))


def test_all_rows_are_walked_once_and_back(rows):
    forwards, seen = [], page(rows, size=5)
    while seen.after:
        forwards += seen.rows
        seen = page(rows, after=seen.after, size=5)
    assert forwards + seen.rows == list(rows)
    assert [len(forwards), len(seen.rows), seen.after] == [20, 3, ""]
    backwards = []
    while seen.before:
        seen = page(rows, before=seen.before, size=5)
        backwards = seen.rows + backwards
    assert backwards == forwards


def test_the_first_page_has_none_before_and_an_only_page_none_after(rows):
    assert page(rows, size=5).before == ""
    assert (page(rows, size=23).after, page(rows.none()).rows) == ("", [])


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_every_figure_has_pages_for_any_well_formed_mark(metric, year, region):
    rows = metric.rows(year(region))
    made = {dt.date: '"2023-01-01"', int: "1"}
    mark = ",".join(made[kind_of(rows.model, path)] for path in rows.query.order_by)
    assert page(rows, after=f"[{mark}]").rows == []


@given(st.one_of(st.text(), st.recursive(st.none() | st.floats() | st.text(), st.lists).map(str)))
def test_a_mark_that_was_made_up_is_refused(mark):
    with pytest.raises(BadPlace):
        read_mark(mark, [int, dt.date, int])


@pytest.mark.parametrize(
    "mark",
    [
        "[1,2]",
        '[1,"x",3]',
        "[1,2,3]",
        '[-1,"2023-01-01",3]',
        f'[1,"2023-01-01",{2**63}]',
        '[true,"2023-01-01",3]',
        "[" * 9999,
    ],
)
def test_a_mark_out_of_bounds_is_refused(mark):
    with pytest.raises(BadPlace):
        read_mark(mark, [int, dt.date, int])
