"""Activities go out in the columns of their ledger, and come back without one more of them."""

import csv
import datetime as dt
import io

import pytest

from xieshang.activities.actions import Draft, hold
from xieshang.activities.models import Activity, Programme
from xieshang.ledgers.actions import Choice, import_file
from xieshang.people.actions import load_body, system
from xieshang.study.actions import hold_sitting
from xieshang.study.sorts import SORTS

DAY = dt.date(2023, 3, 5)
HEADS = ["序号", "开展时间", "主题", "活动类型", "品牌/系列", "期数", "活动地点", "组织单位",
         "联办单位", "参加人数", "其中委员", "其中群众", "县(市、区)", "备注"]  # fmt: skip
LEDGER = (
    "序号,活动时间,活动主题,活动类型,系列,期数,地点,主办单位,联办单位,参加人数,其中委员\n"
    "1,2023-04-01,治水讲座,委员讲堂,同心讲座,61,市政协,柳州市政协办公室,,约120,80\n"
    "2,2023-04-02,联合学习,学习座谈会,,,市政协,柳州市政协,贺州市政协,30,20\n"
)


@pytest.fixture
def year_of_study(city, sister, clerk, tmp_path):
    """Two rows of a ledger, one activity by hand, two sessions, and a consultation."""
    load_body()
    file = tmp_path / "柳州市政协2023年学习台账.csv"
    file.write_text(LEDGER, "utf-8-sig")
    assert import_file(file, by=system()).take_over.rows_taken == 2
    by_hand = Activity(title="=1+1 读书会", kind="study", day=DAY, attendances=9)
    hold(Draft(by_hand, city.pk, [sister.pk]), by=clerk)
    hold(Draft(Activity(title="协商", kind="consultation", day=DAY), city.pk), by=clerk)
    series = Programme.objects.create(committee=city, name="讲堂", kind="series", since=DAY)
    facts = {"committee": city, "by": clerk, "day": DAY}
    hold_sitting(SORTS["lecture"], title="第一讲", programme=series, **facts)
    hold_sitting(SORTS["outing"], title="宣讲", host="城中区某社区", **facts)


@pytest.mark.parametrize(("kind", "count"), [("study", 5), ("consultation", 1)])
@pytest.mark.parametrize("as_file", ["csv", "xlsx"])
def test_a_ledger_printed_back_brings_nothing_new(
    year_of_study, at_desk, clerk, city, tmp_path, kind, count, as_file
):
    asked = {"layout": kind, "export": as_file}
    content = at_desk(clerk).get("/desk/activities/", asked).content
    if as_file == "csv":
        head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
        assert (head, rows.index([])) == (HEADS, count)
    file = tmp_path / f"柳州市政协2023年台账.{as_file}"
    file.write_bytes(content)
    before = sorted(Activity.objects.values_list("title", "day", "session", "attendances"))
    outcome = import_file(file, by=clerk, choice=Choice(office=city.pk))
    assert sorted(Activity.objects.values_list("title", "day", "session", "attendances")) == before
    told = 2 if kind == "study" else 0
    reasons = [back.remarks[0].slug for back in outcome.refused]
    assert (outcome.take_over.rows_taken, reasons) == (told, ["held-already"] * (count - told))


def test_what_is_about_so_many_goes_out_so(year_of_study, at_desk, clerk):
    asked = {"layout": "study", "export": "csv", "q": "治水"}
    content = at_desk(clerk).get("/desk/activities/", asked).content.decode("utf-8-sig")
    (row,) = list(csv.reader(io.StringIO(content)))[1:2]
    assert row[1:] == [
        "2023-04-01", "治水讲座", "委员讲堂", "同心讲座", "61", "市政协", "柳州市政协办公室", "",
        "约120", "80", "", "", "",
    ]  # fmt: skip
