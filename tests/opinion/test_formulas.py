"""Each formula against itself written out, one cell at a time."""

import math

import numpy as np
import pytest

from xieshang.opinion.agreement import interval
from xieshang.opinion.lloyd import filled, first_places, lloyd, silhouette
from xieshang.opinion.plane import Plane, apart
from xieshang.opinion.represent import one_proportion, side, two_proportions

SHARES = [(0, 0), (0, 5), (5, 5), (3, 7), (70, 100), (1, 1)]


@pytest.mark.parametrize(("said", "seen"), SHARES)
def test_a_share_is_put_to_one_half(said, seen):
    expected = 2 * math.sqrt(seen + 1) * ((said + 1) / (seen + 1) - 0.5)
    assert one_proportion(np.array([said]), np.array([seen])) == pytest.approx([expected])


@pytest.mark.parametrize(("ours", "seen"), SHARES)
@pytest.mark.parametrize(("others", "others_seen"), SHARES)
def test_a_share_is_put_to_that_of_others(ours, seen, others, others_seen):
    s1, s2, n1, n2 = ours + 1, others + 1, seen + 1, others_seen + 1
    both = (s1 + s2) / (n1 + n2)
    spread = math.sqrt(both * (1 - both) * (1 / n1 + 1 / n2))
    expected = (s1 / n1 - s2 / n2) / spread if both < 1 else 0
    counts = [np.array([each]) for each in (ours, seen, others, others_seen)]
    assert two_proportions(*counts) == pytest.approx([expected])
    told = side(*counts)
    assert told.share == pytest.approx([(ours + 1) / (seen + 2)])
    assert told.ratio == pytest.approx(told.share * (others_seen + 2) / (others + 1))


def test_an_interval_holds_the_share_and_narrows_with_votes():
    low, high = interval(np.array([0, 5, 50, 500]), np.array([0, 10, 100, 1000]))
    assert (low[0], high[0]) == (0, 1)
    assert (low[1:] < 0.5).all() and (high[1:] > 0.5).all()
    assert (np.diff((high - low)[1:]) < 0).all()
    assert low[3] == pytest.approx(0.46907, abs=1e-5)  # by hand, Wilson without continuity


def test_of_two_centres_equally_near_the_later_is_taken():
    plane = Plane(np.array([[0.0, 0]]))
    assert plane.labels(np.array([[1.0, 0], [-1, 0], [5, 5]])).tolist() == [1]


@pytest.mark.parametrize("many", [1, 40, 5_000])
def test_squares_give_what_measuring_every_point_gives(many):
    random = np.random.default_rng(6)
    points = np.round(random.standard_cauchy(size=(many, 2)) * 2**20) / 2**20  # some lie far out
    weight = random.integers(1, 5, many)
    plane = Plane(points, weight)
    for k in (1, 2, 30, 100):
        centres = random.normal(size=(k, 2))
        away = ((points[:, None] - centres[::-1]) ** 2).sum(2)
        nearest = k - 1 - away.argmin(1)
        assert plane.labels(centres).tolist() == nearest.tolist()
        assert apart(points, centres) == pytest.approx(np.sqrt(away.min(1)))
        means, kept = plane.means(centres)
        assert np.flatnonzero(kept).tolist() == sorted(set(nearest.tolist()))
        for mean, centre in zip(means, np.flatnonzero(kept), strict=True):
            own = nearest == centre
            assert mean == pytest.approx(np.average(points[own], axis=0, weights=weight[own]))


def test_a_cluster_that_is_missing_begins_at_the_farthest_point():
    points = np.array([[0.0, 0], [1, 0], [9, 0], [9, 0], [4, 0]])
    assert filled(np.array([[0.0, 0]]), points, 3).tolist() == [[0, 0], [9, 0], [4, 0]]
    assert len(filled(np.array([[0.0, 0]]), points, 100)) == 4
    assert filled(np.empty((0, 2)), points, 1).tolist() == [[0, 0]]


def test_a_centre_without_points_goes_and_points_stay_with_the_nearest():
    points = np.array([[0.0, 0], [0, 1], [9, 9], [9, 8]])
    found = lloyd(points, np.array([[0.0, 0], [9, 9], [100, 100]]))
    assert found.centres.tolist() == [[0, 0.5], [9, 8.5]]
    assert found.label.tolist() == [0, 0, 1, 1]
    heavy = lloyd(points, found.centres, np.array([3.0, 1, 1, 1]))
    assert heavy.centres.tolist() == [[0, 0.25], [9, 8.5]]


def test_a_start_is_the_first_different_places():
    points = np.array([[1.0, 1], [0, 0], [1, 1], [2, 2]])
    assert first_places(points, 2).tolist() == [[1, 1], [0, 0]]


def test_a_silhouette_is_what_its_definition_says():
    random = np.random.default_rng(2)
    points, label = random.normal(size=(30, 2)), random.integers(0, 3, 30)
    label[0] = 3  # alone
    fits = []
    for i, own in enumerate(label):
        apart = np.hypot(*(points - points[i]).T)
        others = [(label == g) & (np.arange(30) != i) for g in range(4)]
        means = [apart[some].mean() if some.any() else None for some in others]
        a, b = means[own], min(m for g, m in enumerate(means) if g != own)
        fits.append(0 if a is None else (b - a) / max(a, b))
    assert silhouette(points, label) == pytest.approx(np.mean(fits))
    assert silhouette(points, np.zeros(30, int)) == 0
