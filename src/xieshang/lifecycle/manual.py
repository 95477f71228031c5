"""Print a lifecycle for readers who do not read Python."""

from collections.abc import Iterator

from django.utils import translation

from .table import Lifecycle


def page(lifecycle: Lifecycle) -> str:
    """One lifecycle as Markdown: its table of moves and its diagram."""
    with translation.override("en"):
        title = f"## {lifecycle.label}"
        return "\n".join([title, "", *table(lifecycle), "", *diagram(lifecycle), ""])


def table(lifecycle: Lifecycle) -> Iterator[str]:
    yield "| From | Verb | To | Who | Asks | Needs | Then waits for | Working days |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for move in lifecycle.moves:
        there = lifecycle.state(move.goes_to)
        cells = (
            ", ".join(move.came_from), move.label, move.goes_to, move.role, move.asks, move.needs,
            there.waits or "", there.days or "",
        )  # fmt: skip
        yield f"| {' | '.join(map(str, cells))} |"


def diagram(lifecycle: Lifecycle) -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield f"    [*] --> {lifecycle.first}"
    for move in lifecycle.moves:
        for name in move.came_from:
            yield f"    {name} --> {move.goes_to}: {move.verb} ({move.role})"
    for state in lifecycle.states:
        if state.final:
            yield f"    {state.name} --> [*]"
    yield "```"
