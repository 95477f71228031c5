"""Any text at all, however strange or long, is read without a fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import growth
from xieshang.figures.claims.find import find_claims
from xieshang.figures.reconcile.prose import reconcile_text

WORDS = (
    "柳州市", "政协", "全区", "联合", "在", "指导下", "2022年", "以来", "二〇二三年", "234五年",
    "上半年", "1至6月", "2月30日", "近", "99", "年来", "十", "百", "千", "万", "亿", "余", "多",
    "约", "至", "-", "到", "0", "00", "1,234", "12.5", "%", "百分之", "第", "届", "次", "期",
    "人次", "个", "件", "条", "亿元", "以上", "项目", "引进", "协商活动", "学习", "培训", "“同心”",
    "讲座", "《", "》", "“", "”", "，", "。", "、", "；", "全覆盖", "界别", "解决", "问题",
    "被采纳", "建议", "提案", "立案", "率", "占", "其中", "等", "截至", "去年", "至今", "品牌",
    "六有", "\n", " ",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_whatever_the_words_a_claim_is_what_stands_in_the_text(text):
    for claim in find_claims(text):
        stated = text[claim.start : claim.end]
        assert stated == stated.strip() != ""
        assert stated in claim.sentence or claim.sentence in text
        assert claim.value >= 0 and claim.unit
    assert all(found.stated != found.computed for found in reconcile_text(text))


@pytest.mark.parametrize(
    "piece",
    ["市", "政协", "一", "1", "“", "协商", "问题1个，", "2023年", "、", "全覆盖", "1,", "一百"],
)
def test_a_long_text_is_read_in_linear_time(piece):
    assert growth(lambda size: find_claims(piece * (size // len(piece))), 1_500) < 9
