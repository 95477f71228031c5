"""The door of the forum: anybody may come in, with the methods and the size a page knows."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from xieshang.site.errors import answer

View = Callable[..., HttpResponse]
WORDS, PICTURES = 256 * 1024, 64 * 2**20  # bytes of what is sent: without and with pictures


def forum(*methods: str, most: int = WORDS, plain: bool = False) -> Callable[[View], View]:
    """Guard a view: these methods, so many bytes; a copy in no cache but, if `plain`, the reader's.

    What is too large is refused before any of it is read: the token is looked at afterwards.
    """

    def guard(view: View) -> View:
        checked = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            response = refused(request, methods, most) or checked(request, *args, **kwargs)
            if plain and request.method == "GET":
                patch_cache_control(response, private=True, no_cache=True)
            else:
                add_never_cache_headers(response)
            return response

        return guarded

    return guard


def refused(request: HttpRequest, methods: tuple[str, ...], most: int) -> HttpResponse | None:
    """What is answered to a method or a size that the page does not know; None for others."""
    if request.method not in (*methods, "HEAD" if "GET" in methods else ""):
        response = answer(
            request, 405, _("This page is not sent to"), _("Load it again from the first page.")
        )
        response.headers["Allow"] = ", ".join(methods)
        return response
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdecimal()) or int(length) > most:
        words = _("At most %(n)d MB can be sent at once.") % {"n": max(most // 2**20, 1)}
        return answer(request, 413, _("This is too large"), words, back=True)
    return None
