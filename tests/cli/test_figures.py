"""`xieshang figures`: JSON as documented, scopes as asked, rows with their evidence."""

import datetime as dt

import pytest

from xieshang.activities.models import Programme
from xieshang.figures.metrics import METRICS

CITY = ("--committee", 450200, "--year", 2023)


@pytest.fixture
def series(city, county, sister, held, paper):
    """A city's two numbered lectures, one at a county, and one that rests on a sheet."""
    series = Programme.objects.create(
        committee=city, name="读书", kind="series", since=dt.date(2023, 1, 1)
    )
    held(city, programme=series, session=1, attendances=30, evidence=[paper])
    held(city, programme=series, session=2, attendances=20, day=dt.date(2023, 4, 1))
    held(county, kind="consultation", attendances=5)
    return series


def figure(said, name):
    return next(each for each in said["figures"] if each["name"] == name)


def test_json_says_the_scope_and_every_figure_in_order(series, told, city):
    said = told("figures", "--committee", city.pk, "--year", 2023)
    figures = said.pop("figures")
    assert said == {
        "committee": city.pk,
        "from": "2023-01-01",
        "to": "2023-12-31",
        "own": False,
    }
    assert [each["name"] for each in figures] == list(METRICS)
    assert {frozenset(each) for each in figures} == {
        frozenset({"name", "value", "unit", "base", "rows"})
    }


@pytest.mark.parametrize(
    ("asked", "sessions", "consultations"),
    [
        (["--year", 2023], 2, 1),
        (["--year", 2023, "--own"], 2, 0),
        (["--year", 2022], 0, 0),
        (["--from", "2023-03-06", "--to", "2023-04-01"], 1, 0),
        (["--to", "2023-03-05"], 1, 1),
        (["--from", "2023-04-01"], 1, 0),
    ],
)
def test_a_scope_is_a_year_or_days_with_all_below_or_alone(
    series, told, city, asked, sessions, consultations
):
    said = told("figures", "--committee", city.pk, *asked)
    found = {name: figure(said, name)["value"] for name in ("study-sessions", "consultations-held")}
    assert found == {"study-sessions": sessions, "consultations-held": consultations}


def test_figures_are_told_apart_by_programme(series, told, city):
    said = told("figures", "--committee", city.pk, "--year", 2023, "--by", "programme")
    assert figure(said, "study-attendances") == {
        "name": "study-attendances",
        "unit": str(METRICS["study-attendances"].unit),
        "value": 50,
        "base": None,
        "rows": 2,
        "by": [{"key": "读书", "value": 50, "base": None, "rows": 2}],
    }


@pytest.mark.parametrize(
    ("key", "parts"),
    [("committee", [(450200, 2)]), ("month", [("2023-03", 1), ("2023-04", 1)])],
)
def test_figures_are_told_apart_by_committee_and_by_month(series, told, city, key, parts):
    said = told("figures", "--committee", city.pk, "--year", 2023, "--by", key)
    found = figure(said, "study-sessions")["by"]
    assert [(part["key"], part["value"]) for part in found] == parts


def test_figures_that_cannot_be_told_apart_so_are_left_out(series, told, city):
    said = told("figures", "--committee", city.pk, "--year", 2023, "--by", "programme")
    assert not {"venues", "problems-solved"} & {each["name"] for each in said["figures"]}


def test_a_figure_shows_its_rows_down_to_the_cell(series, told, city, paper):
    said = told(
        "figures", "show", "study-sessions", "--rows", "--year", 2023, "--committee", city.pk
    )
    assert (said["value"], said["rows"]) == (2, 2)
    first, second = said["detail"]
    assert first["evidence"] == ["台账.xlsx › 学习 › 3"]
    assert second["evidence"] == []
    assert first["cells"] == ["柳州市政协", "2023-03-05", "读书分享会", "", "读书", 1, 30, None]


@pytest.mark.parametrize("name", METRICS)
def test_every_figure_can_be_shown_with_its_rows(series, told, city, name):
    said = told("figures", "show", name, "--rows", "--year", 2023, "--committee", city.pk)
    assert (said["name"], len(said["detail"])) == (name, said["rows"])


def test_a_person_reads_a_table(series, typed, city):
    said = typed("figures", "--committee", city.pk, "--year", 2023, "--by", "committee").stdout
    assert "柳州市政协" in said
    assert "study-attendances" in said


@pytest.mark.parametrize(
    "asked",
    [
        ["--committee", "999999"],
        ["--committee", "柳州"],
        ["--year", "2023", "--from", "2023-01-01"],
        ["--from", "2023-02-01", "--to", "2023-01-01"],
        ["--from", "2023-02-30"],
        ["--by", "weather"],
        ["show", "no-such-figure"],
    ],
)
def test_wrong_usage_is_told_apart_from_what_is_refused(region, typed, asked):
    assert typed("figures", *asked).exit_code == 2
