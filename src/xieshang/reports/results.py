"""The result of a deliberation as docx: what all share first, then what sets people apart."""

import io
from collections.abc import Iterator, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.deliberation.models import Deliberation
from xieshang.deliberation.results import Line, Result

from .letters.styles import add, ready
from .letters.tables import Cell, add_table

WIDTHS = (14, 82, 20, 20, 20)  # millimetres: the number, the words, three shares
NARROW = (12, 84, 60)  # the number, the words, the share of each group


def result_document(deliberation: Deliberation, result: Result) -> io.BytesIO:
    """The document, to be sent; every share stands beside the votes it is taken from."""
    document = ready()
    add(document, "Title", deliberation.title)
    for line in opening(deliberation, result):
        add(document, "Normal", line)
    for heading, lines in (
        (_("What every group agrees with"), result.shared),
        (_("What sets groups apart"), result.dividing),
        (_("Where people are unsure"), result.unsure),
    ):
        add(document, "Heading 1", heading)
        if lines:
            add_table(document, NARROW, list(by_group(lines)), head=1)
        else:
            add(document, "Normal", _("None."))
    add(document, "Heading 1", _("Every statement"))
    add_table(document, WIDTHS, list(everything(result)), head=1)
    file = io.BytesIO()
    document.save(file)
    file.seek(0)
    return file


def opening(deliberation: Deliberation, result: Result) -> Iterator[str]:
    """Whose it is, of what, who took part, and what it is not."""
    kept = result.kept
    numbers = {"n": f"{kept.participants:,}", "votes": f"{kept.votes:,}"}
    yield _("Held by: %(who)s") % {"who": deliberation.held_by}
    yield deliberation.question
    yield _("%(n)s people gave %(votes)s votes.") % numbers
    yield _("This is not a survey: those who took part chose to.") + deliberation.chosen
    made = timezone.localtime(kept.at)
    yield _("Digest of the votes: %(digest)s (%(when)s)") % {
        "digest": kept.digest, "when": f"{made:%Y-%m-%d}",
    }  # fmt: skip


def by_group(lines: Sequence[Line]) -> Iterator[list[Cell]]:
    """Each statement with the share of every group that agrees."""
    yield [Cell(_("No."), True), Cell(_("The statement"), True), Cell(_("Agree, by group"), True)]
    for line in lines:
        told = ((letter, each.agrees, each.agree, each.seen) for letter, each in line.by_group)
        shares = "  ".join(f"{letter} {share}% ({n}/{seen})" for letter, share, n, seen in told)
        yield [Cell(str(line.number)), Cell(line.statement.text), Cell(shares)]


def everything(result: Result) -> Iterator[list[Cell]]:
    """Every statement with the shares of all, of how many votes."""
    heads = (_("No."), _("The statement"), _("Agree"), _("Disagree"), _("Votes"))
    yield [Cell(head, True) for head in heads]
    for line in result.sorted("number"):
        told = (f"{line.all.agrees}%", f"{line.all.disagrees}%", str(line.all.seen))
        yield [Cell(str(line.number)), Cell(line.statement.text), *map(Cell, told)]
