"""A report to be read on a page: its paragraphs, each number with the code of its figure."""

from dataclasses import dataclass
from functools import lru_cache

from .document.read import Paragraph, Reading, Span, Table, read
from .models import Report

FIGURE = "/f/"  # where a figure opens, by its code
KINDS = {0: "title", 1: "heading", 2: "heading", 3: "heading"}


@dataclass(frozen=True, slots=True)
class Words:
    """Some words; those with a `code` are a number, and open that figure."""

    text: str
    code: str = ""

    @property
    def address(self) -> str:
        """Where the figure opens, on this site."""
        return f"{FIGURE}{self.code}"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A title, a heading (level 1 to 3), a text, or a table with its rows of cells."""

    kind: str
    words: tuple[Words, ...] = ()
    level: int = 0
    rows: tuple[tuple[tuple[Words, ...], ...], ...] = ()

    @property
    def text(self) -> str:
        cells = (words for row in self.rows for cell in row for words in cell)
        return "".join(words.text for words in (*self.words, *cells))


def reading_of(report: Report) -> tuple[Fragment, ...]:
    """The fragments of a report in order, read from its docx."""
    return fragments(report.docx.sha256, report.docx.path)


@lru_cache(maxsize=64)
def fragments(_sha256: str, path) -> tuple[Fragment, ...]:
    """Of a kept file, which never changes, so that what was read once may be remembered."""
    reading: Reading = read(path.read_bytes())
    return tuple(fragment_of(block) for block in reading.blocks if block.text.strip())


def fragment_of(block: Paragraph | Table) -> Fragment:
    if isinstance(block, Table):
        rows = tuple(tuple(cell_of(cell) for cell in row) for row in block.rows)
        return Fragment("table", rows=rows)
    level = block.level
    kind = "text" if level is None else KINDS[level]
    return Fragment(kind, tuple(map(words_of, block.spans)), level or 0)


def cell_of(paragraphs: list[Paragraph]) -> tuple[Words, ...]:
    return tuple(words_of(span) for paragraph in paragraphs for span in paragraph.spans)


def words_of(span: Span) -> Words:
    _site, found, code = span.href.partition(FIGURE)
    return Words(span.text, code if found else "")
