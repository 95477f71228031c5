"""Beginning a proposal, saving its text with its author's wishes, and handing it in."""

from dataclasses import dataclass, fields
from typing import Any

from django.db import transaction

from xieshang.audit.actions import fingerprint, seal
from xieshang.people.models import Unit

from ..models import Consent, Matter, Text, Wish
from .writing import Words, draft, handed_in, save_text


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an author wishes, as it comes from a form. Whoever wants it hidden says why."""

    publish: bool = True
    why_not: str = ""
    convert: bool = False
    contact: bool = False
    unit: Unit | None = None


@transaction.atomic
def begin_proposal(words: Words, wishes: Wishes, *, by, committee, organisation: str = ""):
    """Begin a proposal: a member's own, or that of an organisation for which somebody writes."""
    matter = draft(
        "proposal", words, by=by, committee=committee, organisation=organisation,
        author=organisation,
    )  # fmt: skip
    wish(matter, wishes, by=by)
    return matter


@transaction.atomic
def save_proposal(matter: Matter, words: Words, wishes: Wishes, *, started_from: int, by) -> Text:
    """Save the text, where it has changed, and the wishes; raises as `save_text` does."""
    latest = matter.texts.latest_of(Text.Edition.ORIGINAL)
    if latest is None or latest.number != started_from or words != words_of(latest):
        latest = save_text(matter, Text.Edition.ORIGINAL, words, started_from=started_from, by=by)
    wish(matter, wishes, by=by)
    return latest


def words_of(text: Text) -> Words:
    """A kept text as it would come from a form."""
    return Words(text.title, text.situation, text.analysis, text.advice)


def wish(matter: Matter, wishes: Wishes, *, by) -> None:
    """Keep the wishes in the place of those that were there; nothing where they are the same."""
    said: dict[str, Any] = {each.name: getattr(wishes, each.name) for each in fields(wishes)}
    if wishes.publish:
        said["why_not"] = ""
    if Wish.objects.filter(matter=matter, **said).exists():
        return
    Wish.objects.update_or_create(matter=matter, defaults=said)
    unit = wishes.unit.pk if wishes.unit else None
    seal(by, "wish", matter, **said | {"unit": unit, "why_not": fingerprint(said["why_not"])})


def hand_in(matter: Matter, *, by) -> None:
    """What the author wished about publishing is from now on their consent, or their refusal."""
    handed_in(matter, by=by)
    wished = Wish.objects.filter(matter=matter).first()
    if wished is None:
        return
    said = matter.consents.filter(side=Consent.Side.AUTHOR).last()
    if said and (said.agreed, said.note) == (wished.publish, wished.why_not):
        return
    Consent.objects.create(
        matter=matter, side=Consent.Side.AUTHOR, agreed=wished.publish, note=wished.why_not, by=by
    )
    seal(by, "consent", matter, side="author", agreed=wished.publish)


EFFECTS = {("proposal", "submit"): hand_in}
