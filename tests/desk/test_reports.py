"""Reports at the desk: drawn up, moved, refused once their rows change, and ordered in one go."""

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from xieshang.audit.models import Entry
from xieshang.evidence.models import File
from xieshang.figures.scope import Scope
from xieshang.people.models import Committee
from xieshang.reports.actions import draft_report, draw_batch, keep_template, order_batch, take
from xieshang.reports.document.blank import blank
from xieshang.reports.document.template import open_template
from xieshang.reports.models import Batch, Report, Template
from xieshang.reports.quoting import Words

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def report(held, city, sister, county, officer):
    held(city, attendances=30)
    held(county, attendances=15, day=dt.date(2023, 7, 1))
    held(city, kind="consultation", partners=[sister])
    return draft_report(city, 2023, by=officer)


@pytest.fixture
def confirmed(report, officer):
    take(report, "confirm", by=officer)
    return report


def to(name, *args):
    return reverse(f"desk:{name}", args=args)


def typed(*lines):
    """A template as a clerk types it."""
    document, written = blank(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(written)
    return SimpleUploadedFile("模板.docx", written.getvalue())


def test_a_clerk_draws_up_the_report_of_the_year_last_worked_in(at_desk, clerk, held, city):
    held(city)
    browser = at_desk(clerk)
    form = browser.get(to("drawing")).context["form"]
    assert form.initial == {"committee": city.pk, "year": 2023}
    answer = browser.post(to("drawing"), {**form.initial, "act": "one"})
    found = Report.objects.get()
    assert answer.url == to("report", found.pk)
    days = (dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert (found.committee, (found.start, found.end)) == (city, days)
    assert (found.status, found.steps.get().by) == ("draft", clerk)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"year": "2023"}, ["committee"]),
        ({"committee": "451100", "year": "2023"}, ["committee"]),
        ({"committee": "450200", "year": "0"}, ["year"]),
        ({"committee": "450200", "year": "二〇二三"}, ["year"]),
    ],
)
def test_only_what_one_keeps_and_a_year_are_understood(at_desk, clerk, sister, said, wrong):
    page = at_desk(clerk).post(to("drawing"), said)
    assert (page.status_code, list(page.context["form"].errors)) == (422, wrong)
    assert Report.objects.count() == 0


@pytest.mark.parametrize("who", ["member", "stranger"])
def test_who_keeps_no_office_draws_nothing_up(who, request, at_desk, city):
    browser = at_desk(request.getfixturevalue(who))
    assert browser.get(to("drawing")).context["form"].keeps is False
    sent = browser.post(to("drawing"), {"committee": city.pk, "year": 2023})
    assert (sent.status_code, Report.objects.count()) == (403, 0)


def test_the_buttons_are_the_moves_of_the_table(at_desk, clerk, report):
    page = at_desk(clerk).get(to("report", report.pk))
    assert [move.verb for move in page.context["moves"]] == ["confirm", "withdraw"]


def test_a_report_is_confirmed_returned_confirmed_and_published(at_desk, clerk, client, report):
    browser, walk = at_desk(clerk), [("confirm", ""), ("return", "再核"), ("confirm", "")]
    for verb, note in [*walk, ("publish", "")]:
        answer = browser.post(to("report_steps", report.pk), {"verb": verb, "note": note})
        assert (answer.status_code, answer.url) == (302, to("report", report.pk))
    told = browser.get(to("report", report.pk)).context["history"]
    assert [(done, where, step.note) for done, where, step in told] == [
        ("起草", "草稿", ""),
        ("确认", "已确认", ""),
        ("退回修改", "草稿", "再核"),
        ("确认", "已确认", ""),
        ("发布", "已发布", ""),
    ]
    assert Entry.objects.last().verb == "publish"
    assert client.get(reverse("portal:report", args=[report.pk])).status_code == 200


def test_a_move_without_its_reason_comes_back(at_desk, clerk, report):
    page = at_desk(clerk).post(to("report_steps", report.pk), {"verb": "withdraw", "note": " "})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["note"])
    assert Report.objects.get().status == "draft"


def test_a_move_that_is_gone_shows_where_the_report_stands(at_desk, clerk, confirmed):
    page = at_desk(clerk).post(to("report_steps", confirmed.pk), {"verb": "confirm"})
    assert (page.status_code, page.context["gone"]) == (409, "确认")


def test_what_no_longer_stands_on_its_rows_is_named_and_not_published(
    at_desk, clerk, confirmed, held, city
):
    held(city, attendances=7)
    page = at_desk(clerk).post(to("report_steps", confirmed.pk), {"verb": "publish"})
    assert (page.status_code, Report.objects.get().status) == (409, "confirmed")
    changed = {each.href.rpartition("/")[2]: each for each in page.context["changed"]}
    assert set(changed) == {figure.code for figure in confirmed.outdated()}
    study = confirmed.figures.get(metric="study-sessions", own=False, committee=city)
    assert (changed[study.code].then, changed[study.code].now) == (2, 3)
    text = page.content.decode()
    assert [each.href for each in changed.values() if each.href not in text] == []
    assert to("drawn_anew", confirmed.pk) in text


def test_the_numbers_are_put_to_their_rows_again_when_asked(at_desk, clerk, report, held, city):
    browser, address = at_desk(clerk), to("report_standing", report.pk)
    assert browser.get(address).context["changed"] == []
    held(city, attendances=7)
    changed = browser.get(address, headers=SCRIPT).context["changed"]
    codes = {each.href.rpartition("/")[2] for each in changed}
    assert codes == {figure.code for figure in report.outdated()} != set()


