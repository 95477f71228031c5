"""A city's deliberation with three statements of the organiser's, open for weighing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from xieshang.deliberation.actions import Opening, begin, joined, make_map, take, vote

SEEDS = (
    "（示例）加装电梯的费用按楼层分摊。",
    "（示例）一楼住户应得到补偿。",
    "（示例）先修好现有的楼道灯。",
)


@pytest.fixture
def prepared(city, clerk):
    """Prepare a deliberation of the city's; `more` goes into what the office says."""

    def prepare(**more):
        facts = {
            "title": "（示例）老旧小区加装电梯",
            "question": "怎样加装电梯，大家都能接受？",
            "closes_at": timezone.now() + timedelta(days=7),
            "seeds": SEEDS,
        }
        return begin(Opening(city, **facts | more), by=clerk)

    return prepare


@pytest.fixture
def weighed(prepared, clerk):
    """One that is open for weighing."""

    def open_(**more):
        begun = prepared(**more)
        take(begun, "weigh", by=clerk)
        return begun

    return open_


@pytest.fixture
def camps(weighed):
    """Twenty and fifteen who differ, all of whom like the last statement."""
    deliberation = weighed(seeds=[f"（示例）说法{n}" for n in range(9)])
    keys = list(deliberation.statements.values_list("pk", flat=True))
    for n in range(35):
        voice = joined(deliberation, token=f"voice-of-a-browser-{n}")
        for place, key in enumerate(keys):
            vote(voice, key, 1 if place == 8 or (place % 2 == 1) == (n < 20) else -1)
    make_map(deliberation)
    return deliberation


def address(deliberation, rest=""):
    return f"/deliberations/D{deliberation.pk}/{rest}"
