"""The PDF says what the docx says, on the page of GB/T 9704-2012."""

import datetime as dt
import io
import re
from dataclasses import replace

import pypdf
import pytest

from xieshang.reports.document.pdf import pdf_of
from xieshang.reports.document.read import Paragraph, Span
from xieshang.reports.document.typeset import literal

DAY = dt.date(2024, 1, 15)
MIDDLE = 297  # points from the left edge of A4
FOOT = 99  # points from its lower edge to where text ends, 35 mm
HELD = {"广西壮族自治区": 130, "南宁市": 45, "柳州市": 3, "桂林市": 28}


@pytest.fixture
def pages(made, fonts):
    """The pages of the PDF of a template."""

    def print_(source, **held):
        pdf = pdf_of(made(source, **held), fonts, DAY)
        return pypdf.PdfReader(io.BytesIO(pdf)).pages

    return print_


def lines_of(page):
    """The lines of a page without its number."""
    lines = page.extract_text().split("\n")
    return [line for line in lines if line and not re.fullmatch(r"— ?\d+ ?—", line)]


def saying(text, reading, href=""):
    """The reading with this text instead of its first paragraph, and as its title."""
    look = reading.blocks[0].look
    return replace(reading, title=text, blocks=[Paragraph(look, [Span(text, look, href)])])


def bare(text):
    return re.sub(r"\s", "", text)


def links_of(page):
    notes = [note.get_object() for note in page.get("/Annots", [])]
    return [note["/A"]["/URI"] for note in notes if "/A" in note]


def test_a_full_page_holds_22_lines_of_28_signs(typed, pages):
    text = "春夏秋冬天地山川日月星辰风雨雷电草木花鸟虫鱼江河湖海" * 60
    printed = pages(typed((text, "主送机关")))
    assert [len(line) for line in lines_of(printed[0])] == [28] * 22
    assert [len(line) for line in lines_of(printed[1])] == [28] * 22


def test_the_first_line_is_indented_by_two_signs(typed, pages):
    printed = pages(typed("春夏秋冬天地山川日月星辰风雨雷电草木花鸟虫鱼江河湖海" * 3))
    assert [len(line) for line in lines_of(printed[0])] == [26, 28, 24]


def places_of(page, sign):
    """Where on the page, in points from its lower left, text with this sign begins."""
    found = []

    def look(text, cm, tm, _font, _size):
        if sign in text:
            found.append((cm[4] + tm[4], cm[5] + tm[5]))

    page.extract_text(visitor_text=look)
    return found


def test_page_numbers_stand_at_the_outer_edge(typed, pages):
    printed = list(pages(typed("山" * 28 * 60)))[:2]
    assert [places_of(page, "—")[0][0] > MIDDLE for page in printed] == [True, False]


@pytest.mark.parametrize("lines", [3, 22])
def test_the_imprint_stands_at_the_foot_of_the_last_page(typed, pages, lines):
    printed = pages(typed(("山" * 28 * lines, "主送机关"), ("{{ 政协 }}办公厅\t印发", "版记")))
    ((_x, height),) = places_of(printed[-1], "印发")
    assert FOOT < height < FOOT + 14
    assert len(printed) == (1 if lines == 3 else 2)


def test_the_text_of_the_pdf_is_the_text_of_the_docx(typed, made, fonts):
    source = typed(
        ("{{ 政协 }}{{ 年份 }}年综述", "Title"),
        ("{{ 序号 }}、学习", "Heading 1"),
        "办了{{ 数字：期数 }}期。",
        "{{ 每个市 }}",
        "（{{ 序号 }}）{{ 政协 }}。{{ 数字：期数 }}期。",
        "{{ 完 }}",
        ("{{ 日期 }}", "落款日期"),
        "{{ 数字依据 }}",
        ("{{ 政协 }}办公厅\t{{ 日期 }}印发", "版记"),
    )
    reading = made(source, 期数=HELD)
    printed = pypdf.PdfReader(io.BytesIO(pdf_of(reading, fonts, DAY))).pages
    assert bare("".join("".join(lines_of(page)) for page in printed)) == bare(reading.text)


def test_every_number_of_the_pdf_is_a_link_to_its_figure(typed, made, fonts):
    source = typed("办了{{ 数字：期数 }}期。", "{{ 数字依据 }}")
    reading = made(source, 期数=HELD)
    printed = pypdf.PdfReader(io.BytesIO(pdf_of(reading, fonts, DAY))).pages
    address = next(span.href for span in reading.blocks[0].spans if span.href)
    assert links_of(printed[0]) == [address] * 3  # in the text, in the list, its short address


HOSTILE = (
    "#import \"x\"", "$x^2$", "*b* _i_ `c`", "\\", "\\\"]#sys", "[@cite]<label>", "//c /*c*/",
    "= 标题", "- 项", "https://e.org", "~a---b...", "a'b\"c", "{{7*7}}", "]]>&amp;<b>", "#{1+1}",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_printed_as_it_is(typed, made, fonts, text):
    pdf = pypdf.PdfReader(io.BytesIO(pdf_of(saying(text, made(typed("好"))), fonts, DAY)))
    assert bare("".join(lines_of(pdf.pages[0]))) == bare(text)
    assert pdf.metadata.title == text


def test_a_literal_closes_only_where_it_ends():
    assert literal('a"b\\c') == '"a\\"b\\\\c"'


def test_a_link_to_anything_but_a_web_page_is_no_link(typed, made, fonts):
    reading = saying("好", made(typed("好")), href="javascript:alert(1)")
    printed = pypdf.PdfReader(io.BytesIO(pdf_of(reading, fonts, DAY))).pages
    assert links_of(printed[0]) == []


def test_the_same_document_gives_the_same_bytes(typed, made, fonts):
    reading = made(typed("好"))
    assert pdf_of(reading, fonts, DAY) == pdf_of(reading, fonts, DAY)
