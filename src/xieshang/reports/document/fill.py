"""A template and a ledger make a document: every number in it is a quote of a figure.

1. Blocks are unrolled, once for every committee.
2. Each figure is asked for. A sentence of which one figure has no records, or is nought
   without being allowed to be, is dropped whole, with the clauses that begin with 其中; so is
   a paragraph which had figures and kept none, and a heading with nothing left under it.
3. What remains is numbered (序号).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .grammar import Each, End, Listing, Name, Number, Word
from .pieces import Piece
from .quote import Ledger, Place, Quote, Setting, in_full
from .sentences import sentences_of, without_gaps
from .template import TEXT, Grid, Line, Template

COUNTER = Word("序号")
NUMERALS = "一二三四五六七八九"
NO_RECORDS = "—"


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the template about to be written; its pieces hold text and Quotes."""

    line: Line
    pieces: list[Piece]

    @property
    def level(self) -> int:
        return self.line.level

    @property
    def lists(self) -> str:
        """What the passage is to be a list of: figures, definitions or nothing."""
        mark = self.line.sole
        return mark.of if isinstance(mark, Listing) else ""


@dataclass(frozen=True, slots=True)
class FilledGrid:
    """A table of the template about to be written."""

    grid: Grid
    cells: list[Passage]
    level = TEXT


Part = Passage | FilledGrid


def fill(template: Template, setting: Setting, ledger: Ledger) -> list[Part]:
    """The parts of the document, in order."""
    answer = Answers(setting, ledger)
    parts: list[Part] = []
    for part, place in unrolled(template, setting.place, ledger):
        if isinstance(part, Grid):
            parts.append(FilledGrid(part, [answer.cell(line, place) for line in part.lines]))
        elif passage := answer.paragraph(part, place):
            parts.append(passage)
    return numbered(with_something_under(parts))


def unrolled(
    template: Template, place: Place, ledger: Ledger
) -> Iterator[tuple[Line | Grid, Place]]:
    """Every part with the committee it speaks of, blocks repeated."""
    block: list[Line | Grid] = []
    tier = ""
    for part in template.parts:
        mark = part.sole if isinstance(part, Line) else None
        if isinstance(mark, Each):
            block, tier = [], mark.tier
        elif isinstance(mark, End):
            for each in ledger.below(place, tier):
                yield from ((inner, each) for inner in block)
            tier = ""
        elif tier:
            block.append(part)
        else:
            yield part, place


@dataclass(frozen=True, slots=True)
class Answers:
    """Puts words and figures in the place of the placeholders."""

    setting: Setting
    ledger: Ledger

    def paragraph(self, line: Line, place: Place) -> Passage | None:
        """The paragraph with its figures, or None when it had some and kept none."""
        sentences = [
            [self.resolved(piece, place) for piece in sentence]
            for sentence in sentences_of(line.pieces)
        ]
        kept = without_gaps(sentences)
        pieces = [piece for sentence in kept for piece in sentence]
        if len(kept) < len(sentences) and not any(isinstance(p.content, Quote) for p in pieces):
            return None
        return Passage(line, pieces)

    def cell(self, line: Line, place: Place) -> Passage:
        """A cell of a table: a nought is printed, no records are a dash."""
        pieces = [
            self.resolved(piece, place, nought=True) or replace(piece, content=NO_RECORDS)
            for piece in line.pieces
        ]
        return Passage(line, pieces)

    def resolved(self, piece: Piece, place: Place, nought: bool = False) -> Piece | None:
        """The piece with its word or its figure; None for a figure which says nothing."""
        asked = piece.content
        if isinstance(asked, Number):
            quote = self.ledger.quote(replace(asked, zero=asked.zero or nought), place)
            return replace(piece, content=quote, href=quote.address) if quote else None
        if isinstance(asked, Name):
            return replace(piece, content=asked.text)
        if isinstance(asked, Word) and asked != COUNTER:
            return self.word(piece, asked.name, place)
        return piece

    def word(self, piece: Piece, name: str, place: Place) -> Piece:
        if name == "网址":
            return replace(piece, content=self.setting.site, href=self.setting.site)
        words = {
            "年份": self.setting.year,
            "期间": self.setting.period,
            "日期": in_full(self.setting.day),
            "政协": place.title,
            "地名": place.name,
            "各级": place.every,
            "品牌": place.programme,
        }
        return replace(piece, content=words[name])


def with_something_under(parts: list[Part]) -> list[Part]:
    """Without the headings under which nothing is left."""
    kept: list[Part] = []
    beneath = 0  # the level of what follows, read backwards; 0 is the end
    for part in reversed(parts):
        if part.level < TEXT and beneath <= part.level:
            continue
        kept.append(part)
        beneath = part.level
    return kept[::-1]


def numbered(parts: list[Part]) -> list[Part]:
    """The same, 序号 counted within each level, anew under every higher heading."""
    counts: dict[int, int] = {}
    done: list[Part] = []
    for part in parts:
        counts = {level: count for level, count in counts.items() if level <= part.level}
        if isinstance(part, Passage) and any(p.content == COUNTER for p in part.pieces):
            counts[part.level] = counts.get(part.level, 0) + 1
            part = Passage(part.line, counted(part.pieces, counts[part.level]))
        done.append(part)
    return done


def counted(pieces: list[Piece], number: int) -> list[Piece]:
    return [replace(p, content=numeral(number)) if p.content == COUNTER else p for p in pieces]


def numeral(number: int) -> str:
    """一 to 九十九, as headings are numbered."""
    tens, ones = divmod(number, 10)
    ten = {0: "", 1: "十"}.get(tens) or (NUMERALS[tens - 1] + "十" if tens else "")
    return ten + (NUMERALS[ones - 1] if ones else "")


def quotes_in(parts: list[Part]) -> list[Quote]:
    """Every figure quoted, once, in the order of the text."""
    passages = [p for part in parts for p in ([part] if isinstance(part, Passage) else part.cells)]
    quotes = [p.content for passage in passages for p in passage.pieces]
    return list({q.code: q for q in quotes if isinstance(q, Quote)}.values())
