"""The slip for whoever raised something: number, code, and a square that a telephone reads."""

import segno
from django.conf import settings

from xieshang.matters.models import Matter


def square(text: str) -> str:
    """A QR code of the text, as an address for an <img>: good enough for a creased slip."""
    code = segno.make(text, error="q", micro=False)
    return code.svg_data_uri(scale=4, border=2, dark="#000", light="#fff")


def slip_of(matter: Matter, code: str, page: str) -> dict[str, object]:
    """What stands on a slip; the square leads to the page for following, and says no code."""
    address = f"{settings.ADDRESS}{page}?number={matter.short}"
    return {"matter": matter, "code": code, "address": address, "square": square(address)}
