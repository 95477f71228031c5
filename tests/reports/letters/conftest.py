"""A letter with everything that may stand in one, and its PDF."""

import datetime as dt
import io
from dataclasses import replace

import pypdf
import pytest
from docx import Document

from xieshang.reports.document.fonts import fonts_at
from xieshang.reports.letters import Letter, docx_of, paragraphs_of, pdf_of, title_of

BODY = """您提出的《关于加快城区老旧小区加装电梯的提案》收悉。现答复如下：
一、关于简化审批手续的建议
（一）已经做到的
2025年以来，全市受理加装电梯申请126件，办结118件。
（二）下一步打算。将在三季度前完成“一窗受理”系统的改造。
1.统一受理窗口
二、关于资金补助的建议。按照现行办法，每台补助10万元。
感谢您的关心，欢迎继续提出意见。"""
LETTER = Letter(
    title=title_of("reply", "自治区政协", 13, 3, "012"),
    to="示例委员",
    paragraphs=paragraphs_of(BODY),
    signature="示例市住房和城乡建设局",
    day=dt.date(2026, 3, 5),
    number="示建函〔2026〕5号",
    class_letter="A",
    urgency="加急",
    openness="此件公开发布",
    leader="示例甲",
    contact="示例乙",
    telephone="0771-0000000",
    copies=("自治区政协提案委员会", "示例市人民政府督查室"),
    attachments=("加装电梯办事指南", "已办结项目一览"),
)


@pytest.fixture
def written():
    """The docx of the letter, with some of it different, opened."""
    return lambda **other: Document(io.BytesIO(docx_of(replace(LETTER, **other))))


@pytest.fixture(scope="session")
def fonts():
    return fonts_at(())


@pytest.fixture
def printed(fonts):
    """The pages of its PDF."""

    def print_(**other):
        pdf = pdf_of(docx_of(replace(LETTER, **other)), fonts)
        return pypdf.PdfReader(io.BytesIO(pdf)).pages

    return print_
