"""Maps: what is kept, when they are made anew, and that the last good one stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from xieshang.audit.models import Entry
from xieshang.cli import checks, maps
from xieshang.deliberation.actions import (
    joined,
    make_map,
    mapping,
    maps_due,
    take,
    turn_phases,
    vote,
)
from xieshang.deliberation.actions.reading import one_by_one, read_votes
from xieshang.deliberation.choosing import next_of, weight
from xieshang.deliberation.health import health_of
from xieshang.deliberation.models import Beat, Deliberation, KeptMap, Vote
from xieshang.deliberation.told import place_of
from xieshang.opinion import Votes, map_opinions

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def two_camps(weighed):
    """Twenty who like the odd statements and fifteen who like the even ones; all like the last."""
    deliberation = weighed(seeds=[f"（示例）说法{n}" for n in range(9)])
    keys = list(deliberation.statements.values_list("pk", flat=True))
    for n in range(35):
        voice, odd = joined(deliberation, token=str(n)), n < 20
        for place, key in enumerate(keys):
            liked = place == 8 or (place % 2 == 1) == odd
            vote(voice, key, 1 if liked else -1)
    return deliberation


def test_votes_are_read_as_they_stand(two_camps):
    rows = Vote.objects.filter(statement__deliberation=two_camps)
    told = rows.values_list("participant_id", "statement_id", "value").order_by()
    plain = Votes.of(*zip(*told, strict=True))
    found = read_votes(two_camps)
    assert (found.digest, len(found.code)) == (plain.digest, rows.count())
    assert found.participants.tolist() == plain.participants.tolist()
    assert Votes.of(*one_by_one(two_camps)).digest == plain.digest


def test_a_map_tells_groups_and_what_all_agree_on(two_camps):
    kept = make_map(two_camps)
    last = two_camps.statements.last()
    assert (kept.votes, kept.participants, kept.final) == (315, 35, False)
    assert [group["size"] for group in kept.told["groups"]] == [20, 15]
    assert [each["statement"] for each in kept.told["agreed"]][0] == last.pk
    assert kept.told["statements"][str(last.pk)]["groups"] == [[20, 0, 20], [15, 0, 15]]
    assert sum(many for *_cell, many in kept.told["cells"]) == 35
    sealed = Entry.objects.get(verb="map")
    assert sealed.detail == {"votes": 315, "digest": kept.digest, "final": False}


def test_a_map_that_cannot_be_made_is_told_to_its_owner(two_camps, monkeypatch):
    make_map(two_camps)

    def broken(*_told, **_more):
        raise MemoryError("too many votes")

    monkeypatch.setattr(mapping, "map_opinions", broken)
    assert not maps.made(two_camps)
    told = health_of(Deliberation.objects.get(pk=two_camps.pk))
    assert told.silent and "MemoryError" in told.words
    assert KeptMap.objects.get().votes == 315  # the last good one stays
    monkeypatch.undo()
    assert maps.made(two_camps)
    assert not health_of(Deliberation.objects.get(pk=two_camps.pk)).silent


def test_somebody_finds_the_place_where_they_stand(two_camps):
    kept = make_map(two_camps)
    found = map_opinions(read_votes(two_camps))
    for place in (0, 34):
        voice = found.participants[place]
        votes = Vote.objects.filter(participant=voice).values_list("statement", "value")
        where, group = place_of(kept.told, votes)
        assert where == pytest.approx(found.places[place].tolist(), abs=1e-6)
        assert group == found.groups.group[place]
    assert place_of(kept.told, []) == ([0.0, 0.0], -1)


def test_a_map_is_made_again_after_new_votes_and_not_before(two_camps):
    now = timezone.now()
    assert maps_due(now) == [two_camps]
    make_map(two_camps)
    assert maps_due(timezone.now() + MINUTE) == []
    vote(joined(two_camps, token="0"), two_camps.statements.first().pk, 0)
    assert maps_due(timezone.now()) == []  # the last one is a moment old
    assert maps_due(timezone.now() + MINUTE) == [two_camps]


def test_groups_keep_their_letters_from_map_to_map(two_camps):
    make_map(two_camps)
    first = KeptMap.objects.get().told["centres"]
    for n in range(35, 60):  # the smaller camp becomes the larger one
        voice = joined(two_camps, token=str(n))
        for place, key in enumerate(two_camps.statements.values_list("pk", flat=True)):
            vote(voice, key, 1 if place == 8 or place % 2 == 0 else -1)
    kept = make_map(two_camps)
    assert [group["size"] for group in kept.told["groups"]] == [20, 40]
    assert kept.told["centres"][0][0] * first[0][0] > 0


def test_after_the_closing_anybody_comes_to_the_same_map(two_camps, clerk):
    make_map(two_camps)
    take(two_camps, "discuss", by=clerk)
    two_camps.refresh_from_db()
    assert maps_due() == [two_camps]
    kept = make_map(two_camps)
    alone = map_opinions(read_votes(two_camps))
    assert (kept.final, kept.digest) == (True, alone.digest)
    assert [group["size"] for group in kept.told["groups"]] == alone.sizes()
    assert maps_due(timezone.now() + MINUTE) == []
    take(Deliberation.objects.get(pk=two_camps.pk), "result", by=clerk)


def test_a_map_that_fails_half_way_leaves_the_last_good_one(two_camps, monkeypatch):
    kept = make_map(two_camps)
    vote(joined(two_camps, token="0"), two_camps.statements.first().pk, 0)

    def killed(*_said, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr(mapping, "told_of", killed)
    with pytest.raises(KeyboardInterrupt):
        make_map(two_camps)
    assert KeptMap.objects.get().digest == kept.digest


def test_a_huge_one_comes_after_the_small_ones_and_never_again_too_soon(weighed):
    huge, small, fresh = weighed(), weighed(), weighed()
    now, old = timezone.now(), timezone.now() - 10 * MINUTE
    for each, seconds in ((huge, 50.0), (small, 0.2)):
        KeptMap.objects.create(
            deliberation=each, at=old, votes=1, participants=1, digest="a", told={}, state=b"",
            seconds=seconds,
        )  # fmt: skip
    for each in (huge, small, fresh):
        vote(joined(each, token="a"), each.statements.first().pk, 1)
    assert maps_due(now + MINUTE) == [fresh, small, huge]
    KeptMap.objects.filter(deliberation=huge).update(seconds=100.0)
    assert maps_due(now + MINUTE) == [fresh, small]


def test_phases_turn_by_the_clock(prepared, clerk):
    now = timezone.now()
    one, other = prepared(weigh_at=now + MINUTE, closes_at=now + 2 * MINUTE), prepared()
    for each in (one, other):
        take(each, "collect", by=clerk)
    assert [turn_phases(now + n * MINUTE) for n in (0, 1, 1, 2, 3)] == [0, 1, 0, 1, 0]
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.status, other.status) == ("discussing", "collecting")


def test_silence_of_the_map_maker_is_told():
    now = timezone.now()
    assert Beat.objects.silent_since(now) is None  # none has ever been started
    mapping.beat(now - 10 * MINUTE)
    assert Beat.objects.silent_since(now) == now - 10 * MINUTE
    mapping.beat(now)
    assert Beat.objects.silent_since(now) is None


def test_the_next_statement_is_drawn_fairly():
    """10,000 draws follow the weights; who wrote a statement and its place are no part of them."""
    told = {
        "1": {"agree": 40, "disagree": 5, "seen": 50, "at": [0.5, 0.0]},
        "2": {"agree": 5, "disagree": 5, "seen": 50, "at": [0.5, 0.0]},
    }
    counts = dict.fromkeys((1, 2, 3), 0)
    for voice in range(10_000):
        counts[next_of([1, 2, 3], told, voice=voice, said=0)] += 1
    shares = [weight(40, 5, 50, 0.5), weight(5, 5, 50, 0.5), weight(0, 0, 0, 0.0)]
    expected = [10_000 * share / sum(shares) for share in shares]
    chi = sum((n - e) ** 2 / e for n, e in zip(counts.values(), expected, strict=True))
    assert chi < 9.21  # p > 0.01 with two degrees of freedom
    assert counts[3] > counts[1] > counts[2]
    assert next_of([], told, voice=1, said=0) is None
    again = {next_of([1, 2, 3], told, voice=7, said=2) for _time in range(5)}
    assert len(again) == 1


def test_the_doctor_says_that_nobody_makes_the_maps(two_camps):
    assert (checks.maps().well, checks.maps().remedy != "") == (False, True)
    mapping.beat()
    assert checks.maps().well is True
    make_map(two_camps)
    Beat.objects.all().delete()
    assert checks.maps().well is True  # nothing is due


def test_what_is_due_is_made_and_a_huge_one_beside_the_others(two_camps, monkeypatch):
    begun = []
    monkeypatch.setattr(maps.Beside, "begin", lambda _self, each: begun.append(each.short))
    assert maps.look(maps.Beside(), alone=False) == [two_camps.short]
    old = timezone.now() - 60 * MINUTE
    KeptMap.objects.update(seconds=60.0, at=old)
    vote(joined(two_camps, token="0"), two_camps.statements.first().pk, 0)
    assert (maps.look(maps.Beside(), alone=False), begun) == ([], [two_camps.short])
    assert maps.look(maps.Beside(), alone=True) == [two_camps.short]
