"""The text of a report as its author wrote it beside what the office made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from xieshang.lifecycle.models import Step
from xieshang.lifecycle.table import Role
from xieshang.matters.models import Matter, Text
from xieshang.reading.differences import Piece, compared

PARTS: Mapping[str, Promise] = {
    "title": pgettext_lazy("of a text", "Title"),
    "situation": _("Situation"),
    "analysis": _("Analysis"),
    "advice": _("Suggestion"),
}
# Who had it in hand, by the step they took.
HANDS = (("edit", _("Edited by")), ("hand-up", _("Checked by")), ("adopt", _("Signed by")))
UNSIGNED = {"editing", "checking"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of two texts, piece by piece."""

    label: str
    pieces: list[Piece]

    @property
    def same(self) -> bool:
        return all(piece.same for piece in self.pieces)

    @property
    def changes(self) -> list[Piece]:
        return [piece for piece in self.pieces if not piece.same]


@dataclass(frozen=True, slots=True)
class Changed:
    """How much an editor changed: passages, signs taken out, signs put in."""

    passages: int
    out: int
    put: int


def byline(seen) -> Mapping[str, object]:
    """Who wrote it, as what, and for which body."""
    matter = seen.matter
    known = getattr(matter, "byline", None)
    facts = (
        (pgettext_lazy("of a text", "Author"), matter.author),
        (_("Written as"), known.get_standing_display() if known else ""),
        (_("For"), matter.organisation),
        (_("Came from"), matter.came_from.short if matter.came_from_id else ""),
    )
    return {"facts": [fact for fact in facts if fact[1]], "origin": matter.came_from_id}


def parts_of(original: Text, edited) -> list[Part]:
    """The parts that one of the two says something in; `edited` has them as attributes."""
    pairs = [(label, getattr(original, n), getattr(edited, n)) for n, label in PARTS.items()]
    return [Part(str(label), compared(*pair)) for label, *pair in pairs if any(pair)]


def changed_in(parts: Sequence[Part]) -> Changed:
    """How much was changed in all parts together."""
    pieces = [piece for part in parts for piece in part.changes]
    out, put = sum(len(p.before) for p in pieces), sum(len(p.after) for p in pieces)
    return Changed(len(pieces), out, put)


def hands_of(matter: Matter) -> list[tuple[str, Step]]:
    """Editor, checker and signer: each with the last step that made them so."""
    steps = {step.verb: step for step in matter.steps.all()}
    return [(str(label), steps[verb]) for verb, label in HANDS if verb in steps]


def texts(seen) -> Mapping[str, object] | None:
    """The part of a report's page, for whom it concerns: the public reads a masked text."""
    return both_texts(seen) if seen.inside else None


def both_texts(seen) -> Mapping[str, object] | None:
    """The two texts; what is being edited is the office's until it is signed."""
    matter = seen.matter
    newest = {text.edition: text for text in matter.texts.select_related("by")}
    original, edited = newest.get(Text.Edition.ORIGINAL), newest.get(Text.Edition.EDITED)
    if original is None:
        return None
    if edited and matter.status in UNSIGNED and Role.OFFICE not in seen.roles:
        edited = None
    told = [(str(label), getattr(original, name)) for name, label in PARTS.items()]
    parts = parts_of(original, edited) if edited else []
    return {
        "original": original,
        "edited": edited,
        "told": [(label, words) for label, words in told[1:] if words],
        "parts": parts,
        "changed": changed_in(parts),
        "hands": hands_of(matter),
    }
