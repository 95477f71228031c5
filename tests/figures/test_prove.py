"""Texts put to the records of a small body."""

import datetime as dt
from decimal import Decimal

import pytest

from xieshang.activities.models import Programme, Project, Venue
from xieshang.figures.claims.agreement import agrees
from xieshang.figures.claims.claim import Claim
from xieshang.figures.claims.find import find_claims
from xieshang.figures.claims.prove import claims_json, prove
from xieshang.figures.claims.vocabulary import FORMS, PROGRAMME, SUBJECTS
from xieshang.figures.metrics import METRICS
from xieshang.lifecycle.actions import Told
from xieshang.matters.actions import record as record_matters
from xieshang.matters.actions import told_matter
from xieshang.people.models import Representation, Sector, Term

AGREEMENTS = {
    "45期": ((45,), (44, 46)),
    "5400余期": ((5400, 5423, 5499), (5399, 5500)),
    "130多期": ((130, 133, 139), (129, 140)),
    "85期以上": ((85, 93), (84, 94)),
    "超过8000期": ((8000, 8999), (7999, 9000)),
    "近200期": ((180, 200), (179, 201)),
    "约200期": ((180, 200, 220), (179, 221)),
    "300期左右": ((270, 330), (269, 331)),
    "40至50期": ((40, 45, 50), (39, 51)),
    "1.2万余期": ((12_000, 12_999), (11_999, 13_200)),
}


@pytest.mark.parametrize(("words", "found"), AGREEMENTS.items())
def test_a_word_of_approximation_allows_so_much_and_no_more(words, found):
    from_text = only_claim(f"举办讲座{words}。")
    inside, outside = found
    assert [agrees(from_text, number) for number in inside] == [True] * len(inside)
    assert [agrees(from_text, number) for number in outside] == [False] * len(outside)


def only_claim(text: str) -> Claim:
    (claim,) = find_claims(text)
    return claim


def verdicts(text, **asked):
    return [(one.verdict, one.found) for one in prove(text, **asked)]


@pytest.fixture
def meetings(region, city, sister, county, held):
    """2023: five lectures in the city and two in its county; consultations since 2022."""
    for month in range(1, 6):
        held(city, form="委员讲堂", day=dt.date(2023, month, 9), attendances=20)
    for month in (6, 7):
        held(county, form="委员培训班", day=dt.date(2023, month, 9), attendances=30)
    for year, month in ((2022, 3), (2022, 9), (2023, 4)):
        held(city, kind="consultation", form="基层协商", day=dt.date(year, month, 2))
    held(sister, kind="consultation", form="对口协商", day=dt.date(2023, 8, 2))
    held(region, kind="consultation", form="对口协商", day=dt.date(2023, 8, 3))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柳州市政协举办委员讲堂、委员培训班7期，培训委员160余人次。", ["proven", "proven"]),
        ("柳州市政协举办委员讲堂、委员培训班8期。", ["differs"]),
        ("城中区政协举办委员培训班2期。", ["proven"]),
        ("柳州市本级政协举办培训班5期。", ["proven"]),
        ("柳州市政协2022年以来开展协商活动3次。", ["proven"]),
        ("柳州市政协2022年开展协商活动2次。", ["proven"]),
        ("柳州市政协开展协商活动1次。", ["proven"]),
        ("截至2023年底，柳州市政协累计开展协商活动3次。", ["proven"]),
        ("柳州市政协去年开展协商活动2次。", ["proven"]),
        ("近两年来，柳州市政协开展协商活动3次。", ["proven"]),
        ("2023年上半年，柳州市政协开展协商活动1次。", ["proven"]),
        ("2023年8月，贺州市政协开展协商活动1次。", ["proven"]),
        ("柳州市政协开展基层协商1次。", ["proven"]),
        ("贺州市政协开展基层协商5次。", ["no-records"]),
        ("全区政协共开展协商活动3次。", ["proven"]),
        ("自治区政协开展协商活动1次。", ["proven"]),
        ("自治区政协开展协商活动3次。", ["proven"]),
        ("自治区政协开展协商活动2次。", ["differs"]),
        ("永康市政协开展协商活动3次。", ["no-records"]),
        ("柳州市政协立案298件。", ["no-records"]),
        ("柳州市政协2019年开展协商活动3次。", ["no-records"]),
        ("开展协商活动3次。", ["proven"]),
    ],
)
def test_a_sentence_is_put_to_the_records(meetings, text, expected):
    assert [one.verdict for one in prove(text, year=2023)] == expected


def test_a_text_says_its_year_in_the_title_or_fits_one(meetings):
    claim = "柳州市政协开展协商活动2次，举办讲座1期。"
    assert verdicts(f"柳州市政协2023年综述\n{claim}")[0] == ("differs", Decimal(1))
    assert verdicts(claim)[0] == ("proven", Decimal(2))  # no year: 2022 fits best
    assert verdicts(claim, year=2023)[0] == ("differs", Decimal(1))
    assert verdicts(f"工作回眸\n2023-01-12\n{claim}")[0] == ("proven", Decimal(2))  # of 2022
    assert verdicts(f"工作回眸\n2024年1月12日\n{claim}")[0] == ("differs", Decimal(1))


def test_a_claim_that_differs_says_what_was_found_and_opens_its_rows(meetings, city):
    (one,) = prove("柳州市政协举办培训班8期。", year=2023)
    assert (one.verdict, one.found, one.measured.rows, one.committee) == ("differs", 7, 7, city)
    assert one.metric.rows(one.scope, one.narrow).count() == 7


def test_the_region_speaks_of_its_own_level_first_and_the_note_says_which(meetings, region):
    own, whole = prove("自治区政协开展协商活动1次。全区政协开展协商活动3次。", year=2023)
    assert (own.scope.own, own.note) == (True, own.note) and own.note
    assert (whole.scope.own, whole.note) == (False, "")


