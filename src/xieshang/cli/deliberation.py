"""`xieshang deliberation import`: an export of Polis as a finished deliberation."""

import csv
from datetime import timedelta
from pathlib import Path

import click
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.deliberation.actions import Export, Opening, bring_in
from xieshang.people.models import Committee, Person

from .terminal import Refused, say

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(help=_("Deliberations on the command line."))
def deliberation() -> None:
    """Deliberations."""


@deliberation.command(
    "import",
    help=_(
        "Bring in an export of Polis, a folder with comments.csv and votes.csv, as a finished"
        " deliberation of a committee."
    ),
)
@click.argument("folder", type=FOLDER)
@click.option("--committee", type=int, required=True, help=_("Code of the committee"))
@click.option("--by", "username", required=True, help=_("Account that brings it in"))
@click.option("--title", help=_("Its title; else that of the export"))
def import_(folder: Path, committee: int, username: str, title: str | None) -> None:
    """Bring a folder in."""
    person = Person.objects.filter(username=username).first()
    place = Committee.objects.filter(pk=committee).first()
    if person is None or place is None:
        raise Refused(_("No such account, or no such committee."))
    export = read(folder)
    topic = title or topic_of(folder)
    said = Opening(
        place, topic[:120], topic[:300], timezone.now() + timedelta(hours=1),
        about=_("Brought in from an export of Polis."), first_looked_at=False,
    )  # fmt: skip
    try:
        found = bring_in(export, said, by=person)
    except PermissionDenied as fault:
        raise Refused(_("This account keeps no records of that committee.")) from fault
    kept = found.kept_map
    words = _("%(number)s: %(n)s people, %(votes)s votes, digest %(digest)s")
    numbers = {"number": found.short, "n": kept.participants, "votes": kept.votes}
    say(words % {**numbers, "digest": kept.digest})


def read(folder: Path) -> Export:
    """The two files of an export; raises Refused for what is none."""
    try:
        statements = [
            (
                int(row["comment-id"]),
                row["comment-body"].strip(),
                int(row.get("moderated") or 0),
                int(row["timestamp"]),
            )
            for row in rows_of(folder / "comments.csv")
        ]
        votes = [
            (int(row["voter-id"]), int(row["comment-id"]), int(row["vote"]), int(row["timestamp"]))
            for row in rows_of(folder / "votes.csv")
        ]
    except (OSError, KeyError, ValueError) as fault:
        raise Refused(_("This is no export of Polis: %(why)s") % {"why": fault}) from fault
    if not statements or not votes:
        raise Refused(_("The export holds no statements or no votes."))
    return Export(sorted(statements), votes)  # fmt: skip


def rows_of(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def topic_of(folder: Path) -> str:
    """The topic that summary.csv names, else the name of the folder."""
    path = folder / "summary.csv"
    if path.exists():
        with open(path, encoding="utf-8-sig", newline="") as lines:
            told = dict(row[:2] for row in csv.reader(lines) if len(row) > 1)
        return told.get("topic") or folder.name
    return folder.name
