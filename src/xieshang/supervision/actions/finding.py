"""Findings: written down, handed on as a matter, looked at again until they are put right."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import NoSuchMove, hold_for
from xieshang.matters.actions import open_matter
from xieshang.matters.models import Matter

from ..models import Finding, Look, Supervision

TITLE = 120


@transaction.atomic
def note_finding(supervision: Supervision, words: str, *, by, **facts) -> Finding:
    """Write a finding down: `unit`, `due_on`, `revisit_on`, and the `visit` it was seen on.

    Raises as `hold_for` does.
    """
    locked = hold_for(supervision, "find", by=by)
    made = Finding.objects.create(supervision=locked, words=words, **facts)
    seal(by, "find", locked, finding=made.pk, words=fingerprint(words))
    return made


@transaction.atomic
def make_matter(finding: Finding, *, by) -> Matter:
    """Let a matter carry a finding on, once: asked again, it is the one there is.

    Raises as `hold_for` does.
    """
    locked = hold_for(finding.supervision, "find", by=by)
    found = Finding.objects.select_related("matter").get(pk=finding.pk)
    if found.matter is not None:
        return found.matter
    source = _("Democratic supervision %(number)s") % {"number": locked.short}
    found.matter = open_matter(
        "problem", by=by, committee=locked.committee, title=found.words[:TITLE],
        day=timezone.localdate(), source=source, wanted_on=found.due_on, published_on=None,
    )  # fmt: skip
    found.save(update_fields=["matter"])
    seal(by, "hand-on", locked, finding=found.pk, matter=found.matter.short)
    return found.matter


@transaction.atomic
def look_again(
    finding: Finding, came: str, day: date, words: str = "", *, by, revisit_on: date | None = None
) -> Look:
    """Write down what was seen of a finding when somebody looked again, and when the next look is.

    Raises NoSuchMove for a finding that is put right already; else as `hold_for` does.
    """
    locked = hold_for(finding.supervision, "look-again", by=by)
    found = Finding.objects.get(pk=finding.pk)
    if found.came == "done":
        raise NoSuchMove("it is put right")
    made = Look.objects.create(finding=found, came=came, day=day, words=words, by=by)
    found.came = came
    if revisit_on is not None:
        found.revisit_on = max(revisit_on, found.due_on)
    found.save(update_fields=["came", "revisit_on"])
    seal(by, "look-again", locked, finding=found.pk, came=came, words=fingerprint(words))
    return made
