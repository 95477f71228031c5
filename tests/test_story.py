"""The whole life of one number: from the cell an office typed it in, to paper, and back."""

import io
import re
import zipfile

import pytest
from openpyxl import Workbook

from xieshang.activities.models import Activity
from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.figures.claims.prove import prove
from xieshang.ledgers.actions import import_file, undo
from xieshang.ledgers.models import TakeOver
from xieshang.people.models import Seat
from xieshang.reports.actions import draft_report, take

HEADINGS = ("序号", "开展时间", "主题", "活动类型", "参加人数", "其中委员")
ROWS = (
    (1, "2023年3月5日", "委员讲堂:示例一讲", "委员讲堂", "5400余人次", "３１"),
    (2, "2023.4.1", "委员培训班:示例二讲", "委员培训班", 23, 12),
    (3, "2023年13月40日", "日期写错的讲座", "委员讲堂", 30, 10),
)


@pytest.fixture
def ledger(tmp_path):
    """What the office keeps: a title, headings, two good rows, a bad one, a total, a note."""
    book = Workbook()
    sheet = book.active
    sheet.title = "学习活动台账"
    for row in (("柳州市政协2023年学习活动台账",), HEADINGS, *ROWS, ("合计", "", "", "", 5423, 43)):
        sheet.append(row)
    sheet.append(("注:以上数据由各专委会报送。",))
    book.save(path := tmp_path / "450200柳州市政协2023年台账.xlsx")
    return path


def follow(client, page, pattern):
    """Open the first link of a page whose address is like `pattern`."""
    address = re.search(rf'href="({pattern})"', page)[1].replace("&amp;", "&")
    reply = client.get(address)
    assert reply.status_code == 200, address
    return reply.content.decode()


def test_a_number_is_typed_once_and_opens_down_to_its_cell(client, ledger, city, seated):
    officer = seated("city-officer", city, Seat.Post.OFFICER)

    outcome = import_file(ledger, by=officer)
    assert [(back.row, back.remarks[0].slug) for back in outcome.refused] == [(5, "no-such-day")]
    assert outcome.taken == Activity.objects.count() == 2

    (claim,) = prove("2023年，柳州市政协举办委员培训班、委员讲堂，培训5400余人次。")
    assert (claim.verdict, claim.found) == ("proven", 5423)

    report = draft_report(city, 2023, by=officer)
    for verb in ("confirm", "publish"):
        take(report, verb, by=officer)
    figure = report.figures.get(metric="study-attendances", own=False)
    with zipfile.ZipFile(io.BytesIO(report.docx.path.read_bytes())) as docx:
        links = docx.read("word/_rels/document.xml.rels").decode()
    assert f"/f/{figure.code}" in links

    page = client.get(f"/reports/{report.pk}/").content.decode()
    page = follow(client, page, rf"[^\"]*/f/{figure.code}[^\"]*")
    assert figure.digest in page and "5,423" in page
    page = follow(client, page, r"/figures/study-attendances/rows/[^\"]*")
    assert "委员讲堂:示例一讲" in page and "委员培训班:示例二讲" in page
    page = follow(client, page, r"/evidence/\d+/[^\"]*")
    assert "5400余人次" in page and outcome.take_over.file.sha256 in page
    page = follow(client, page, r"/log/\d+/[^\"]*")
    assert (
        Entry.objects.get(verb="keep", detail__sha256=outcome.take_over.file.sha256).digest in page
    )

    assert figure.still_holds() and first_broken() is None
    undo(TakeOver.objects.get(), by=officer)
    assert not figure.still_holds() and first_broken() is None
