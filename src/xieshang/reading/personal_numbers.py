"""Numbers that lead to a person: of telephones, identities, cards and cars, and e-mail."""

import re
from collections.abc import Callable, Iterator
from functools import partial

# Digits may stand in groups. The order counts: an identity number would also pass for a card.
_EDGE = r"(?<![0-9A-Za-z])"
_REGIONS = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


def stars(found: str, first: int, last: int) -> str:
    """Every digit and letter starred but the first and the last few signs; the same length."""
    kept = range(first, len(found) - last)
    return "".join(
        "*" if place in kept and sign.isalnum() else sign for place, sign in enumerate(found)
    )


def _found(
    text: str, pattern: re.Pattern, starred: Callable[[str], str]
) -> Iterator[tuple[int, int, str]]:
    for match in pattern.finditer(text):
        yield match.start(), match.end(), starred(match.group())


_RULES: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (
        "e-mail",
        r"(?<![A-Za-z0-9.+-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}",
        lambda found: stars(found, 1, len(found) - found.index("@")),
    ),
    (
        "identity",
        rf"{_EDGE}[1-8][0-9]{{5}}\s?(?:19|20)[0-9]{{6}}\s?[0-9]{{3}}[0-9Xx](?![0-9A-Za-z])",
        lambda found: stars(found, 3, 0),
    ),
    (
        "identity",  # of 15 digits, as it was until 1999
        rf"{_EDGE}[1-8][0-9]{{7}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{{3}}(?![0-9A-Za-z])",
        lambda found: stars(found, 3, 0),
    ),
    (
        "card",
        rf"{_EDGE}(?:[3-6][0-9]{{3}}(?:[ -][0-9]{{4}}){{3}}(?:[ -][0-9]{{1,3}})?"
        r"|[3-6][0-9]{15,18})(?![0-9A-Za-z])",
        lambda found: stars(found, 0, 4),
    ),
    (
        "mobile",
        r"(?:(?<![0-9])|(?<=\+86))1[3-9][0-9](?:[0-9]{8}|[ -][0-9]{4}[ -][0-9]{4})(?![0-9])",
        lambda found: stars(found, 3, 2),
    ),
    (
        "telephone",
        r"(?<![0-9])(?:\(0[1-9][0-9]{1,2}\)|0[1-9][0-9]{1,2}[ -]?) ?[2-8][0-9]{6,7}(?![0-9])",
        lambda found: stars(found, 4, 0),
    ),
    (
        "plate",
        rf"[{_REGIONS}][A-HJ-NP-Z][·• ]?(?=[A-HJ-NP-Z0-9]{{0,5}}[0-9])"
        r"[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])",
        lambda found: stars(found, 2, 0),
    ),
)
NUMBERS = [
    (kind, partial(_found, pattern=re.compile(pattern), starred=starred))
    for kind, pattern, starred in _RULES
]
