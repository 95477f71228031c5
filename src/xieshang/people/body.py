"""The body as it is known before anybody has written anything: its places, sectors and days off."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from .models import Committee, DayOff, Tier, span_of

FOLDER = Path(__file__).resolve().parent
REGION = 450000
REGION_TERM = (13, date(2023, 1, 1))  # 第十三届, since January 2023
# It has no office here, and no place in GB/T 2260: 100000 keeps it beside the regions' codes.
NATIONAL = (100000, "中国人民政治协商会议全国委员会", "全国政协")
PARTNERS = ((431100, "永州市", "湖南省永州市政协"), (441200, "肇庆市", "广东省肇庆市政协"))


def places() -> list[dict[str, str]]:
    """The places of the body by GB/T 2260: code, name, tier, parent; those above come first."""
    with (FOLDER / "divisions.csv").open(encoding="utf-8-sig", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: -width(int(row["code"])))


def width(code: int) -> int:
    """How many codes lie under this one."""
    low, high = span_of(code)
    return high - low


def committees() -> Iterator[Committee]:
    """A committee for each place, unsaved, and the partners of other regions."""
    names: dict[str, str] = {}
    for row in places():
        code, tier = int(row["code"]), Tier(row["tier"])
        names[row["code"]] = row["name"]
        above = names[row["parent"]] if tier is Tier.COUNTY else ""
        title = "自治区政协" if tier is Tier.REGION else f"{above}{row['name']}政协"
        yield Committee(
            code=code,
            name=row["name"],
            title=title,
            tier=tier,
            parent_id=int(row["parent"]) if row["parent"] else None,
        )
    for code, name, title in PARTNERS:
        yield Committee(code=code, name=name, title=title, tier=Tier.OUTSIDE)


def sector_names() -> list[str]:
    """The 34 sectors of the National Committee's 13th term: a template to tick from."""
    return (FOLDER / "sectors.txt").read_text(encoding="utf-8").split()


def days_off() -> Iterator[DayOff]:
    """The days off and the weekends worked instead that the State Council's notices name, unsaved.

    The year in the file is the notice's: that for 2023 begins on 31 December 2022.
    """
    with (FOLDER / "holidays.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = date.fromisoformat(row["date"])
            yield DayOff(day=day, kind=row["kind"], name=row["name"], source=row["source"])
