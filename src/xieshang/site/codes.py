"""Squares that a telephone's camera reads."""

import segno


def square(text: str) -> str:
    """A QR code of the text, as an address for an <img>: strong enough for a creased slip."""
    return segno.make(text, error="q", micro=False).svg_data_uri(
        scale=4, border=2, dark="#000", light="#fff"
    )
