"""`xieshang opinion map`: the map of an export of votes, made again by anybody who has it."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click
from django.utils.translation import gettext as _

from xieshang.opinion import OpinionMap, Votes, map_opinions, read_export
from xieshang.opinion.export import NoVotes
from xieshang.opinion.map import STEPS
from xieshang.opinion.parts import Spread

from .terminal import Refused, as_json, dump, progress, say, show

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
LETTERS = "ABCDE"
WORDS = {  # of each step
    "read": _("Reading the votes"),
    "count": _("Counting"),
    "components": _("Finding where opinions differ most"),
    "places": _("Placing everybody on the map"),
    "groups": _("Finding who thinks alike"),
    "statements": _("Weighing the statements"),
}


@click.group(help=_("What many people think of many statements."))
def opinion() -> None:
    """Maps of votes."""


@opinion.command(
    "map",
    help=_(
        "Make the map of an export of votes: groups, what each says, what all agree on, and the"
        " digest of the votes. The same votes give the same digest, whoever computes it."
    ),
)
@click.argument("file", type=FILE)
@click.option("--statements", type=FILE, help=_("The export of the statements, with their texts."))
@click.option(
    "--scheduler",
    metavar="TCP",
    help=_("Compute on the workers of a Dask scheduler, at its address: tcp://…"),
)
@as_json
def map_(file: Path, statements: Path | None, scheduler: str | None, plain: bool) -> None:
    """The map of a file."""
    known = texts_of(statements) if statements else {}
    hidden = [key for key, row in known.items() if rejected(row)]
    steps = ("read", *STEPS)
    with progress() as tell:

        def step(name: str) -> None:
            tell(steps.index(name), len(steps), WORDS[name])

        step("read")
        votes = votes_in(file)
        with spread_over(votes, scheduler) as spread:
            found = map_opinions(votes, hidden=hidden, spread=spread, step=step)
    if plain:
        dump(told_of(found))
        return
    n, m = votes.shape
    numbers = {"n": n, "m": m, "votes": len(votes.code)}
    say(_("%(votes)s votes of %(n)s participants on %(m)s statements") % numbers)
    show(
        [_("Statement"), _("Who says so"), _("Share"), _("Votes"), ""],
        lines(found, known),
        right=(2, 3),
    )
    say(_("Digest of the votes: %s") % found.digest)


def votes_in(file: Path) -> Votes:
    """Raises Refused, with the line, where the file is no export."""
    try:
        return read_export(file)
    except NoVotes as fault:
        words = _("This is no export of votes: line %(n)s holds none that can be read.")
        raise Refused(words % {"n": fault.line}) from fault


def spread_over(votes: Votes, scheduler: str | None) -> AbstractContextManager[Spread | None]:
    """Where the map is computed: on the workers of a scheduler, else on the cores of this machine.

    Raises Refused where that cannot be.
    """
    if scheduler is None:
        return nullcontext()
    try:
        from xieshang.opinion.afar import Afar  # noqa: PLC0415 an extra that few install
    except ImportError as fault:
        words = _("That needs Dask: pip install 'dask[distributed]'")
        raise Refused(words) from fault
    try:
        return Afar(votes, scheduler)
    except (OSError, ValueError) as fault:
        words = _("No scheduler answers at %(place)s (%(why)s).")
        raise Refused(words % {"place": scheduler, "why": fault}) from fault


def texts_of(file: Path) -> dict[int, Mapping[str, str]]:
    """The rows of an export of statements by their ids."""
    with open(file, encoding="utf-8-sig", newline="") as rows:
        return {int(row["comment-id"]): row for row in csv.DictReader(rows)}


def rejected(row: Mapping[str, str]) -> bool:
    return int(row.get("moderated") or 0) < 0


def lines(found: OpinionMap, known: Mapping[int, Mapping[str, str]]) -> Iterator[list[str]]:
    """What all agree on, then what each group says."""
    sizes = found.sizes()
    for each in (*found.agreed, *found.disagreed):
        yield line(found, known, each, _("Everybody"))
    for letter, size, told in zip(LETTERS, sizes, found.representative, strict=False):
        who = _("Group %(letter)s (%(n)s)") % {"letter": letter, "n": size}
        yield from (line(found, known, each, who) for each in told)


def line(found: OpinionMap, known, each, who: str) -> list[str]:
    key = found.statements[each.statement]
    words = known.get(key, {}).get("comment-body", "")
    said = _("agree") if each.said == 1 else _("disagree")
    return [str(key), who, f"{each.share:.0%} {said}", f"{each.votes}/{each.seen}", words]


def told_of(found: OpinionMap) -> dict:
    """A map in plain numbers: no participant is in it."""
    return {
        "digest": found.digest,
        "parameters": dict(found.parameters),
        "groups": [
            {"size": size, "statements": [plainly(found, each) for each in told]}
            for size, told in zip(found.sizes(), found.representative, strict=True)
        ],
        "fits": {str(k): round(fit, 9) for k, fit in found.groups.fits.items()},
        "agreed": [plainly(found, each) for each in found.agreed],
        "disagreed": [plainly(found, each) for each in found.disagreed],
        "consensus": dict(zip(
            map(str, found.statements.tolist()), found.consensus.round(9).tolist(), strict=True
        )),
    }  # fmt: skip


def plainly(found: OpinionMap, each) -> dict:
    key = found.statements[each.statement].item()
    return {"statement": key, "said": each.said, "votes": each.votes, "seen": each.seen}
