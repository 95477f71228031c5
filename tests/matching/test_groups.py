"""Near duplicates among many texts, for an office that merges them."""

from random import Random

import pytest
from bench.texts import edited

from xieshang.matching.groups import Group, groups

PARKING = "关于解决城中区停车难问题的建议，老旧小区车位少，晚上绕三圈停不下。"
LIFT = "关于加装电梯的建议，老旧小区没有电梯，老人上下楼不便，建议简化审批。"


def test_texts_that_are_alike_stand_in_a_group():
    found = groups([(9, LIFT), (3, PARKING), (7, LIFT + "谢谢！"), (4, "路灯不亮"), (2, LIFT)])
    assert [group.keys for group in found] == [(2, 7, 9)]
    assert 0.9 < found[0].likeness < 1


def test_texts_that_are_the_same_stand_in_a_group_however_they_are_set():
    same = [(key, PARKING + "！" * key) for key in range(500)]
    assert groups([*same, (500, LIFT)]) == [Group(tuple(range(500)), 1.0)]


@pytest.mark.parametrize("listed", [[], [(1, PARKING)], [(1, PARKING), (2, LIFT)]])
def test_texts_that_stand_alone_are_in_no_group(listed):
    assert groups(listed) == []


def test_texts_without_letters_are_the_same_text():
    assert groups([(1, ""), (2, "🙂"), (3, "！"), (4, "停")]) == [Group((1, 2, 3), 1.0)]


def test_a_chain_holds_by_its_weakest_link():
    chain = [(1, "一二三四五六七八"), (2, "一二三四五六九十"), (3, "甲乙丙四五六九十")]
    assert groups(chain, least=0.6) == [Group((1, 2), 10 / 14)]
    assert groups(chain, least=0.5) == [Group((1, 2, 3), 8 / 14)]


def test_planted_copies_are_grouped_and_nothing_else(written):
    random = Random(5)
    known = dict(enumerate(written[:300]))
    for key in range(0, 90, 3):
        known[1_000 + key] = edited(written[key], written[key + 1], 0.2, 5, random)
        known[2_000 + key] = edited(written[key], written[key + 2], 0.2, 5, random)
    found = groups(known.items())
    assert sorted(group.keys for group in found) == [
        (key, 1_000 + key, 2_000 + key) for key in range(0, 90, 3)
    ]
    assert found == sorted(found, key=lambda group: (-group.likeness, group.keys))
    assert found == groups(random.sample(sorted(known.items()), len(known)))


def test_progress_is_told_of_texts_that_differ():
    told = []
    texts = [(key, f"停车{key % 1_300}") for key in range(1_400)]
    groups(texts, progress=lambda *words: told.append(words))
    assert told == [(1_000, 1_300), (1_300, 1_300)]
