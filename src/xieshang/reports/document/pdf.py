"""The PDF of a document, made from its docx."""

from datetime import UTC, date, datetime, time

import typst

from .fonts import Fonts
from .read import Reading
from .typeset import typeset


def pdf_of(reading: Reading, fonts: Fonts, day: date) -> bytes:
    """The PDF; the same reading gives the same bytes, dated that day."""
    compiler = typst.Compiler(font_paths=fonts.found)
    source = typeset(reading, fonts).encode()
    stamp = datetime.combine(day, time(), UTC)
    pdf = compiler.compile(input=source, format="pdf", timestamp=stamp)
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no single file")
    return pdf
