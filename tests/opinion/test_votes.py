"""Votes in: the latest counts, and what they are called does not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.opinion import Votes, read_export
from xieshang.opinion.export import NoVotes

from .conversations import camps

VOTE = st.tuples(st.integers(0, 9), st.integers(0, 6), st.sampled_from([-1, 0, 1]))


def cells(votes):
    """Participant and statement → vote."""
    who = votes.participants[votes.rows]
    what = votes.statements[votes.code >> 2]
    return dict(zip(zip(who.tolist(), what.tolist(), strict=True),
                    (votes.code.astype(int) % 4 - 1).tolist(), strict=True))  # fmt: skip


@given(st.lists(VOTE, min_size=1, max_size=60))
def test_the_latest_vote_on_a_cell_counts(rows):
    assert cells(Votes.of(*zip(*rows, strict=True))) == {(i, j): v for i, j, v in rows}


@given(st.lists(VOTE, min_size=1, max_size=60), st.randoms())
def test_neither_the_order_of_rows_nor_names_change_anything(rows, random):
    latest = [(*cell, vote) for cell, vote in {(i, j): v for i, j, v in rows}.items()]
    votes = Votes.of(*zip(*latest, strict=True))
    names = random.sample(range(100, 200), 10)
    random.shuffle(latest)
    others = Votes.of(*zip(*((names[i], j, v) for i, j, v in latest), strict=True))
    assert votes.digest == others.digest
    assert votes.code.tolist() == others.code.tolist()
    assert votes.start.tolist() == others.start.tolist()


def test_another_vote_is_another_digest():
    who, what, said = camps()
    changed = said.copy()
    changed[7] = -1 if said[7] == 1 else 1
    assert Votes.of(who, what, said).digest != Votes.of(who, what, changed).digest


@pytest.mark.parametrize("columns", [([1], [1, 2], [1]), ([1], [1], [2]), ([1], [1], [0.5])])
def test_what_is_no_vote_is_refused(columns):
    with pytest.raises(ValueError, match="vote|length"):
        Votes.of(*columns)


HEAD = "timestamp,datetime,comment-id,voter-id,vote\n"


def test_an_export_is_read_by_its_times(tmp_path):
    file = tmp_path / "votes.csv"
    file.write_text("\ufeff" + HEAD + "20,x,5,1,-1\n10,x,5,1,1\n10,x,6,1,0\n", encoding="utf-8")
    assert cells(read_export(file)) == {(1, 5): -1, (1, 6): 0}


@pytest.mark.parametrize(
    "text",
    [
        *("", HEAD, "a,b\n1,2\n"),
        *(HEAD + row for row in ("1,x,5,1,7\n", "1,x,5\n", "1,x,y,1,1\n", f"1,x,{10**30},1,1\n")),
    ],
)
def test_a_file_that_is_no_export_says_where(tmp_path, text):
    file = tmp_path / "votes.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NoVotes) as fault:
        read_export(file)
    assert fault.value.line == 2


def test_one_number_for_each_vote_and_no_more():
    votes = Votes.of(*camps())
    assert (votes.code.dtype, votes.code.nbytes) == (np.uint16, 2 * len(votes.rows))
