"""Sentences as offices publish them, and the figures a careful reader finds in each."""

from decimal import Decimal

import pytest

from xieshang.figures.claims.find import find_claims

# sentence → (number, unit, approximation, metric) for each figure in it
SENTENCES = {
    "全年开展协商活动120场次，参与委员、群众3200人次，推动解决问题85个。": (
        (120, "场次", "", "consultations-held"),
        (3200, "人次", "", "consultation-attendances"),
        (85, "个", "", "problems-solved"),
    ),
    "举办读书分享会三十余场，参加学习委员近2000人次。": (
        (30, "场", "余", "study-sessions"),
        (2000, "人次", "近", "study-member-attendances"),
    ),
    "开展理论学习中心组学习16次、专题学习研讨１２次，1800人次参加。": (
        (16, "次", "", "study-sessions"),
        (12, "次", "", "study-sessions"),
        (1800, "人次", "", "study-attendances"),
    ),
    "组织委员培训班8期，参训委员达640人。": (
        (8, "期", "", "training-sessions"),
        (640, "人", "", "training-attendances"),
    ),
    "38期委员讲堂先后开讲，培训各级委员1.2万余人次。": (
        (38, "期", "", "training-sessions"),
        (12_000, "人次", "余", "training-attendances"),
    ),
    "报送社情民意信息230条，被采用61条，其中获领导批示12条。": (
        (230, "条", "", "opinion-reports-submitted"),
        (61, "条", "", "suggestions-adopted"),
        (12, "条", "", ""),
    ),
    "共提交提案320件，立案298件，办复率100%。": (
        (320, "件", "", "proposals-submitted"),
        (298, "件", "", ""),
        (100, "%", "", ""),
    ),
    "征集意见建议一千二百余条，采纳430条。": (
        (1200, "条", "余", "suggestions-submitted"),
        (430, "条", "", "suggestions-adopted"),
    ),
    "走访中收集问题77个，办结61个，群众满意率98.5%。": (
        (77, "个", "", "problems-registered"),
        (61, "个", "", "problems-solved"),
        ("98.5", "%", "", ""),
    ),
    "92个急难愁盼问题得到解决。": ((92, "个", "", "problems-solved"),),
    "协商解决了9个群众反映强烈的难题。": ((9, "个", "", "problems-solved"),),
    "引进项目15个，其中10亿元以上项目3个，带动就业1200余人。": (
        (15, "个", "", "projects-introduced"),
        (3, "个", "", ""),
        (1200, "人", "余", "jobs-created"),
    ),
    "促成1亿元以上产业项目6个落地，总投资36.5亿元，提供岗位900个。": (
        (6, "个", "", "projects-over-100m"),
        (3_650_000_000, "元", "", ""),
        (900, "个", "", "jobs-created"),
    ),
    "委员牵线招商，投资超亿元项目达4个。": ((4, "个", "", "projects-over-100m"),),
    "建成协商议事室28间、委员工作室16个、政协书屋9个。": (
        (28, "间", "", "venues"),
        (16, "个", "", "venues"),
        (9, "个", "", "venues"),
    ),
    "挂牌成立界别委员工作室31个，实现界别全覆盖。": (
        (31, "个", "", "sector-studios"),
        (100, "%", "", "sectors-covered"),
    ),
    "委员工作室已覆盖25个界别。": ((25, "个", "", "sectors-covered"),),
    "打造特色品牌五个，其中达到“六有”标准的品牌2个。": (
        (5, "个", "", "brands"),
        (2, "个", "", "brands-six-complete"),
    ),
    "与邻市开展跨区域联动协商5场次。": ((5, "场次", "", "joint-consultations"),),
    "会同邻市政协召开协商会5次，联合团市委开展界别协商6次。": (
        (5, "次", "", "joint-consultations"),
        (6, "次", "", "consultations-held"),
    ),
    "《周周谈》栏目推出24期，“学而”讲堂已开讲十二讲。": (
        (24, "期", "", "programme-sessions"),
        (12, "讲", "", "programme-sessions"),
    ),
    "“邕城议事”协商活动已举行四十余次。": ((40, "次", "余", "consultations-held"),),
    "播出36期《有话好说》节目。": ((36, "期", "", "programme-sessions"),),
    "协商活动丰富多样，全年共130余次。": ((130, "次", "余", "consultations-held"),),
    "基层协商情况：共开展约二百场。": ((200, "场", "约", "consultations-held"),),
    "举办专题讲座两期。": ((2, "期", "", "study-sessions"),),
    "办理工作中满意的占百分之九十六，反馈意见建议35条。": (
        (96, "%", "", ""),
        (35, "条", "", "suggestions-submitted"),
    ),
    "协商会参会人员逾5000人次。": ((5000, "人次", "逾", "consultation-attendances"),),
    "培训班（45期）参训人员5400人次以上。": (
        (45, "期", "", "training-sessions"),
        (5400, "人次", "以上", "training-attendances"),
    ),
    "梧州市政协收到群众反映问题104条，转办98条，推动解决92条。": (
        (104, "条", "", "problems-registered"),
        (98, "条", "", ""),
        (92, "条", "", "problems-solved"),
    ),
    "先后打造5个协商品牌、12个协商议事室。": (
        (5, "个", "", "brands"),
        (12, "个", "", "venues"),
    ),
    "社情民意信息被全国政协采用12篇，建言被采纳35篇次。": (
        (12, "篇", "", ""),
        (35, "篇次", "", "suggestions-adopted"),
    ),
    "引进15个项目，5个投资超亿元。": (
        (15, "个", "", "projects-introduced"),
        (5, "个", "", "projects-over-100m"),
    ),
    "有3个品牌达到“六有”要求，问题办理：登记10件，办结8件。": (
        (3, "个", "", "brands-six-complete"),
        (10, "件", "", "problems-registered"),
        (8, "件", "", "problems-solved"),
    ),
    "带动就业650人，到位资金8.6亿元，“同心”讲座2场、“书香政协”读书会3场。": (
        (650, "人", "", "jobs-created"),
        (860_000_000, "元", "", ""),
        (2, "场", "", "study-sessions"),
        (3, "场", "", "study-sessions"),
    ),
    "他说：“一年来，我们推动解决了92个问题，心里很踏实。”": ((92, "个", "", "problems-solved"),),
    "组织学习贯彻全国两会精神座谈会6场，开展技能培训12期，召开座谈会9次。": (
        (6, "场", "", "study-sessions"),
        (12, "期", "", ""),
        (9, "次", "", ""),
    ),
    "走访企业20家，节约资金300万元。": ((20, "家", "", ""), (3_000_000, "元", "", "")),
}

