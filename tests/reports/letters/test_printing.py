"""The PDF of a letter: where things stand on the paper."""

import re

import pytest

from xieshang.reports.letters import docx_of, paragraphs_of, pdf_of

from ..document.test_pdf import lines_of, places_of
from .conftest import LETTER

WIDTH, HEIGHT = 595.3, 841.9  # points, A4
LONG = "春夏秋冬天地山川日月星辰风雨雷电草木花鸟虫鱼江河湖海"


def test_the_class_stands_at_the_top_right_of_page_one(printed):
    ((x, y),) = places_of(printed()[0], "A")
    assert (x > WIDTH * 0.75, y > HEIGHT * 0.75) == (True, True)
    right = WIDTH - 26 / 25.4 * 72
    assert right - 13 < x < right  # flush with the margin


def test_urgency_stands_at_the_top_left(printed):
    ((x, y),) = places_of(printed()[0], "加急")
    assert (round(x), y > HEIGHT * 0.75) == (round(28 / 25.4 * 72), True)


def test_a_full_page_holds_22_lines_of_28_signs(printed):
    pages = printed(paragraphs=paragraphs_of(LONG * 60))
    assert [len(line) for line in lines_of(pages[1])] == [28] * 22
    heights = sorted({round(y, 1) for _x, y in places_of(pages[1], "春")})
    steps = {round(b - a, 1) % 28.9 for a, b in zip(heights, heights[1:], strict=False)}
    assert max(steps) < 0.6  # whole lines of 28.95 pt


def test_pages_are_numbered_between_dashes(printed):
    pages = printed(paragraphs=paragraphs_of(LONG * 60))
    numbers = [re.search(r"—\s*(\d+)\s*—", page.extract_text())[1] for page in pages]
    assert numbers == [str(n) for n in range(1, len(pages) + 1)]


def test_the_unit_is_centred_over_the_date(printed):
    pages = printed(signature="示例局")
    ((unit, above),) = places_of(pages[-1], "示例局")
    ((date, below),) = places_of(pages[-1], "2026年3月5日")
    assert abs(above - below - 28.95) < 0.1
    assert abs((unit + 1.5 * 15.75) - (date + 3 * 15.75)) < 8  # half a sign


def test_attachment_names_stand_below_each_other(printed):
    names = ("山" * 30, "水" * 30)
    page = printed(paragraphs=(), attachments=names)[0]
    starts = [x for name in "山水" for x, _y in places_of(page, name)]
    assert [round(x - 28 / 25.4 * 72) for x in starts] == [
        31,
        94,
        79,
        94,
    ]  # 附件：1. 山, 山, 2. 水, 水


def test_copies_stand_at_the_foot_of_the_last_page(printed):
    ((_x, y),) = places_of(printed()[-1], "抄送")
    assert 99 < y < 99 + 40


@pytest.mark.parametrize("lines", range(9, 16))
def test_a_signature_never_stands_alone_on_a_page(printed, lines):
    paragraphs = paragraphs_of("\n".join(["山" * 20] * lines))
    pages = printed(paragraphs=paragraphs, attachments=(), copies=())
    signed = next(page for page in pages if "示例市住房" in page.extract_text())
    assert "山山山" in signed.extract_text()


def test_the_pdf_says_what_the_letter_says(printed):
    said = re.sub(r"\s", "", "".join("".join(lines_of(page)) for page in printed()))
    for paragraph in LETTER.paragraphs:
        assert re.sub(r"\s", "", paragraph.text) in said


def test_the_same_docx_gives_the_same_pdf(fonts):
    source = docx_of(LETTER)
    assert pdf_of(source, fonts) == pdf_of(source, fonts)
    assert b"D:20260305" in pdf_of(source, fonts)
