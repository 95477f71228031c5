"""What an editor changed in a text: phrase by phrase, and inside a phrase sign by sign."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

ENDS = "，。；：！？、,.;:!?\n"
_PHRASE = re.compile(f"[^{ENDS}]*[{ENDS}]|[^{ENDS}]+")
LITTLE = 2  # signs that two changes may share by chance: nobody reads them as kept


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text as it was and as it became; one of the two may be empty."""

    before: str
    after: str

    @property
    def same(self) -> bool:
        return self.before == self.after


def compared(before: str, after: str) -> list[Piece]:
    """The two texts as one row of pieces; joined, either side is the text again."""
    pieces: list[Piece] = []
    for old, new in runs(_PHRASE.findall(before), _PHRASE.findall(after)):
        parts = runs(old, new) if old and new and old != new else [(old, new)]
        pieces += [Piece(one, other) for one, other in parts]
    return joined(pieces)


def runs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The runs that two rows of words share, and what stands in each other's place between."""
    # What stands everywhere (的) is no anchor; without it any text is quick to compare.
    for _what, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        yield "".join(before[a:b]), "".join(after[c:d])


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Changes with little between them are one change, and equal runs one run."""
    told: list[Piece] = []
    for at, piece in enumerate(pieces):
        changed = not piece.same or (
            len(piece.before) <= LITTLE
            and 0 < at < len(pieces) - 1
            and not pieces[at - 1].same
            and not pieces[at + 1].same
        )
        if told and told[-1].same is not changed:
            last = told.pop()
            piece = Piece(last.before + piece.before, last.after + piece.after)
        told.append(piece)
    return told
