"""The parts of a matter's page, in the order they stand there; parts of several lives are shared.

A part is left out where its `gather` has nothing to show.
"""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from .assigned import assigned
from .opinion.ladder import ladder
from .opinion.texts import byline, texts
from .proposals.filed import filed
from .proposals.mergers import mergers
from .proposals.opens import opens
from .proposals.ratings import ratings
from .proposals.review import review
from .proposals.signatures import signatures
from .proposals.tracking import distinctions, look_backs
from .seen import Gathered, Section, Seen
from .study.onward import came_from
from .texts import attached, wished, written
from .voices_parts import OPENS, RAISER, REMARKS, SAID, SENDERS

REASONS_TO_ALL = ("closing", "proof")  # forms whose reason the public reads


def gathered(seen: Seen, *, aside: bool) -> Iterator[Gathered]:
    """The parts of one side of the page."""
    for section in SECTIONS[seen.matter.life]:
        if section.aside is not aside or not (section.public or seen.inside):
            continue
        if (own := section.gather(seen)) is not None:
            yield Gathered(section.name, section.template, own)


def history(seen: Seen) -> Mapping[str, object]:
    """Each step in words: what was done, where it led, the step itself."""
    life = seen.matter.lifecycle
    known = {move.verb: move for move in life.moves}
    words = {verb: move.label for verb, move in known.items()}
    read = {verb for verb, move in known.items() if seen.inside or move.asks in REASONS_TO_ALL}
    lines = [
        (words.get(step.verb, _("Raised")), life.state(step.went_to).label, step, step.verb in read)
        for step in seen.matter.steps.all()
    ]
    return {"lines": lines, "inside": seen.inside}


def published(seen: Seen) -> Mapping[str, object] | None:
    """The masked text, for those who may read no more than the public."""
    text = None if seen.inside else seen.matter.publications.standing().first()
    return {"text": text} if text else None


def told(seen: Seen) -> Mapping[str, object]:
    """What the ledger or the author says of it, as far as they say something."""
    matter = seen.matter
    facts = (
        (_("Number in the ledger"), matter.ledger_number),
        (_("Author"), matter.author if seen.inside else ""),
        (_("Source"), matter.source),
        (_("County or city"), matter.area),
        (_("Handling unit"), matter.unit),
        (_("Sent to"), matter.sent_to),
        (_("Answer"), matter.opinion),
    )
    return {"facts": [fact for fact in facts if fact[1]]}


def brought(seen: Seen) -> Mapping[str, object] | None:
    """The rows of an office's list that it was brought in with, where it was."""
    return rests_on(seen) if seen.matter.has_evidence else None


def rests_on(seen: Seen) -> Mapping[str, object]:
    """The rows of ledgers that tell of it."""
    return {"evidence": seen.matter.evidence.select_related("file__committee")}


TEXT = Section("text", "desk/matter/text.html", written)
FILES = Section("attachments", "desk/matter/attachments.html", attached)
FILED = Section("filed", "desk/matter/facts.html", filed, aside=True)
WISHES = Section("wishes", "desk/proposals/wishes.html", wished, aside=True)
SIGNATURES = Section("signatures", "desk/proposals/signatures.html", signatures)
REVIEW = Section("review", "desk/proposals/review.html", review, aside=True)
MERGERS = Section("mergers", "desk/proposals/mergers.html", mergers)
RATINGS = Section("ratings", "desk/proposals/ratings.html", ratings)
LOOK_BACKS = Section("look-backs", "desk/proposals/look_backs.html", look_backs)
DISTINCTIONS = Section("distinctions", "desk/proposals/distinctions.html", distinctions, aside=True)
PUBLIC = Section("public", "desk/proposals/public.html", opens, aside=True)
LADDER = Section("ladder", "desk/opinion/ladder.html", ladder)
REPORT = Section("text", "desk/opinion/texts.html", texts)
BYLINE = Section("told", "desk/opinion/byline.html", byline, aside=True)
ASSIGNED = Section("assignments", "desk/matter/assignments.html", assigned)
PUBLISHED = Section("published", "desk/matter/published.html", published, public=True)
HISTORY = Section("history", "desk/matter/history.html", history, aside=True, public=True)
TOLD = Section("told", "desk/matter/told.html", told, aside=True, public=True)
RESTS_ON = Section("evidence", "desk/matter/rests_on.html", rests_on, public=True)

CAME_FROM = Section("came-from", "desk/study/came_from.html", came_from, aside=True)
BROUGHT = Section("evidence", "desk/matter/rests_on.html", brought)

SECTIONS: Mapping[str, tuple[Section, ...]] = {
    "proposal": (
        REVIEW, FILED, WISHES, CAME_FROM, DISTINCTIONS, PUBLIC, PUBLISHED, MERGERS, ASSIGNED,
        RATINGS, LOOK_BACKS, TEXT, FILES, SIGNATURES, BROUGHT, HISTORY,
    ),
    "opinion-report": (LADDER, BYLINE, REPORT, FILES, ASSIGNED, PUBLIC, HISTORY),
    "problem": (TOLD, RAISER, OPENS, SAID, SENDERS, REMARKS, RESTS_ON, ASSIGNED, FILES, HISTORY),
    "advice": (TOLD, RESTS_ON, HISTORY),
}  # fmt: skip
