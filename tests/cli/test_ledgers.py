"""`xieshang ledgers import`: files into records, and what is said about those that are not."""

import csv

import pytest

from xieshang.activities.models import Activity
from xieshang.people.actions import load_body

pytestmark = pytest.mark.django_db

HEAD = ["序号", "开展时间", "主题", "活动类型", "组织单位", "参加人数"]
GOOD = [
    ["1", "2023年3月5日", "读书分享会", "读书分享", "柳州市政协", "30"],
    ["2", "2023年4月1日", "委员讲堂", "委员讲堂", "柳州市政协", "20"],
]
BAD = ["3", "2023年13月40日", "座谈会", "座谈", "柳州市政协", "10"]
NAME = "450200柳州市政协2023年工作台账-学习活动台账.csv"


@pytest.fixture
def ledger(tmp_path):
    """Write an office's ledger of study activities."""

    def write(*rows, name=NAME):
        path = tmp_path / name
        with path.open("w", encoding="gb18030", newline="") as file:
            csv.writer(file).writerows([HEAD, *rows])
        return path

    load_body()
    return write


def test_good_rows_become_records_and_bad_ones_come_back(ledger, told):
    path = ledger(*GOOD, BAD)
    said = told("ledgers", "import", path)
    (refused,) = said.pop("rows_refused")
    assert said == {"files": 1, "rows_taken": 2, "joined": 0, "to_decide": 0}
    assert {key: refused[key] for key in ("file", "row")} == {"file": NAME, "row": 4}
    assert "13月40日" in refused["reason"]
    assert sorted(Activity.objects.values_list("title", "attendances")) == [
        ("委员讲堂", 20),
        ("读书分享会", 30),
    ]


def test_the_copy_that_goes_back_has_the_reason_beside_the_row(ledger, told, settings):
    told("ledgers", "import", ledger(*GOOD, BAD))
    (copy,) = (settings.DATA / "returned").iterdir()
    rows = list(csv.reader(copy.read_text("gb18030").splitlines()))
    assert [bool(row[len(HEAD)]) for row in rows] == [True, False, False, True]


def test_the_same_file_twice_changes_nothing(ledger, told):
    path = ledger(*GOOD)
    told("ledgers", "import", path)
    again = told("ledgers", "import", path)
    assert (again["rows_taken"], again["rows_refused"]) == (0, [])
    assert Activity.objects.count() == 2


def test_a_dry_run_says_the_same_and_writes_nothing(ledger, told, settings):
    path = ledger(*GOOD, BAD)
    dry = told("ledgers", "import", "--dry-run", path)
    assert Activity.objects.count() == 0
    assert not (settings.DATA / "returned").exists()
    assert dry == told("ledgers", "import", path)


def test_a_folder_stands_for_the_workbooks_in_it(ledger, told, tmp_path):
    ledger(GOOD[0])
    ledger(GOOD[1], name=NAME.replace("450200柳州市", "450300桂林市"))
    (tmp_path / "notes.md").write_text("no ledger")
    (tmp_path / "~$open.xlsx").write_text("what a program keeps beside an open workbook")
    assert told("ledgers", "import", tmp_path)["files"] == 2


def test_a_sheet_that_comes_back_whole_is_named(ledger, typed, tmp_path):
    path = tmp_path / NAME
    path.write_text("序号,主题,参加人数\n1,读书分享会,30\n2,委员讲堂,20", "utf-8-sig")
    said = typed("ledgers", "import", path).stdout
    assert len([line for line in said.splitlines() if line.startswith(f"{NAME} › ")]) == 1


def test_a_silent_file_is_given_its_office(ledger, told):
    rows = [[*row[:4], "", row[5]] for row in GOOD]
    path = ledger(*rows, name="学习活动台账.csv")
    refused = told("ledgers", "import", path, ends=1)["rows_refused"]
    assert [(each["sheet"], each["row"]) for each in refused] == [("", 0)]
    assert told("ledgers", "import", path, "--office", 450300)["rows_taken"] == 2
    assert set(Activity.objects.values_list("committees", flat=True)) == {450300}


@pytest.mark.parametrize(
    ("name", "content"), [("empty.xlsx", b""), ("word.xlsx", b"%PDF-1.7 "), ("x.csv", b"a\n")]
)
def test_what_is_no_ledger_is_refused_in_one_line(ledger, typed, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    result = typed("ledgers", "import", path)
    assert result.exit_code == 1
    assert len([line for line in result.stdout.splitlines() if line.startswith(f"{name}:")]) == 1


@pytest.mark.parametrize("asked", [["nowhere.xlsx"], [], ["--office", "999999", "."]])
def test_wrong_usage(ledger, typed, asked):
    assert typed("ledgers", "import", *asked).exit_code == 2
