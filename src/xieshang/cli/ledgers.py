"""`xieshang ledgers`: take over the spreadsheets that offices keep."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from django.conf import settings
from django.utils.translation import gettext as _

from xieshang.ledgers.actions import (
    Back,
    Choice,
    NotTaken,
    Outcome,
    import_file,
    preview,
    summary,
)
from xieshang.ledgers.returned import copy_with_reasons
from xieshang.ledgers.workbook import WorkbookRefused, open_workbook
from xieshang.people.actions import system

from .asked import committee_of, year_option
from .terminal import Tell, as_json, dump, progress, say, show

KINDS = {".xlsx", ".xls", ".ods", ".csv"}
OPEN = (".", "~$")  # how hidden files begin, and those of a workbook that somebody has open


@click.group(help=_("Ledgers: the spreadsheets that offices keep."))
def ledgers() -> None:
    """Spreadsheets of offices."""


@ledgers.command(
    "import",
    help=_(
        "Take ledgers over, files or whole folders: each good row becomes a record, each bad one"
        " comes back with the reason in a copy of the file. The same file twice changes nothing."
        " Ends with 1 when a whole file was refused."
    ),
)
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH…"
)
@click.option("--office", type=int, metavar="CODE", help=_("Whose ledger, if the file is silent"))
@year_option()
@click.option("--dry-run", "dry", is_flag=True, help=_("Only say what would be taken over"))
@as_json
@click.pass_context
def take_over(ctx, paths, office, year, dry, plain) -> None:
    """Files into records."""
    office = committee_of(office, "--office").pk if office else None
    files = list(workbooks(paths))
    with progress() as tell:
        outcomes = [
            outcome_of(path, office, year, dry, part(tell, place, len(files), path.name))
            for place, path in enumerate(files)
        ]
    copies = {} if dry else dict(zip(files, map(give_back, files, outcomes), strict=True))
    if plain:
        dump(summary(outcomes))
    else:
        tell_all(outcomes, [copy for copy in copies.values() if copy])
    ctx.exit(1 if any(refused_whole(each) for each in outcomes) else 0)


def workbooks(paths: tuple[Path, ...]) -> Iterator[Path]:
    """The files that are named, and the workbooks in the folders that are."""
    for path in paths:
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.suffix.lower() in KINDS)
            yield from sorted(p for p in found if not p.name.startswith(OPEN))
        else:
            yield path


def part(tell: Tell, place: int, of: int, name: str) -> Tell:
    """Progress within one file as progress within all of them."""
    return lambda done, total, what: tell(place + done / max(total, 1), of, f"{name} {what}")


def outcome_of(path: Path, office: int | None, year: int | None, dry: bool, tell: Tell) -> Outcome:
    """What becomes, or would become, of one file; a file refused whole comes back as row 0."""
    choice = Choice(office=office, year=year, progress=tell)
    try:
        if not dry:
            return import_file(path, by=system(), choice=choice)
        looked = preview(open_workbook(path, path.name), choice)
    except WorkbookRefused as refused:
        return whole(path, _(refused.message) % refused.values)
    except NotTaken as refused:
        return whole(path, _(str(refused)))
    taken = 0 if looked.standing else looked.count
    return Outcome(path.name, None, taken, tuple(looked.refused), unchanged=bool(looked.standing))


@dataclass(frozen=True)
class Whole(Back):
    """A file that came back whole, and why: no sheet, row 0."""

    why: str = ""

    @property
    def reason(self) -> str:
        return self.why


def whole(path: Path, why: str) -> Outcome:
    """What became of a file that came back whole."""
    return Outcome(path.name, None, refused=(Whole("", 0, (), why),))


def refused_whole(outcome: Outcome) -> bool:
    return any(isinstance(back, Whole) for back in outcome.refused)


def give_back(path: Path, outcome: Outcome) -> Path | None:
    """A copy of the file with the reasons in it, where rows came back."""
    if refused_whole(outcome):
        return None
    return copy_with_reasons(path, outcome, settings.DATA / "returned")


def tell_all(outcomes: list[Outcome], copies: list[Path]) -> None:
    """For a person: a line a file, every row that came back, where the copies lie."""
    show(
        [_("File"), _("Rows taken over"), _("Came back"), _("Found twice"), _("To be decided")],
        ([o.file, state_of(o), len(o.refused), o.joined, o.to_decide] for o in outcomes),
        right=(1, 2, 3, 4),
    )
    for outcome in outcomes:
        for back in outcome.refused:
            place = " › ".join(str(each) for each in (outcome.file, back.sheet, back.row) if each)
            say(f"{place}: {back.reason}")
    for copy in copies:
        say(_("Copy with the reasons beside the rows: %(path)s") % {"path": copy})


def state_of(outcome: Outcome) -> str:
    return _("known already") if outcome.unchanged else str(outcome.taken)
