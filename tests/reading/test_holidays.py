"""A notice on days off, read as offices paste it; held against the table that is shipped."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from xieshang.people import body
from xieshang.reading.holidays import read_notice

# The days as the notices tell them, in our own words between.
TELLS = {
    2023: """一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。""",
    2025: """一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。""",
    2026: """元旦：1月1日至3日放假，1月4日（周日）上班；
春节：2月15日至23日放假；2月14日、2月28日上班。
清明节：4月4日至6日放假。
劳动节：5月1日至5日放假，5月9日上班。
端午节：6月19日至21日放假。
中秋节：9月25日至27日放假。
国庆节：10月1日至7日放假；9月20日、10月10日上班。""",
}  # fmt: skip


def shipped(year):
    with (Path(body.FOLDER) / "holidays.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == str(year)]
    return {(row["date"], row["kind"]) for row in rows}


@pytest.mark.parametrize("year", [2023, 2025, 2026])
def test_a_notice_gives_the_days_that_are_shipped(year):
    found = read_notice(TELLS[year], year)
    assert {(str(t.day), "off" if t.off else "work") for t in found} == shipped(year)
    assert found == sorted(found, key=lambda told: told.day)


def test_a_sentence_tells_of_days_off_or_of_days_worked_never_of_both():
    told = {t.day: (t.off, t.name) for t in read_notice("元旦：1月1日至3日放假。1月4日上班", 2026)}
    assert told[dt.date(2026, 1, 4)] == (False, "元旦")
    assert told[dt.date(2026, 1, 3)] == (True, "元旦")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "国庆节快乐",
        "2月30日放假",
        "5月1日",
        "1日放假",
        "10月7日至1日放假",
        "1月1日至3月9日放假",
    ],
)
def test_what_names_no_day_gives_none(text):
    assert read_notice(text, 2026) == []
