"""Votes in: the latest counts, and what they are called does not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xieshang.opinion import Votes, export, read_export
from xieshang.opinion.export import NoVotes

from .conversations import camps

VOTE = st.tuples(st.integers(0, 9), st.integers(0, 6), st.sampled_from([-1, 0, 1]))


def cells(votes):
    """Participant and statement → vote."""
    who = np.repeat(votes.participants, votes.lengths)
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


@pytest.mark.parametrize(
    "columns",
    [
        *(([1], [1, 2], [1]), ([1], [1], [2]), ([1], [1], [0.5])),
        *(([1], [1], [float("nan")]), ([1], [1], ["agree"]), ([1], [1], [None])),
    ],
)
def test_what_is_no_vote_is_refused(columns):
    with pytest.raises(ValueError, match="vote|length"):
        Votes.of(*columns)


@given(st.lists(VOTE, min_size=1, max_size=60), st.lists(VOTE, min_size=1, max_size=30))
def test_later_votes_put_over_others_are_all_of_them_together(first, later):
    together = Votes.of(*zip(*first, *later, strict=True))
    found = Votes.of(*zip(*first, strict=True)).with_votes(*zip(*later, strict=True))
    for name in ("participants", "statements", "start", "code", "mark"):
        assert getattr(found, name).tolist() == getattr(together, name).tolist(), name
    assert (found.digest, found.code.dtype) == (together.digest, together.code.dtype)


def test_no_votes_more_change_nothing():
    votes = Votes.of(*camps())
    assert votes.with_votes([], [], []) is votes


@pytest.mark.parametrize("kind", [np.int8, np.int64, np.uint16, np.uint64, str])
def test_ids_of_any_kind_are_the_same_votes(kind):
    who, what, said = camps()
    plain, other = Votes.of(who, what, said), Votes.of(who.astype(kind), what, said)
    assert (other.digest, other.participants.dtype.kind) == (plain.digest, np.dtype(kind).kind)


@pytest.mark.parametrize("statements", [40, 20_000])
def test_who_has_seen_much_is_packed_like_who_has_seen_little(statements):
    random = np.random.default_rng(8)
    seen = np.repeat(range(60), random.integers(1, 200, 60))
    columns = seen, random.integers(0, statements, len(seen)), random.integers(-1, 2, len(seen))
    votes = Votes.of(*columns)
    latest = {(i, j): v for i, j, v in zip(*(each.tolist() for each in columns), strict=True)}
    assert cells(votes) == latest
    assert all((np.diff(row >> 2) > 0).all() for row in np.split(votes.code, votes.start[1:-1]))
    half = len(seen) // 2
    grown = Votes.of(*(each[:half] for each in columns))
    assert grown.with_votes(*(each[half:] for each in columns)).digest == votes.digest


def test_whoever_came_early_stands_first():
    votes = Votes.of([5, 5, 7, 7, 7, 9], [1, 2, 1, 2, 8, 2], [1, 1, -1, 1, 0, 1])
    assert set(votes.participants[:2].tolist()) == {5, 9}
    assert votes.participants[2] == 7


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


@pytest.mark.parametrize("wrong", ["x,x,5,1,1", "1,x,5,1,2", f"{-(2**63)},x,5,1,1", "1,x,5"])
@pytest.mark.parametrize("place", [2, 3, 4, 5, 6])
def test_a_fault_is_told_by_its_line_wherever_it_stands(tmp_path, monkeypatch, wrong, place):
    monkeypatch.setattr(export, "AT_ONCE", 2)
    lines = [f"{n},x,{n},1,1" for n in range(1, 6)]
    file = tmp_path / "votes.csv"
    file.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    assert len(cells(read_export(file))) == 5
    lines[place - 2] = wrong
    file.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    with pytest.raises(NoVotes) as fault:
        read_export(file)
    assert fault.value.line == place


def test_one_number_for_each_vote_and_no_more():
    votes = Votes.of(*camps())
    assert (votes.code.dtype, votes.code.nbytes) == (np.uint16, 2 * votes.lengths.sum())
