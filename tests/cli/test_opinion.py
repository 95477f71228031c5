"""`opinion map`: anybody who has the votes comes to the same map and the same digest."""

import random

import pytest

from tests.opinion.conversations import camps

HEAD = "timestamp,datetime,comment-id,voter-id,vote"
STATEMENTS = (
    "comment-id,moderated,comment-body\n0,1,电梯应当加装\n10,-1,与此无关\n11,0,应当先听楼下住户\n"
)


@pytest.fixture
def votes(tmp_path):
    """The file of a conversation of two camps: its rows in any order, people under any names."""

    def write(name, seed):
        shuffled = random.Random(seed)
        names = shuffled.sample(range(1000), 50)
        rows = [f"0,x,{what},{names[who]},{said}" for who, what, said in zip(*camps(), strict=True)]
        shuffled.shuffle(rows)
        file = tmp_path / name
        file.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
        return file

    return write


def test_two_exports_of_the_same_votes_come_to_the_same_map(votes, told):
    one, other = (told("opinion", "map", votes(f"{seed}.csv", seed)) for seed in (1, 2))
    assert one == other
    assert [group["size"] for group in one["groups"]] == [30, 20]


def test_the_map_is_told_in_words(votes, typed, tmp_path):
    statements = tmp_path / "statements.csv"
    statements.write_text(STATEMENTS, encoding="utf-8-sig")
    words = typed("opinion", "map", votes("votes.csv", 1), "--statements", statements).output
    for said in ("50 人对 12 条意见", "A 群（30 人）", "应当先听楼下住户", "表态的指纹："):
        assert said in words
    assert "与此无关" not in words


def test_a_file_without_votes_is_refused_with_its_line(typed, tmp_path):
    file = tmp_path / "other.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    result = typed("opinion", "map", file)
    assert (result.exit_code, "第 2 行" in result.output) == (1, True)


@pytest.mark.parametrize("scheduler", ["nowhere", "ftp://127.0.0.1:1"])
def test_a_scheduler_that_cannot_be_reached_is_named(votes, typed, scheduler):
    result = typed("opinion", "map", votes("votes.csv", 1), "--scheduler", scheduler)
    assert (result.exit_code, scheduler in result.output) == (1, True)
