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
    yield "| From | Verb | To | Who | Asks | Days there |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for move in lifecycle.moves:
        days = lifecycle.state(move.goes_to).days or ""
        came = ", ".join(move.came_from)
        yield f"| {came} | {move.label} | {move.goes_to} | {move.role} | {move.asks} | {days} |"


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
