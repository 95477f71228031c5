"""The sample year: ledgers taken over, a round-up proven, a report drafted."""

from collections.abc import Callable
from dataclasses import dataclass, field

from xieshang.people.actions import system

from .people import tick_sectors

Tell = Callable[[int, int, str], None]


@dataclass(slots=True)
class Prepared:
    """What preparing the sample year came to."""

    missing: list[str] = field(default_factory=list)


def prepare_demo(tell: Tell) -> Prepared:
    """Prepare the sample year; what is there already stays as it is."""
    tick_sectors(system())
    return Prepared(["ledgers", "round-up", "report"])
