"""A workbook of 100,000 rows taken over, against a plain loop over openpyxl and `save()`."""

import datetime as dt
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook

from xieshang.activities.models import Activity, Organiser
from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import Evidence, File
from xieshang.ledgers.actions import import_file
from xieshang.people.actions import load_body, system
from xieshang.people.models import Committee

from .table import Row, peak_mib

HEADINGS = ("序号", "开展时间", "主题", "活动类型", "品牌/系列", "活动地点", "组织单位", "联办单位",
            "参加人数", "其中委员", "其中群众", "县(市、区)")  # fmt: skip
PLAIN = 3_000
KIND = "consultation"
FIRST = dt.date(2023, 1, 1)


def workbook(path: Path, count: int) -> None:
    """An office's ledger of consultations with `count` rows, written as offices write them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("协商活动台账")
    sheet.append(["柳州市政协2023年协商活动台账"])
    sheet.append(HEADINGS)
    for n in range(1, count + 1):
        day = FIRST + dt.timedelta(n % 365)
        sheet.append(
            [n, f"{day:%Y年%m月%d日}", f"示例协商会{n}", "基层协商", "示例品牌", f"议事室{n % 90}",
             "柳州市城中区政协", "", f"{n % 80 + 5}人次", n % 5, n % 40, "城中区"]
        )  # fmt: skip
    book.save(path)


def plain_way(path: Path, file: File) -> int:
    """What one writes in an afternoon: every row read by openpyxl, its records saved by `save()`.

    The same rows in the same tables as ours, without checks, sums, or the row as it was read.
    """
    sheet = load_workbook(path).active
    saved = 0
    for number, row in enumerate(sheet.iter_rows(min_row=3, values_only=True), 3):
        evidence = Evidence(file=file, sheet=sheet.title, row=number, cells=list(row))
        evidence.save()
        day = dt.datetime.strptime(row[1], "%Y年%m月%d日").date()  # noqa: DTZ007 a day has no zone
        activity = Activity(
            title=row[2],
            kind=KIND,
            form=row[3],
            day=day,
            place=row[5],
            host=row[6],
            attendances=int(row[8].removesuffix("人次")),
            member_attendances=row[9],
            public_attendances=row[10],
        )
        activity.save()
        activity.evidence.add(evidence)
        Organiser(
            activity=activity, committee_id=450202, lead=True, joint=False, kind=KIND, day=day
        ).save()
        saved += 1
    return saved


def rows(count: int) -> Iterator[Row]:
    """Rows a second, and the most memory that any process of ours held."""
    load_body()
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "小.xlsx"), Path(folder, "450200柳州市政协2023年台账.xlsx")
        workbook(small, PLAIN)
        workbook(large, count)
        with small.open("rb") as opened:
            city = Committee.objects.get(code=450200)
            file, _new = keep_file([opened.read()], small.name, committee=city, by=system())
        start = time.perf_counter()
        plain = plain_way(small, file) / (time.perf_counter() - start)
        Activity.objects.all().delete()
        start = time.perf_counter()
        outcome = import_file(large, by=system())
        ours = outcome.taken / (time.perf_counter() - start)
        assert outcome.taken == count
    name = f"ledgers: {count:,} rows taken over"
    yield Row(name, ours, 5 * plain, plain, unit="rows/s", least=True)
    yield Row("ledgers: memory of the process", peak_mib(), 512, unit="MiB")
    yield Row("ledgers: memory of its child", peak_mib(resource.RUSAGE_CHILDREN), 512, unit="MiB")
