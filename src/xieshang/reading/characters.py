"""One width for every digit, letter and sign, character for character."""

_WIDE: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS: dict[int, int | str] = {0x3000: " ", 0x00A0: " ", 0x2212: "-", 0x25CB: "〇", 0xFFE5: "¥"}
_NARROW = str.maketrans({**_WIDE, **_SIGNS})
_DIGITS = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
LEGIBLE = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like something else
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


def narrow(text: str) -> str:
    """The text with full-width forms made narrow; the same length, so that places in it hold."""
    return text.translate(_NARROW)


def narrow_digits(text: str) -> str:
    """The text with full-width digits made narrow and all else, 。 and ， too, left as it is."""
    return text.translate(_DIGITS)


def written(cell: object) -> str:
    """A cell as one narrow line without the spaces and invisible marks around it."""
    return narrow(str(cell)).strip().strip(INVISIBLE).strip()
