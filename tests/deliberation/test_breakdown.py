"""What parts of people say: never of fewer than five, nor by taking one table from another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xieshang.deliberation.actions import describe, joined, make_map, take, vote
from xieshang.deliberation.breakdown import FEWEST, parts_of, safe_of
from xieshang.deliberation.models import Deliberation
from xieshang.deliberation.results import Result, Share

pytestmark = pytest.mark.long

CLASSES = ["", "a", "b", "c"]
COUNTS = st.dictionaries(st.sampled_from(CLASSES), st.integers(0, 9), max_size=4)


@given(st.dictionaries(st.integers(1, 5), COUNTS, max_size=5))
@settings(max_examples=300)
def test_whatever_is_told_or_follows_from_it_is_of_five_or_more(populations):
    told = {
        statement: {key: Share(n, 0, n) for key, n in counts.items() if n}
        for statement, counts in populations.items()
    }
    classes = {key for shares in told.values() for key in shares if key}
    for statement, _shares in safe_of(told):
        known = {key: told[statement].get(key, Share(0, 0, 0)).seen for key in classes}
        whole = sum(share.seen for share in told[statement].values())
        assert all(n >= FEWEST for n in known.values())
        rest = whole - sum(known.values())  # those who said nothing: the whole less the classes
        assert rest == 0 or rest >= FEWEST


@pytest.mark.django_db
def test_parts_are_told_after_the_closing_alone(weighed, clerk):
    deliberation = weighed(seeds=["（示例）甲", "（示例）乙"])
    first, second = deliberation.statements.all()
    for n in range(13):
        voice = joined(deliberation, token=str(n))
        describe(voice, age="-29" if n < 6 else "60-")
        vote(voice, first.pk, 1 if n < 6 else -1)
        if n < 8:
            vote(voice, second.pk, 1)
    rows = list(deliberation.statements.all())
    assert parts_of(deliberation, Result(make_map(deliberation), rows)) == []
    take(deliberation, "discuss", by=clerk)
    found = Deliberation.objects.get()
    (part,) = parts_of(found, Result(make_map(found), rows))
    assert part.classes == ("30 岁以下", "60 岁及以上")
    told = [(line.number, [(s.agree, s.seen) for s in shares]) for line, shares in part.lines]
    assert told == [(1, [(6, 6), (0, 7)])]  # of the second, two of the elder: nothing is told
