"""Whose a ledger is, and which committee each of its rows counts for."""

import pytest

from .sheets import book_of, read_book, sheet_of


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("柳州市政协", (450200,)),
        ("柳州市城中区政协", (450202,)),
        ("城中区政协、柳南区政协", (450202, 450204)),
        ("三江侗族自治县政协", (450226,)),
        ("三江县政协", (450226,)),
        ("柳州政协", (450200,)),
        ("自治区政协", (450000,)),
        ("广西壮族自治区政协", (450000,)),
        ("广西政协", (450000,)),
        ("广西大学", ()),
        ("防城港市防城区政协", (450603,)),
        ("防城港市政协", (450600,)),
        ("湖南省永州市政协、广东省肇庆市政协", (431100, 441200)),
        ("提案委员会", ()),
        ("", ()),
    ],
)
def test_a_text_names(places, text, codes):
    assert places.named(text) == codes


@pytest.mark.parametrize(
    ("office", "host", "partners", "lead", "others"),
    [
        (450200, "柳州市政协", "", 450200, ()),
        (450200, "柳州市城中区政协", "", 450202, ()),
        (450200, "城中区政协", "柳南区政协", 450202, (450204,)),
        (450200, "", "", 450200, ()),
        (450200, "提案委员会", "", 450200, ()),
        (450200, "自治区政协", "柳州市政协", 450000, (450200,)),
        (450200, "自治区政协", "", 450000, (450200,)),
        (450200, "南宁市政协", "", 450100, (450200,)),
        (451100, "贺州市政协", "湖南省永州市政协、广东省肇庆市政协", 451100, (431100, 441200)),
        (450000, "自治区政协", "贺州市政协", 450000, (451100,)),
        (450000, "南宁市政协", "", 450000, ()),
        (450202, "柳州市政协", "", 450200, (450202,)),
    ],
)
def test_a_row_counts_for(places, office, host, partners, lead, others):
    holders = places.holders(host, partners, office)
    assert (holders.lead, holders.partners) == (lead, others)


@pytest.mark.parametrize(
    ("office", "owner", "keeper"),
    [
        (450200, "城中区政协", 450202),
        (450200, "柳州市政协", 450200),
        (450200, "南宁市政协", 450200),
        (450000, "南宁市政协", 450000),
    ],
)
def test_a_venue_is_kept_by(places, office, owner, keeper):
    assert places.keeper(owner, office) == keeper


@pytest.mark.parametrize(
    ("name", "title", "office"),
    [
        ("450200柳州市政协2023年工作台账.xlsx", "", 450200),
        ("柳州市政协2023年工作台账.xlsx", "", 450200),
        ("工作台账.xlsx", "柳州市城中区政协2023年学习活动台账", 450202),
        ("工作台账.xlsx", "学习活动台账", None),
    ],
)
def test_the_office_is_named_by_the_file_or_its_titles(places, name, title, office):
    sheet = sheet_of([title], ["时间", "主题", "人次"], ["2023-03-05", "读书会", 1], name="学习")
    assert read_book(book_of(sheet, name=name), places)[0].office == office


def test_an_answer_wins_over_the_name_of_the_file(places):
    sheet = sheet_of(["时间", "主题", "人次"], ["2023-03-05", "读书会", 1], name="学习")
    book, _rows = read_book(book_of(sheet, name="450200台账.xlsx"), places, office=450100)
    assert book.office == 450100


def test_hidden_sheets_and_sheets_of_words_are_passed_over(places):
    rows = [["时间", "主题", "人次"], ["2023-03-05", "读书会", 1]]
    book, read = read_book(
        book_of(
            sheet_of(*rows, name="学习"),
            sheet_of(*rows, name="旧表", hidden=True),
            sheet_of(["填表说明"], name="说明"),
            sheet_of(name="空"),
        ),
        places,
    )
    assert list(read) == ["学习"]
    assert [(passed.sheet, passed.slug) for passed in book.passed] == [
        ("旧表", "hidden"),
        ("说明", "no-header"),
        ("空", "empty"),
    ]
