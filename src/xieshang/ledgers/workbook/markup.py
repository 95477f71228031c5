"""XML parts looked at while they stream past: no document type, no entities, only UTF-8."""

import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from xieshang.ledgers.workbook.refusals import WorkbookRefused

DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
PLAIN = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
# `<` in two or four bytes, perhaps behind a mark of the byte order and blanks.
WIDE = re.compile(rb"(?:\xff\xfe|\xfe\xff|\x00\x00\xfe\xff)?[\x00\s]*(?:<\x00|\x00<)")
HEAD = 512
OVERLAP = 32  # a declaration may lie across two pieces


def vetted(chunks: Iterable[bytes], part: str) -> Iterator[bytes]:
    """The pieces of a part, passed on; refuses it if it is XML and declares or encodes oddly."""
    pieces = iter(chunks)
    head = gathered_head(pieces)
    wide = "UTF-16" if WIDE.match(head) else None
    if not wide and not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        yield head
        yield from pieces
        return
    yield from declared_plainly(head, pieces, part, wide or odd_encoding(head))


def gathered_head(pieces: Iterator[bytes]) -> bytes:
    """The first HEAD bytes or more, or all there are."""
    head = b""
    while len(head) < HEAD and (piece := next(pieces, None)) is not None:
        head += piece
    return head


def odd_encoding(head: bytes) -> str | None:
    """The encoding an XML declaration names, where it is not UTF-8."""
    named = ENCODING.search(head[:HEAD])
    if not named or named[1].lower() in PLAIN:
        return None
    return named[1].decode("ascii", "replace")


def declared_plainly(
    head: bytes, pieces: Iterator[bytes], part: str, encoding: str | None
) -> Iterator[bytes]:
    """The pieces of an XML part; a declaration is looked for in odd encodings too, then refused."""
    tail = b""
    piece: bytes | None = head
    while piece is not None:
        seen = tail + (piece.replace(b"\x00", b"") if encoding else piece)
        if b"<!" in seen and DECLARES.search(seen):
            raise WorkbookRefused("dtd", part=part)
        tail = seen[-OVERLAP:]
        if not encoding:
            yield piece
        piece = next(pieces, None)
    if encoding:
        raise WorkbookRefused("xml-encoding", part=part, encoding=encoding)


class LocalNames(dict[str, str]):
    """`x:row` → `row`, remembered: element names without their prefix."""

    def __missing__(self, name: str) -> str:
        local = name.rpartition(":")[2]
        self[name] = local
        return local


def walk(chunks: Iterable[bytes], parser: expat.XMLParserType, part: str) -> None:
    """Feed a vetted part to a parser with its handlers set; broken XML is refused as damaged."""
    try:
        for chunk in chunks:
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError as broken:
        raise WorkbookRefused("damaged", part=part) from broken
