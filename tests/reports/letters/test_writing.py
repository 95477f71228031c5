"""The docx of a letter by GB/T 9704-2012: every value that the standard names."""

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from xieshang.reports.document.read import read
from xieshang.reports.letters import Paragraph, docx_of, paragraphs_of
from xieshang.reports.letters.letter import one_line

from .conftest import LETTER

LINES = [
    ("标识", "加急\tA"),
    ("发文字号", "示建函〔2026〕5号\t签发人：示例甲"),
    ("Normal", ""),
    ("Normal", ""),
    ("Title", "关于自治区政协十三届三次会议\n第012号提案的答复"),
    ("Normal", ""),
    ("主送机关", "示例委员："),
    ("Normal", "您提出的《关于加快城区老旧小区加装电梯的提案》收悉。现答复如下："),
    ("Heading 1", "一、关于简化审批手续的建议"),
    ("Heading 2", "（一）已经做到的"),
    ("Normal", "2025年以来，全市受理加装电梯申请126件，办结118件。"),
    ("Normal", "（二）下一步打算。将在三季度前完成“一窗受理”系统的改造。"),
    ("Heading 3", "1.统一受理窗口"),
    ("Normal", "二、关于资金补助的建议。按照现行办法，每台补助10万元。"),
    ("Normal", "感谢您的关心，欢迎继续提出意见。"),
    ("Normal", ""),
    ("附件说明", "附件：1. 加装电梯办事指南"),
    ("附件续", "2. 已办结项目一览"),
    ("Normal", ""),
    ("Normal", ""),
    ("落款单位", "示例市住房和城乡建设局"),
    ("落款日期", "2026年3月5日"),
    ("附注", "（联系人：示例乙，联系电话：0771-0000000）"),
    ("附注", "（此件公开发布）"),
    ("版记", "抄送：自治区政协提案委员会，示例市人民政府督查室。"),
]
FONTS = {  # font and size in points
    "标识": ("黑体", 16),
    "发文字号": ("仿宋_GB2312", 16),
    "Title": ("方正小标宋简体", 22),
    "主送机关": ("仿宋_GB2312", 16),
    "Normal": ("仿宋_GB2312", 16),
    "Heading 1": ("黑体", 16),
    "Heading 2": ("楷体_GB2312", 16),
    "Heading 3": ("仿宋_GB2312", 16),
    "附件说明": ("仿宋_GB2312", 16),
    "附件续": ("仿宋_GB2312", 16),
    "落款单位": ("仿宋_GB2312", 16),
    "落款日期": ("仿宋_GB2312", 16),
    "附注": ("仿宋_GB2312", 16),
    "版记": ("仿宋_GB2312", 14),
}
LEVELS = {
    "一、关于资金": 1,
    "十二、其他": 1,
    "（三）补助": 2,
    "(三)补助": 2,
    "1.受理": 3,
    "2．公开": 3,
    "1.5万元用于补助": 0,
    "一是统一窗口": 0,
    "正文": 0,
    "一、" + "很长的一段话，" * 12: 0,
}


def by_text(document, text):
    return next(p for p in document.paragraphs if p.text.startswith(text))


def fonts_of(paragraph):
    """The parts of a paragraph, each with the font set on it."""
    return [(r.text, r._r.rPr.rFonts.get(qn("w:eastAsia"), "") if r._r.rPr is not None else "")
            for r in paragraph.runs]  # fmt: skip


def test_the_lines_of_a_letter_stand_in_the_order_of_the_standard(written):
    assert [(p.style.name, p.text) for p in written().paragraphs] == LINES


def test_what_is_empty_leaves_its_line_out(written):
    plain = written(
        class_letter="", urgency="", number="", leader="", attachments=(), contact="",
        telephone="", openness="", copies=(),
    )  # fmt: skip
    gone = {"标识", "发文字号", "附件说明", "附件续", "附注", "版记"}
    kept = [line for line in (*LINES[4:15], *LINES[16:]) if line[0] not in gone]
    assert [(p.style.name, p.text) for p in plain.paragraphs] == kept


