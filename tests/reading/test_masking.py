"""What a public page must never show. Every number and name here is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import growth
from xieshang.reading.masking import KINDS, Mask, by_hand, covered, mask, masks

NUMBERS = {
    "联系电话13800138000。": "联系电话138******00。",
    "电话：１３８００１３８０００": "电话：１３８******００",
    "请拨138 0013 8000": "请拨138 **** **00",
    "手机+8613800138000": "手机+86138******00",
    "办公室0771-5551234转8": "办公室0771-*******转8",
    "(0772)2801234": "(077*)*******",
    "(0772)2801234(0772)2801234": "(077*)*******(077*)*******",  # run into each other
    "身份证450202199003077654，": "身份证450***************，",
    "身份证号45020219900307765X": "身份证号450***************",
    "卡号6222021234567890123": "卡号***************0123",
    "卡号6222 0212 3456 7890": "卡号**** **** **** 7890",
    "车牌桂B·12345停放": "车牌桂B·*****停放",
    "新能源车桂AD12345": "新能源车桂A******",
    "邮箱zhang.san@example.org。": "邮箱z****.***@example.org。",
}
NAMES = {
    "联系人：张三": "联系人：张*",
    "联系人：张三，电话见下": "联系人：张*，电话见下",
    "联系人:张三丰": "联系人:张**",
    "联系人: 欧阳娜娜负责": "联系人: 欧阳**负责",
    "联系人：𠮷田": "联系人：𠮷田",  # no surname that is known here
    "联系人：张𠮷": "联系人：张*",
    "联系人：张𠮷明。": "联系人：张**。",
    "联系人张三丰电话": "联系人张**电话",
    "联系人：张三负责对接": "联系人：张*负责对接",
    "联系人：王小二牛": "联系人：王**牛",  # the end cannot be told: two signs are taken
    "经办人：韦建国、李四": "经办人：韦**、李*",
    "提案人：张三、李四和王五": "提案人：张*、李*和王*",
    "申请人：阿卜杜拉·买买提": "申请人：阿***·***",
    "承办人：万小明　联系方式": "承办人：万**　联系方式",
    "分管领导：安定": "分管领导：安*",
    "姓名：农小花 性别：女": "姓名：农** 性别：女",
    "居民张三反映路灯不亮": "居民张*反映路灯不亮",
    "村民黄小明说": "村民黄**说",
    "群众李四、王五来信": "群众李*、王*来信",
    "业主赵六家的水管": "业主赵*家的水管",
    "学生家长周小芳投诉": "学生家长周**投诉",
    "我叫韦建国，今年六十岁": "我叫韦**，今年六十岁",
    "本人张三，住城中区": "本人张*，住城中区",
    "，王小明女士来访": "，王**女士来访",
    "（李四同志）": "（李*同志）",
    "望早日解决。\n张三": "望早日解决。\n张*",
    "望早日解决。\n  张三  \n2026年3月5日": "望早日解决。\n  张*  \n2026年3月5日",
    "此致\n敬礼\n李小四 2026年3月5日": "此致\n敬礼\n李** 2026年3月5日",
}
ADDRESSES = {
    "家住民族大道100号": "家住民族大道***号",
    "朝阳路１２３号": "朝阳路***号",
    "朝阳路12-3号": "朝阳路**-*号",
    "解放街12号之一": "解放街**号之*",
    "解放街12号附3号": "解放街**号附*号",
    "中山路三十二号": "中山路***号",
    "青云巷5号院3栋": "青云巷*号院*栋",
    "民族大道100号3栋2单元501室": "民族大道***号*栋*单元***室",
    "幸福小区3号楼2单元501室漏水": "幸福小区*号楼*单元***室漏水",
    "幸福小区3栋501": "幸福小区*栋***",
    "A座1203室": "*座****室",
    "12栋二单元三楼302房": "**栋*单元*楼***房",
    "2单元301": "*单元***",
    "长岭村三组12号": "长岭村三组**号",
    "新屯8号": "新屯*号",
    "和平社区第9号": "和平社区第*号",
    "住501室": "住***室",
    "住在12号，": "住在**号，",
}
KEPT = (
    "2023年3月5日开展协商活动130余次",
    "培训委员5400余人次",
    "桂政协〔2023〕5号",
    "桂水函〔2026〕5号",
    "2023-001",
    "投资36,400万元",
    "20230305",
    "台账450200",
    "桂在协商第69期",
    "提案第12号",
    "第12号提案",
    "关于自治区政协十三届三次会议第012号提案的答复",
    "街道12号提案",
    "关于3号楼加装电梯的提案",
    "幸福小区3号楼加装电梯",
    "3号楼2单元加装电梯",
    "3栋500平方米",
    "2栋120户居民",
    "建成12栋1,200套",
    "全村12户村民",
    "轨道交通民族大道2号线",
    "朝阳路2号出口",
    "朝阳路5号桥",
    "朝阳路3号起封闭施工",
    "足球队10号球员",
    "中央一号文件",
    "国道322线",
    "桂A牌照管理",
    "居民李某某",
    "法定代表人：覃某某",
    "居民林女士（化名）高度赞扬",
    "常德路1298弄小区",
    "紧邻林女士家的强弱电房、电梯、邻居空调外机",
    "王女士来电",
    "李先生",
    "居民安全、群众满意、学生方便、业主关心",
    "市民高度关注，村民高兴",
    "老人周末就餐",
    "群众何时能用上水",
    "居民马路对面",
    "负责人员到场",
    "联系人民群众",
    "申请人数",
    "江南\n柳江",
    "文件",
    "黄河",
    "高龄老人、农村老人、许多老人",
    "政协委员、常务主席",
    "《方案》。\n附件",
    "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
)
KNOWN = (
    ("高峰在会上说，高峰期拥堵", ["高峰"], "高*在会上说，高*期拥堵"),  # an officer keeps the second
    ("张三丰和张三", ["张三", "张三丰"], "张**和张*"),
    ("委员𠮷田明", ["𠮷田明"], "委员𠮷**"),
    ("司马光提出", [" 司马光 "], "司马*提出"),
    ("王", ["王"], "王"),
    ("没有人", ["张三"], "没有人"),
)
MASKED = NUMBERS | NAMES | ADDRESSES


@pytest.mark.parametrize(("text", "masked"), MASKED.items())
def test_what_leads_to_a_person_is_starred_out(text, masked):
    assert mask(text) == masked


@pytest.mark.parametrize("text", KEPT)
def test_other_numbers_and_words_stay(text):
    assert mask(text) == text


@pytest.mark.parametrize(("text", "names", "masked"), KNOWN)
def test_known_names_are_starred_wherever_they_stand(text, names, masked):
    assert mask(text, names) == masked


def test_each_place_has_its_kind():
    text = "联系人：张三，13800138000，住朝阳路12号，𠮷村李四在场"
    assert masks(text, ["李四"]) == [
        Mask(4, 6, "name", "张*"),
        Mask(7, 18, "mobile", "138******00"),
        Mask(23, 26, "address", "**号"),
        Mask(29, 31, "name", "李*"),
    ]
    assert {each.kind for line in MASKED for each in masks(line)} | {"by-hand"} == set(KINDS)


def test_an_officer_keeps_one_place_and_adds_another():
    text = "联系人：张三，住在河边第二家"
    (name,) = masks(text)
    assert covered(text, [by_hand(text, 11, 14)]) == "联系人：张三，住在河边***"
    assert covered(text, [by_hand(text, 11, 14), name]) == "联系人：张*，住在河边***"
    assert by_hand("第 二", 0, 3).shown == "* *"


def test_masking_twice_changes_nothing_more():
    once = mask("；".join(MASKED))
    assert mask(once) == once


PIECES = [
    *MASKED,
    *KEPT,
    "张三",
    "路",
    "号",
    "栋",
    "单元",
    "室",
    "12",
    "，",
    "：",
    "\n",
    "、",
    "·",
    "*",
]
SIGNS = "0１2一二张王李欧阳𠮷高方路号栋单元室住联系人居民：:，。、·*\n -年@.桂A"


@given(st.lists(st.sampled_from(PIECES) | st.text(SIGNS, max_size=8), max_size=8).map("".join))
def test_any_text_is_masked_once_for_all_at_its_length(text):
    names = ["张三", "王李", "一二"]
    places, once = masks(text, names), mask(text, names)
    assert (len(once), mask(once, names)) == (len(text), once)
    assert all(a.end <= b.start for a, b in zip(places, places[1:], strict=False))
    assert all(0 <= p.start < p.end and len(p.shown) == p.end - p.start for p in places)


KILLERS = [
    *("1", "1 ", "a.", "桂A", "62220212 ", "0771-", "路1", "路123", "栋1", "3栋2单元", "住12"),
    *(
        "路1号2栋3单元4楼5",
        "一",
        "张三",
        "张三、",
        "联系人:张",
        "居民张三",
        "张·",
        "。\n",
        "。\n 王二 ",
    ),
    *("\n", "欧阳", "联系人：", "13800138000 ", "张三13800138000路1号，"),
]


@pytest.mark.parametrize("piece", KILLERS)
def test_a_long_text_is_masked_in_linear_time(piece):
    def work(size):
        return mask(piece * (size // len(piece)), ["张三", "一一"])

    assert len(work(50_000)) == 50_000 // len(piece) * len(piece)
    assert growth(work, 4_000) < 9  # four times the text; sixteen were quadratic


def test_known_names_cost_no_more_than_a_look_at_each_place():
    names = [f"张{chr(0x4E00 + n)}" for n in range(16_000)]
    assert growth(lambda many: mask("春夏秋冬张三丰" * 5_000, names[:many]), 1_000, 16) < 3
