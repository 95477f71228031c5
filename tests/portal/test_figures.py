"""A number on a page, its rows, its parts and its file: one and the same."""

import csv
import io
import re

import pytest

from xieshang.activities.models import Project
from xieshang.figures.actions import take_figure
from xieshang.figures.metrics import METRICS

YEAR = "from=2023-01-01&to=2023-12-31"


def headline(text: str) -> str:
    return re.search(r'<p class="headline">([^<]+)<', text).group(1)


@pytest.mark.parametrize(
    ("query", "value"),
    [
        (f"committee=450000&{YEAR}", "3"),
        (f"committee=450000&{YEAR}&own=on", "0"),
        (f"committee=450200&{YEAR}", "3"),
        (f"committee=450200&{YEAR}&own=on", "2"),
        (f"committee=451100&{YEAR}", "1"),
        (f"committee=450202&{YEAR}", "1"),
        (f"committee=450200&{YEAR}&form=专题协商", "3"),
        (f"committee=450200&{YEAR}&form=界别协商", "0"),
        ("committee=450200&from=2023-07-01&to=2023-07-31", "1"),
    ],
)
def test_a_figure_is_the_same_on_its_page_in_its_panel_and_in_its_rows(
    page, year_of_work, query, value
):
    address = f"/figures/consultations-held/?{query}"
    assert headline(page(address)) == value
    assert headline(page(address, **{"HX-Request": "true"})) == value
    rows = page(f"/figures/consultations-held/rows/?{query}")
    assert rows.count("<tr data-row>") == int(value)


@pytest.mark.parametrize("name", METRICS)
def test_a_file_holds_the_rows_of_the_page_and_what_was_asked(client, year_of_work, name):
    address = f"/figures/{name}/rows/?committee=450000&{YEAR}"
    shown = client.get(address).content.decode().count("<tr data-row>")
    answer = client.get(f"{address}&export=csv")
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    end = lines.index([])
    assert end - 1 == shown
    told = dict(line.split("：", 1) for [line] in lines[end + 1 :])
    assert told["时间"] == "2023年"
    assert told["依据明细"] == f"{shown} 条"


def test_a_name_that_would_run_in_a_spreadsheet_is_made_harmless(client, city, year_of_work):
    Project.objects.create(committee=city, name="=cmd()", day="2023-05-05")
    answer = client.get(f"/figures/projects-introduced/rows/?committee=450200&{YEAR}&export=csv")
    assert "'=cmd()" in answer.content.decode("utf-8-sig")


def test_rows_turn_their_pages_and_every_row_comes_once(client, held, city):
    for number in range(1, 121):
        held(city, title=f"示例{number:03}")
    address, seen = f"/figures/study-sessions/rows/?committee=450200&{YEAR}", []
    while address:
        text = client.get(address).content.decode()
        seen += re.findall(r"示例\d{3}", text)
        found = re.search(r'rel="next" href="([^"]+)"', text)
        address = found and "/figures/study-sessions/rows/" + found.group(1).replace("&amp;", "&")
    assert seen == [f"示例{number:03}" for number in range(1, 121)]


def test_the_map_shows_each_city_with_its_own_number(page, year_of_work):
    text = page(f"/figures/consultations-held/?committee=450000&{YEAR}")
    tiles = re.findall(
        r'<span class="name">([^<]+)</span><span class="value">([^<]+)</span></a>\s*</li>', text
    )
    assert tiles == [("柳州", "3"), ("贺州", "1")]


def test_months_are_drawn_from_a_table_that_stays(page, year_of_work):
    text = page(f"/figures/consultations-held/?committee=450200&{YEAR}")
    table = text[text.index('id="months"') : text.index("</table>", text.index('id="months"'))]
    values = re.findall(
        r'<th scope="row">([^<]+)</th><td class="number" data-value="(\d+)">', table
    )
    assert values == [(f"{n}月", {3: "2", 7: "1"}.get(n, "0")) for n in range(1, 13)]


def test_a_taken_figure_says_whether_its_rows_still_hold(
    page, year_of_work, held, city, year, clerk
):
    figure = take_figure("consultations-held", year(city), by=clerk)
    before = page(f"/f/{figure.code}")
    held(city, kind="consultation")
    after = page(f"/f/{figure.code}")
    assert (headline(before), headline(after)) == ("3", "3")
    assert ("明细与取数时一致" in before, "明细与取数时一致" in after) == (True, False)
    assert re.search(r"取数后明细有变动.*>4场次</a>", after, re.DOTALL)
