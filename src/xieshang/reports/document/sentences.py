"""A paragraph cut into sentences, so that one without its figure can be left out."""

import re
from dataclasses import replace

from .pieces import Piece

ENDS, CLOSING = "。！？；", "”’）】》」"
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


def with_full_stop(pieces: list[Piece]) -> list[Piece]:
    """The same, closed by a full stop where the clause after a semicolon has gone."""
    last = pieces[-1]
    if isinstance(last.content, str) and last.content.endswith("；"):
        return [*pieces[:-1], replace(last, content=last.content[:-1] + "。")]
    return pieces
