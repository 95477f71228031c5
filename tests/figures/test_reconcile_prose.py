"""Yearly reports in running text, held against themselves."""

import pytest

from xieshang.figures.reconcile.prose import reconcile_text, text_of

REPORT = """示例市政协2023年提案工作情况
大会以来，共收到提案{received}件。经审查，立案630件，立案率98.28%，不予立案11件。其中委员提案469件、\
民主党派和工商联提案129件、人民团体提案12件、专委会提案19件、界别提案1件。经济建设类349件，占{share}；\
社会政法类281件，占44.6%。
办复{replied}件，办复率100%。已解决或基本解决的148件，占23.5%；列入计划的400件；因条件限制暂不能解决的{c}件。
收回反馈表200份，其中满意150份、基本满意40份，满意率{satisfied}。
"""
TRUE = {
    "received": "641", "share": "55.4%", "replied": "630", "c": "82", "satisfied": "95%",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "accused"),
    [
        ({}, []),
        ({"share": "55.25%"}, [("share-and-base", "share.cat.经济建设")]),
        ({"share": "约55%"}, []),
        ({"received": "640"}, [("received-and-disposals", "proposal.received")]),
        ({"received": "640余"}, []),
        ({"c": "80"}, [("parts-and-total", "proposal.replied")]),
        ({"satisfied": "98%"}, [("rate-and-base", "rate.satisfied")]),
    ],
)
def test_a_report_is_accused_of_what_does_not_add_up(change, accused):
    found = reconcile_text(REPORT.format(**TRUE | change))
    if change.get("received") == "640":
        found = [each for each in found if each.rule == "received-and-disposals"]
    assert [(each.rule, each.figure) for each in found] == accused


def test_the_figures_of_a_report_are_brought_into_the_words_of_the_rules():
    text = text_of(REPORT.format(**TRUE))
    assert (text.place, text.period) == ("示例市", "2023")
    assert {kind: str(fact.value) for kind, fact in text.facts.items()} == {
        "proposal.received": "641",
        "proposal.filed": "630",
        "rate.filed": "98.28",
        "proposal.rejected": "11",
        "proposal.filed.member": "469",
        "proposal.filed.party": "129",
        "proposal.filed.people_org": "12",
        "proposal.filed.committee": "19",
        "proposal.filed.sector": "1",
        "proposal.filed.cat.经济建设": "349",
        "share.cat.经济建设": "55.4",
        "proposal.filed.cat.社会政法": "281",
        "share.cat.社会政法": "44.6",
        "proposal.replied": "630",
        "rate.replied": "100",
        "proposal.result.a": "148",
        "share.result.a": "23.5",
        "proposal.result.b": "400",
        "proposal.result.c": "82",
        "feedback.returned": "200",
        "feedback.satisfied": "150",
        "feedback.basically_satisfied": "40",
        "rate.satisfied": "95",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "去年收到提案500件，立案400件；今年收到提案300件，立案310件。",  # two years: no arithmetic
        "开展协商活动130余次，解决问题92个。",
        "提案" * 5000,
        "1件，" * 3000,
    ],
)
def test_a_text_without_arithmetic_is_not_accused(text):
    assert reconcile_text(text) == []


def test_the_article_does_not_contradict_itself(shared):
    assert reconcile_text((shared / "seed" / "article.txt").read_text(encoding="utf-8")) == []
