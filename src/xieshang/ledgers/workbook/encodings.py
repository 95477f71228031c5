"""How the bytes of a text file are read, and whether that was known or guessed."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from xieshang.ledgers.workbook.refusals import WorkbookRefused

MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
SAMPLE = 200_000  # characters looked at
LIKELY = 0.6  # of the characters of honest Chinese text, far more are everyday ones
LONGEST_CODE = 4  # bytes of one character in any of the encodings


@dataclass(frozen=True)
class Decoded:
    """The text, the encoding it was read in, and whether the file left that open."""

    text: str
    encoding: str
    guessed: bool = False


def decoded(data: bytes) -> Decoded:
    """The text of a file; raises WorkbookRefused where no encoding of ours can read it whole."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(strictly(data, encoding), encoding)
    if data.isascii():
        return Decoded(data.decode("ascii"), "utf-8")
    by_encoding = {name: attempt(data, name) for name in ("utf-8", "gb18030")}
    readings = {name: text for name, text in by_encoding.items() if text is not None}
    if not readings:
        strictly(data, "utf-8" if reach(data, "utf-8") >= reach(data, "gb18030") else "gb18030")
    return likeliest(readings)


def likeliest(readings: dict[str, str]) -> Decoded:
    """The reading with more everyday characters; a guess unless the other is plainly worse."""
    likelihood = {name: everyday_share(text) for name, text in readings.items()}
    best = max(readings, key=lambda name: likelihood[name])  # UTF-8 comes first when equal
    others = [share for name, share in likelihood.items() if name != best]
    if not others:
        # Only UTF-8 follows rules strict enough to prove itself.
        return Decoded(readings[best], best, best != "utf-8" and likelihood[best] < LIKELY)
    sure = best == "utf-8" and likelihood[best] >= LIKELY > others[0]
    return Decoded(readings[best], best, not sure)


def attempt(data: bytes, encoding: str) -> str | None:
    """The text in this encoding, or None where the bytes do not fit it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def reach(data: bytes, encoding: str) -> int:
    """How many bytes fit the encoding before the first that does not."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as broken:
        return broken.start
    return len(data)


def strictly(data: bytes, encoding: str) -> str:
    """The text in an encoding that is certain; a last character cut in two means a torn file."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as broken:
        if broken.end == len(data) and len(data) - broken.start < LONGEST_CODE:
            raise WorkbookRefused("torn") from broken
        line = data.count(b"\n", 0, broken.start) + 1
        raise WorkbookRefused("unreadable-text", line=line) from broken


def everyday_share(text: str) -> float:
    """Which part of the characters beyond ASCII are everyday Chinese ones; 0.0 where none are."""
    counts = Counter(text[:SAMPLE])
    foreign = {letter: count for letter, count in counts.items() if letter > "\x7f"}
    everyday = sum(count for letter, count in foreign.items() if letter in everyday_characters())
    return everyday / (sum(foreign.values()) or 1)


@cache
def everyday_characters() -> frozenset[str]:
    """The 3,755 characters of level 1 of GB 2312, its signs and full-width forms."""
    rows = (*range(0xA1, 0xA4), *range(0xB0, 0xD8))
    codes = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return frozenset("".join(code.decode("gb2312", "ignore") for code in codes))
