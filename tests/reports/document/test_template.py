"""A template is refused by name for everything that could print a number unseen."""

import contextlib
import io
import random
import zipfile

import pytest
from django.utils import translation
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from xieshang.reports.document import roundup
from xieshang.reports.document.blank import blank
from xieshang.reports.document.faults import TemplateFault
from xieshang.reports.document.template import open_template, read_template

from ..conftest import saved
from .conftest import Answers

NAKED = "the number %s stands without a figure: write {{ 数字：… }}"


def faults_of(source):
    """What is said in English, whatever language the machine speaks."""
    with translation.override("en"):
        with pytest.raises(TemplateFault) as refused:
            open_template(source, Answers(期数={}))
        return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("办了45期", "45"),
        ("办了４５期", "４５"),
        ("增长3.5个百分点", "3.5"),
        ("办了一百三十余次", "一百三十余次"),
        ("参加十余人次", "十余人次"),
        ("详见①", "①"),
    ],
)
def test_a_naked_number_is_named_with_its_paragraph(typed, line, number):
    assert faults_of(typed("题目", line)) == [f"paragraph 2 (“{line}”): {NAKED % number}"]


@pytest.mark.parametrize(
    ("line", "shown", "reason"),
    [
        ("办了{{ 数字：次数 }}次", "次数", "there is no figure of this name"),
        ("办{{ 数字：期数 ｜ 河池市 }}期", "河池市", "there is no committee of this name"),
        ("占{{ 数字：期数 ｜ 占比 }}", "期数", "this figure has no brand, form or share"),
        ("办{{ 数目：期 }}期", "办{{ 数目：期 }}期", "“数目” takes nothing after a colon"),
        ("办{{ 数字：期数 期", "办{{ 数字：期数 期", "{{ has no partner"),
        ("办数字：期数 }}期", "办数字：期数 }}期", "}} has no partner"),
        ("办{{ 每个市 }}", "办", "this sign must stand alone in a paragraph of its own"),
        ("{{ 完 }}", "", "this ends a block which has not begun"),
        ("{{ 每个市 }}", "", "this block is not ended by {{ 完 }}"),
    ],
)
def test_what_is_wrong_with_a_placeholder_is_said(typed, line, shown, reason):
    assert faults_of(typed("题目", line, "完了")) == [f"paragraph 2 (“{shown}”): {reason}"]


@pytest.mark.parametrize(
    "line",
    [
        "千家万户，十件实事，一专委一品牌，两支队伍，百花齐放",
        "办了{{数字：期数}}期；学习“{{ 名称：4·27 }}”讲话",
        "{{ 年份 }}年，｛｛ 政协 ｝｝｛｛数字：期数｜本级｝｝期",
    ],
)
def test_prose_without_numbers_passes(typed, line):
    assert len(open_template(typed(line), Answers(期数={})).parts) == 1


def test_a_block_inside_a_block_is_refused(typed):
    source = typed("{{ 每个市 }}", "{{ 每个县 }}", "{{ 完 }}")
    assert faults_of(source) == ["paragraph 2 (“”): a block begins inside another block"]


def test_every_fault_of_a_template_is_named_at_once(typed):
    source = typed("办了3期", "好", "又办了4期")
    assert faults_of(source) == [
        f"paragraph 1 (“办了3期”): {NAKED % '3'}",
        f"paragraph 3 (“又办了4期”): {NAKED % '4'}",
    ]


UNSEEN = {
    "a link": "<w:hyperlink {ns}><w:r><w:t>8</w:t></w:r></w:hyperlink>",
    "a tracked change: accept or reject it first": "<w:ins {ns}><w:r><w:t>8</w:t></w:r></w:ins>",
    "a picture or a text box": "<w:r {ns}><w:drawing/></w:r>",
    "a field": '<w:fldSimple {ns} w:instr="NUMPAGES"/>',
    "a footnote": '<w:r {ns}><w:footnoteReference w:id="1"/></w:r>',
    "a special symbol": '<w:r {ns}><w:sym w:char="F0B7"/></w:r>',
    "a content control": "<w:sdt {ns}/>",
    "a comment: remove it first": '<w:r {ns}><w:commentReference w:id="1"/></w:r>',
    "a formula": '<m:oMath xmlns:m="urn:m"/>',
}


