"""Every declared figure: rows first, then the number."""

import datetime as dt

import pytest

from xieshang.figures.actions import take_figure
from xieshang.figures.metric import measure
from xieshang.figures.metrics import METRICS
from xieshang.figures.scope import Scope, months_of
from xieshang.figures.source import UnknownKey


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_a_metric_says_what_it_is_and_measures_nothing_from_nothing(metric, year, region):
    measured = metric.measured(year(region))
    assert (measured.value, measured.rows, metric.rows(year(region)).count()) == (0, 0, 0)
    assert all((metric.label, metric.definition, metric.unit, metric.source.columns))


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_a_metric_reads_all_in_one_and_one_by_one_alike(metric, year, region, city, held):
    held(city, kind="consultation", form="基层协商")
    held(city, form="委员讲堂", session=3)
    together = measure(METRICS.values(), year(region))
    assert together[metric.name] == metric.measured(year(region)) == metric.recounted(year(region))


@pytest.mark.parametrize("key", ["programme", "kind", "committee", "month"])
@pytest.mark.parametrize("days", [("2023-01-01", "2023-12-31"), ("2023-01-20", "2023-04-03")])
def test_parts_add_up_to_the_whole(key, days, region, city, sister, county, held):
    scope = Scope(region, *(dt.date.fromisoformat(day) for day in days))
    for place, committee in enumerate((city, sister, county, region)):
        for month in range(1, 7):
            held(committee, day=dt.date(2023, month, 25), form=f"f{place % 2}")
    metric = METRICS["study-attendances"]
    parts = metric.by(key, scope)
    assert sum(measured.value for _key, measured in parts) == metric.value(scope)
    assert (
        len(parts)
        == {"programme": 1, "kind": 2, "committee": 3, "month": 6 if "01-01" in days[0] else 3}[key]
    )


def test_an_unknown_key_is_refused(year, region):
    with pytest.raises(UnknownKey):
        METRICS["venues"].by("colour", year(region))


def test_a_figure_keeps_its_number_and_tells_when_the_rows_move(year, city, held, clerk):
    held(city)
    figure = take_figure("study-attendances", year(city), by=clerk)
    assert (figure.value, figure.rows, figure.still_holds()) == (10, 1, True)
    assert take_figure("study-attendances", year(city), by=clerk) == figure
    held(city, attendances=5)
    assert not figure.still_holds()
    assert take_figure("study-attendances", year(city), by=clerk).value == 15


@pytest.mark.parametrize(
    ("start", "end", "first", "last", "edges"),
    [
        ("2023-01-01", "2023-12-31", "2023-01-01", "2023-12-01", []),
        ("2023-01-02", "2023-03-30", "2023-02-01", "2023-02-01",
         [("2023-01-02", "2023-01-31"), ("2023-03-01", "2023-03-30")]),
        ("2023-02-05", "2023-02-06", "9999-12-31", "0001-01-01", [("2023-02-05", "2023-02-06")]),
        ("2024-02-01", "2024-02-29", "2024-02-01", "2024-02-01", []),
        ("2023-01-31", "2023-02-01", "9999-12-31", "0001-01-01", [("2023-01-31", "2023-02-01")]),
    ],
)  # fmt: skip
def test_days_fall_into_whole_months_and_edges(start, end, first, last, edges, region):
    day = dt.date.fromisoformat
    months = months_of(Scope(region, day(start), day(end)))
    found = [(str(first), str(last)) for first, last in months.edges]
    assert (str(months.first), str(months.last), found) == (first, last, edges)


@pytest.mark.parametrize("days", [("2023-01-01", "2023-12-31"), ("2023-01-20", "2023-04-26")])
def test_each_part_is_what_it_would_be_alone(
    days, region, city, sister, county, held, django_assert_max_num_queries
):
    scope = Scope(region, *(dt.date.fromisoformat(day) for day in days))
    for month in range(1, 6):
        held(county, day=dt.date(2023, month, 25), partners=[city, sister])
        held(city, day=dt.date(2023, month, 25), partners=[region])
    metric = METRICS["study-sessions"]
    with django_assert_max_num_queries(4):
        parts = metric.by("committee", scope)
    alone = [(region, True), (city, False), (sister, False)]
    assert parts == [(one, metric.recounted(scope.of(one, own))) for one, own in alone]
