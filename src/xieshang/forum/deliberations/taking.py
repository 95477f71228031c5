"""Open data: the votes under names that this file alone has, and the statements."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from xieshang.deliberation.opendata import COMMENTS, VOTES, comments_told, votes_told
from xieshang.site.exports import harmless

from ..door import forum
from . import voices


@forum("GET")
def votes(request: HttpRequest, key: int) -> HttpResponse:
    found = voices.find(key)
    return as_file(f"{found.short}-votes.csv", VOTES, votes_told(found))


@forum("GET")
def comments(request: HttpRequest, key: int) -> HttpResponse:
    found = voices.find(key)
    return as_file(f"{found.short}-comments.csv", COMMENTS, comments_told(found))


def as_file(name: str, heads: Sequence[str], rows: Iterable[tuple]) -> HttpResponse:
    """As the format has it: plain columns, and no cell that a spreadsheet runs."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    writer = csv.writer(response)
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return response