def test_a_named_brand_narrows_and_the_whole_is_the_way_back(city, held):
    brand = Programme.objects.create(
        committee=city, name="龙城·好商量", kind="brand", since=dt.date(2023, 1, 1)
    )
    for day in range(1, 4):
        held(city, kind="consultation", day=dt.date(2023, 5, day), programme=brand)
    held(city, kind="consultation", day=dt.date(2023, 6, 1))
    within, whole, neither = prove(
        "柳州市政协开展“龙城好商量”协商活动3次。柳州市政协开展“龙城好商量”协商活动4次。"
        "柳州市政协开展“龙城好商量”协商活动9次。"
    )
    assert [(one.verdict, one.found) for one in (within, whole, neither)] == [
        ("proven", 3),
        ("proven", 4),
        ("differs", 3),
    ]
    assert "龙城·好商量" in within.note and "龙城·好商量" in whole.note


def test_the_issues_of_a_series_are_its_numbered_sessions(city, held):
    series = Programme.objects.create(
        committee=city, name="同舟讲座", kind="series", since=dt.date(2023, 1, 1)
    )
    for number in range(1, 7):
        held(city, day=dt.date(2023, number, 1), programme=series, session=number)
    held(city, day=dt.date(2023, 8, 1), programme=series)
    held(city, day=dt.date(2023, 8, 2), session=1)
    assert verdicts("柳州市政协“同舟”讲座至今已举办6期，《别处》栏目推出6期。") == [
        ("proven", Decimal(6)),
        ("no-records", None),
    ]


def test_a_series_that_numbers_nothing_is_counted_by_its_meetings(city, held):
    series = Programme.objects.create(
        committee=city, name="悦读", kind="series", since=dt.date(2023, 1, 1)
    )
    for month in range(1, 4):
        held(city, day=dt.date(2023, month, 1), programme=series)
    (one,) = prove("柳州市政协“悦读”活动已举办3期。")
    assert (one.verdict, one.found, one.as_json()["metric"]) == ("proven", 3, "study-sessions")


def test_what_was_adopted_may_be_of_the_last_kind_named_or_of_all(city, clerk):
    day, told = dt.date(2023, 1, 5), [Told("adopt", dt.date(2023, 2, 5), "被采用")]
    lives = [
        (told_matter(kind, title="建言", committee_id=city.pk, raised_on=day), told, ())
        for kind in ("proposal", "opinion-report", "opinion-report")
    ]
    record_matters(lives, by=clerk)
    text = "柳州市政协提交提案1件、社情民意信息2篇，被采纳{}件。"
    assert [prove(text.format(n))[2].verdict for n in (2, 3, 4)] == ["proven", "proven", "differs"]


def test_sectors_and_projects_and_venues(region, city):
    day = dt.date(2023, 1, 1)
    term = Term.objects.create(committee=region, number=13, since=day)
    sectors = [Sector.objects.create(name=name) for name in ("教育界", "医药卫生界")]
    for sector in sectors:
        Representation.objects.create(term=term, committee=region, sector=sector)
        Venue.objects.create(
            committee=region, name=sector.name, form="界别委员工作室", sector=sector, since=day
        )
    for amount in (20_000, 500):
        Project.objects.create(committee=city, name="项目", day=day, amount=amount, jobs=30)
    text = (
        "自治区政协建设2个界别委员工作室，实现界别“全覆盖”。"
        "柳州市政协引进项目2个，其中亿元以上项目1个，带动就业60人。"
    )
    assert verdicts(text) == [
        ("proven", Decimal(2)),
        ("proven", Decimal(100)),
        ("proven", Decimal(2)),
        ("proven", Decimal(1)),
        ("proven", Decimal(60)),
    ]
    Venue.objects.filter(sector=sectors[0]).delete()
    covered = prove(text)[1]
    assert (covered.verdict, covered.found) == ("differs", Decimal(50))
    assert (covered.measured.value, covered.measured.base) == (1, 2)
    assert covered.note.split(" · ")[0] == "1/2"


def test_the_claims_as_json(meetings, city):
    assert claims_json(prove("柳州市政协举办培训班8期。", year=2023)) == {
        "claims": [
            {
                "sentence": "柳州市政协举办培训班8期。",
                "subject": "举办培训班",
                "committee": 450200,
                "metric": "training-sessions",
                "value": 8,
                "unit": "期",
                "approximation": "",
                "from": "2023-01-01",
                "to": "2023-12-31",
                "verdict": "differs",
                "found": 7,
                "note": prove("柳州市政协举办培训班8期。", year=2023)[0].note,
            }
        ]
    }


def test_a_long_text_asks_each_thing_once(meetings, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        prove("柳州市政协举办培训班7期。" * 200, year=2023)


@pytest.mark.parametrize(
    "words",
    [
        "近99年来",
        "1900年以来",
        "2199年12月",
        "2023年至2021年",
        "换届以来",
        "截至1900年1月",
        "2024年",
    ],
)
def test_any_period_at_all_is_answered(meetings, words):
    (one,) = prove(f"{words}，柳州市政协开展协商活动8次。", year=2023)
    assert one.verdict in ("differs", "no-records")


@pytest.mark.parametrize("text", ["", "\n\n", "没有数字。", "1" * 5000, "政协" * 2000, "协商0次。"])
def test_any_text_at_all_is_answered(db, text):
    assert [one.verdict for one in prove(text)] == ["no-records"] * len(prove(text))


def test_every_metric_a_claim_can_name_is_declared():
    named = {subject.metric for subject in SUBJECTS} | {PROGRAMME} | set(FORMS)
    assert named - set(METRICS) == set()
