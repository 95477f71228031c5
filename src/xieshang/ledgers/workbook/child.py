"""The child that looks a file through and reads it: `python -m …child PATH NAME BOUNDS`."""

import hashlib
import json
import sys
from pathlib import Path
from typing import IO

from xieshang.ledgers.workbook.bounds import Bounds
from xieshang.ledgers.workbook.guard import inspect
from xieshang.ledgers.workbook.reading import OpenSheet, sheets_of, text_sheet
from xieshang.ledgers.workbook.refusals import WorkbookRefused
from xieshang.ledgers.workbook.wire import write_frame


def tell(path: Path, name: str, bounds: Bounds, out: IO[bytes]) -> None:
    """Write the file's sheets as frames, and last what is known of it as a whole."""
    with path.open("rb") as file:
        data = file.read(bounds.file_bytes + 1)
    sha256 = hashlib.sha256(data).hexdigest()
    findings = inspect(data, bounds)
    del data
    encoding = delimiter = None
    if findings.kind == "csv":
        sheet, encoding, delimiter = text_sheet(findings, name, bounds)
        tell_sheet(sheet, out)
    else:
        for sheet in sheets_of(findings):
            tell_sheet(sheet, out)
    book = {
        "sha256": sha256,
        "kind": findings.kind,
        "date_epoch": findings.date_epoch,
        "encoding": encoding,
        "delimiter": delimiter,
    }
    notices = [[notice.reason, notice.values] for notice in findings.notices]
    write_frame(out, "book", [book, notices])


def tell_sheet(sheet: OpenSheet, out: IO[bytes]) -> None:
    """Write one sheet: its head, then its rows."""
    write_frame(out, "sheet", [sheet.name, sheet.merged, sheet.hidden])
    for block in sheet.blocks:
        write_frame(out, "rows", block)


def main() -> None:
    """Tell of the file the arguments name; a refusal is told too."""
    path, name, bounds = sys.argv[1:]
    out = sys.stdout.buffer
    try:
        tell(Path(path), name, Bounds(**json.loads(bounds)), out)
    except WorkbookRefused as refused:
        write_frame(out, "refused", [refused.reason, refused.values])
    out.flush()


if __name__ == "__main__":
    main()
