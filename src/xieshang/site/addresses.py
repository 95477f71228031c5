"""What an address may hold: text that a database can be asked for."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse


class AddressMiddleware:
    """Refuses a NUL in a path or a query, once for all pages: no text here holds one, and
    PostgreSQL refuses even to look for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        said = (request.path_info, *request.GET, *(v for _, vs in request.GET.lists() for v in vs))
        if any("\0" in each for each in said):
            raise BadRequest("The address holds NUL.")
        return self.get_response(request)
