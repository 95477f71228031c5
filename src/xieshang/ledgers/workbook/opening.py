"""Opening a workbook: in a child process, whatever is in it."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from xieshang.ledgers.workbook.bounds import BOUNDS, LIMITS
from xieshang.ledgers.workbook.confinement import run_confined
from xieshang.ledgers.workbook.model import Sheet, Workbook
from xieshang.ledgers.workbook.refusals import WorkbookRefused, notice
from xieshang.ledgers.workbook.wire import BrokenFrame, read_frames

CHILD = "xieshang.ledgers.workbook.child"


def open_workbook(path: str | os.PathLike[str], name: str | None = None) -> Workbook:
    """The workbook in a file, whole; `name` is what its office called it.

    Raises WorkbookRefused and nothing else for whatever the file holds; OSError where there is no
    file to read.
    """
    place = Path(path).resolve(strict=True)
    called = place.name if name is None else name
    with TemporaryFile() as output:
        arguments = [str(place), argument_safe(called), json.dumps(asdict(BOUNDS))]
        run_confined(CHILD, arguments, output, LIMITS)
        output.seek(0)
        return assembled(output, called)


def argument_safe(name: str) -> str:
    """A name that may be an argument of a process: no NUL, no lone surrogate."""
    return name.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def assembled(output: IO[bytes], name: str) -> Workbook:
    """The workbook a child told of; what ends too early was torn on the way."""
    sheets: list[Sheet] = []
    try:
        for kind, content in read_frames(output):
            if kind == "refused":
                reason, values = content
                raise WorkbookRefused(reason, **values)
            if kind == "sheet":
                sheets.append(empty_sheet(content))
            elif kind == "rows":
                sheets[-1].rows.extend(content)
            elif kind == "book":
                return whole_workbook(name, sheets, content)
    except BrokenFrame as broken:
        raise WorkbookRefused("too-much-text") from broken
    raise WorkbookRefused("too-much-text")


def empty_sheet(head: list[Any]) -> Sheet:
    """A sheet whose rows are still to come."""
    name, merged, hidden = head
    return Sheet(name, [], tuple(map(tuple, merged)), hidden=hidden)


def whole_workbook(name: str, sheets: list[Sheet], content: list[Any]) -> Workbook:
    """The sheets with what is known of the file as a whole."""
    book, notices = content
    warnings = tuple(notice(reason, **values) for reason, values in notices)
    return Workbook(name=name, sheets=tuple(sheets), warnings=warnings, **book)
