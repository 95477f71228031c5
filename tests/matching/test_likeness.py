"""Likeness, beside the same reckoned one pair at a time."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.matching.letters import letters, pairs
from xieshang.matching.likeness import Asked

FEW = st.text("停车难路灯𠮷", max_size=24)
SOME = st.lists(st.text("停车难路灯𠮷", min_size=1, max_size=40), min_size=1, max_size=6)


def listed(text):
    return pairs(letters(text)).tolist()


def share(one, other):
    """Dice's share of two multisets of pairs."""
    one, other = Counter(listed(one)), Counter(listed(other))
    return 2 * (one & other).total() / (one.total() + other.total())


def said(title, text, weights):
    """The weight of a title's pairs in the best passage of twice their number."""
    found, wanted = listed(text), listed(title)
    weight = dict(zip(sorted(set(wanted)), weights, strict=True))
    passages = (found[start : start + 2 * len(wanted)] for start in range(len(found)))
    best = max(sum(weight[one] for one in weight.keys() & set(each)) for each in passages)
    return best / sum(weights)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("路灯不亮", "路灯不亮", 1),
        ("路灯不亮", "路灯不亮！", 1),
        ("路灯不亮", "停车困难", 0),
        ("路灯不亮", "路灯坏了", 1 / 3),
        ("路灯路灯", "路灯", 1 / 2),
        ("路灯", "路灯路灯路灯", 1 / 3),
    ],
)
def test_likeness_is_the_share_of_pairs_in_common(one, other, expected):
    assert Asked.of(letters(one)).alike([letters(other)]) == pytest.approx([expected])


@given(FEW.filter(lambda text: len(listed(text)) > 0), SOME)
def test_likeness_of_many_is_that_of_each(asked, texts):
    texts = [text for text in texts if listed(text)] or ["停车"]
    found = Asked.of(letters(asked)).alike([letters(text) for text in texts])
    assert found.tolist() == [share(asked, text) for text in texts]


@given(FEW.filter(lambda text: len(listed(text)) > 0), SOME, st.data())
def test_a_title_is_looked_for_passage_by_passage(title, texts, data):
    texts = [text for text in texts if listed(text)] or ["停车"]
    asked = Asked.of(letters(title))
    count = len(asked.pairs)
    weights = data.draw(st.lists(st.integers(1, 9), min_size=count, max_size=count))
    found = asked.said_by([letters(text) for text in texts], np.array(weights))
    assert found.tolist() == [said(title, text, weights) for text in texts]
