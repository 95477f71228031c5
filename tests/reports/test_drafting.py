"""A report is drawn up from the records, and keeps its numbers."""

import datetime as dt
import io
import re

import pypdf
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from xieshang.activities.models import Activity
from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.figures.models import Figure
from xieshang.figures.scope import Scope
from xieshang.lifecycle.actions import NoSuchMove
from xieshang.lifecycle.table import Role
from xieshang.reports.actions import Outdated, draft, draft_report, take
from xieshang.reports.document.read import read
from xieshang.reports.lifecycles import REPORT
from xieshang.reports.models import Report
from xieshang.reports.reading import reading_of

from .document.conftest import reopened
from .document.test_pdf import bare, lines_of, links_of

pytestmark = pytest.mark.django_db


def paragraphs(report):
    return [p.text for p in reopened(report.docx.path.read_bytes()).paragraphs if p.text.strip()]


def pages(report):
    return pypdf.PdfReader(io.BytesIO(report.pdf.path.read_bytes())).pages


def test_each_office_gets_the_sentences_its_records_allow(report):
    assert paragraphs(report)[:10] == [
        "柳州市政协2023年履职工作综述",
        "2023年，全市各级政协围绕中心任务学习、协商、监督、办事，工作扎实推进。"
        "全年举办学习活动2期，参加45人次；开展协商活动1次，参加12人次；登记问题1个，推动解决1个。",
        "一、坚持学习在先，筑牢共同思想基础",
        "（一）柳州市政协本级。举办学习活动1期，参加30人次；其中委员参加20人次。"
        "委员讲堂和委员培训班办了1期，参训30人次。",
        "（二）柳州市城中区政协。举办学习活动1期，参加15人次。",
        "二、擦亮履职品牌，把协商做在平常",
        "（一）柳州市政协本级。开展协商活动1次，参加12人次；其中与其他地方政协联合协商1次。",
        "柳州市政协“示例讲堂”推出1期。",
        "三、组织委员行动，把实事办到身边",
        "（一）柳州市政协本级。登记各方面反映的问题1个，推动解决1个。",
    ]


def test_a_joint_consultation_counts_once_in_the_region_and_in_each_city(worked, region, editor):
    text = "".join(paragraphs(draft_report(region, 2023, by=editor)))
    assert re.findall(r"开展协商活动\d+次", text) == ["开展协商活动1次"] * 3


def test_docx_pdf_and_page_say_the_same(report):
    said = bare(read(report.docx.path.read_bytes()).text)
    printed = bare("".join("".join(lines_of(page)) for page in pages(report)))
    for head in ("数字名称和基数范围期间摘要短地址", "名称口径"):  # repeated on the next page
        before, first, rest = printed.partition(head)
        printed = before + first + rest.replace(head, "")
    assert printed == said
    assert bare("".join(fragment.text for fragment in reading_of(report))) == said


def test_no_digit_of_the_text_stands_outside_a_figure(report):
    texts = [f for f in reading_of(report) if f.kind in {"heading", "text"}]
    loose = "".join(w.text for f in texts for w in f.words if not w.code)
    words = ["2023年", "127.0.0.1:8000", f"{report.drawn_on.year}年{report.drawn_on.month}月"]
    for word in (*words, f"{report.drawn_on.day}日"):
        loose = loose.replace(word, "")
    assert re.findall(r"\d+", loose) == []


def test_every_link_opens_a_figure_of_the_report(report, settings):
    codes = {figure.code for figure in report.figures.all()}
    linked = {w.code for f in reading_of(report) for w in f.words if w.code}
    printed = {link for page in pages(report) for link in links_of(page)} - {settings.ADDRESS}
    assert linked == codes
    assert printed == {f"{settings.ADDRESS}/f/{code}" for code in codes}


def test_the_numbers_are_the_values_of_their_figures(report):
    values = {figure.code: str(figure.value) for figure in report.figures.all()}
    read_ = {w.code: w.text for f in reading_of(report) for w in f.words if w.code}
    assert read_ == values


