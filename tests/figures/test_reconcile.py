"""Published figures held against each other: real texts as facts, and each rule by itself."""

import csv
from decimal import Decimal

import pytest

from xieshang.figures.reconcile.check import RULES, WORDS, Contradiction, reconcile_rows
from xieshang.figures.reconcile.facts import BadTable

# Texts whose own arithmetic fails, as facts; behind → the rules that say so.
WRONG = {
    "Guangxi, January 2009": (
        "received=641 filed=630 rate.filed=98.28% rejected=11 filed.member=469 filed.party=129"
        " filed.people_org=12 filed.committee=19 filed.sector=1 filed.cat.economy=349"
        " share.cat.economy=55.25% filed.cat.education=131 share.cat.education=20.86%"
        " filed.cat.society=150 share.cat.society=23.89%",
        ["share-and-base"] * 3,
    ),
    "Guangxi, January 2025": (
        "received=1012 filed=890 merged=172 transferred_letter=49 filed.member=754"
        " filed.collective=136 filed.cat.economy=415",
        ["received-and-disposals"],
    ),
    "Nanning 2018": (
        "received=502 filed=419 rate.filed=82.8% result.a=341 share.result.a=81.5%",
        ["rate-and-base", "share-and-base"],
    ),
    "Yueyang 2019": ("received=410 filed=300 rate.filed=77%", ["rate-and-base"]),
    "Ningbo 2011": (
        "replied=591 result.a=148 share.result.a=25.2% result.b=364 share.result.b=61.9%"
        " result.c=66 share.result.c=11.2% result.d=10 share.result.d=1.7%"
        " feedback.returned=527 feedback.process.satisfied=526 feedback.result.satisfied=519"
        " rate.satisfied.process=99.8% rate.satisfied.result=98.5%",
        ["parts-and-total"],
    ),
    "last printed digits": (
        "filed=1000 filed.cat.culture=105 share.cat.culture=10.6%"
        " filed.cat.society=267 share.cat.society=26.6%",
        ["share-and-base"] * 2,
    ),
}
RIGHT = {
    "Guangxi 2014": (
        "received=586 filed=570 rate.filed=97.27% transferred_letter=8 withdrawn=8"
        " filed.member=416 filed.party=121 filed.people_org=14 filed.committee=17 filed.sector=2"
    ),
    "Guangxi, the year to 2014": (
        "received=598 received.plenary=583 received.offsession=15 filed=580 filed.member=424"
        " filed.party=121 filed.people_org=14 filed.sector=2 filed.committee=19 replied=580"
        " rate.replied=100% rate.satisfied=99.13%"
    ),
    "Guangxi 2018 to 2022": "received=3239 filed=2471 filed.member=1864 filed.collective=607",
    "Guangxi, the year to 2025": (
        "received=1028 filed=901 merged=179 share.result.a=84% share.result.b=13% share.result.c=3%"
    ),
    "National 2024": (
        "received=5898 filed=5006 merged=160 to_suggestion=732 filed.member=4534"
        " share.filed.member=90.6% filed.collective=472 share.filed.collective=9.4%"
        " filed.cat.economy=1985 share.cat.economy=39.7% filed.cat.politics=465"
        " share.cat.politics=9.3% filed.cat.culture=457 share.cat.culture=9.1%"
        " filed.cat.society=1436 share.cat.society=28.7% filed.cat.ecology=663"
        " share.cat.ecology=13.2%"
    ),
    "National 2025": "received=5890 filed=5002 merged=262 to_suggestion=626",
    "Gaoyou 2019": (
        "assigned=189 result.a=143 share.result.a=75.7% result.b=31 share.result.b=16.4%"
        " result.c=15 share.result.c=7.9%"
    ),
    "Wuhan 2009": (
        "received=835 assigned=801 share.assigned.gov=95.9% result.a=564 share.result.a=70.41%"
        " result.b=207 result.c=30"
    ),
    "Liunan 2011": "received=55 filed=38 rejected=2 escalated_or_opinion=15",
    "Liuzhou 2006": (
        "received=210 received.member=189 received.party=18 received.committee=3"
        " received.cat.economy=28 share.cat.economy=13.3% received.cat.law=23 share.cat.law=11%"
        " filed=186 rate.filed=88.6%"
    ),
    "Yueyang 2019, its third class missing": "filed=300 result.a=150 result.b=90",
    "Sanming 2013": (
        "assigned=58 assigned.lead=38 feedback.returned=28 feedback.satisfied=22"
        " feedback.basically_satisfied=6 rate.satisfied=100%"
    ),
    "Ningxia 2024": "received=1075 filed=712 assigned=576",
}

