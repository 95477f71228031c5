"""A proposal as a form to print (提案表): its facts in tables, then its text."""

from dataclasses import dataclass
from datetime import date

from ..document.quote import in_full
from .letter import one_line, paragraphs_of
from .styles import add, ready
from .tables import Cell, add_table
from .titles import lines_of, session_of
from .writing import blank_lines, saved, write_body

FACTS = (26, 52, 26, 52)  # millimetres, 156 together
SIGNERS = (40, 52, 26, 38)
SIGNERS_HEAD = ("附议人", "界别", "答复", "日期")
PARTS = ("情况", "分析", "建议")


@dataclass(frozen=True, slots=True)
class CoSigner:
    """Somebody who was asked to sign, and what they answered; no day while they have not."""

    name: str
    sector: str
    answer: str  # 同意, 谢绝, 未答复
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ProposalForm:
    """A proposal as its form shows it. What is not known yet stays empty, to be filled by hand."""

    committee: str
    term: int
    session: int | None
    title: str
    proposer: str
    situation: str
    analysis: str
    suggestion: str
    day: date  # of the printing
    sector: str = ""
    number: str = ""  # 案号
    serial: str = ""  # 流水号
    window: str = ""  # 会间, 会后
    submitted: date | None = None
    category: str = ""
    lead_units: tuple[str, ...] = ()  # wished for
    joint_units: tuple[str, ...] = ()
    publication: str = ""  # whether it may be made public
    co_signers: tuple[CoSigner, ...] = ()


def proposal_form(form: ProposalForm) -> bytes:
    """The form as docx, dated the day it is printed."""
    document = ready()
    head = f"{session_of(one_line(form.committee), form.term, form.session)}提案表"
    add(document, "Title", "\n".join(lines_of(head)))
    blank_lines(document, 1)
    add_table(document, FACTS, facts_of(form))
    blank_lines(document, 1)
    if form.co_signers:
        add_table(document, SIGNERS, signers_of(form), head=1)
        blank_lines(document, 1)
    texts = (form.situation, form.analysis, form.suggestion)
    for number, name, text in zip("一二三", PARTS, texts, strict=True):
        add(document, "Heading 1", f"{number}、{name}")
        write_body(document, paragraphs_of(text))
    return saved(document, form.title, form.day)


def facts_of(form: ProposalForm) -> list[list[Cell]]:
    """The rows of the first table: names, and what stands beside each."""
    leads, joints = "、".join(form.lead_units), "、".join(form.joint_units)
    return [
        [Cell("案由", label=True), Cell(form.title, span=3)],
        pair("案号", form.number, "流水号", form.serial),
        pair("提案人", form.proposer, "界别", form.sector),
        pair("提交日期", said(form.submitted), "提出时间", form.window),
        pair("分类", form.category, "公开意见", form.publication),
        pair("意向主办", leads, "意向会办", joints),
    ]


def pair(name: str, value: str, other_name: str, other_value: str) -> list[Cell]:
    """A row of two names with their values."""
    return [Cell(name, label=True), Cell(value), Cell(other_name, label=True), Cell(other_value)]


def signers_of(form: ProposalForm) -> list[list[Cell]]:
    """A row for everybody who was asked to sign, under a head."""
    rows = [(each.name, each.sector, each.answer, said(each.day)) for each in form.co_signers]
    head = [Cell(name, label=True) for name in SIGNERS_HEAD]
    return [head, *([Cell(value) for value in row] for row in rows)]


def said(day: date | None) -> str:
    return in_full(day) if day else ""
