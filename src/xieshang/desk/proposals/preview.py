"""What the public would read of a proposal: masked by rule, then by whoever looks it over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Assignment, Matter, Text
from xieshang.reading.differences import Piece, compared
from xieshang.reading.masking import KINDS, mask, masks

HEADINGS = (("situation", "情况"), ("analysis", "分析"), ("advice", "建议"))
FIELDS = ("title", "text", "reply")
OPEN_TO = {Role.AUTHOR, Role.SIGNER, Role.OFFICE, Role.UNIT}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its words as written beside those to be read, and what still looks personal."""

    label: str
    name: str
    pieces: list[Piece]
    left: list[tuple[str, str]]

    @property
    def changed(self) -> int:
        return sum(not piece.same for piece in self.pieces)


def preview(_request, matter: Matter, form) -> Mapping[str, object]:
    """Every field side by side; a form that is still empty begins with the masks of the rules."""
    said, names = as_written(matter), names_in(matter)
    if not form.is_bound and not form.initial:
        form.initial = {name: mask(said[name], names) for name in FIELDS}
    return {"fields": [field_of(form[name], said[name], names) for name in FIELDS if said[name]]}


def field_of(bound, original: str, names: list[str]) -> Field:
    """One field as it would be read now."""
    words = (bound.value() or "").replace("\r\n", "\n")
    left = [
        (words[each.start : each.end], _(KINDS[each.kind]))
        for each in masks(words, names)
        if "*" not in words[each.start : each.end]
    ]
    return Field(bound.label, bound.name, compared(original, words), left)


def as_written(matter: Matter) -> dict[str, str]:
    """The title, the text under its headings, and the signed replies of the present round."""
    text = matter.texts.latest_of(Text.Edition.ORIGINAL)
    parts = [(heading, getattr(text, name)) for name, heading in HEADINGS] if text else []
    parts = [(heading, words) for heading, words in parts if words]
    whole = "\n\n".join(f"{heading}\n{words}" if parts[1:] else words for heading, words in parts)
    said = "\n\n".join(f"{unit}\n{words}" for unit, words in replies_of(matter))
    return {"title": matter.title, "text": whole, "reply": said}


def replies_of(matter: Matter) -> Iterable[tuple[str, str]]:
    """Each unit that has signed a reply, with the newest one."""
    for part in matter.assignments.all():
        if part.part != Assignment.Part.JOINT:
            rows = part.replies.filter(signed_on__isnull=False).select_related("answer_class")
            if newest := rows.order_by("round", "version").last():
                yield f"{part.unit}（{newest.answer_class.letter}类）", newest.text


def names_in(matter: Matter) -> list[str]:
    """The names on record that a text may hold: who wrote, who signed, who answered."""
    signed = matter.signatures.select_related("person")
    people = [matter.raised_by, *(row.person for row in signed)]
    names = {str(person) for person in people if person} | {matter.author}
    names |= {receipt.name for receipt in [getattr(matter, "receipt", None)] if receipt}
    for part in matter.assignments.all():
        for reply in part.replies.all():
            names |= {reply.contact_name, reply.leader}
    return sorted(names - {"", matter.organisation})
