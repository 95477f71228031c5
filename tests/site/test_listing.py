"""Pages of a list: every row once, in order, in both directions, empty values last."""

import datetime as dt

import pytest

from xieshang.activities.models import Activity
from xieshang.site.listing import Column, order_of, page_of

COLUMNS = (
    Column("day", "日期", order="day"),
    Column("n", "人次", order="attendances"),
    Column("x", "x"),
)


@pytest.fixture
def seven(held, city):
    numbers = [30, None, 10, 30, None, 20, 10]
    return [
        held(city, day=dt.date(2023, 1, 1 + at), attendances=number)
        for at, number in enumerate(numbers)
    ]


def walk(order, way, start=None):
    """All pages of three from one end to the other."""
    pages, query = [], start or {}
    while True:
        page = page_of(Activity.objects.all(), query, order, size=3)
        pages.append([row.attendances for row in page.rows])
        key = getattr(page, way)
        if key is None:
            return pages, page
        query = {way: str(key)}


@pytest.mark.parametrize(
    ("order", "pages"),
    [
        ("attendances", [[10, 10, 20], [30, 30, None], [None]]),
        ("-attendances", [[30, 30, 20], [10, 10, None], [None]]),
        ("day", [[30, None, 10], [30, None, 20], [10]]),
    ],
)
def test_pages_follow_one_another_and_lead_back(seven, order, pages):
    forth, last = walk(order, "after")
    assert forth == pages
    back, first = walk(order, "before", {"before": str(last.before)})
    assert back[::-1] == pages[:-1]
    assert (first.before, last.after) == (None, None)


@pytest.mark.parametrize("key", ["", "x", "-1", "99999999999999999999999", "1e3", "０"])
def test_a_key_that_is_none_is_page_one(seven, key):
    page = page_of(Activity.objects.all(), {"after": key}, "day", size=3)
    assert [row.day.day for row in page.rows] == [1, 2, 3]


def test_a_page_costs_the_same_however_long_the_list(seven, django_assert_num_queries):
    with django_assert_num_queries(3):
        page_of(Activity.objects.all(), {"after": str(seven[2].pk)}, "day", size=2)


def test_the_count_is_of_the_whole_list(seven):
    page = page_of(Activity.objects.all(), {}, "day", size=3)
    assert (page.count, page.more_than_counted) == (7, False)


@pytest.mark.parametrize(
    ("asked", "order"),
    [("day", "day"), ("-n", "-attendances"), ("x", "-day"), ("password", "-day"), ("", "-day")],
)
def test_a_list_sorts_only_by_what_it_offers(asked, order):
    assert order_of({"sort": asked}, COLUMNS, "-day") == order
