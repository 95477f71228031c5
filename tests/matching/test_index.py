"""Which texts are like one, asked of a few."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xieshang.matching.build import build
from xieshang.matching.index import Index, Match

MATTERS = {
    11: "关于解决城中区停车难问题的建议\n老旧小区车位少，晚上绕三圈停不下。建议利用闲地建停车场。",
    12: "关于缓解城中区停车难的提案\n学校周边停车困难，建议错时开放单位车位，利用闲地建停车场。",
    13: "关于加装电梯的建议\n老旧小区没有电梯，老人上下楼不便。建议简化审批，明确费用分摊。",
    14: "关于加装电梯的建议\n老旧小区没有电梯，老人上下楼不便。建议简化审批，明确费用分摊！",
    15: "𠮷祥路路灯不亮，夜间行人看不清路面。",
    16: "",
    17: "🙂",
    18: "灯",
}


@pytest.fixture(scope="module")
def index():
    return Index.of(MATTERS.items())


def keys(found):
    return [match.key for match in found]


def test_a_copy_is_found_with_how_like_it_is(index):
    copy = MATTERS[13].replace("老人", "老年人").replace("简化审批，", "")
    assert keys(index.similar(copy)) == [13, 14]
    assert index.similar(MATTERS[14]) == [Match(13, 1.0), Match(14, 1.0)]
    assert 0.8 < index.similar(copy)[0].likeness < 1


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("城中区停车难", [11, 12]),
        ("关于缓解城中区停车难的提案", [12, 11]),
        ("停车场", [11, 12]),
        ("电梯", [13, 14]),
        ("吉祥路路灯", [15]),
        ("𠮷祥路", [15]),
        ("𠮷", [15]),
        ("ＬＥＤ大屏", []),
        ("灯", []),
        ("，。！", []),
        ("", []),
        ("🙂", []),
    ],
)
def test_a_typed_title_finds_earlier_matters(index, title, found):
    assert keys(index.about(title)) == found


@pytest.mark.parametrize("text", ["", "停", "，。？！", "🙂🙂", "\x00", "\ud800", "完全无关的话"])
def test_what_is_like_nothing_finds_nothing(index, text):
    assert index.similar(text) == index.about(text) == []


def test_no_more_than_asked_for_and_nothing_less_like(index):
    assert keys(index.about("停车难电梯", most=1, least=0)) == [11]
    assert keys(index.similar(MATTERS[13], most=1)) == [13]
    assert index.similar(MATTERS[13], most=0) == []
    assert index.similar(MATTERS[13], least=1.01) == []
    like = index.about("停车难电梯", least=0)[0].likeness
    assert index.about("停车难电梯", least=like)[0] == Match(11, like)


def test_a_newer_text_stands_for_the_older_one_and_what_is_gone_is_gone(index):
    newer = index.with_newer({13: "路灯不亮，夜间看不清路面", 20: MATTERS[13]}.items(), gone=[12])
    assert keys(newer.similar(MATTERS[13])) == [14, 20]
    assert keys(newer.about("路灯不亮")) == [13, 15]
    assert keys(newer.about("停车难")) == [11]
    assert len(newer) == len(MATTERS)
    assert keys(newer.with_newer([(20, "")], gone=[14]).similar(MATTERS[13])) == []
    assert keys(index.similar(MATTERS[13])) == [13, 14]


def test_an_empty_index_finds_nothing():
    empty = Index.of([])
    assert (len(empty), empty.similar("停车难"), empty.about("停车难")) == (0, [], [])


def test_a_long_text_is_found_by_a_copy_and_by_its_middle():
    long = "".join(chr(0x4E00 + n * n % 9973) for n in range(100_000))
    index = Index.of([(1, long), (2, "停车难")])
    assert index.similar(long) == [Match(1, 1.0)]
    assert index.similar(long[:70_000])[0].key == 1
    assert index.about(long[50_000:50_020]) == [Match(1, 1.0)]


def test_of_very_many_equal_texts_the_first_are_found():
    index = Index.of((key, MATTERS[11]) for key in range(5_000, 0, -1))
    assert index.similar(MATTERS[11], most=3) == [Match(key, 1.0) for key in (1, 2, 3)]
    assert keys(index.similar(MATTERS[11], most=200)) == list(range(1, 201))
    assert keys(index.about("城中区停车难", most=2)) == [1, 2]


def test_of_very_many_equal_texts_those_with_low_keys_are_found_also_when_they_are_newer():
    index = Index.of((key, MATTERS[11]) for key in range(500, 800))
    newer = index.with_newer((key, MATTERS[11]) for key in range(200))
    assert keys(newer.similar(MATTERS[11], most=100)) == list(range(100))


TEXTS = st.lists(st.text("停车难路灯电梯老旧小区", max_size=30), max_size=12)


@settings(max_examples=40)
@given(TEXTS, TEXTS, st.text("停车难路灯电梯老旧小区", max_size=30), st.randoms())
def test_it_is_all_one_whether_texts_are_new_or_old(tmp_path_factory, old, new, asked, random):
    known = list(enumerate([*old, *new]))
    path = tmp_path_factory.mktemp("texts") / "texts.index"
    random.shuffle(known)
    build(known, path)
    whole, fresh = Index.open(path), Index.of(known)
    grown = Index.of(known[: len(old)]).with_newer(known[len(old) :])
    for each in (fresh, grown):
        assert each.similar(asked, least=0) == whole.similar(asked, least=0)
        assert each.about(asked, least=0) == whole.about(asked, least=0)
