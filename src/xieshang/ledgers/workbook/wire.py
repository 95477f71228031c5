"""What the child says to its parent: frames of JSON, each with its length before it.

Dates travel as {"$date": "2023-03-05"}. Not pickle: a parser that was taken over by a hostile file
must not be able to make the parent run anything.
"""

import json
import struct
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

LENGTH = struct.Struct("<L")
DAY = "$date"


class BrokenFrame(Exception):
    """The frames end before they should."""


def write_frame(out: IO[bytes], kind: str, content: object) -> None:
    """Write one frame."""
    text = json.dumps(
        [kind, content], ensure_ascii=False, separators=(",", ":"), default=day_out
    ).encode()
    out.write(LENGTH.pack(len(text)))
    out.write(text)


def read_frames(source: IO[bytes]) -> Iterator[tuple[str, Any]]:
    """Each frame's kind and content; raises BrokenFrame where one is not whole."""
    while head := source.read(LENGTH.size):
        if len(head) < LENGTH.size:
            raise BrokenFrame
        (length,) = LENGTH.unpack(head)
        text = source.read(length)
        if len(text) < length:
            raise BrokenFrame
        kind, content = json.loads(text, object_hook=day_in)
        yield kind, content


def day_out(value: object) -> dict[str, str]:
    """A date or a datetime, as JSON can carry it."""
    if isinstance(value, date):
        return {DAY: value.isoformat()}
    raise TypeError(f"{type(value).__name__} is no value of a cell")


def day_in(found: dict[str, Any]) -> Any:
    """The date or datetime of `day_out`; other objects as they are."""
    text = found.get(DAY)
    if text is None:
        return found
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
