"""The templates a round-up starts from: one for each tier, as docx, to be edited in Word.

Run `python -m xieshang.reports.document.roundup` after changing a sentence here. The shipped
files call figures by their names, which never change; what an office is given to edit calls
them by their Chinese labels (`reports.quoting.editable`).
"""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from docx.document import Document as Docx
from docx.oxml.ns import qn

from .blank import DATE, IMPRINT, ISSUER, KAI, blank

FOLDER = Path(__file__).parent / "templates"
TIERS = {  # the block of committees below, and what the office is called
    "region": ("每个市", "办公厅"),
    "city": ("每个县", "办公室"),
    "county": ("", "办公室"),
}

TITLE = "{{ 政协 }}{{ 年份 }}年履职工作综述"
OPENING = (
    "{{ 期间 }}，{{ 各级 }}围绕中心任务学习、协商、监督、办事，工作扎实推进。"
    "全年举办学习活动{study-sessions}期，参加{study-attendances}人次；"
    "开展协商活动{consultations-held}次，参加{consultation-attendances}人次；"
    "提出意见建议{suggestions-submitted}件，得到采用{suggestions-adopted}件；"
    "登记问题{problems-registered}个，推动解决{problems-solved}个；"
    "牵线引进项目{projects-introduced}个，带来就业岗位{jobs-created}个。"
)
STUDY = (
    "举办学习活动{study-sessions}期，参加{study-attendances}人次；"
    "其中委员参加{study-member-attendances}人次。"
    "委员讲堂和委员培训班办了{training-sessions}期，参训{training-attendances}人次。"
)
CONSULTATION = (
    "登记工作品牌{brands}个；目标、制度、清单、抓手、载体、影响六项俱全的{brands-six-complete}个。"
    "开展协商活动{consultations-held}次，参加{consultation-attendances}人次；"
    "其中与其他地方政协联合协商{joint-consultations}次。"
    "提出意见建议{suggestions-submitted}件；其中提案{proposals-submitted}件、"
    "社情民意信息{opinion-reports-submitted}篇；得到采用{suggestions-adopted}件。"
)
ACTION = (
    "登记各方面反映的问题{problems-registered}个，推动解决{problems-solved}个。"
    "牵线引进项目{projects-introduced}个；其中亿元以上项目{projects-over-100m}个；"
    "带来就业岗位{jobs-created}个。"
    "现有履职阵地{venues}处；其中界别委员工作室{sector-studios}个，覆盖界别{sectors-covered}个。"
)
SERIES = "{{ 政协 }}“{{ 品牌 }}”推出{programme-sessions}期。"
DEFINITIONS = "各个数字按下列口径计算。"
PARTS = (
    ("坚持学习在先，筑牢共同思想基础", STUDY, ""),
    ("擦亮履职品牌，把协商做在平常", CONSULTATION, SERIES),
    ("组织委员行动，把实事办到身边", ACTION, ""),
)
SOURCES_TITLE = "附：数字依据"
SOURCES = (
    "下表列出本文的全部数字。在 {{ 网址 }} 之后接短地址，"
    "可以打开每个数字的口径、逐条记录和原始凭据；"
    "摘要由这些记录算出，记录有一处改动，摘要就不同。"
)


def roundup(tier: str, called: Callable[[str], str] = str) -> Docx:
    """The template of a tier as a docx; `called` says what to call a figure in it."""
    document = blank()
    say = partial(with_figures, called)
    below, office = TIERS[tier]
    document.add_paragraph(TITLE, "Title")
    document.add_paragraph("", "Title")
    document.add_paragraph(say(OPENING))
    for heading, sentences, series in PARTS:
        document.add_paragraph("{{ 序号 }}、" + heading, "Heading 1")
        own = "本级" if below else ""
        paragraph(document, "{{ 政协 }}本级。" if own else "", say(sentences, own))
        if series:
            document.add_paragraph("{{ 每个品牌 }}")
            document.add_paragraph(say(series))
            document.add_paragraph("{{ 完 }}")
        if below:
            document.add_paragraph("{{ " + below + " }}")
            paragraph(document, "{{ 政协 }}。", say(sentences))
            document.add_paragraph("{{ 完 }}")
    sign(document, office)
    document.add_paragraph(SOURCES_TITLE, "Heading 1").paragraph_format.page_break_before = True
    document.add_paragraph(SOURCES)
    document.add_paragraph("{{ 数字依据 }}")
    document.add_paragraph(DEFINITIONS)
    document.add_paragraph("{{ 口径 }}")
    document.add_paragraph("{{ 政协 }}" + office + "\t{{ 日期 }}印发", IMPRINT)
    return document


def paragraph(document: Docx, lead: str, text: str) -> None:
    """A paragraph which opens with a numbered name in 楷体, if it has one."""
    made = document.add_paragraph()
    if lead:
        run = made.add_run("（{{ 序号 }}）" + lead)
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), KAI)
    made.add_run(text)


def sign(document: Docx, office: str) -> None:
    document.add_paragraph("")
    document.add_paragraph("{{ 政协 }}" + office, ISSUER)
    document.add_paragraph("{{ 日期 }}", DATE)


def with_figures(called: Callable[[str], str], text: str, *options: str) -> str:
    """The text with each {metric-name} as the placeholder a clerk would type."""
    tail = "".join(f" ｜ {option}" for option in options if option)
    named = re.compile(r"(?<!\{)\{([a-z0-9-]+)\}")
    return named.sub(lambda found: f"{{{{ 数字：{called(found[1])}{tail} }}}}", text)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for tier in TIERS:
        roundup(tier).save(str(FOLDER / f"{tier}.docx"))


if __name__ == "__main__":
    main()