def test_the_list_says_of_each_number_what_it_is(report):
    table = next(f for f in reading_of(report) if f.kind == "table")
    cells = ["".join(words.text for words in cell) for cell in table.rows[1]]
    figure = Figure.objects.get(code=cells[5].removeprefix("/f/"))
    assert (cells[0], cells[2], cells[3], cells[4]) == (
        "2",
        "柳州市政协（含下级）",
        "2023年",
        figure.digest[:12],
    )
    assert cells[1] == f"{figure.definition.label}；2条记录"


def test_an_office_without_records_gets_a_report_without_numbers(region, editor):
    empty = draft_report(region, 2023, by=editor)
    assert empty.figures.count() == 0
    assert paragraphs(empty)[0] == "自治区政协2023年履职工作综述"


def test_days_which_are_no_year_are_said_in_full(worked, city, editor):
    scope = Scope(city, dt.date(2023, 1, 1), dt.date(2023, 6, 30))
    opening = paragraphs(draft(scope, by=editor))[1]
    assert opening.startswith("2023年1月1日至2023年6月30日，全市各级政协")
    assert "举办学习活动1期，参加30人次" in opening


def test_a_report_leaves_its_seals(report):
    verbs = Entry.objects.filter(subject=f"reports.report:{report.pk}").values_list("verb")
    assert [verb for (verb,) in verbs] == ["open", "draw"]
    sealed = Entry.objects.get(subject=f"reports.report:{report.pk}", verb="draw").detail
    assert (sealed["docx"], sealed["pdf"]) == (report.docx.sha256, report.pdf.sha256)
    assert sealed["figures"] == sorted(report.figures.values_list("code", flat=True))
    assert first_broken() is None


def test_a_report_goes_from_draft_to_withdrawn(report, editor):
    went = []
    for verb in ("confirm", "return", "confirm", "publish", "withdraw"):
        take(report, verb, by=editor, note="示例理由")
        went.append(report.status)
    assert went == ["confirmed", "draft", "confirmed", "published", "withdrawn"]
    with pytest.raises(NoSuchMove):
        take(report, "publish", by=editor)


def test_every_move_is_for_the_office_alone(report, stranger, member):
    for person in (stranger, member):
        with pytest.raises(PermissionDenied):
            take(report, "confirm", by=person)
    assert {move.role for move in REPORT.moves} == {Role.OFFICE}


def test_a_report_whose_records_changed_is_not_published(report, editor):
    take(report, "confirm", by=editor)
    Activity.objects.filter(form="委员讲堂").update(attendances=31)
    with pytest.raises(Outdated) as refused:
        take(report, "publish", by=editor)
    assert {f.code for f in refused.value.figures} == {f.code for f in report.outdated()}
    assert {f.metric for f in refused.value.figures} >= {"study-attendances"}
    assert Report.objects.get().status == "confirmed"


def test_a_published_report_keeps_its_numbers_when_records_change(report, editor):
    take(report, "confirm", by=editor)
    take(report, "publish", by=editor)
    before = [f.text for f in reading_of(report)]
    Activity.objects.filter(form="委员讲堂").update(attendances=31)
    assert [f.text for f in reading_of(report)] == before
    assert sorted(report.figures.values_list("value", flat=True))[-1] == 45


def test_two_doors(report, editor, clerk, member, stranger):
    assert [report in Report.objects.visible_to(p) for p in (editor, clerk, member, stranger)] == [
        True,
        True,
        False,
        False,
    ]
    assert list(Report.objects.public()) == []
    take(report, "confirm", by=editor)
    take(report, "publish", by=editor)
    assert list(Report.objects.public()) == [report]
    assert list(Report.objects.visible_to(stranger)) == [report]


def test_a_status_outside_the_table_is_refused_by_the_database(report):
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.update(status="secret")
