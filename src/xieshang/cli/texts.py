"""Texts as they come from offices and web pages."""

from pathlib import Path

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from xieshang.ledgers.workbook import WorkbookRefused
from xieshang.ledgers.workbook.encodings import decoded

from .terminal import Refused


def text_of(path: Path) -> str:
    """What a text file (UTF-8, GB 18030) or a .docx says; raises Refused where it says nothing."""
    try:
        if path.suffix.lower() == ".docx":
            return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
        return decoded(path.read_bytes()).text
    except (WorkbookRefused, PackageNotFoundError, KeyError, ValueError) as refused:
        raise Refused(f"{path.name}: {refused}") from refused
