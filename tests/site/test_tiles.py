import pytest

from xieshang.site.tiles import PLACES, Tile, step_of, tile_map, width_of_step


def test_fourteen_cities_stand_each_on_a_place_of_its_own():
    assert sorted(PLACES) == [450000 + 100 * n for n in range(1, 15)]
    assert len(set(PLACES.values())) == 14


@pytest.mark.parametrize(
    ("most", "width"),
    [(0, 1), (4, 1), (5, 1), (6, 2), (45, 10), (104, 25), (676, 150), (51234, 15000)],
)
def test_steps_are_round_and_five_of_them_reach_the_most(most, width):
    assert width_of_step(most) == width
    assert 5 * width >= most


@pytest.mark.parametrize(
    ("value", "step"), [(None, 0), (0, 0), (1, 1), (10, 1), (11, 2), (50, 5), (51, 5)]
)
def test_a_value_falls_into_one_step(value, step):
    assert step_of(value, 10) == step


def test_a_map_says_what_it_shows():
    drawn = tile_map({450200: 36}, {450200: "柳州", 450300: "桂林"}, {450200: "/x/"}, here=450200)
    assert drawn.tiles == (
        Tile(450200, "柳州", 36, 5, 1, 2, "/x/", True),
        Tile(450300, "桂林", None, 0, 1, 3),
    )
    assert drawn.bounds == (8, 16, 24, 32, 40)
