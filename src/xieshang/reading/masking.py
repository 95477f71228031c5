"""Personal numbers in Chinese text made unreadable before anyone may publish it."""

import re
from collections.abc import Callable

from .characters import narrow

# Digits may be full-width and stand in groups: masks are found in the narrow text, whose places
# are the original's. The order counts: an identity number would also pass for a bank card.
_EDGE = r"(?<![0-9A-Za-z])"
_REGIONS = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
RULES: tuple[tuple[str, re.Pattern, Callable[[str], str]], ...] = (
    (
        "e-mail",
        re.compile(
            r"(?<![A-Za-z0-9.+-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
        ),
        lambda found: _stars(found, 1, len(found) - found.index("@")),
    ),
    (
        "identity number",
        re.compile(
            rf"{_EDGE}[1-8][0-9]{{5}}\s?(?:19|20)[0-9]{{6}}\s?[0-9]{{3}}[0-9Xx](?![0-9A-Za-z])"
        ),
        lambda found: _stars(found, 3, 0),
    ),
    (
        "identity number of 15 digits",
        re.compile(
            rf"{_EDGE}[1-8][0-9]{{7}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{{3}}(?![0-9A-Za-z])"
        ),
        lambda found: _stars(found, 3, 0),
    ),
    (
        "bank card",
        re.compile(
            rf"{_EDGE}(?:[3-6][0-9]{{3}}(?:[ -][0-9]{{4}}){{3}}(?:[ -][0-9]{{1,3}})?"
            r"|[3-6][0-9]{15,18})(?![0-9A-Za-z])"
        ),
        lambda found: _stars(found, 0, 4),
    ),
    (
        "mobile telephone",
        re.compile(
            r"(?:(?<![0-9])|(?<=\+86))1[3-9][0-9](?:[0-9]{8}|[ -][0-9]{4}[ -][0-9]{4})(?![0-9])"
        ),
        lambda found: _stars(found, 3, 2),
    ),
    (
        "telephone",
        re.compile(
            r"(?<![0-9])(?:\(0[1-9][0-9]{1,2}\)|0[1-9][0-9]{1,2}[ -]?) ?"
            r"[2-8][0-9]{6,7}(?![0-9])"
        ),
        lambda found: _stars(found, 4, 0),
    ),
    (
        "number plate",
        re.compile(
            rf"[{_REGIONS}][A-HJ-NP-Z][·• ]?(?=[A-HJ-NP-Z0-9]{{0,5}}[0-9])"
            r"[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
        ),
        lambda found: _stars(found, 2, 0),
    ),
)


def mask(text: str) -> str:
    """The text with telephones, identity numbers, cards, plates and e-mail starred out."""
    for _name, pattern, starred in RULES:
        pieces, end = [], 0
        for match in pattern.finditer(narrow(text)):
            pieces += [text[end : match.start()], _laid_over(text, match, starred(match.group()))]
            end = match.end()
        text = "".join([*pieces, text[end:]])
    return text


def _laid_over(text: str, match: re.Match, stars: str) -> str:
    """The stars over the original, whose other signs keep their width."""
    original = text[match.start() : match.end()]
    return "".join(
        star if star == "*" else sign for star, sign in zip(stars, original, strict=True)
    )


def _stars(found: str, first: int, last: int) -> str:
    """Every digit and letter starred but the first and the last few signs; the same length."""
    kept = range(first, len(found) - last)
    return "".join(
        "*" if place in kept and sign.isalnum() else sign for place, sign in enumerate(found)
    )
