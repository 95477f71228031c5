from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def show(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object] | None = None,
    *,
    fragment: str = "",
    status: int = 200,
) -> HttpResponse:
    """The whole page, or only its `fragment` when HTMX asks for it.

    Caches are told that the two differ. A history restore wants the whole page.
    """
    asked = request.headers.get("HX-Request") == "true"
    whole = request.headers.get("HX-History-Restore-Request") == "true"
    name = f"{template}#{fragment}" if fragment and asked and not whole else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ("HX-Request",))
    return response
