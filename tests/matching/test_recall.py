"""How many copies are found, and how much else, among two thousand texts."""

from random import Random

import pytest
from bench.texts import edited

from xieshang.matching.index import Index

COUNT, ASKED = 2_000, 100


@pytest.fixture(scope="module")
def index(written):
    return Index.of(enumerate(written[:COUNT]))


@pytest.mark.parametrize("longest", [1, 5, 20])
def test_copies_with_three_tenths_edited_are_found_and_nothing_else(written, index, longest):
    random = Random(longest)
    for key in random.sample(range(COUNT), ASKED):
        copy = edited(written[key], written[COUNT + key % ASKED], 0.3, longest, random)
        assert [match.key for match in index.similar(copy)] == [key]


def test_what_was_written_by_another_is_no_copy(written, index):
    assert [index.similar(text) for text in written[COUNT:]] == [[]] * ASKED


def test_a_title_finds_its_text_first_also_when_it_is_half_typed(written, index):
    for key in range(ASKED):
        title = written[key].split("\n")[0]
        assert index.about(title)[0].key == key
        assert key in [match.key for match in index.about(title[: len(title) // 2])]
