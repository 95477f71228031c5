"""The door of the desk: who signs in may come in, with the methods a page knows."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from xieshang.site.errors import answer

View = Callable[..., HttpResponse]


def desk(*methods: str) -> Callable[[View], View]:
    """Guard a view: these methods only, signed-in people only, and no copy left in any cache."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            response = admitted(request, methods) or view(request, *args, **kwargs)
            add_never_cache_headers(response)
            return response

        return guarded

    return guard


def admitted(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse | None:
    """What somebody who is not let in gets instead; None for who is."""
    if request.method not in (*methods, "HEAD" if "GET" in methods else ""):
        response = answer(
            request, 405, _("This page is not sent to"), _("Load it again from the first page.")
        )
        response.headers["Allow"] = ", ".join(methods)
        return response
    if request.user.is_authenticated:
        return None
    back = request.get_full_path() if request.method == "GET" else "/desk/"
    response = redirect_to_login(back)
    if request.headers.get("HX-Request") == "true":
        # A fragment asked for after the session ended: the whole page goes to the sign-in.
        return HttpResponse(status=204, headers={"HX-Redirect": response.url})
    return response
