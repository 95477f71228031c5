"""The words of a notice: kept as a msgid with its values, said as its reader speaks."""

import unicodedata
from collections.abc import Mapping
from datetime import date

from django.utils.dateformat import format as dated
from django.utils.translation import get_language, gettext

LONGEST = 200  # characters of a value: a title that is longer is cut
Value = str | int | date
Kept = dict[str, object]


def clean(text: str, longest: int = LONGEST) -> str:
    """One line of visible characters, cut to `longest`.

    Line ends, controls, bidirectional and zero-width marks, tags and lone surrogates are gone:
    none of them can break a header or disguise what follows it.
    """
    seen = (" " if sign.isspace() else sign for sign in text[: longest * 10])
    line = " ".join("".join(s for s in seen if unicodedata.category(s)[0] != "C").split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def kept(values: Mapping[str, Value]) -> Kept:
    """Values as JSON keeps them; raises TypeError for what is neither text, number nor day."""
    return {name: kept_value(value) for name, value in values.items()}


def kept_value(value: Value) -> object:
    if isinstance(value, date):
        return {"day": value.isoformat()[:10]}
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, int):
        return value
    raise TypeError(f"a notice cannot say {type(value).__name__}")


def said(words: str, values: Kept) -> str:
    """The sentence in the language that is spoken now; without its values where they do not fit."""
    spoken = {name: spoken_value(value) for name, value in values.items()}
    for sentence in (gettext(words), words):
        try:
            return sentence % spoken
        except (KeyError, TypeError, ValueError):  # a sentence that changed since
            continue
    return words


def spoken_value(value: object) -> object:
    return day_said(date.fromisoformat(value["day"])) if isinstance(value, dict) else value


def day_said(day: date) -> str:
    """2026年3月5日, or 5 March 2026."""
    chinese = (get_language() or "").startswith("zh")
    return dated(day, "Y年n月j日" if chinese else "j F Y")
