"""The PDF of what was written, from its docx."""

import io

from docx import Document

from ..document.fonts import Fonts
from ..document.pdf import pdf_of as printed
from ..document.read import read
from ..printing import fonts as fonts_here


def pdf_of(docx: bytes, fonts: Fonts | None = None) -> bytes:
    """The PDF of a letter or a form, dated as it is; the same docx gives the same bytes.

    In the given fonts, else in those of this machine. Raises NoChineseFont.
    """
    day = Document(io.BytesIO(docx)).core_properties.created.date()
    return printed(read(docx), fonts or fonts_here(), day)
