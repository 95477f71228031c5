"""Sample deliberations (示例): one open, one with a result, one held by three places together."""

import json
import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from xieshang.deliberation.actions import (
    Opening,
    begin,
    decide,
    hand_on,
    joined,
    make_map,
    record_votes,
    state,
    take,
)
from xieshang.deliberation.models import Deliberation
from xieshang.people.models import Committee, Person

SAMPLES = Path(__file__).resolve().parent / "samples"
SEED = 2023
LEANINGS = 3  # kinds of people


def weigh_samples() -> int:
    """Make the sample deliberations that are not there yet; returns how many were made."""
    told = json.loads((SAMPLES / "deliberations.json").read_text("utf-8"))
    return sum(make(each) for each in told)


@transaction.atomic
def make(told: dict) -> bool:
    """One of them, by the real actions; the votes of its sample people all at once."""
    if Deliberation.objects.filter(title=told["title"], sample=True).exists():
        return False
    by = Person.objects.get(username="region-officer")
    lead, *partners = (Committee.objects.get(pk=code) for code in told["committees"])
    begun = begin(
        Opening(
            lead, told["title"], told["question"], timezone.now() + timedelta(days=30),
            about=told["about"], chosen=told["chosen"], partners=partners,
            seeds=[text for text, _leanings in told["statements"]], sample=True,
        ),
        by=by,
    )  # fmt: skip
    take(begun, "weigh", by=by)
    record_votes(begun, votes_of(begun, told), by=by)
    others_state(begun, told, by=by)
    if told["ends"]:
        take(begun, "discuss", by=by)
    make_map(Deliberation.objects.get(pk=begun.pk))
    if told["ends"]:
        tell_result(Deliberation.objects.get(pk=begun.pk), lead, by=by)
    return True


def others_state(begun: Deliberation, told: dict, *, by) -> None:
    """What participants put: some shown, some not, with the reason; some wait."""
    for number, (text, decision, reason) in enumerate(told["put"]):
        stated = state(joined(begun, token=f"sample-{number}"), text)
        if decision:
            decide(stated, decision, by=by, note=reason)


def tell_result(begun: Deliberation, lead: Committee, *, by) -> None:
    """The result, and a matter made of what every group agrees with."""
    take(begun, "result", by=by)
    take(begun, "follow", by=by)
    hand_on(begun.statements.get(number=1), "problem", by=by, committee=lead)


def votes_of(begun: Deliberation, told: dict) -> Iterator[tuple[int, int, int, datetime]]:
    """Votes of sample people of three leanings; `leanings` are their chances to agree."""
    draw, now = random.Random(SEED), timezone.now()  # noqa: S311 a sample, no secret
    keys = list(begun.statements.order_by("number").values_list("pk", flat=True))
    for voter in range(told["people"]):
        leaning = min(int(draw.random() * LEANINGS), LEANINGS - 1)
        for key, (_text, leanings) in zip(keys, told["statements"], strict=True):
            if draw.random() < 0.15:  # nobody answers everything
                continue
            yield voter, key, answer(draw, leanings, leaning), now - timedelta(minutes=5)


def answer(draw: random.Random, leanings: Sequence[float], leaning: int) -> int:
    """1, 0 or -1, for somebody of a leaning."""
    if draw.random() < 0.12:
        return 0
    return 1 if draw.random() < leanings[leaning] else -1
