"""A matter is found by its words, by whom it concerns, from the moment they are written."""

import pytest

from xieshang.matters.actions import Words, save_text, take
from xieshang.matters.models import Matter
from xieshang.search.finding import find


@pytest.fixture
def found():
    """The keys of the matters that somebody finds by these words."""

    def look(words, person):
        doors = {"matter": Matter.objects.concerning(person)}
        return [hit.key for hit in find(words, doors)]

    return look


def test_a_draft_is_found_by_its_author_and_then_by_the_office(begun, author, clerk, found):
    matter = begun("proposal")
    assert (found("加装路灯", author), found("加装路灯", clerk)) == ([matter.pk], [])
    take(matter, "submit", by=author)
    assert found("线路老化", clerk) == [matter.pk]


def test_new_words_take_the_place_of_the_old(begun, author, found):
    matter = begun("proposal")
    words = Words("更换井盖", "井盖松动", "", "更换")
    save_text(matter, "original", words, started_from=1, by=author)
    assert (found("更换井盖", author), found("线路老化", author)) == ([matter.pk], [])


def test_it_is_found_by_the_number_one_says_on_the_telephone(begun, author, found):
    matter = begun("problem")
    assert found(matter.short, author) == [matter.pk]
