"""Whose figure it is, and for which days, as the words around it say."""

import pytest

from xieshang.figures.claims.claim import Period, Place
from xieshang.figures.claims.find import find_claims

WHO = {
    "柳州市政协开展协商活动36次。": Place("柳州市政协"),
    "近年来，柳州市政协党组带头开展协商活动36次。": Place("柳州市政协"),
    "贺州市政协联合湖南省永州市、广东省肇庆市政协组织协商会8次。": Place("贺州市政协"),
    "南宁市政协协商30次，桂林市政协协商36次。": Place("桂林市政协"),
    "百色市政协向自治区政协报送信息36条。": Place("百色市政协"),
    "在自治区政协指导下，河池市政协建成议事室36间。": Place("河池市政协"),
    "自治区政协建设36个界别委员工作室。": Place("自治区政协"),
    "全区政协共开展协商活动36次。": Place("自治区政协", "whole"),
    "全区各级政协共开展协商活动36次。": Place("自治区政协", "whole"),
    "玉林市各级政协解决问题36个。": Place("玉林市政协", "whole"),
    "钦州市、县两级政协解决问题36个。": Place("钦州市政协", "whole"),
    "柳州市政协本级解决问题36个。": Place("柳州市政协"),
    "柳州市本级政协解决问题36个。": Place("柳州市政协", "own"),
    "三江侗族自治县政协解决问题36个。": Place("三江侗族自治县政协"),
    "36个问题在柳州市政协推动下得到解决。": Place("柳州市政协"),
    "柳州市政协建言被自治区政协采用36篇。": Place("柳州市政协"),
    "柳州市政协“书香政协”读书会举办36场。": Place("柳州市政协"),
    "广西政协推出讲座36期。": Place("广西政协", sure=False),
    "柳州市城中区政协举办讲座36期。": Place("柳州市城中区政协"),
}
PERIODS = {
    "2022年以来，开展协商30次。": Period("since", "2022年以来", (2022, 1), (0, 12)),
    "自2022年7月以来开展协商30次。": Period("since", "2022年7月以来", (2022, 7), (0, 12)),
    "2022年至今协商30次。": Period("since", "2022年至今", (2022, 1), (0, 12)),
    "二〇二三年开展协商30次。": Period("days", "二〇二三年", (2023, 1), (2023, 12)),
    "2023年度，开展协商30次。": Period("days", "2023年", (2023, 1), (2023, 12)),
    "2021年至2023年，开展协商30次。": Period("days", "2021年至2023年", (2021, 1), (2023, 12)),
    "2021-2023年开展协商30次。": Period("days", "2021-2023年", (2021, 1), (2023, 12)),
    "2023年1至6月，开展协商30次。": Period("days", "2023年1至6月", (2023, 1), (2023, 6)),
    "2023年5月开展协商30次。": Period("days", "2023年5月", (2023, 5), (2023, 5)),
    "2023年上半年开展协商30次。": Period("days", "2023年上半年", (2023, 1), (2023, 6)),
    "今年以来，开展协商30次。": Period("this-year", "今年"),
    "全年累计开展协商30次。": Period("this-year", "全年"),
    "去年，开展协商30次。": Period("last-year", "去年"),
    "近三年，开展协商30次。": Period("years", "近三年", count=3),
    "五年来开展协商30次。": Period("years", "五年来", count=5),
    "换届以来，开展协商30次。": Period("term", "换届以来"),
    "协商活动至今已举办30次。": Period("so-far", "至今"),
    "截至2023年底，开展协商30次。": Period("so-far", "截至2023年", (2023, 1), (2023, 12)),
    "上半年开展协商30次。": Period("days", "上半年", (0, 1), (0, 6)),
    "开展协商30次。": Period(),
}


@pytest.mark.parametrize(("sentence", "place"), WHO.items())
def test_the_committee_that_acts_is_told_from_those_it_deals_with(sentence, place):
    assert find_claims(sentence)[-1].places[0] == place


@pytest.mark.parametrize(("sentence", "period"), PERIODS.items())
def test_the_words_for_a_period_are_understood(sentence, period):
    assert [claim.period for claim in find_claims(sentence)] == [period]


def test_a_sentence_without_a_name_goes_on_with_the_one_before():
    text = "来宾市政协注重基层协商。2022年以来，开展协商活动130余次。\n自治区政协开展协商90次。"
    assert [c.places[0].words for c in find_claims(text)] == ["来宾市政协", "自治区政协"]


def test_a_heading_and_then_the_title_say_who_acts():
    text = "政协柳州市委员会工作报告\n一、学习\n开展协商30次。\n二、融安县\n开展协商10次。"
    assert [[p.words for p in c.places] for c in find_claims(text)] == [
        ["柳州市政协"],
        ["融安县政协", "柳州市政协"],
    ]


def test_nobody_is_named():
    (claim,) = find_claims("各级政协和广大委员开展协商30次。")
    assert claim.places == ()