def test_a_report_drawn_anew_has_the_numbers_of_today_and_the_old_one_stays(
    at_desk, clerk, report, held, city
):
    held(city, attendances=7)
    answer = at_desk(clerk).post(to("drawn_anew", report.pk))
    fresh, old = Report.objects.order_by("-pk")
    assert answer.url == to("report", fresh.pk)
    assert (old, old.status, fresh.outdated()) == (report, "draft", [])


def test_every_number_of_the_reading_opens(at_desk, clerk, report):
    text = at_desk(clerk).get(to("report", report.pk)).content.decode()
    assert all(f'href="/f/{figure.code}"' in text for figure in report.figures.all())


def test_the_life_alone_answers_the_script(at_desk, clerk, report):
    browser = at_desk(clerk)
    for answer in (
        browser.get(f"{to('report', report.pk)}?move=confirm", headers=SCRIPT),
        browser.post(to("report_steps", report.pk), {"verb": "confirm"}, headers=SCRIPT),
    ):
        text = answer.content.decode().strip()
        assert (text.startswith('<section id="life">'), text.endswith("</section>")) == (True, True)


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_draft_can_be_taken_home_by_those_it_concerns(at_desk, clerk, report, kind, start):
    answer = at_desk(clerk).get(to("report_file", report.pk, kind))
    assert b"".join(answer.streaming_content).startswith(start)


def test_the_shipped_template_is_one_that_is_accepted(at_desk, clerk):
    for tier in ("region", "city", "county"):
        content = at_desk(clerk).get(to("shipped_template", tier)).getvalue()
        open_template(content, Words())
        assert "{{ 数字：" in "".join(p.text for p in Document(io.BytesIO(content)).paragraphs)
    assert at_desk(clerk).get(to("shipped_template", "outside")).status_code == 404


def test_a_template_with_a_number_typed_by_hand_comes_back_with_the_place(at_desk, clerk, city):
    sent = {"committee": city.pk, "file": typed("好", "办了3期")}
    page = at_desk(clerk).post(to("report_templates"), sent)
    (fault,) = page.context["faults"]
    assert (page.status_code, fault.place, fault.excerpt) == (422, "第2段", "办了3期")
    assert "第2段" in page.content.decode()
    assert (Template.objects.count(), File.objects.count()) == (0, 0)


def test_an_offices_own_template_is_kept_followed_and_given_back(at_desk, clerk, city):
    browser = at_desk(clerk)
    sent = {"committee": city.pk, "file": typed("{{ 政协 }}{{ 年份 }}年小结")}
    assert browser.post(to("report_templates"), sent).status_code == 302
    kept = Template.objects.get()
    assert draft_report(city, 2023, by=clerk).title == "柳州市政协2023年小结"
    back = browser.get(to("report_template", kept.pk))
    assert b"".join(back.streaming_content) == kept.file.path.read_bytes()


def test_documents_of_reports_are_no_ledgers_that_wait(at_desk, clerk, city, report):
    at_desk(clerk).post(to("report_templates"), {"committee": city.pk, "file": typed("小结")})
    assert File.objects.count() == 3
    browser = at_desk(clerk)
    assert browser.get(to("received")).context["count"] == 0
    assert browser.get(to("board")).context["boxes"] == []


def test_reports_of_all_below_are_ordered_drawn_and_watched(at_desk, officer, report, region, work):
    browser = at_desk(officer)
    answer = browser.post(to("drawing"), {"committee": region.pk, "year": 2023, "act": "all"})
    batch = Batch.objects.get()
    assert answer.url == to("batch", batch.pk)
    page = browser.get(answer.url)
    assert (page.context["done"], page.context["whole"], page.context["finished"]) == (0, 4, False)
    assert '<progress class="progress progress-primary"' in page.content.decode()
    work()
    asked = browser.get(answer.url, headers=SCRIPT)
    assert (asked.status_code, asked.headers["HX-Redirect"]) == (204, answer.url)
    page = browser.get(answer.url)
    assert (page.context["done"], len(page.context["drawn"])) == (4, 4)


def test_a_committee_without_a_report_is_named_with_the_reason(at_desk, officer, region, city):
    template = keep_template(typed("好").chunks(), "好.docx", committee=city, by=officer)
    template.file.path.write_bytes(typed("办了3期").read())
    batch = order_batch(Scope.year(region, 2023), by=officer)
    draw_batch.call(batch.pk)
    page = at_desk(officer).get(to("batch", batch.pk))
    ((committee, reason),) = page.context["errors"]
    assert (committee, "3" in reason) == ("柳州市政协", True)
    assert Committee.objects.count() == batch.total == len(page.context["drawn"]) + 1


def test_pages_of_reports_cost_little(at_desk, officer, report, region):
    browser = at_desk(officer)
    batch = order_batch(Scope.year(region, 2023), by=officer)
    browser.get(to("reports"))
    for address in (
        to("report", report.pk), to("drawing"), to("batch", batch.pk), to("report_templates"),
    ):  # fmt: skip
        with CaptureQueriesContext(connection) as caught:
            assert browser.get(address).status_code == 200
        assert len(caught) <= MOST_QUERIES, address
