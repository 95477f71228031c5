"""Real conversations: the same map as the reference method, and one that does not jump."""

import numpy as np
import pytest

from xieshang.opinion import Votes, map_opinions, read_export

from .conversations import REAL, dense, hidden_of, in_time, published, same_groups

pytestmark = pytest.mark.long

UPDATES = np.linspace(0.1, 1, 54)


def group_of(found):
    """Participant → group, of those who are in one."""
    pairs = zip(found.participants.tolist(), found.groups.group.tolist(), strict=True)
    return {who: group for who, group in pairs if group >= 0}


@pytest.fixture(params=REAL)
def folder(request, shared):
    return shared / "data" / "opinion" / request.param


def test_places_agree_with_the_full_matrix(folder):
    votes, hidden = read_export(folder / "votes.csv"), hidden_of(folder)
    found = map_opinions(votes, hidden=hidden)
    matrix = dense(votes)
    matrix[:, found.hidden] = 0
    centred = np.nan_to_num(matrix - np.nanmean(matrix, axis=0))
    axes = np.linalg.svd(centred, full_matrices=False)[2][:2]
    seen = (~np.isnan(matrix)).sum(1)
    reference = np.sqrt(votes.shape[1] / seen)[:, None] * (centred @ axes.T)
    for axis in range(2):
        r = np.corrcoef(reference[:, axis], found.places[:, axis])[0, 1]
        assert abs(r) >= 0.999999


def test_names_and_order_change_nothing(folder):
    who, what, said = in_time(folder)
    one = map_opinions(Votes.of(who, what, said))
    names = np.random.default_rng(4).permutation(who.max() + 1)
    other = map_opinions(Votes.of(names[who], what, said))
    assert one.digest == other.digest
    assert one.groups.group.tolist() == other.groups.group.tolist()
    assert np.allclose(one.places, other.places, rtol=0, atol=1e-9)


def test_a_map_does_not_jump_as_votes_arrive(folder):
    columns, hidden = in_time(folder), hidden_of(folder)
    found, alike, numbers = None, [], []
    for share in UPDATES:
        some = columns[:, : int(share * columns.shape[1])]
        before, found = found, map_opinions(Votes.of(*some), hidden=hidden, before=found)
        numbers.append(found.groups.chosen)
        if before is not None:
            then = group_of(before)
            now = {who: group for who, group in group_of(found).items() if who in then}
            pairs = [(then[who], group) for who, group in now.items()]
            alike.append(same_groups(*np.array(pairs).T))
    assert np.mean(alike) > 0.8
    assert sum(a != b for a, b in zip(numbers, numbers[1:], strict=False)) <= 5


# What was published before late 2017 came from other rules, and 24 voters are moved by one vote.
PUBLISHED_BY_THESE_RULES = ("bg2050-volunteers", "scoop-hivemind.taxes", "vtaiwan.uberx")


def test_groups_are_those_that_were_published(shared):
    alike = []
    for name in PUBLISHED_BY_THESE_RULES:
        folder = shared / "data" / "opinion" / name
        ours = group_of(map_opinions(read_export(folder / "votes.csv"), hidden=hidden_of(folder)))
        pairs = [(ours[who], group) for who, group in published(folder) if who in ours]
        alike.append(same_groups(*np.array(pairs).T))
    assert np.mean(alike) >= 0.9
