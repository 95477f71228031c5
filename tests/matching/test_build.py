"""An index as a file: built from any order, whole or not at all, refused when it is not whole."""

import signal
import subprocess
import sys
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xieshang.matching import shard
from xieshang.matching.build import TOLD, Busy, alone, build
from xieshang.matching.file import KINDS, Unusable
from xieshang.matching.index import Index, Match
from xieshang.matching.letters import letters, pairs

TEXTS = [(key, f"关于解决第{key}路第{key * 7}号停车难的建议" * (key % 3)) for key in range(-3, 40)]
KILLED = """
import os, sys
from pathlib import Path
from xieshang.matching.build import build
def die(done, total):
    os.kill(os.getpid(), 9)
build([(1, "此文不存")], Path(sys.argv[1]), progress=die)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "texts.index"


def test_the_order_in_which_texts_come_leaves_no_trace(path, monkeypatch):
    monkeypatch.setattr(shard, "MOST_TEXTS", 7)
    monkeypatch.setattr(shard, "MOST_UNITS", 110)
    assert build(TEXTS, path) == len(TEXTS)
    first = path.read_bytes()
    build(iter(Random(7).sample(TEXTS, len(TEXTS))), path)
    assert path.read_bytes() == first
    shards = Index.open(path).shards
    assert len(shards) == 9
    assert all(getattr(each, name).flags.aligned for each in shards for name in KINDS)


@pytest.mark.parametrize(
    ("lengths", "parts"),
    [
        ([], []),
        ([0], [(0, 1)]),
        ([1, 1, 1, 1], [(0, 3), (3, 4)]),
        ([9, 9, 1], [(0, 1), (1, 3)]),
        ([5, 5, 1, 30, 1], [(0, 2), (2, 3), (3, 4), (4, 5)]),
    ],
)
def test_a_shard_holds_so_many_texts_and_so_many_letters_and_no_text_is_cut(
    lengths, parts, monkeypatch
):
    monkeypatch.setattr(shard, "MOST_TEXTS", 3)
    monkeypatch.setattr(shard, "MOST_UNITS", 10)
    assert [(part.start, part.stop) for part in shard.cut(lengths)] == parts


def test_a_pair_lists_the_texts_that_hold_it_and_of_very_many_the_first(monkeypatch):
    monkeypatch.setattr(shard, "LONGEST", 2)
    texts = [letters(text) for text in ("停车停车", "停车", "车停", "停车难", "")]
    made = shard.Shard.of(np.arange(5), texts)
    places, counts = made.find(pairs(letters("停车难停灯")))
    lists = [made.holders[made.ends[place] : made.ends[place + 1]].tolist() for place in places]
    assert lists[:2] == [[0, 1], [3]]
    assert counts.tolist() == [2, 1, 0, 0]
    assert [made.text(number).tolist() for number in range(5)] == [each.tolist() for each in texts]


def test_in_how_many_shards_texts_lie_is_not_seen_in_answers(path, monkeypatch):
    whole = Index.of(TEXTS)
    monkeypatch.setattr(shard, "MOST_TEXTS", 7)
    build(TEXTS, path)
    parted = Index.open(path, thorough=True)
    for key, text in TEXTS:
        assert parted.similar(text, least=0) == whole.similar(text, least=0)
        assert parted.about(text[:12], least=0) == whole.about(text[:12], least=0)
        assert parted.similar(text)[:1] == ([Match(key, 1.0)] if text else [])


@pytest.mark.parametrize("texts", [[], [(5, "")], [(2**62, "停"), (-(2**62), "🙂")]])
def test_texts_without_a_pair_make_an_index_that_finds_nothing(path, texts):
    assert build(texts, path) == len(texts) == len(Index.open(path, thorough=True))
    assert Index.open(path).similar("停车") == Index.open(path).about("停") == []


def test_a_key_comes_once(path):
    with pytest.raises(ValueError, match="key 3 comes more than once"):
        build([*TEXTS, (3, "又一次")], path)
    assert not path.exists()


def test_progress_is_told_of_what_is_read_and_what_is_listed(path, monkeypatch):
    monkeypatch.setattr(shard, "MOST_TEXTS", TOLD)
    told = []
    texts = [(key, "停车") for key in range(2 * TOLD + 5)]
    build(texts, path, progress=lambda *words: told.append(words))
    total = 2 * len(texts)
    assert told == [
        (TOLD, total),
        (2 * TOLD, total),
        (3 * TOLD + 5, total),
        (4 * TOLD + 5, total),
        (total, total),
    ]
    told.clear()
    build(iter(texts), path, count=7, progress=lambda *words: told.append(words))
    assert told[0] == (TOLD, 2 * TOLD)


def test_what_goes_wrong_while_building_leaves_the_old_index(path):
    def broken():
        yield 1, "停车"
        raise OSError("the database is gone")

    build(TEXTS, path)
    before = path.read_bytes()
    with pytest.raises(OSError, match="gone"):
        build(broken(), path)
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path)], timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    build(TEXTS[:4], path)
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, f"{path.name}.lock"]


def test_a_reader_keeps_what_it_opened_while_a_newer_index_takes_its_place(path):
    build(TEXTS, path)
    reader = Index.open(path)
    before = reader.about(TEXTS[8][1])
    build([(1, "停车")], path)
    assert reader.about(TEXTS[8][1]) == before != []
    assert len(Index.open(path)) == 1


def test_two_do_not_build_the_same_index(path):
    with alone(path), pytest.raises(Busy):
        build(TEXTS, path)
    build(TEXTS, path)


@pytest.mark.parametrize("held", [None, b"", b"XIESHANG TEXTS 1" * 2, b"\x00" * 99, b"PK" * 500])
def test_what_is_no_index_is_refused(path, held):
    if held is not None:
        path.write_bytes(held)
    with pytest.raises(Unusable, match="texts.index"):
        Index.open(path)


def test_a_folder_is_no_index(tmp_path):
    with pytest.raises(Unusable):
        Index.open(tmp_path)


@settings(max_examples=40)
@given(st.data())
def test_an_index_that_was_cut_or_changed_is_refused(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("texts") / "texts.index"
    build(TEXTS[:9], path)
    held = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(held) - 1))
    path.write_bytes(held[:place])
    with pytest.raises(Unusable):
        Index.open(path)
    held[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(held)
    with pytest.raises(Unusable):
        Index.open(path, thorough=True)
