"""`xieshang manual`: the reference pages, printed from what the code says of itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click
from django.utils import translation
from django.utils.translation import gettext

from xieshang.config.environment import SETTINGS
from xieshang.consultation.lifecycles import YEAR_PLAN
from xieshang.deliberation.lifecycles import LIFECYCLES as DELIBERATIONS
from xieshang.figures.metrics import METRICS
from xieshang.ledgers.understanding.kinds import KINDS
from xieshang.lifecycle.manual import page
from xieshang.matters.lifecycles import JOINT, LEAD, LIFECYCLES, REFERRAL
from xieshang.meetings.lifecycles import MEETING
from xieshang.reports.lifecycles import REPORT
from xieshang.supervision.lifecycles import SUPERVISION

NOTE = "Printed from the code by `make manual`; edit the code, not this page."


@click.command(hidden=True)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_context
def manual(ctx, folder) -> None:
    """Print every reference page into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    top = ctx.find_root()
    for name, lines in pages(top).items():
        (folder / name).write_text("\n".join([*lines(), ""]), encoding="utf-8")


def pages(top: click.Context) -> dict[str, Callable[[], Iterator[str]]]:
    """Each page by its file name."""
    return {
        "lifecycles.md": lifecycles,
        "figures.md": figures,
        "ledgers.md": ledgers,
        "settings.md": settings,
        "commands.md": lambda: commands(top),
    }


def lifecycles() -> Iterator[str]:
    """How matters and reports move, with a diagram of each."""
    yield from ("# Lifecycles", "", NOTE, "")
    matters = (*LIFECYCLES.values(), LEAD, JOINT, REFERRAL)
    for lifecycle in (*matters, REPORT, MEETING, *DELIBERATIONS, SUPERVISION, YEAR_PLAN):
        yield page(lifecycle)


def figures() -> Iterator[str]:
    """Every figure with its definition."""
    yield from ("# Figures", "", NOTE, "")
    yield "| Name | Figure | 中文 | Unit | Measured from | Definition |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for metric in METRICS.values():
        with translation.override("zh-hans"):
            chinese = str(metric.label)
        cells = (metric.label, chinese, metric.unit, metric.source.name, metric.definition)
        yield f"| `{metric.name}` | {' | '.join(map(str, cells))} |"


def ledgers() -> Iterator[str]:
    """Every kind of ledger with its columns and the headings that are understood."""
    yield from ("# Ledgers", "", NOTE, "")
    yield "A row needs what is marked *must*. Signs, spaces and notes in brackets do not matter."
    for kind in KINDS.values():
        with translation.override("zh-hans"):
            chinese = gettext(kind.label)
        yield from ("", f"## {kind.label} · {chinese}", "")
        yield "| Field | 中文 | | Read as | Headings |"
        yield "| --- | --- | --- | --- | --- |"
        for field in kind.fields:
            with translation.override("zh-hans"):
                chinese = gettext(field.label)
            must = "must" if field.required else ""
            headings = "、".join(field.headings)
            yield f"| {field.label} | {chinese} | {must} | {field.reads} | {headings} |"


def settings() -> Iterator[str]:
    """Every environment variable that an operator may set."""
    yield from ("# Settings", "", NOTE, "")
    yield "| Variable | Default | Meaning |"
    yield "| --- | --- | --- |"
    for setting in SETTINGS:
        default = f"`{setting.default}`" if setting.default else ""
        yield f"| `{setting.name}` | {default} | {setting.meaning} |"


def commands(top: click.Context) -> Iterator[str]:
    """Every command with its options."""
    yield from ("# Commands", "", NOTE, "")
    yield "Exit codes: 0 all is well · 1 something differs, is refused or broken · 2 asked wrongly."
    yield from described(top.command, top)


def described(command: click.Command, ctx: click.Context) -> Iterator[str]:
    """A command, then those inside it."""
    yield from ("", f"## `{ctx.command_path}`", "", "```text", command.get_help(ctx), "```")
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            if inner and not inner.hidden:
                yield from described(inner, click.Context(inner, parent=ctx, info_name=name))