# Each rule by itself: what it accuses, and the nearest thing that it must not.
PAIRS = [
    ("parts-and-total", "filed=100 filed.member=80 filed.collective=21",
     "filed=100 filed.member=80 filed.collective=20"),
    ("parts-and-total", "filed=100 filed.member=80 filed.collective=19",
     "filed=100 filed.member=80 filed.party=19"),
    ("parts-and-total", "filed=100 filed.member=80 filed.collective=22 merged=1",
     "filed=100 filed.member=80 filed.collective=22 merged=2"),
    ("parts-and-total", "filed=100 filed.cat.a=60 filed.cat.b=30 filed.cat.other=9",
     "filed=100 filed.cat.a=60 filed.cat.b=30"),
    ("parts-and-total",
     "filed=200 filed.cat.a=100 filed.cat.b=60 share.cat.a=62.5% share.cat.b=37.5%",
     "filed=200 filed.cat.a=100 filed.cat.b=60 share.cat.a=50% share.cat.b=30%"),
    ("parts-and-total", "received=50 received.plenary=40 received.offsession=9",
     "received=50 received.plenary=40 received.online=9"),
    ("parts-and-total", "replied=90 filed=95 result.a=50 result.b=30 result.c=9",
     "replied=90 filed=89 result.a=50 result.b=30 result.c=9"),
    ("parts-and-total", "replied=99 filed=95 result.a=50 result.b=30 result.c=9",
     "filed=95 result.a=50 result.b=30 result.c=9"),
    ("parts-and-total", "filed=90 filed.member=60 filed.party=9 filed.people_org=9 filed.sector=9",
     "filed=90 filed.member=60 filed.collective=30 filed.party=9 filed.people_org=9 filed.sector=9"
     ),
    ("received-and-disposals", "received=100 filed=80 rejected=15",
     "received=100 filed=80 merged=5"),
    ("received-and-disposals", "received=100 filed=80 rejected=15 merged=4",
     "received=100 filed=80 rejected=15 merged=5"),
    ("received-and-disposals", "received=100 filed=80 rejected=25 to_opinion=6",
     "received=100 filed=80 rejected=20 to_opinion=6"),
    ("rate-and-base", "received=300 filed=200 rate.filed=66.6%",
     "received=300 filed=200 rate.filed=66.7%"),
    ("rate-and-base", "received=300 filed=200 merged=9 rate.filed=70.0%",
     "received=300 filed=200 merged=10 rate.filed=70%"),
    ("rate-and-base", "filed=300 replied=290 rate.replied=100%",
     "filed=300 assigned=290 replied=290 rate.replied=100%"),
    ("rate-and-base",
     "feedback.returned=40 feedback.satisfied=30 feedback.basically_satisfied=8 rate.satisfied=99%",
     "feedback.satisfied=30 feedback.basically_satisfied=8 rate.satisfied=99%"),
    ("rate-and-base", "received=300 filed=290 replied=280 rate.replied=100%",
     "received=300 replied=280 rate.replied=100%"),
    ("rate-and-base",
     "feedback.returned=40 feedback.satisfied=30 feedback.basically_satisfied=8 rate.satisfied=90%",
     "feedback.returned=40 feedback.satisfied=30 rate.satisfied=90%"),
    ("share-and-base", "filed=300 filed.cat.a=100 share.cat.a=33.4%",
     "received=310 filed.cat.a=100 share.cat.a=33.4%"),
    ("share-and-base", "filed=300 filed.livelihood=100 share.cat.livelihood=34%",
     "filed=300 filed.livelihood=100 share.cat.livelihood=33%"),
    ("share-and-base", "member.total=200 member.women=50 share.member.women=26%",
     "member.total=200 member.women=50 share.member.women=25%"),
    ("shares-and-hundred", "share.result.a=84% share.result.b=13% share.result.c=6%",
     "share.result.a=84% share.result.b=13%"),
    ("shares-and-hundred", "share.filed.member=90.6% share.filed.collective=9.6%",
     "share.filed.member=90.6% share.filed.collective=9.5%"),
    ("shares-and-hundred", "share.cat.a=60% share.cat.b=42%", "share.cat.a=60% share.cat.b=20%"),
    ("shares-and-hundred", "rate.replied=100.5%", "rate.replied=100%"),
    ("part-over-whole", "received=90 filed=91", "received=90 filed=90"),
    ("part-over-whole", "member.expected=660 member.present=661",
     "member.total=660 member.present=627"),
]  # fmt: skip


