"""The same conversations through red-dwarf: another's code, the same places, groups and lists.

Of statements with the very same counts it takes any, so lists are compared by their counts.
"""

import warnings

import numpy as np
import pytest

from xieshang.opinion import Votes, map_opinions
from xieshang.opinion.counts import count_groups
from xieshang.opinion.parts import Here
from xieshang.opinion.represent import representing

from .conversations import REAL, hidden_of, in_time, same_groups

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of its own models
    from reddwarf.implementations.base import run_pipeline
    from reddwarf.utils.clusterer.base import run_clusterer

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.long]

SAID = {"agree": 1, "disagree": -1}


@pytest.fixture(params=REAL)
def both(request, shared):
    """The votes, our map, and theirs."""
    folder = shared / "data" / "opinion" / request.param
    columns, hidden = in_time(folder), hidden_of(folder)
    latest = {(who, what): said for who, what, said in columns.T.tolist()}
    rows = [
        {"participant_id": who, "statement_id": what, "vote": said, "modified": 0}
        for (who, what), said in latest.items()
    ]
    votes = Votes.of(*columns)
    theirs = run_pipeline(rows, mod_out_statement_ids=hidden, random_state=0)
    return votes, map_opinions(votes, hidden=hidden), theirs


def test_places_are_the_same_but_for_their_signs(both):
    _votes, ours, theirs = both
    places = theirs.participants_df.loc[ours.participants, ["x", "y"]].to_numpy()
    for axis in range(2):
        assert abs(np.corrcoef(places[:, axis], ours.places[:, axis])[0, 1]) >= 0.999


def test_their_rule_finds_the_same_groups_in_our_places(both):
    _votes, ours, theirs = both
    inside = np.flatnonzero(ours.groups.group >= 0)
    inside = inside[np.argsort(ours.participants[inside])]
    known = theirs.participants_df.loc[ours.participants[inside]]
    signs = np.sign((known[["x", "y"]].to_numpy() * ours.places[inside]).sum(0))
    found = run_clusterer(ours.places[inside] * signs, max_group_count=5, random_state=0)
    assert same_groups(found.labels_, known["cluster_id"].to_numpy().astype(int)) == 1.0


def test_what_represents_their_groups_is_the_same(both):
    votes, ours, theirs = both
    label = theirs.participants_df["cluster_id"].reindex(ours.participants).fillna(-1)
    group = label.to_numpy().astype(int)
    counts = count_groups(Here(votes), group, group.max() + 1)
    for each in range(group.max() + 1):
        found = [
            (r.said, r.votes, r.seen, round(r.ratio_test, 9))
            for r in representing(counts, each, ours.hidden)
        ]
        assert found == [
            (SAID[r["repful-for"]], r["n-success"], r["n-trials"], round(r["repness-test"], 9))
            for r in theirs.repness[each]
        ]


def test_what_all_agree_on_is_the_same(both):
    _votes, ours, theirs = both
    for said, found in (("agree", ours.agreed), ("disagree", ours.disagreed)):
        assert [(r.votes, r.seen) for r in found] == [
            (r["n-success"], r["n-trials"]) for r in theirs.consensus[said]
        ]
