"""`xieshang verify`: is everything still what it was when it was written?"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import click
from django.utils.translation import gettext as _

from xieshang.activities.actions import tally
from xieshang.activities.models import Activity, Tally
from xieshang.audit import merkle
from xieshang.audit.actions import first_broken
from xieshang.audit.models import Entry
from xieshang.evidence.models import Evidence, File
from xieshang.evidence.proof import leaf_of
from xieshang.figures.models import Figure
from xieshang.ledgers.models import TakeOver

from .terminal import Tell, as_json, dump, progress, say

BATCH = 2000


@click.command(
    help=_(
        "Check the log, the received files, the rows taken over, the sums and every figure taken."
        " Ends with 1 when anything is not as it was."
    )
)
@as_json
@click.pass_context
def verify(ctx, plain) -> None:
    """Check all that can be proven."""
    with progress() as tell:
        facts = {
            "log": log(),
            "files": files(tell),
            "rows": rows(tell),
            "sums": sums(tell),
            "figures": figures(tell),
        }
    dump(facts) if plain else tell_all(facts)
    ctx.exit(0 if all(part["holds"] for part in facts.values()) else 1)


def log() -> dict:
    """The chain of the log, and the first entry whose seal does not hold."""
    broken = first_broken()
    return {
        "holds": broken is None,
        "entries": Entry.objects.count(),
        "first_broken": broken and str(broken),
    }


def files(tell: Tell) -> dict:
    """The received files whose bytes are not those that were received."""
    all_files = File.objects.count()
    changed = []
    for done, file in enumerate(File.objects.iterator(chunk_size=BATCH), 1):
        if digest_of(file.path) != file.sha256:
            changed.append(file.name)
        tell(done, all_files, _("Received files"))
    return {"holds": not changed, "files": all_files, "changed": changed}


def digest_of(path: Path) -> str | None:
    """SHA-256 of a file in hex; None when it is not there."""
    if not path.exists():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def rows(tell: Tell) -> dict:
    """The take-overs whose rows are no longer those under the root that was sealed."""
    take_overs, leaves, changed = TakeOver.objects.count(), 0, []
    entries = Entry.objects.filter(verb="take-over").order_by()
    sealed = dict(entries.values_list("subject", "detail__root"))
    for done, take_over in enumerate(TakeOver.objects.select_related("file").iterator(), 1):
        taken = Evidence.objects.filter(pk__in=take_over.rows.values("evidence")).order_by("pk")
        facts = taken.values_list("sheet", "row", "cells").iterator(chunk_size=BATCH)
        found = [leaf_of(*fact) for fact in facts]
        leaves += len(found)
        if merkle.root(found).hex() != sealed.get(f"{TakeOver._meta.label_lower}:{take_over.pk}"):
            changed.append(take_over.file.name)
        tell(done, take_overs, _("Rows of ledgers"))
    return {"holds": not changed, "rows": leaves, "changed": changed}


def sums(tell: Tell) -> dict:
    """The sums kept beside the activities which are not what their rows add up to."""
    added = tally.sums()
    keys = list(Activity.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        for key, row in tally.sums_of(keys[start : start + BATCH]).items():
            added[key] = [one + more for one, more in zip(added[key], row, strict=True)]
        tell(min(start + BATCH, len(keys)), len(keys), _("Sums of activities"))
    wanted = {key: tuple(row) for key, row in tally.known_scopes(added).items() if any(row)}
    kept = dict(kept_sums())
    differ = sorted(
        str(key) for key in wanted.keys() | kept.keys() if wanted.get(key) != kept.get(key)
    )
    return {"holds": not differ, "activities": len(keys), "differ": differ}


def kept_sums() -> Iterator[tuple]:
    """Every sum that is kept and not empty: (its scope and words, its four counts)."""
    width = len(Tally.KEYS)
    for row in Tally.objects.values_list(*Tally.KEYS, *Tally.SUMS).iterator(chunk_size=BATCH):
        if any(row[width:]):
            yield row[:width], row[width:]


def figures(tell: Tell) -> dict:
    """The figures taken whose rows are no longer those they were measured from."""
    taken = Figure.objects.count()
    changed = []
    for done, figure in enumerate(Figure.objects.iterator(chunk_size=BATCH), 1):
        if not figure.still_holds():
            changed.append(figure.code)
        tell(done, taken, _("Figures taken"))
    return {"holds": not changed, "taken": taken, "changed": changed}


def tell_all(facts: dict) -> None:
    """The same for a person, a line each."""
    log, files, rows, sums, figures = facts.values()
    broken = log["first_broken"]
    say(line(log, _("Log"), _("%(n)s entries") % {"n": log["entries"]}, broken and [broken]))
    say(line(files, _("Files"), _("%(n)s received") % {"n": files["files"]}, files["changed"]))
    proven = _("%(n)s proven by the roots in the log") % {"n": rows["rows"]}
    say(line(rows, _("Rows"), proven, rows["changed"]))
    counted = _("%(n)s activities counted again") % {"n": sums["activities"]}
    say(line(sums, _("Sums"), counted, sums["differ"]))
    taken = _("%(n)s taken") % {"n": figures["taken"]}
    say(line(figures, _("Figures"), taken, figures["changed"]))


def line(part: dict, what: str, checked: str, wrong: list[str] | None) -> str:
    mark = "✓" if part["holds"] else "✗"
    found = "" if part["holds"] else _("; not as they were: %(which)s")
    return f"{mark} {what}: {checked}" + found % {"which": ", ".join(wrong or [])[:400]}
