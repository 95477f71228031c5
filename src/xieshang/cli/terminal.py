"""What commands share in speaking to a terminal: plain words, tables, JSON, progress."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

Tell = Callable[[float, int, str], None]  # done, of how many, what is being done

WIDE = 240  # where no terminal says how wide it is, tables keep each row on one line
OUT = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
ERR = Console(stderr=True, highlight=False)

as_json = click.option("--json", "plain", is_flag=True, help="JSON")


class Refused(click.ClickException):
    """What was asked cannot be done, with the reason and the remedy in one line; exit code 1."""

    exit_code = 1


def say(text: str = "") -> None:
    """One line for a person."""
    click.echo(text)


def dump(facts: object) -> None:
    """JSON for a program."""
    click.echo(json.dumps(facts, ensure_ascii=False, indent=1, default=str))


def show(heads: Sequence[object], rows: Iterable[Sequence[object]], right: Sequence[int] = ()):
    """A table; `right` names the columns of numbers."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for place, head in enumerate(heads):
        table.add_column(str(head), justify="right" if place in right else "left")
    for row in rows:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    OUT.print(table)


@contextmanager
def progress() -> Iterator[Tell]:
    """A bar with what is being done, on stderr, so that stdout stays clean."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=ERR, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, doing: bar.update(
            task, completed=done, total=total, description=doing
        )
