"""Why a cell could not be read, in words a face can translate."""


def gettext_noop(msgid: str) -> str:
    """Marks a sentence for the translators and leaves it in English."""
    return msgid


REASONS = {
    "empty": gettext_noop("Nothing is written here."),
    "too-long": gettext_noop("This is too long to be a value."),
    "not-a-number": gettext_noop("“%(cell)s” is not a number."),
    "not-a-quantity": gettext_noop("“%(cell)s” is not a number with a unit."),
    "not-whole": gettext_noop("“%(cell)s” is not a whole number."),
    "negative": gettext_noop("“%(cell)s” is below zero."),
    "too-large": gettext_noop("“%(cell)s” is too large to be true."),
    "not-an-amount": gettext_noop("“%(cell)s” is not an amount of money."),
    "other-currency": gettext_noop("“%(cell)s” is not in yuan."),
    "not-a-day": gettext_noop("“%(cell)s” is not a day."),
    "no-such-day": gettext_noop("The calendar has no day “%(cell)s”."),
    "no-year": gettext_noop("“%(cell)s” has no year, and no year is known for this sheet."),
    "month-point-day": gettext_noop(
        "“%(cell)s” was kept as a number: 3.1 may have been 3.10. Write the month and the day."
    ),
}
SHOWN = 40  # characters of a cell repeated in a message


class Unreadable(ValueError):
    """A cell that no careful reader may take: `reason` (a key of REASONS) and `values`."""

    def __init__(self, reason: str, cell: object = ""):
        self.reason = reason
        self.msgid = REASONS[reason]
        self.values = {"cell": _shown(cell)}
        super().__init__(self.msgid % self.values)


def _shown(cell: object) -> str:
    if isinstance(cell, int) and abs(cell) >= 10**SHOWN:  # Python will not print the largest
        return "…"
    return str(cell).strip()[:SHOWN]
