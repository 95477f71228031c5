"""Words as they are looked for: text made comparable, and cut into grams. Pure, no database."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from itertools import chain
from struct import unpack

MOST_ASKED = 200  # characters of a question; what comes after them is not looked for
MOST_WORDS, LONGEST_WORD, MOST_CUTS = 8, 40, 5
LATIN = re.compile("[0-9a-z]+")
DIGIT = re.compile("[0-9]")
KEPT_SYMBOLS = {"Sm", "Sc", "So"}
VARIANTS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))  # they choose a glyph, not a character
REPLACEMENT = 0xFFFD
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)", re.ASCII)


class Folded(dict):
    """What becomes of a character: half width and small; nothing where it is no part of a word."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKC", chr(code)).casefold()
        self[code] = "".join(filter(counts, letters)) if code != REPLACEMENT else ""
        return self[code]


def counts(letter: str) -> bool:
    """Whether a character can be part of a word; private and unassigned ones can."""
    kind = unicodedata.category(letter)
    if kind[0] == "S":
        return kind in KEPT_SYMBOLS and not letter.isascii()
    return (kind[0] in "LNM" and not any(ord(letter) in r for r in VARIANTS)) or kind in {
        "Co",
        "Cn",
    }


FOLDED = Folded()


def comparable(text: str) -> str:
    """A text without spaces, signs, controls and case, half width; variants of characters stay."""
    return unicodedata.normalize("NFC", text).translate(FOLDED)


def traced(composed: str) -> tuple[str, list[int]]:
    """The comparable form of a composed text, and from where in it each character comes."""
    pieces = [FOLDED[ord(letter)] for letter in composed]
    places = chain.from_iterable([place] * len(piece) for place, piece in enumerate(pieces))
    return "".join(pieces), list(places)


def words_of(question: str) -> list[str]:
    """The words of a question, each once, comparable; no more and no longer than are looked for."""
    words = (asked_word(word)[:LONGEST_WORD] for word in question[:MOST_ASKED].split())
    return list(dict.fromkeys(filter(None, words)))[:MOST_WORDS]


def asked_word(word: str) -> str:
    """A word of a question, comparable; a day or a month in figures as `day_word` writes it."""
    found = DAY.fullmatch(unicodedata.normalize("NFKC", word))
    if not found:
        return comparable(word)
    year, month, day = found.groups()
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def day_word(day: date) -> str:
    """A day as it stands in every document of that day."""
    return f"{day.year}年{day.month}月{day.day}日"


def grams(text: str) -> set[int]:
    """The grams of a comparable text, each a number of 32 bits with its sign.

    A gram is two neighbouring units of UTF-16 (so a rare character is one by itself), or three
    where all are Latin letters or digits: pairs of digits alone would tell too little.
    """
    found = pairs(text)
    for run in LATIN.findall(text):
        found.update(triples(run))
    return found


def pairs(text: str) -> set[int]:
    units = text.encode("utf-16-be")
    even, odd = len(units) // 4, (len(units) - 2) // 4
    found = set(unpack(f">{even}i", units[: even * 4]))
    if odd > 0:
        found.update(unpack(f">{odd}i", units[2 : odd * 4 + 2]))
    return found


def triples(run: str) -> Iterable[int]:
    """Threes of Latin letters or digits, as numbers that no pair has: U+0001 is in no word."""
    return (0x10000 + int(run[at : at + 3], 36) for at in range(len(run) - 2))


def singles(text: str) -> set[int]:
    """Each unit of UTF-16 by itself, as numbers that no pair has: U+0000 is in no word."""
    units = text.encode("utf-16-be")
    return set(unpack(f">{len(units) // 2}H", units))


def asked_grams(word: str) -> set[int]:
    """Grams that every text with this word has, as few as tell as much."""
    found = grams(word)
    for run in LATIN.findall(word):
        if len(run) > 2:
            found -= pairs(run)
    return found


def is_proven(word: str) -> bool:
    """Whether a text that has the grams of this word surely has the word."""
    return len(grams(word)) == 1 and len(pairs(word)) == 1


def cuts(word: str) -> list[tuple[str, str]]:
    """The ways to cut a long word once, near its middle, into pieces of two or more characters.

    Whoever types 路灯维修 finds 维修路灯, too. What has a digit is a number or a day: not cut.
    """
    if len(word) < 4 or DIGIT.search(word) or word.isascii():
        return []
    near = sorted(range(2, len(word) - 1), key=lambda at: (abs(2 * at - len(word)), at))
    return [(word[:at], word[at:]) for at in near[:MOST_CUTS]]