@pytest.mark.parametrize(("what", "xml"), UNSEEN.items())
def test_what_could_print_a_number_unseen_is_refused(what, xml):
    document = blank()
    document.add_paragraph("好")._p.append(parse_xml(xml.format(ns=nsdecls("w"))))
    reason = f"cannot be checked for numbers: {what}"
    assert [f.split(": ", 1)[1] for f in faults_of(saved(document))] == [reason]


def test_numbering_by_word_is_refused():
    document = blank()
    document.add_paragraph("好")._p.get_or_add_pPr().append(OxmlElement("w:numPr"))
    said = "paragraph 1 (“好”): is numbered by Word: write {{ 序号 }} instead"
    assert faults_of(saved(document)) == [said]


def test_a_number_in_a_cell_or_in_the_footer_is_refused():
    document = blank()
    document.add_table(1, 2).cell(0, 1).text = "45"
    document.sections[0].footer.paragraphs[0].add_run("第3版")
    assert faults_of(saved(document)) == [
        f"table 1, row 1, cell 2 (“45”): {NAKED % '45'}",
        "the footer (“—  —第3版”): only the page number may stand here",
    ]


def rewritten(name, change):
    """A shipped template with one part of its package changed."""
    source = zipfile.ZipFile(roundup.FOLDER / "county.docx")
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            target.writestr(part, change(source.read(part)) if part == name else source.read(part))
    return held.getvalue()


UNSOUND = {
    "no zip": b"PK but no",
    "empty": b"",
    "torn": (roundup.FOLDER / "county.docx").read_bytes()[:9000],
    "no body": rewritten("word/document.xml", lambda _xml: b"<x/>"),
    "no xml": rewritten("word/styles.xml", lambda xml: xml[:-9]),
    "sizes of nothing": rewritten("word/styles.xml", lambda xml: xml.replace(b'"32"', b'"?"')),
    "a style based on itself": rewritten(
        "word/styles.xml",
        lambda xml: xml.replace(b'basedOn w:val="Normal"', b'basedOn w:val="Title"'),
    ),
    "a bomb": rewritten("word/webSettings.xml", lambda _xml: b" " * (21 * 2**20)),
}


@pytest.mark.parametrize("source", UNSOUND.values(), ids=UNSOUND)
def test_what_is_no_sound_docx_is_refused(source):
    assert faults_of(source) == ["the file (“”): this is no docx document"]


def test_a_file_named_in_a_docx_is_never_read(tmp_path):
    (tmp_path / "secret").write_text("秘密")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'.encode()

    def naming(xml):
        return entity + xml[xml.find(b"<w:document") :].replace("坚持".encode(), b"&e;")

    template = read_template(rewritten("word/document.xml", naming))
    assert [line.where for line in template.lines if "秘密" in line.prose] == []


def test_a_page_without_room_for_text_is_refused():
    document = blank()
    document.add_paragraph("好")
    document.sections[0].page_width = Mm(100)
    assert faults_of(saved(document)) == ["the page (“”): its margins leave no room for text"]


def test_a_docx_damaged_anywhere_is_read_or_refused():
    chance = random.Random(20231231)
    sound = (roundup.FOLDER / "county.docx").read_bytes()
    for _round in range(60):
        damaged = bytearray(sound)
        for _hit in range(chance.choice([1, 3, 20])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with contextlib.suppress(TemplateFault):
            read_template(bytes(damaged))


def test_the_shipped_templates_are_those_their_builder_makes():
    for tier in roundup.TIERS:
        shipped = read_template((roundup.FOLDER / f"{tier}.docx").read_bytes())
        built = read_template(saved(roundup.roundup(tier)))
        assert [line.prose for line in shipped.lines] == [line.prose for line in built.lines]
        assert [p.content for line in shipped.lines for p in line.pieces] == [
            p.content for line in built.lines for p in line.pieces
        ]
        assert shipped.faults == []
