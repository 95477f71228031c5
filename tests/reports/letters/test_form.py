"""The form of a proposal: its tables, its text, and what the PDF shows of them."""

import datetime as dt
import io
import re
from dataclasses import replace

import pypdf
from docx import Document
from docx.oxml.ns import qn

from xieshang.reports.document.read import Table, read
from xieshang.reports.letters import CoSigner, ProposalForm, pdf_of, proposal_form

FORM = ProposalForm(
    committee="示例市政协",
    term=13,
    session=3,
    title="关于加快城区老旧小区加装电梯的提案",
    proposer="示例委员甲",
    situation="居民上下楼不便。\n六层以上无电梯住宅占三成。",
    analysis="意见难统一。",
    suggestion="1.简化手续\n2.增加补助",
    day=dt.date(2026, 1, 10),
    sector="教育界",
    number="012",
    serial="20260012",
    window="会间",
    submitted=dt.date(2026, 1, 9),
    category="社会建设",
    lead_units=("示例市住房和城乡建设局",),
    joint_units=("示例市财政局", "示例市自然资源局"),
    publication="同意公开",
    co_signers=(
        CoSigner("示例委员乙", "经济界", "同意", dt.date(2026, 1, 8)),
        CoSigner("示例委员丙", "农业界", "未答复"),
    ),
)
FACTS = [
    ["案由", "关于加快城区老旧小区加装电梯的提案"],
    ["案号", "012", "流水号", "20260012"],
    ["提案人", "示例委员甲", "界别", "教育界"],
    ["提交日期", "2026年1月9日", "提出时间", "会间"],
    ["分类", "社会建设", "公开意见", "同意公开"],
    ["意向主办", "示例市住房和城乡建设局", "意向会办", "示例市财政局、示例市自然资源局"],
]
SIGNERS = [
    ["附议人", "界别", "答复", "日期"],
    ["示例委员乙", "经济界", "同意", "2026年1月8日"],
    ["示例委员丙", "农业界", "未答复", ""],
]
TEXT = [
    ("Title", "示例市政协十三届三次会议提案表"),
    ("Heading 1", "一、情况"),
    ("Normal", "居民上下楼不便。"),
    ("Normal", "六层以上无电梯住宅占三成。"),
    ("Heading 1", "二、分析"),
    ("Normal", "意见难统一。"),
    ("Heading 1", "三、建议"),
    ("Heading 3", "1.简化手续"),
    ("Heading 3", "2.增加补助"),
]


def tables_of(form):
    """The tables as they are read back for the PDF: a cell is its text."""
    tables = [each for each in read(proposal_form(form)).blocks if isinstance(each, Table)]
    texts = [[["".join(p.text for p in cell) for cell in row] for row in t.rows] for t in tables]
    return tables, texts


def test_the_form_has_the_facts_and_who_signed():
    tables, texts = tables_of(FORM)
    assert texts == [FACTS, SIGNERS]
    assert [table.ruled for table in tables] == [True, True]
    assert tables[0].spans == [[1, 3], *[[1, 1, 1, 1]] * 5]
    assert [table.head for table in tables] == [0, 1]
    assert [round(sum(table.widths)) for table in tables] == [442, 442]  # points, 156 mm


def test_the_text_follows_in_its_three_parts():
    paragraphs = Document(io.BytesIO(proposal_form(FORM))).paragraphs
    assert [(p.style.name, p.text) for p in paragraphs if p.text] == TEXT


def test_a_form_without_co_signers_and_facts_is_there_to_be_filled():
    blank = ProposalForm("示例市政协", 13, None, "", "", "", "", "", FORM.day)
    _tables, texts = tables_of(blank)
    assert texts == [[[cell if n % 2 == 0 else "" for n, cell in enumerate(r)] for r in FACTS]]


def test_rows_hold_together_and_the_head_of_the_signers_is_repeated():
    document = Document(io.BytesIO(proposal_form(FORM)))
    rows = [row._tr.trPr for table in document.tables for row in table.rows]
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
    assert sum(row.find(qn("w:tblHeader")) is not None for row in rows) == 1


def test_names_stand_in_bold_type_and_values_in_that_of_the_text():
    styles = Document(io.BytesIO(proposal_form(FORM))).styles
    fonts = [styles[n].element.rPr.rFonts.get(qn("w:eastAsia")) for n in ("表格名目", "表格内容")]
    assert fonts == ["黑体", "仿宋_GB2312"]


def test_the_pdf_of_a_form_with_forty_signers_repeats_their_head(fonts):
    many = tuple(CoSigner(f"示例委员{n}", "经济界", "同意", FORM.day) for n in range(40))
    pdf = pdf_of(proposal_form(replace(FORM, co_signers=many)), fonts)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert [page.count("附议人") for page in pages][:2] == [1, 1]
    said = re.sub(r"\s", "", "".join(pages))
    assert "示例委员39" in said
    assert "六层以上无电梯住宅占三成。" in said