def rows(facts, place="示例市", period="2023", mark=""):
    """`received=641 rate.filed=98.28%` as the rows of a table."""
    for fact in facts.split():
        kind, value = fact.split("=")
        stem = kind if kind.split(".")[0] in ("share", "rate", "member", "feedback") else ""
        yield {
            "place": place,
            "period": period,
            "subject_zh": f"示例{mark}",
            "metric_kind": stem or f"proposal.{kind}",
            "value": value.rstrip("%"),
            "unit": "%" if value.endswith("%") else "件",
        }


def rules_of(facts, **more):
    return [found.rule for found in reconcile_rows(rows(facts, **more))]


@pytest.mark.parametrize(("facts", "rules"), WRONG.values(), ids=WRONG)
def test_a_text_that_contradicts_itself_is_accused_and_of_what(facts, rules):
    assert rules_of(facts) == rules


@pytest.mark.parametrize("facts", RIGHT.values(), ids=RIGHT)
def test_a_text_that_agrees_with_itself_is_not_accused(facts):
    assert rules_of(facts) == []


@pytest.mark.parametrize(("rule", "wrong", "right"), PAIRS)
def test_each_rule_accuses_and_spares_its_neighbour(rule, wrong, right):
    assert (rules_of(wrong), rules_of(right)) == ([rule], [])


def test_every_rule_is_tried():
    assert {rule for rule, _wrong, _right in PAIRS} == set(RULES) == set(WORDS)


@pytest.mark.parametrize("mark", ["（原文:余）", "（原文:约）", "(多)", "（原文：左右）"])
@pytest.mark.parametrize(("rule", "wrong", "_right"), PAIRS)
def test_approximate_figures_are_never_accused(mark, rule, wrong, _right):
    assert rules_of(wrong, mark=mark) == []


def test_one_approximate_part_spares_the_sum():
    table = [
        *rows("filed=100 filed.member=80"),
        *rows("filed.collective=10", mark="（原文:余）"),
    ]
    assert reconcile_rows(table) == []


def test_a_kind_printed_twice_with_two_numbers_bears_no_arithmetic():
    assert rules_of("received=90 received=80 filed=85") == []
    assert rules_of("received=80 received=80 filed=85") == ["part-over-whole"]


def test_texts_are_kept_apart_by_place_and_period():
    table = [*rows("received=90", period="2022"), *rows("filed=91", period="2023")]
    assert reconcile_rows(table) == []


def test_a_contradiction_says_what_is_stated_what_is_computed_and_how():
    (found,) = reconcile_rows(rows("received=300 filed=200 rate.filed=66.6%"))
    said = {
        "place": "示例市",
        "period": "2023",
        "rule": "rate-and-base",
        "figure": "rate.filed",
        "sum": "示例 200 ÷ 示例 300",
    }
    assert found == Contradiction(**said, stated=Decimal("66.6"), computed=Decimal("66.7"))
    assert found.as_json() == said | {"stated": 66.6, "computed": 66.7}


def test_a_value_that_is_no_number_is_left_out_and_a_missing_column_is_named():
    table = list(rows("received=若干 filed=91"))
    assert reconcile_rows(table) == []
    with pytest.raises(BadTable) as refused:
        reconcile_rows([{"place": "示例市", "value": "3"}])
    assert refused.value.missing == ("period", "metric_kind")


def test_zero_is_no_base():
    assert rules_of("received=0 filed=0 rate.filed=100%") == []


def test_of_all_published_texts_three_contradict_themselves(shared):
    with open(shared / "data" / "figures" / "published.csv", encoding="utf-8", newline="") as file:
        found = reconcile_rows(csv.DictReader(file))
    assert list(dict.fromkeys((each.place, each.period) for each in found)) == [
        ("广西壮族自治区", "2009-01 十届二次会议"),
        ("广西壮族自治区", "2025-01 十三届三次会议"),
        ("宁波市", "2011"),
    ]
