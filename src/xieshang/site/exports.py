"""A list as a file: exactly the rows and columns shown, and the filters named inside it."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font

from .listing import Column

Row = Sequence[object]
Told = Sequence[tuple[str, str]]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def harmless(value: object) -> object:
    """The value as a cell: a text a spreadsheet would run as a formula gets an apostrophe."""
    if isinstance(value, datetime):
        return localtime(value).replace(tzinfo=None) if value.tzinfo else value
    if value is None or isinstance(value, bool | int | float | Decimal | date):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def notes(told: Told) -> list[object]:
    """What is told of a file, each in one cell: whoever reads the file takes it for no row."""
    return [harmless(_("%(name)s: %(why)s") % {"name": a, "why": b}) for a, b in told]


def as_csv(columns: Sequence[Column], rows: Iterable[Row], told: Told) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it; the filters follow the rows."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([harmless(column.label) for column in columns])
    writer.writerows([harmless(value) for value in row] for row in rows)
    writer.writerow([])
    writer.writerows([line] for line in notes(told))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(columns: Sequence[Column], rows: Iterable[Row], told: Told) -> bytes:
    """One sheet of rows, one sheet that says what was asked."""
    book = Workbook()
    sheet = book.active
    sheet.title = str(_("Rows"))
    sheet.append([harmless(column.label) for column in columns])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([harmless(value) for value in row])
    about = book.create_sheet(str(_("About")))
    for line in notes(told):
        about.append([line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FORMATS = {"csv": (as_csv, "text/csv; charset=utf-8"), "xlsx": (as_xlsx, XLSX)}


def export(
    kind: str, name: str, columns: Sequence[Column], rows: Iterable[Row], told: Told = ()
) -> HttpResponse:
    """The file `name.kind` to keep; raises Http404 for a kind nobody writes."""
    if kind not in FORMATS:
        raise Http404(kind)
    write, content_type = FORMATS[kind]
    return HttpResponse(
        write(columns, rows, told),
        content_type=content_type,
        headers={"Content-Disposition": content_disposition_header(True, f"{name}.{kind}")},
    )