NOT_FIGURES = (
    "深入学习党的二十大和二十届三中全会精神。",
    "学习“4·27”重要讲话，落实“五个更大”重要要求。",
    "按照“六有”标准，打造“一专委一品牌”“一支部一品牌”。",
    "召开四级政协委员座谈会，三级政协组织联系更加紧密。",
    "抓好两支队伍，健全三项制度，坚持四个面向。",
    "严格落实第一议题制度，召开第8次主席会议、十二届三次会议。",
    "印发桂政协〔2023〕5号文件，2023年3月5日实施。",
    "全链条推进、全方位构建、全过程公开、全覆盖畅通协商渠道。",
    "实现党的组织和党的工作全覆盖。",
    "千名委员进万家，百名专家下基层，为民服务百分之百用心。",
    "一个支部一个品牌，1个专委1个品牌。",
    "形成一批建言，解决一批难点问题，取得一系列成果。",
    "在14个设区市、111个县（市、区）推广。",
    "最近3个月内，二期工程、5个方面、两个环节持续推进。",
    "推动十四五规划落实，拨打12345热线。",
    "投资10亿元以上的项目明显增多。",
    "每季度开展1次协商活动，委员年均参加学习12次，人均提出建议3条。",
    "力争引进项目20个，计划举办培训班8期，拟建成协商议事室30间。",
    "聚焦三个问题开展调研，办好一批实事，坚持四个意识、两个维护。",
    "一场协商活动正在举行，这样的一次学习令人难忘。",
    "贯彻二十届三中全会精神，推进“1+6+N”体系和“一件事一次办”。",
    "委员们十分关心，万众一心，三三两两前来。",
    "",
)


