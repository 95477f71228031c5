"""What a public page must never show. Every number here is made up."""

import time

import pytest

from xieshang.reading.masking import mask

MASKED = {
    "联系电话13800138000。": "联系电话138******00。",
    "电话：１３８００１３８０００": "电话：１３８******００",
    "请拨138 0013 8000": "请拨138 **** **00",
    "手机+8613800138000": "手机+86138******00",
    "办公室0771-5551234转8": "办公室0771-*******转8",
    "(0772)2801234": "(077*)*******",
    "身份证450202199003077654，": "身份证450***************，",
    "身份证号45020219900307765X": "身份证号450***************",
    "卡号6222021234567890123": "卡号***************0123",
    "卡号6222 0212 3456 7890": "卡号**** **** **** 7890",
    "车牌桂B·12345停放": "车牌桂B·*****停放",
    "新能源车桂AD12345": "新能源车桂A******",
    "邮箱zhang.san@example.org。": "邮箱z****.***@example.org。",
}
KEPT = (
    "2023年3月5日开展协商活动130余次",
    "培训委员5400余人次",
    "桂政协〔2023〕5号",
    "2023-001",
    "投资36,400万元",
    "20230305",
    "台账450200",
    "桂在协商第69期",
    "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
)


@pytest.mark.parametrize(("text", "masked"), MASKED.items())
def test_personal_numbers_are_starred_out(text, masked):
    assert mask(text) == masked


@pytest.mark.parametrize("text", KEPT)
def test_other_numbers_stay(text):
    assert mask(text) == text


def test_masking_twice_changes_nothing_more():
    once = mask("；".join(MASKED))
    assert mask(once) == once


@pytest.mark.parametrize("piece", ["1", "1 ", "a.", "桂A", "62220212 ", "0771-"])
def test_a_long_text_is_masked_in_linear_time(piece):
    began = time.process_time()
    assert len(mask(piece * (50_000 // len(piece)))) >= 50_000 - len(piece)
    assert time.process_time() - began < 2
