"""What somebody may do with a subject: moves and deeds, each as one button with its hindrance."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from xieshang.lifecycle.actions import open_deed, open_move, open_to
from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Deed, Role
from xieshang.matters.actions import do, take
from xieshang.matters.forms import FORMS, Answers

from .dressing import DRESSES, ELSEWHERE, PLAIN, Dress

# The usual way on, from state to state: its button stands out among those a person has.
ONWARD = {
    "submit", "file", "assign", "receive", "opine", "countersign", "reply", "pass", "sign-off",
    "adopt", "hand-up", "edit", "handle", "say-more", "sign", "rate", "archive", "track",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """How one acts: `asked` asks for a form in the address, `field` names what is sent."""

    asked: str
    field: str
    open: Callable[..., Any]
    act: Callable[..., object]

    def table(self, subject: Subject) -> dict[str, Any]:
        """All moves, or all deeds, that the life of a subject knows, by their names."""
        life = subject.lifecycle
        if self is MOVE:
            return {move.verb: move for move in life.moves}
        return {deed.name: deed for deed in life.deeds}


MOVE = Way("move", "verb", open_move, take)
DEED = Way("deed", "name", open_deed, do)
WAYS = (MOVE, DEED)


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing a person may do: its button, where its form is, and why it must wait, if it must.

    `here`: its form opens in this place; else `href` leads elsewhere on the page, or to another.
    """

    way: Way
    name: str
    label: str
    asks: str
    href: str
    here: bool = True
    hindrance: str = ""

    @property
    def onward(self) -> bool:
        return self.name in ONWARD and not self.hindrance

    @property
    def moves(self) -> bool:
        return self.way is MOVE

    @property
    def dress(self) -> Dress:
        return DRESSES.get(self.asks, PLAIN)


@dataclass(frozen=True, slots=True)
class Gone:
    """A move that came too late: what was wanted, what somebody did before, what was typed."""

    label: str
    deed: str
    step: Step | None
    typed: list[tuple[str, str]]


@dataclass(slots=True)
class Acting:
    """What the component shows: the offers, the form that is open, what became of the last try.

    `roles` is what the person is to the subject, for the rest of the page.
    """

    roles: set[Role]
    page: str
    sends: Mapping[str, str]
    offers: list[Offer]
    asked: Offer | None = None
    form: Answers | None = None
    dress: Mapping[str, object] = field(default_factory=dict)
    gone: Gone | None = None
    hindered: str = ""
    done: str = ""
    sent: str = ""
    told: int = 0  # how many people hear of it, as far as that is known before
    focused: bool = False  # whether somebody asked for the form that is open
    after: int = 0  # the last step this person saw: another one since makes them too late

    @property
    def moves(self) -> list[Offer]:
        return [offer for offer in self.offers if offer.moves]

    @property
    def deeds(self) -> list[Offer]:
        return [offer for offer in self.offers if not offer.moves]

    @property
    def to(self) -> str:
        """Where the open form is sent."""
        return self.sends[self.asked.way.asked] if self.asked else ""


def offers_to(person, subject: Subject, roles: set[Role], only: Collection[str]) -> list[Offer]:
    """Everything this person may do to this subject where it stands, in the order of its table.

    `only`: the deeds of a page that is for these alone.
    """
    moves, deeds = open_to(roles, subject)
    if only:
        return [here(deed, subject, person) for deed in deeds if deed.name in only]
    offers = [
        Offer(
            MOVE, move.verb, move.label, move.asks, f"?move={move.verb}",
            hindrance=subject.hindrance(move),
        )
        for move in moves
    ]  # fmt: skip
    for deed in deeds:
        asks = deed.asks or deed.name
        if elsewhere := ELSEWHERE.get(deed.name):
            place = elsewhere(subject)
            if place.startswith("#"):
                continue  # its form stands open on the same page
            offers.append(Offer(DEED, deed.name, deed.label, asks, place, here=False))
        elif asks in FORMS:
            offers.append(here(deed, subject, person))
    return offers


def here(deed: Deed, subject: Subject, person) -> Offer:
    """A deed whose form opens in this place."""
    reason = subject.deed_hindrance(deed, person)
    href = f"?deed={deed.name}"
    return Offer(DEED, deed.name, deed.label, deed.asks or deed.name, href, hindrance=reason)


def offer_of(way: Way, name: str, subject: Subject) -> Offer:
    """What was just sent, to be shown once more with what is wrong."""
    known = way.table(subject)[name]
    asks = known.asks or (name if way is DEED else "")
    return Offer(way, name, known.label, asks, f"?{way.asked}={name}")
