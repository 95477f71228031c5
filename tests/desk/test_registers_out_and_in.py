"""Venues, projects and brands go out in the columns of their ledgers, and come back the same."""

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest

from xieshang.activities.models import Programme, Project, Venue
from xieshang.ledgers.actions import Choice, import_file
from xieshang.people.actions import load_body, system
from xieshang.people.models import Sector

LEDGERS = {
    "venue": (
        "阵地", "序号,阵地名称,类型,所属单位,所属界别,挂牌时间,地址\n"
        "1,同心工作室,委员工作室,柳州市政协,教育界,2023-03-05,城中区\n",
    ),
    "project": (
        "项目", "序号,项目名称,引进时间,总投资（万元）,引进方式,进展,落户地点,提供岗位,其中脱贫户\n"
        "1,螺蛳粉产业园二期,2023-04-05,12000.5,直接引进,开工,鱼峰区,约120,30\n",
    ),
    "brand": (
        "品牌", "序号,品牌名称,创建主体,有目标,有制度,有清单,有抓手,有载体,有影响\n"
        "1,“柳江同心”,柳州市政协,聚共识,每月一次,十件事,接待日,工作室,群众满意\n",
    ),
}  # fmt: skip
PLACES = {"venue": "/desk/venues/", "project": "/desk/projects/", "brand": "/desk/programmes/"}
HELD = {
    "venue": (Venue, ("name", "form", "sector__name", "owner", "address", "opened_on")),
    "project": (Project, ("name", "day", "amount", "way", "stage", "place", "jobs",
                          "jobs_for_poor", "approximate")),
    "brand": (Programme, ("name", *Programme.SLOTS)),
}  # fmt: skip


@pytest.fixture
def taken(city, tmp_path):
    """A ledger of each kind, taken over."""
    load_body()
    for kind, (word, text) in LEDGERS.items():
        file = tmp_path / f"柳州市政协2023年{word}台账.csv"
        file.write_text(text, "utf-8-sig")
        assert (kind, import_file(file, by=system()).take_over.rows_taken) == (kind, 1)


def held(kind):
    model, fields = HELD[kind]
    return sorted(model.objects.values_list(*fields), key=str)


@pytest.mark.parametrize("kind", LEDGERS)
@pytest.mark.parametrize("as_file", ["csv", "xlsx"])
def test_a_register_printed_back_is_the_ledger_again(
    taken, at_desk, clerk, city, tmp_path, kind, as_file
):
    before = held(kind)
    content = at_desk(clerk).get(PLACES[kind], {"layout": kind, "export": as_file}).content
    file = tmp_path / f"柳州市政协2023年{LEDGERS[kind][0]}.{as_file}"
    file.write_bytes(content)
    import_file(file, by=clerk, choice=Choice(office=city.pk))
    assert held(kind) == before


def test_what_was_entered_by_hand_stands_in_the_ledger(taken, at_desk, clerk, city):
    facts = {"committee": city, "name": "示例园区", "day": dt.date(2023, 5, 6)}
    Project.objects.create(**facts, amount=Decimal("300"), jobs=8, jobs_for_poor=2, way="参与")
    asked = {"layout": "project", "export": "csv", "q": "示例园区"}
    content = at_desk(clerk).get("/desk/projects/", asked).content.decode("utf-8-sig")
    head, row = list(csv.reader(io.StringIO(content)))[:2]
    told = dict(zip(head, row, strict=True))
    assert (told["项目"], told["开展时间"], told["总投资（万元）"], told["提供岗位"]) == (
        "示例园区", "2023-05-06", "300.0000", "8",
    )  # fmt: skip
    sector = Sector.objects.get(name="教育界")
    Venue.objects.create(committee=city, name="甲", form="书屋", sector=sector, since=facts["day"])
    asked = {"layout": "venue", "export": "csv", "q": "甲"}
    content = at_desk(clerk).get("/desk/venues/", asked).content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(content)))[1][1:4] == ["甲", "书屋", ""]


@pytest.mark.parametrize("kind", LEDGERS)
def test_what_was_entered_by_hand_comes_back_by_its_number(
    taken, at_desk, clerk, city, tmp_path, kind
):
    model, _fields = HELD[kind]
    facts = {"project": {"day": dt.date(2023, 5, 6)}, "venue": {"form": "书屋"}}
    since = {} if kind == "project" else {"since": dt.date(2023, 1, 1)}
    sort = {"kind": "brand"} if kind == "brand" else {}
    made = model.objects.create(
        committee=city, name="示例书屋", **facts.get(kind, {}), **since, **sort
    )
    before = held(kind)
    content = at_desk(clerk).get(PLACES[kind], {"layout": kind, "export": "csv"}).content
    file = tmp_path / f"柳州市政协2023年{LEDGERS[kind][0]}.csv"
    file.write_bytes(content)
    outcome = import_file(file, by=clerk, choice=Choice(office=city.pk))
    told = [(b.remarks[0].slug, b.remarks[0].values["other"]) for b in outcome.refused]
    by_hand = [] if kind == "brand" else [("entered-already", made.short)]  # a brand is its name
    assert (told, held(kind)) == (by_hand, before)