def found_in(text):
    return tuple((c.value, c.unit, c.approximation, c.metric) for c in find_claims(text))


@pytest.mark.parametrize(("sentence", "figures"), SENTENCES.items())
def test_the_figures_of_a_sentence_are_found(sentence, figures):
    assert found_in(sentence) == tuple((Decimal(n), u, a, m) for n, u, a, m in figures)


@pytest.mark.parametrize("sentence", NOT_FIGURES)
def test_names_and_manners_of_speaking_are_no_figures(sentence):
    assert find_claims(sentence) == []


def test_a_claim_stands_at_its_place_in_the_text_as_it_came():
    text = "去年，柳州市政协举办讲座４５期。\n另有座谈会三十余场。"
    assert [text[c.start : c.end] for c in find_claims(text)] == ["４５期", "三十余场"]
    assert [c.sentence for c in find_claims(text)] == [
        "去年，柳州市政协举办讲座４５期。",
        "另有座谈会三十余场。",
    ]


def test_a_range_has_two_ends():
    (claim,) = find_claims("全年开展协商活动40至50场。")
    assert (claim.value, claim.upper) == (40, 50)


def test_the_subject_is_the_words_that_say_what_is_counted():
    text = "举办培训班、报告会45期，协调解决问题92个，建成30个委员工作室，发现诉求8件、化解6件。"
    assert [c.subject for c in find_claims(text)] == [
        "举办培训班、报告会",
        "协调解决问题",
        "委员工作室",
        "发现诉求",
        "诉求化解",
    ]


def test_a_named_series_is_remembered_with_and_without_its_noun():
    (claim,) = find_claims("“同舟”讲座至今已举办61期。")
    assert claim.programmes == ("同舟讲座", "同舟")


def test_the_offices_own_forms_narrow_a_figure():
    claims = find_claims(
        "开展基层协商30场、对口协商12次，直接引进项目5个，直接或参与引进项目9个，"
        "举办委员培训班、委员讲堂4期，举办读书分享会等8场，举办读书分享会、沙龙讲座9场。"
    )
    assert [c.forms for c in claims] == [
        ("基层协商",),
        ("对口协商",),
        ("直接引进",),
        (),
        ("委员培训班", "委员讲堂"),
        (),
        (),
    ]


def test_what_was_adopted_is_narrowed_by_what_was_sent():
    claims = find_claims("报送社情民意信息230条，被采用61条；提出建议90条，采纳35条。")
    assert [c.forms for c in claims] == [(), ("社情民意信息",), (), ()]


def test_the_article_states_twelve_figures_and_no_other(shared):
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    assert [(text[c.start : c.end], c.metric, c.places[0].words) for c in find_claims(text)] == [
        ("45期", "training-sessions", "柳州市政协"),
        ("5400余人次", "training-attendances", "柳州市政协"),
        ("92个", "problems-solved", "梧州市政协"),
        ("69期", "programme-sessions", "自治区政协"),
        ("61期", "programme-sessions", "自治区政协"),
        ("20个", "projects-over-100m", "北海市政协"),
        ("8次", "joint-consultations", "贺州市政协"),
        ("9个", "problems-solved", "贺州市政协"),
        ("187项", "projects-introduced", "河池市政协"),
        ("130余次", "consultations-held", "来宾市政协"),
        ("29个", "sector-studios", "自治区政协"),
        ("全覆盖", "sectors-covered", "自治区政协"),
    ]
