"""Open data: the votes under names that this file alone has, and the statements."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain, islice

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from xieshang.deliberation.opendata import COMMENTS, VOTES, comments_told, votes_told
from xieshang.site.exports import harmless

from ..door import forum
from . import voices

AT_ONCE = 5000  # lines that are sent at once


@forum("GET")
def votes(request: HttpRequest, key: int) -> HttpResponse:
    found = voices.find(key)
    return as_file(f"{found.short}-votes.csv", VOTES, votes_told(found))


@forum("GET")
def comments(request: HttpRequest, key: int) -> HttpResponse:
    found = voices.find(key)
    return as_file(f"{found.short}-comments.csv", COMMENTS, comments_told(found))


def as_file(name: str, heads: Sequence[str], rows: Iterable[tuple]) -> StreamingHttpResponse:
    """As the format has it: plain columns, no cell that a spreadsheet runs; sent as it is read."""
    written = lines_of(chain([heads], rows))
    response = StreamingHttpResponse(written, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    return response


def lines_of(rows: Iterable[Sequence]) -> Iterator[str]:
    """The text of the rows, many at a time."""
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        out = StringIO(newline="")
        csv.writer(out).writerows([harmless(cell) for cell in row] for row in some)
        yield out.getvalue()
