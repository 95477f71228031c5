"""A template and a ledger make a document; what has no figure is left out."""

import pytest
from docx.enum.text import WD_UNDERLINE
from docx.oxml.ns import qn

from xieshang.reports.document.blank import blank
from xieshang.reports.document.fill import fill, numeral
from xieshang.reports.document.template import open_template
from xieshang.reports.document.write import write

from ..conftest import saved
from .conftest import Answers, reopened

HELD = {"广西壮族自治区": 130, "南宁市": 45, "柳州市": 0}  # 桂林市 has no records


def texts(reading):
    return [block.text for block in reading.blocks]


def test_each_city_gets_the_sentences_its_figures_allow(typed, made):
    source = typed(
        "{{ 各级 }}办学习{{ 数字：期数 }}期。",
        "{{ 每个市 }}",
        "（{{ 序号 }}）{{ 政协 }}。办学习{{ 数字：期数 }}期；协商{{ 数字：次数 }}次。件件有回音。",
        "{{ 完 }}",
    )
    reading = made(source, 期数=HELD, 次数={"南宁市": 7, "桂林市": 2})
    assert texts(reading) == [
        "全区各级政协办学习130期。",
        "（一）南宁市政协。办学习45期；协商7次。件件有回音。",
        "（二）桂林市政协。协商2次。件件有回音。",
    ]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("学{{数字：甲}}期；商{{数字：丙}}次。", "学1期。"),
        ("学{{数字：丙}}期；商{{数字：甲}}次。", "商1次。"),
        ("学{{数字：丙}}期；其中委员{{数字：甲}}期；商{{数字：甲}}次。", "商1次。"),
        ("学{{数字：甲}}期；其中委员{{数字：丙}}期。商{{数字：甲}}次。", "学1期。商1次。"),
        ("学{{数字：甲}}期；商{{数字：丙}}次；议{{数字：甲}}次。", "学1期；议1次。"),
        ("学{{数字：乙}}期。商{{数字：甲}}次！好。", "商1次！好。"),
        ("学{{数字：乙｜可为零}}期。", "学0期。"),
        ("“学{{数字：乙}}期。”“商{{数字：甲}}次。”", "“商1次。”"),
        ("学{{数字：甲}}期、{{数字：丙}}次。", None),
        ("没有数字的话，照样说。", "没有数字的话，照样说。"),
    ],
)
def test_a_sentence_without_its_figure_is_left_out(typed, made, line, kept):
    place = "广西壮族自治区"
    reading = made(typed(line), 甲={place: 1}, 乙={place: 0}, 丙={})
    assert texts(reading) == ([] if kept is None else [kept])


def test_a_heading_with_nothing_under_it_is_left_out_and_the_rest_is_numbered(typed, made):
    source = typed(
        ("{{ 序号 }}、学习", "Heading 1"),
        "办了{{ 数字：无 }}期。",
        ("{{ 序号 }}、协商", "Heading 1"),
        ("（{{ 序号 }}）全年", "Heading 2"),
        "开了{{ 数字：有 }}次。",
        ("（{{ 序号 }}）空的", "Heading 2"),
        ("（{{ 序号 }}）平时", "Heading 2"),
        "也开。",
        ("{{ 序号 }}、行动", "Heading 1"),
        ("（{{ 序号 }}）再数", "Heading 2"),
        "办好。",
        ("{{ 序号 }}、结束", "Heading 1"),
    )
    assert texts(made(source, 有={"广西壮族自治区": 5}, 无={})) == [
        "一、协商",
        "（一）全年",
        "开了5次。",
        "（二）平时",
        "也开。",
        "二、行动",
        "（一）再数",
        "办好。",
    ]


def test_numerals_count_as_headings_do():
    counted = [numeral(n) for n in (1, 9, 10, 11, 20, 21, 99)]
    assert counted == ["一", "九", "十", "十一", "二十", "二十一", "九十九"]


def test_a_placeholder_may_span_runs_and_keeps_the_look_of_its_first_brace(setting):
    document = blank()
    paragraph = document.add_paragraph()
    split = ("办了", None), ("{", True), ("{ 数字", False), ("：期", None), ("数 }}期", False)
    for text, bold in split:
        paragraph.add_run(text).bold = bold
    answers = Answers(期数=HELD)
    parts = fill(open_template(saved(document), answers), setting, answers)
    written = reopened(write(saved(document), parts, "示例")).paragraphs[0]
    link = written.hyperlinks[0]
    assert [run.text for run in written.runs] == ["办了", "期"]
    assert (link.text, link.runs[0].bold, link.runs[0].font.underline) == (
        "130",
        True,
        WD_UNDERLINE.DOTTED,
    )


def test_a_block_of_brands_speaks_of_each(typed, made):
    source = typed("{{ 每个品牌 }}", "“{{ 品牌 }}”办了{{ 数字：期数 }}期。", "{{ 完 }}")
    assert texts(made(source, 期数=HELD)) == ["“示例品牌”办了130期。"]


def test_a_table_of_the_template_prints_noughts_and_dashes(made):
    document = blank()
    cells = document.add_table(1, 3).rows[0].cells
    for cell, place in zip(cells, ("南宁市", "柳州市", "桂林市"), strict=True):
        cell.paragraphs[0].text = f"{{{{ 数字：期数 ｜ {place} }}}}"
    reading = made(saved(document), 期数=HELD)
    assert [[p.text for p in cell] for cell in reading.blocks[0].rows[0]] == [["45"], ["0"], ["—"]]


def test_the_list_names_every_figure_once_in_the_order_of_the_text(typed, made):
    line = "办{{ 数字：期数 }}期，{{ 数字：期数 ｜ 南宁市 }}期，{{ 数字：期数 }}期。"
    table = made(typed(line, "{{ 数字依据 }}"), 期数=HELD).blocks[1]
    rows = [["".join(p.text for p in cell) for cell in row] for row in table.rows]
    assert [row[:5] for row in rows] == [
        ["数字", "名称和基数", "范围", "期间", "摘要"],
        ["130", "示例期数", "自治区政协", "2023年", "0123456789ab"],
        ["45", "示例期数", "南宁市政协", "2023年", "0123456789ab"],
    ]


def test_the_definitions_are_listed_once_each(typed, made):
    line = "办{{ 数字：期数 }}期，{{ 数字：期数 ｜ 南宁市 }}期。"
    table = made(typed(line, "{{ 口径 }}"), 期数=HELD).blocks[1]
    assert [["".join(p.text for p in cell) for cell in row] for row in table.rows] == [
        ["名称", "口径"],
        ["示例期数", "示例口径，说明期数"],
    ]


def test_every_number_is_a_link_and_no_digit_stands_outside_one(typed, made):
    source = typed("{{ 期间 }}办了{{ 数字：期数 }}期，不忘“{{ 名称：4·27 }}”。")
    spans = [(s.text, bool(s.href)) for s in made(source, 期数=HELD).blocks[0].spans]
    assert spans == [
        ("2023年", False),
        ("办了", False),
        ("130", True),
        ("期，不忘“", False),
        ("4·27", False),
        ("”。", False),
    ]


def test_the_page_is_that_of_the_standard(typed, setting):
    answers = Answers(期数=HELD)
    source = typed("{{ 政协 }}办了{{ 数字：期数 }}期。")
    parts = fill(open_template(source, answers), setting, answers)
    document = reopened(write(source, parts, "示例"))
    section = document.sections[0]
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(edge.mm) for edge in edges] == [37, 35, 28, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")
    assert document.core_properties.title == "示例"
