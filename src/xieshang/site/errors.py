"""The pages for what went wrong: what happened, in plain words, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from .context import bare


def answer(
    request: HttpRequest, status: int, title: str, words: str, *, back: bool = False
) -> HttpResponse:
    """The page of an error, made without the database: that may be the very thing that failed."""
    context = {
        **bare(request),
        "csrf_token": get_token(request),
        "title": title,
        "words": words,
        "status": status,
        "back": back,
    }
    return HttpResponse(render_to_string("site/error.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(
        request,
        400,
        _("This request could not be read"),
        _("Something in the address or in what was sent is not what this page expects."),
        back=True,
    )


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(
        request,
        403,
        _("This is not open to you"),
        _("Your seat does not reach this page. If it should, ask the office of your committee."),
    )


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(
        request,
        404,
        _("There is nothing at this address"),
        _("It may be mistyped, or was never public. Nothing here is taken away silently."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return answer(
        request,
        500,
        _("Something failed on our side"),
        _("What you sent may not have been kept. Please try again in a few minutes."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return answer(
        request,
        403,
        _("This page was open too long"),
        _("For your safety it was not sent. Go back, load the page again, and send it once more."),
        back=True,
    )
