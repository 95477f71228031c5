"""`prove`, `reconcile` and `report draft` on files as people have them."""

import pytest
from docx import Document

from xieshang.reports.models import Report

TEXT = "2023年，柳州市政协举办学习活动{n}场次。"
TABLE = """place,period,subject_zh,metric_kind,value,unit
某市,2023,收到提案,proposal.received,410,件
某市,2023,立案,proposal.filed,300,件
某市,2023,立案率,rate.filed,{rate},%
"""


@pytest.fixture
def lectures(city, held):
    """Two study activities of a city in 2023."""
    return [held(city), held(city, title="委员讲堂")]


@pytest.mark.parametrize(
    ("n", "encoding", "verdict", "found", "ends"),
    [
        (2, "utf-8", "proven", 2, 0),
        (2, "gb18030", "proven", 2, 0),
        (2, "utf-8-sig", "proven", 2, 0),
        (3, "utf-8", "differs", 2, 1),
    ],
)
def test_a_text_is_put_to_the_records(lectures, told, tmp_path, n, encoding, verdict, found, ends):
    path = tmp_path / "text.txt"
    path.write_text(TEXT.format(n=n), encoding)
    (claim,) = told("prove", path, ends=ends)["claims"]
    assert {
        key: claim[key] for key in ("sentence", "committee", "metric", "value", "from", "to")
    } == {
        "sentence": TEXT.format(n=n),
        "committee": 450200,
        "metric": "study-sessions",
        "value": n,
        "from": "2023-01-01",
        "to": "2023-12-31",
    }
    assert (claim["verdict"], claim["found"]) == (verdict, found)


def test_a_word_document_is_read_as_its_text(lectures, told, tmp_path):
    document = Document()
    document.add_paragraph(TEXT.format(n=2))
    document.save(tmp_path / "text.docx")
    assert [c["verdict"] for c in told("prove", tmp_path / "text.docx")["claims"]] == ["proven"]


def test_a_figure_without_records_is_no_fault(lectures, told, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("2023年，柳州市政协引进项目20个。", "utf-8")
    assert [claim["verdict"] for claim in told("prove", path)["claims"]] == ["no-records"]


def test_a_person_reads_verdict_and_sentence(lectures, typed, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(TEXT.format(n=3), "utf-8")
    result = typed("prove", path)
    assert result.exit_code == 1
    assert any(line.startswith("✗") and "柳州市政协" in line for line in result.stdout.splitlines())


@pytest.mark.parametrize("name", ["text.txt", "text.docx"])
@pytest.mark.parametrize("command", ["prove", "reconcile"])
def test_bytes_that_are_no_text_are_refused(db, typed, tmp_path, command, name):
    path = tmp_path / name
    path.write_bytes(b"\xff\xff\x00\x81" * 9)
    result = typed(command, path)
    assert (result.exit_code, name in result.stderr) == (1, True)


def test_a_table_that_contradicts_itself_is_told_with_its_arithmetic(told, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text(TABLE.format(rate="77.0"), "utf-8")
    (found,) = told("reconcile", path, ends=1)["contradictions"]
    assert {key: found[key] for key in ("place", "period", "rule", "stated", "computed")} == {
        "place": "某市",
        "period": "2023",
        "rule": "rate-and-base",
        "stated": 77,
        "computed": 73.2,
    }


def test_a_table_that_agrees_is_told_so(typed, told, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text(TABLE.format(rate="73.2"), "utf-8")
    assert told("reconcile", path) == {"contradictions": []}
    assert typed("reconcile", path).exit_code == 0


def test_a_table_of_other_columns_is_refused(typed, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    result = typed("reconcile", path)
    assert (result.exit_code, "metric_kind" in result.stderr) == (1, True)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_report_is_drawn_up_and_written(lectures, city, typed, tmp_path, kind):
    out = tmp_path / f"report.{kind}"
    result = typed("report", "draft", "--committee", city.pk, "--year", 2023, "--out", out)
    assert result.exit_code == 0, result.output
    report = Report.objects.get()
    assert (report.committee, report.status) == (city, "draft")
    assert out.read_bytes() == getattr(report, kind).path.read_bytes()


def test_the_report_says_what_the_records_say(lectures, city, typed, tmp_path):
    out = tmp_path / "report.docx"
    typed("report", "draft", "--committee", city.pk, "--year", 2023, "--out", out)
    said = "".join(paragraph.text for paragraph in Document(out).paragraphs)
    assert "柳州市政协" in said


@pytest.mark.parametrize(
    "asked",
    [
        ["--committee", 450200, "--year", 2023, "--out", "report.txt"],
        ["--committee", 999999, "--year", 2023, "--out", "report.pdf"],
        ["--year", 2023, "--out", "report.pdf"],
        ["--committee", 450200, "--out", "report.pdf"],
    ],
)
def test_a_report_asked_for_wrongly_is_not_drawn_up(city, typed, tmp_path, monkeypatch, asked):
    monkeypatch.chdir(tmp_path)
    assert typed("report", "draft", *asked).exit_code == 2
    assert (Report.objects.count(), list(tmp_path.glob("report.*"))) == (0, [])
