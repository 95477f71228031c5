"""What the tags and parts say, to the letter."""

import datetime as dt
from decimal import Decimal

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import translation

from xieshang.site.icons import ICONS
from xieshang.site.listing import Column, Page


def said(source: str, *, path: str = "/", **context) -> str:
    request = RequestFactory().get(path)
    template = Template("{% load i18n site %}" + source)
    return template.render(RequestContext(request, context)).strip()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (51234, "51,234"),
        (Decimal("1234567.500"), "1,234,567.5"),
        (Decimal("12.00"), "12"),
        (100, "100"),
        (-4200, "-4,200"),
        (None, "—"),
        ("", "—"),
        ("约五百", "约五百"),
    ],
)
def test_a_number_has_its_thousands_apart(value, text):
    assert said("{{ value|number }}", value=value) == text


@pytest.mark.parametrize(
    ("language", "text"), [("zh-hans", "2023年3月5日"), ("en", "5 March 2023")]
)
def test_a_day_is_written_as_the_language_writes_it(language, text):
    with translation.override(language):
        assert said("{{ day|day }}", day=dt.date(2023, 3, 5)) == (
            f'<time datetime="2023-03-05">{text}</time>'
        )


def test_a_figure_is_a_link_that_opens_beside_the_text():
    href = "/figures/solved/?own=1&from=2023-01-01"
    assert said('{% figure 1092 href "个" %}', href=href) == (
        '<a class="figure" data-panel href="/figures/solved/?own=1&amp;from=2023-01-01">1,092个</a>'
    )


def test_a_unit_stands_apart_in_english():
    with translation.override("en"):
        assert said('{% figure 3 "/x/" "sessions" %}').endswith(">3 sessions</a>")


def test_what_somebody_typed_is_never_markup():
    assert said("{% chip label %}", label="<b>") == '<span class="chip ">&lt;b&gt;</span>'


def test_every_icon_draws_itself():
    drawn = [said(f'{{% icon "{name}" %}}') for name in ICONS]
    assert drawn == [
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{path}"/></svg>'
        for path in ICONS.values()
    ]


@pytest.mark.parametrize(
    ("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_a_column_is_named_as_in_a_spreadsheet(index, name):
    assert said("{{ index|letters }}", index=index) == name


def test_a_stat_without_an_address_is_not_a_link():
    part = '{% include "site/parts/stat.html" with label="项目" value=15 unit="个" only %}'
    assert said(part) == (
        '<div class="stat-card">\n'
        '  <span class="label">项目</span>\n'
        '  <span class="value"><span class="num">15</span><span class="unit">个</span></span>\n'
        "  \n"
        "</div>"
    )


COLUMNS = (Column("day", "日期", "day", order="day"), Column("title", "名称"))


@pytest.mark.parametrize(
    ("path", "href", "sorted_as"),
    [
        ("/?form=讲堂&after=7", "?form=%E8%AE%B2%E5%A0%82&amp;sort=day", ""),
        ("/?sort=day", "?sort=-day", ' aria-sort="ascending"'),
        ("/?sort=-day", "?sort=day", ' aria-sort="descending"'),
    ],
)
def test_a_heading_sorts_and_keeps_the_filters(path, href, sorted_as):
    head = said("{% headings columns %}", path=path, columns=COLUMNS)
    assert f'<th scope="col" class="day"{sorted_as}><a href="{href}">日期' in head
    assert '<th scope="col" class="text">名称</th>' in head


def test_a_pager_shows_only_pages_that_are():
    pages = said("{% pager page %}", path="/?form=x&after=9", page=Page([], 0, after=20))
    assert 'rel="next" href="?form=x&amp;after=20"' in pages
    assert 'rel="prev"' not in pages
    assert said("{% pager page %}", page=Page([], 0)) == ""


def test_a_bar_is_never_drawn_as_nothing_when_there_is_something():
    bars = said(
        '{% bars points "逐月" %}', points=[("1月", 1, ""), ("2月", 999, "/x/"), ("3月", 0, "")]
    )
    assert [line.split('height="')[1].split('"')[0] for line in bars.split("<rect")[1:]] == [
        "1",
        "100",
        "0",
    ]
    assert bars.count('<a href="/x/">') == 1