def test_the_page_is_that_of_the_standard(written):
    section = written().sections[0]
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(each.mm, 1) for each in margins] == [37, 35, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    grid = section._sectPr.find(qn("w:docGrid"))
    assert {key.split("}")[1]: value for key, value in grid.items()} == {
        "type": "lines",
        "linePitch": "579",  # twentieths of a point: 22 to 225 mm
    }


@pytest.mark.parametrize(("name", "dress"), FONTS.items())
def test_each_style_has_its_font_and_size(written, name, dress):
    style = written().styles[name]
    font = style.element.rPr.rFonts.get(qn("w:eastAsia"))
    assert (font, style.font.size.pt) == dress
    pitch = style.paragraph_format.line_spacing
    assert pitch == Pt(26 if name == "版记" else 28.95)


def test_a_heading_before_its_text_is_dressed_alone(written):
    document = written()
    assert fonts_of(by_text(document, "（二）")) == [
        ("（二）下一步打算。", "楷体_GB2312"),
        ("将在三季度前完成“一窗受理”系统的改造。", ""),
    ]
    assert fonts_of(by_text(document, "二、"))[0] == ("二、关于资金补助的建议。", "黑体")
    assert fonts_of(by_text(document, "示建函"))[-1] == ("示例甲", "楷体_GB2312")


@pytest.mark.parametrize(("line", "level"), LEVELS.items())
def test_headings_are_told_by_their_numbers(line, level):
    assert paragraphs_of(f"\n　　{line}\n\n") == (Paragraph(line, level),)


def test_the_date_stands_four_signs_in_and_the_unit_is_centred_over_it(written):
    document = written()
    date = document.styles["落款日期"].element.pPr.ind
    assert date.get(qn("w:rightChars")) == "400"
    for unit, right in (("示例局", "550"), ("示例市住房和城乡建设局", "150"), ("示" * 30, "0")):
        issuer = written(signature=unit).paragraphs[-5]
        assert (issuer.text, issuer._p.pPr.ind.get(qn("w:rightChars"))) == (unit, right)


def test_one_attachment_has_no_number(written):
    assert by_text(written(attachments=("办事指南",)), "附件").text == "附件：办事指南"


def test_attachments_stand_below_each_other(written):
    styles = written().styles
    forms = [styles[name].paragraph_format for name in ("附件说明", "附件续")]
    begins = [(f.left_indent.pt + f.first_line_indent.pt, f.left_indent.pt) for f in forms]
    assert begins == [(31.5, 94.5), (78.75, 94.5)]  # two, five, and six signs of 15.75 pt


def test_the_signature_holds_on_to_the_text_before_it(written):
    kept = [p.paragraph_format.keep_with_next for p in written(attachments=()).paragraphs[-8:-4]]
    assert kept == [True, True, True, True]


def test_the_number_stands_in_the_middle_where_nobody_is_named_beside_it(written):
    assert by_text(written(leader=""), "示建函").alignment == 1


def test_the_page_number_has_14_points_between_dashes(written):
    section = written().sections[0]
    said = ["".join(t.text for t in part._element.iter(qn("w:t"))) for part in
            (section.footer, section.even_page_footer)]  # fmt: skip
    sizes = {s.get(qn("w:val")) for s in section.footer._element.iter(qn("w:sz"))}
    assert (said, sizes) == (["—  —", "—  —"], {"28"})
    assert round(section.footer_distance.mm) == 23


def test_the_docx_carries_its_title_and_its_day(written):
    properties = written(title="标" * 300).core_properties
    assert (properties.title, properties.author) == ("标" * 255, "")
    assert properties.created.date() == LETTER.day


HOSTILE = (
    "\x00\x01关于\ud800提案",
    "a\tb\nc\fd",
    "<w:p/>&amp;",
    "{{ 数字 }}",
    "\u202e反",
    "𠮷" * 5,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_can_be_written_and_read_back(text):
    fields = ("title", "to", "signature", "number", "class_letter", "urgency", "leader", "contact")
    letter = replace(
        LETTER,
        paragraphs=paragraphs_of(text),
        copies=(text,),
        attachments=(text, text),
        **dict.fromkeys(fields, text),
    )
    source = docx_of(letter)
    assert "主送机关" in [p.style.name for p in Document(io.BytesIO(source)).paragraphs]
    assert read(source).title == one_line(text)


@pytest.mark.parametrize(("name", "at"), [("标识", Mm(156)), ("发文字号", Mm(156) - Pt(16))])
def test_what_stands_at_the_right_is_led_there_by_a_tab(written, name, at):
    (stop,) = written().styles[name].paragraph_format.tab_stops
    assert (stop.alignment, stop.position.twips) == (WD_TAB_ALIGNMENT.RIGHT, Emu(at).twips)
