"""What of a text is compared: its letters and digits, in one form, and the pairs they make."""

import hashlib
import re
import unicodedata

import numpy as np

_NO_LETTERS = re.compile(r"[\W_]+")


def letters(text: str) -> np.ndarray:
    """The letters and digits of a text, narrow and lower-case, as uint16 units of UTF-16.

    A character of the supplementary planes (𠮷) is two units, so it makes a pair by itself.
    """
    kept = _NO_LETTERS.sub("", text)
    if not unicodedata.is_normalized("NFKC", kept):
        kept = _NO_LETTERS.sub("", unicodedata.normalize("NFKC", kept))
    return np.frombuffer(kept.lower().encode("utf-16-le", "ignore"), "<u2")


def pairs(units: np.ndarray) -> np.ndarray:
    """Each two units that stand together, as one uint32; the same order, one fewer."""
    return units[:-1].astype(np.uint32) << np.uint32(16) | units[1:]


def same_text(text: str) -> bytes:
    """A digest of 16 bytes, equal for texts that differ in spaces, signs, width or case alone."""
    return hashlib.blake2b(letters(text).tobytes(), digest_size=16).digest()
