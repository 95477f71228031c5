"""What Chinese text says of persons, made unreadable before anyone may publish it.

A mask leaves the length as it was and so much that a reader knows what stood there: 张*,
138******00, 民族大道***号. It is a proposal: an officer keeps or adds places before publication.
What is left as it is, by decision: a surname with a title (王女士) and 李某某, which say no more
than a mask does; a building without a flat (3号楼, 幸福小区3号楼), which is what many matters are
about; days, sums, numbers of documents and proposals, codes of places.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from .addresses import ADDRESSES, addresses
from .characters import narrow
from .naming import CUED, cued_names, known_names
from .personal_numbers import NUMBERS
from .unreadable import gettext_noop

KINDS = {
    "e-mail": gettext_noop("E-mail"),
    "identity": gettext_noop("Identity number"),
    "card": gettext_noop("Bank card"),
    "mobile": gettext_noop("Mobile telephone"),
    "telephone": gettext_noop("Telephone"),
    "plate": gettext_noop("Number plate"),
    "name": gettext_noop("A person’s name"),
    "address": gettext_noop("House or flat"),
    "by-hand": gettext_noop("Added by hand"),
}
Found = tuple[int, int, str]  # first sign, the one after the last, and what to show: * or a sign
Finder = Callable[[str], Iterable[Found]]
FINDERS: list[tuple[str, Finder]] = [
    *NUMBERS,
    *(("address", partial(addresses, form=form)) for form in ADDRESSES),
]
CUES: list[tuple[str, Finder]] = [("name", partial(cued_names, form=form)) for form in CUED]


@dataclass(frozen=True, slots=True)
class Mask:
    """A place in a text: from `start` up to `end`, its kind (of KINDS) and what is shown of it."""

    start: int
    end: int
    kind: str
    shown: str


def masks(text: str, names: Collection[str] = ()) -> list[Mask]:
    """What is to be masked, in order and apart from each other; `names` are of known people."""
    known: Finder = partial(known_names, names=names)
    places: list[Mask] = []
    shown, before = text, None
    while shown != before:  # stars may end what ran into the next number
        before = shown
        for kind, find in [*FINDERS, ("name", known), *CUES]:
            found = [Mask(a, b, kind, stars) for a, b, stars in find(narrow(shown))]
            shown = covered(shown, found)
            places += found
    spans = ((start, end, kind, shown[start:end]) for start, end, kind in _joined(places))
    return [Mask(*span) for span in spans if "*" in span[-1]]


def mask(text: str, names: Collection[str] = ()) -> str:
    """The text with all of that starred out; the same length. Masking it again changes nothing."""
    return covered(text, masks(text, names))


def covered(text: str, places: Iterable[Mask]) -> str:
    """The text with the stars of these places laid over it."""
    signs = list(text)
    for each in places:
        for place, sign in enumerate(each.shown, each.start):
            if sign == "*":
                signs[place] = sign
    return "".join(signs)


def by_hand(text: str, start: int, end: int) -> Mask:
    """A place which somebody marked: every sign of it starred but blanks."""
    return Mask(start, end, "by-hand", "".join(s if s.isspace() else "*" for s in text[start:end]))


def _joined(places: Iterable[Mask]) -> Iterator[tuple[int, int, str]]:
    """Places in order; those that touch the same signs as one, of the kind found first."""
    joined: list[tuple[int, int, str]] = []
    for each in sorted(places, key=lambda each: each.start):
        if joined and each.start < joined[-1][1]:
            first, last, kind = joined[-1]
            joined[-1] = first, max(last, each.end), kind
        else:
            joined.append((each.start, each.end, each.kind))
    return iter(joined)
