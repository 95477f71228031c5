"""Why a file is refused and what is remarked on, in words an office can act on."""

from collections.abc import Mapping

from xieshang.ledgers.workbook.model import Notice


def _(message: str) -> str:
    """Mark a msgid; the pages translate it (this package knows no Django)."""
    return message


REFUSALS: Mapping[str, str] = {
    "empty": _("The file is empty."),
    "too-big": _("The file has %(size)d bytes; files of up to %(limit)d bytes are read."),
    "not-a-workbook": _(
        "By its content this file is %(what)s, not a workbook."
        " Save it as .xlsx, .xls, .ods or .csv and send it again."
    ),
    "unknown-kind": _(
        "The content of this file is of no kind that is known here."
        " Save it as .xlsx, .xls, .ods or .csv and send it again."
    ),
    "torn": _("The file breaks off: it was not sent whole. Send it again."),
    "damaged": _("The file is damaged. Open it, save it anew and send it again."),
    "password": _("The file is locked with a password. Remove the password and send it again."),
    "macros": _("The file carries macros (%(part)s). Save it without macros and send it again."),
    "dtd": _("The file declares a document type or entities in %(part)s, which no workbook needs."),
    "xml-encoding": _("The part %(part)s is written in %(encoding)s; only UTF-8 is read there."),
    "sizes-lie": _("The part %(part)s does not unpack to the size the file declares for it."),
    "overlapping-parts": _("The parts of the file overlap at %(part)s."),
    "too-many-parts": _("The file packs %(count)d parts; up to %(limit)d are unpacked."),
    "unpacks-too-large": _(
        "Unpacked, the file grows beyond all use at %(part)s: over %(size)d bytes were counted."
    ),
    "nested-archive": _(
        "The file holds another packed file, %(part)s. Take it out and send again."
    ),
    "out-of-bounds": _(
        "Sheet %(sheet)s has content in cell %(cell)s; up to row %(rows)d and column %(columns)d"
        " are read. Clear what lies beyond and send the file again."
    ),
    "too-many-rows": _("Sheet %(sheet)s stores over %(limit)d rows. Delete the empty ones."),
    "too-many-cells": _(
        "Sheet %(sheet)s makes the workbook larger than %(limit)d cells. Send it in parts."
    ),
    "formulas-not-computed": _(
        "Sheet %(sheet)s has %(count)d formulas without a result, the first in cell %(cell)s."
        " Open the file in a spreadsheet program, save it and send it again."
    ),
    "unreadable-text": _(
        "The text of the file cannot be read from line %(line)d on: it is neither UTF-8, UTF-16"
        " nor GB18030."
    ),
    "out-of-memory": _("Reading the file takes more than %(megabytes)d MB of memory."),
    "too-slow": _("Reading the file takes too long: over %(seconds)d seconds."),
    "too-much-text": _("The cells of the file hold more text than is read at once."),
}

NOTICES: Mapping[str, str] = {
    "encoding-guessed": _(
        "The file does not say how its text is encoded; it was read as %(encoding)s."
        " Look whether the words are right."
    ),
    "torn-quotes": _(
        "%(count)d rows have a quotation mark without its partner, the first in row %(row)d."
        " Look whether their cells are right."
    ),
    "external-links": _("The file refers to other files; the values it keeps of them were read."),
    "embedded-objects": _("The file carries embedded objects, which were not read."),
    "formulas-blank": _("All %(count)d formulas of the file give an empty text."),
    "error-cells": _("%(count)d cells hold an error value, the first is %(cell)s of %(sheet)s."),
}


class WorkbookRefused(Exception):
    """A file that is not read: `reason`, `message` (an English msgid), `values` (its places)."""

    def __init__(self, reason: str, **values: object) -> None:
        self.reason = reason
        self.message = REFUSALS[reason]
        self.values = values
        super().__init__(self.message % values)


def notice(reason: str, **values: object) -> Notice:
    """The remark of this name, with its places filled."""
    return Notice(reason, NOTICES[reason], values)
