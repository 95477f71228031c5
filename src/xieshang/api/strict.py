"""Reading what a program sends: JSON without the tricks that two readers read in two ways."""

import json
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.parser import Parser

LARGEST = 1 << 20  # bytes of a body: the longest reply is a tenth of it
DEEPEST = 8


class StrictParser(Parser):
    """JSON by RFC 8259, each name once, no NaN, no lone surrogates or NUL, of bounded depth."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return read(request.body)
        except (ValueError, RecursionError) as fault:
            raise HttpError(400, f"The body is no JSON that can be read: {fault}") from fault
        except BadRequest as fault:
            raise HttpError(400, str(fault)) from fault


def read(body: bytes) -> Any:
    """The value of a body; raises ValueError for what is not strictly JSON, BadRequest for more
    than is ever needed."""
    if len(body) > LARGEST:
        raise BadRequest(f"More than {LARGEST} bytes.")
    value = json.loads(
        body.decode("utf-8"),  # strictly: UnicodeDecodeError is a ValueError
        object_pairs_hook=once_each,
        parse_constant=refuse,
        parse_int=whole,
    )
    check(value)
    return value


def once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def refuse(name: str) -> None:
    raise ValueError(f"{name} is no number")


def whole(digits: str) -> int:
    if len(digits) > 20:
        raise ValueError("a number is too long")
    return int(digits)


def check(value: Any, depth: int = 0) -> None:
    """Raises ValueError for text that no database holds, BadRequest for what is too deep."""
    if depth > DEEPEST:
        raise BadRequest(f"More than {DEEPEST} levels.")
    if isinstance(value, str):
        if "\0" in value:
            raise ValueError("a text holds NUL")
        value.encode()  # a lone surrogate is no text: UnicodeEncodeError is a ValueError
    for each in value if isinstance(value, list) else ():
        check(each, depth + 1)
    for name, each in value.items() if isinstance(value, dict) else ():
        check(name, depth + 1)
        check(each, depth + 1)
