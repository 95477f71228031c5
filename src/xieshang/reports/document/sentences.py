"""A paragraph cut into sentences, so that one without its figure can be left out."""

import re
from dataclasses import replace

from .pieces import Piece

ENDS, CLOSING = "。！？；", "”’）】》」"
PART_OF = "其中"
SENTENCE = re.compile(f"[^{ENDS}]*[{ENDS}]+[{CLOSING}]*|[^{ENDS}]+")


def sentences_of(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces cut after every full stop, semicolon, question or exclamation mark."""
    sentences: list[list[Piece]] = []
    for part in (part for piece in pieces for part in cut(piece)):
        closes = isinstance(part.content, str) and part.content[0] in CLOSING
        if sentences and (closes or not ended(sentences[-1])):
            sentences[-1].append(part)
        else:
            sentences.append([part])
    return sentences


def cut(piece: Piece) -> list[Piece]:
    if not isinstance(piece.content, str):
        return [piece]
    return [replace(piece, content=text) for text in SENTENCE.findall(piece.content)]


def ended(sentence: list[Piece]) -> bool:
    last = sentence[-1].content
    return isinstance(last, str) and last.rstrip(CLOSING).endswith(tuple(ENDS))


def without_gaps(sentences: list[list[Piece | None]]) -> list[list[Piece]]:
    """The sentences in which nothing is None, without the clauses (其中) of one that is dropped.

    Where the clause that closed a sentence goes, the one before it is closed instead.
    """
    kept: list[list[Piece]] = []
    dropped = False
    for sentence in sentences:
        spoken = [piece for piece in sentence if piece is not None]
        follows = bool(spoken) and str(spoken[0].content).startswith(PART_OF)
        dropped = len(spoken) < len(sentence) or (dropped and follows)
        if not dropped:
            kept.append(spoken)
        elif kept and not goes_on(sentence):
            kept[-1] = closed(kept[-1])
    return kept


def goes_on(sentence: list[Piece | None]) -> bool:
    """Whether a clause follows after a semicolon."""
    last = sentence[-1]
    return last is not None and isinstance(last.content, str) and last.content.endswith("；")


def closed(sentence: list[Piece]) -> list[Piece]:
    """The same with a full stop instead of a semicolon at its end."""
    if not goes_on([*sentence]):
        return sentence
    return [*sentence[:-1], replace(sentence[-1], content=sentence[-1].content[:-1] + "。")]
