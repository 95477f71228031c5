"""The result, first in words and tables, then drawn: what all share, what sets groups apart."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from xieshang.deliberation.breakdown import parts_of
from xieshang.deliberation.health import health_of
from xieshang.deliberation.results import LETTERS, ORDERS, Result
from xieshang.deliberation.told import SIDE
from xieshang.site.pages import show

from ..door import forum
from . import voices
from .card import phases_of, stands_of

ORDER_WORDS = {
    "number": _("by number"), "agree": _("most agreed with"), "disagree": _("most disagreed with"),
    "pass": _("most passed"), "votes": _("most voted on"), "together": _("shared by all groups"),
    "apart": _("furthest apart"),
}  # fmt: skip
COMMAND = "xieshang opinion map {0}-votes.csv --statements {0}-comments.csv"
UNIT = 10  # of the drawing, for each square


@dataclass(frozen=True, slots=True)
class Dot:
    """Those of one group who stand in one square of the map; `d` is their sign as a path."""

    letter: str
    many: int
    d: str


@forum("GET", plain=True)
def result(request: HttpRequest, key: int) -> HttpResponse:
    found = voices.find(key)
    voice = voices.voice_of(request, found)
    told = voices.told(found)
    whole = Result(KeptTold(found.kept_map, told), list(found.statements.shown())) if told else None
    order = request.GET.get("order", "number")
    context: dict[str, Any] = {
        "deliberation": found,
        "result": whole,
        "phases": phases_of(found),
        "health": health_of(found),
        "stands": stands_of(found, voice),
        "order": order if order in ORDERS else "number",
        "orders": ORDER_WORDS.items(),
        "outcomes": found.outcomes.select_related("matter", "statement"),
        "side": SIDE * UNIT,
        "command": COMMAND.format(found.short),
    }
    if whole:
        context |= {
            "lines": whole.sorted(order), "dots": dots_of(told), "parts": parts_of(found, whole),
        }  # fmt: skip
    return show(request, "forum/deliberations/result.html", context)


@dataclass(frozen=True, slots=True)
class KeptTold:
    """A kept map with what it says, which is read once for many requests."""

    kept: Any
    told: dict[str, Any]

    def __getattr__(self, name: str):
        return getattr(self.kept, name)


def dots_of(told: dict[str, Any]) -> list[Dot]:
    """A sign for each square and group: the more stand there, the larger."""
    most = max((many for *_cell, many in told["cells"]), default=1)
    return [
        Dot(LETTERS[group], many, sign(group, column, SIDE - 1 - row, (many / most) ** 0.5))
        for column, row, group, many in told["cells"]
    ]


def sign(group: int, column: int, row: int, size: float) -> str:
    """The path of a group's own sign, so that nobody has to tell colours apart."""
    x, y, r = (column + 0.5) * UNIT, (row + 0.5) * UNIT, 3 + 5 * size
    shapes = (
        f"m{-r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0z",
        f"m{-r:.1f} {-r:.1f}h{2 * r:.1f}v{2 * r:.1f}h{-2 * r:.1f}z",
        f"m0 {-r:.1f}l{r:.1f} {2 * r:.1f}h{-2 * r:.1f}z",
        f"m0 {-r:.1f}l{r:.1f} {r:.1f}l{-r:.1f} {r:.1f}l{-r:.1f} {-r:.1f}z",
        f"m{-r:.1f} {-r / 3:.1f}h{2 * r:.1f}v{r / 1.5:.1f}h{-2 * r:.1f}z",
    )
    return f"M{x:.1f} {y:.1f}{shapes[group]}"
