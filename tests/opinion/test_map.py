"""Votes in, one map out: camps that are known are found, and nothing depends on chance."""

from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from xieshang.opinion import Votes, map_opinions

from .conversations import camp_of, camps, dense, same_groups

SIZES = (30, 20)


@pytest.fixture(scope="module")
def known():
    return map_opinions(Votes.of(*camps(SIZES)))


def numbers_of(found):
    """Every number of a map, however deep."""
    if is_dataclass(found):
        for each in fields(found):
            if each.name != "participants":
                yield from numbers_of(getattr(found, each.name))
    elif isinstance(found, dict):
        yield from (x for each in found.values() for x in numbers_of(each))
    elif isinstance(found, tuple | list | np.ndarray):
        yield from (x for each in found for x in numbers_of(each))
    elif isinstance(found, int | float | np.number | np.bool_):
        yield float(found)


def test_two_camps_are_two_groups(known):
    camp = camp_of(known.participants, SIZES)
    assert (known.groups.chosen, known.sizes()) == (2, [30, 20])
    assert same_groups(known.groups.group, camp) == 1.0


def test_each_group_is_known_by_what_it_alone_says(known):
    first, second = known.representative
    for group, told in enumerate((first, second)):
        own = {each.statement for each in told if each.statement % 2 == group}
        assert {each.said for each in told if each.statement in own} == {1}
        assert {each.said for each in told if each.statement not in own} <= {-1}
    assert all(each.statement < 10 for each in (*first, *second))
    assert [r.said for r in first] == sorted((r.said for r in first), reverse=True)


def test_all_agree_on_the_last_two_and_are_divided_on_the_rest(known):
    assert {each.statement for each in known.agreed[:2]} == {10, 11}
    assert set(np.argsort(-known.consensus)[:2].tolist()) == {10, 11}
    assert known.division[:10].min() > known.division[10:].max()


def test_a_map_does_not_depend_on_order_or_names(known):
    who, what, said = camps(SIZES)
    order = np.random.default_rng(1).permutation(len(who))
    other = map_opinions(Votes.of(who[order] * -7 + 999, what[order], said[order]))
    ours, theirs = list(numbers_of(known)), list(numbers_of(other))
    assert other.digest == known.digest
    assert len(ours) == len(theirs) > 500
    assert np.allclose(ours, theirs, rtol=0, atol=1e-9)


def test_the_components_are_those_of_the_full_matrix(known):
    matrix = dense(Votes.of(*camps(SIZES)))
    centred = np.nan_to_num(matrix - np.nanmean(matrix, axis=0))
    _u, values, axes = np.linalg.svd(centred, full_matrices=False)
    assert np.abs(known.components.directions @ axes[:2].T).round(9).tolist() == [[1, 0], [0, 1]]
    assert np.allclose(known.components.variances, values[:2] ** 2)
    seen = (~np.isnan(matrix)).sum(1)
    expected = np.sqrt(12 / seen)[:, None] * (centred @ known.components.directions.T)
    assert np.abs(known.places - expected).max() < 1e-7


def test_a_hidden_statement_weighs_nothing_and_is_in_no_list():
    hidden = map_opinions(Votes.of(*camps(SIZES)), hidden=[10])
    listed = {r.statement for group in hidden.representative for r in group}
    assert 10 not in listed | {each.statement for each in hidden.agreed}
    assert hidden.components.directions[:, 10].tolist() == [0, 0]
    assert hidden.counts.agree[10] > 0


AWKWARD = {
    "one voter": ([1, 1, 1], [1, 2, 3], [1, -1, 0]),
    "one vote": ([1], [1], [1]),
    "one statement": (range(20), [5] * 20, [1, -1] * 10),
    "all pass": (np.repeat(range(20), 8), list(range(8)) * 20, [0] * 160),
    "all agree": (np.repeat(range(20), 8), list(range(8)) * 20, [1] * 160),
    "two who are the same": ([1, 1, 2, 2], [1, 2, 1, 2], [1, -1, 1, -1]),
    "two who are opposed": ([1, 1, 2, 2], [1, 2, 1, 2], [1, -1, -1, 1]),
    "names in Chinese": (["甲", "乙", "甲"], ["一", "二", "二"], [1, 1, -1]),
}


@pytest.mark.parametrize("name", AWKWARD)
def test_an_awkward_conversation_has_a_map(name):
    votes = Votes.of(*AWKWARD[name])
    found = map_opinions(votes)
    assert all(np.isfinite(list(numbers_of(found))))
    assert sum(found.sizes()) == len(found.participants)
    assert len(found.representative) == found.groups.many >= 1
    everything = map_opinions(votes, hidden=votes.statements)
    assert not everything.places.any() and everything.agreed == ()


def test_where_all_say_the_same_there_is_one_group():
    found = map_opinions(Votes.of(*AWKWARD["all agree"]))
    assert (found.groups.many, found.sizes()) == (1, [20])
    assert [each.statement for each in found.agreed] == [0, 1, 2, 3, 4]


def test_who_voted_seldom_is_put_in_no_group():
    who, what, said = camps(SIZES)
    more = (np.append(who, [99] * 6), np.append(what, range(6)), np.append(said, [1] * 6))
    found = map_opinions(Votes.of(*more))
    assert found.groups.group[found.participants == 99].tolist() == [-1]
    assert sum(found.sizes()) == 50


def test_a_few_more_votes_keep_axes_letters_and_groups(known):
    who, what, said = camps(SIZES)
    more = (np.append(who, [7] * 3), np.append(what, [0, 1, 12]), np.append(said, [-1, -1, 1]))
    later = map_opinions(Votes.of(*more), before=known)
    then = dict(zip(known.participants.tolist(), known.groups.group.tolist(), strict=True))
    now = dict(zip(later.participants.tolist(), later.groups.group.tolist(), strict=True))
    assert {who: group for who, group in now.items() if who != 7} == {
        who: group for who, group in then.items() if who != 7
    }
    turned = later.components.directions[:, :12] @ known.components.directions.T
    assert np.diag(turned).min() > 0.9


def test_another_number_of_groups_must_hold_four_times():
    two, three = camps((30, 20)), camps((20, 20, 20), seed=5)
    found = map_opinions(Votes.of(*two))
    chosen = []
    for _time in range(5):
        found = map_opinions(Votes.of(*three), before=found)
        chosen.append(found.groups.chosen)
    assert chosen[:3] == [2, 2, 2]
    assert chosen[-1] == found.groups.best != 2
