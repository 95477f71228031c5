"""Text files as they come from offices and web pages."""

from pathlib import Path

from xieshang.ledgers.workbook import WorkbookRefused
from xieshang.ledgers.workbook.encodings import decoded

from .terminal import Refused


def text_of(path: Path) -> str:
    """What a text file says, in UTF-8 or GB 18030; raises Refused where it is neither."""
    try:
        return decoded(path.read_bytes()).text
    except WorkbookRefused as refused:
        raise Refused(f"{path.name}: {refused}") from refused
