"""Whose voice a browser is: an account's, or that of a token which only this browser holds."""

import secrets
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from xieshang.deliberation.actions import joined
from xieshang.deliberation.actions.voting import known, spoken
from xieshang.deliberation.models import Deliberation, KeptMap, Participant
from xieshang.site.tries import Limit, where_from

from ..asked import account_of

COOKIE, REMEMBERED = "voice", 400 * 86400  # seconds
TABLET = "tablet"  # name of the cookie of a browser that goes from hand to hand
TOKEN = 32  # bytes
# One address may be that of a whole street, or of a hall with tablets.
NEW_HERE = Limit("new-voices-here", 300, 3600)


def find(key: int) -> Deliberation:
    """One that was opened; 404 else."""
    return get_object_or_404(Deliberation.objects.public().with_page(), pk=key)


def token_of(request: HttpRequest) -> str:
    """What this browser was given; "" where it was given none, or something else stands there."""
    said = request.COOKIES.get(COOKIE, "")
    return said if said.isascii() and 20 <= len(said) <= 64 else ""


def voice_of(request: HttpRequest, found: Deliberation) -> Participant | None:
    """The voice of whoever asks, where it has spoken before."""
    return known(found, person=account_of(request), token=token_of(request))


def voice_made(request: HttpRequest, found: Deliberation) -> tuple[Participant, str]:
    """The voice of whoever speaks, and the token to be given to the browser; raises NotAdmitted."""
    account, token = account_of(request), token_of(request)
    if account is not None:
        return joined(found, person=account), ""
    fresh = token or secrets.token_urlsafe(TOKEN)
    way = "tablet" if TABLET in request.COOKIES else "device"
    return joined(found, token=fresh, way=way), "" if token else fresh


def speaking(request: HttpRequest, key: int) -> tuple[Participant, str]:
    """The voice of whoever speaks in a deliberation, with it, and the token to be given to the
    browser; 404 where there is none, raises NotAdmitted where it is for others."""
    token = token_of(request)
    if token and account_of(request) is None:
        voice = spoken(key, token)
        if voice is not None and voice.deliberation.admits(None):
            return voice, ""
    return voice_made(request, get_object_or_404(Deliberation.objects.public(), pk=key))


def too_many(request: HttpRequest) -> bool:
    """Whether more browsers without a token came from here than any hall holds."""
    if token_of(request) or account_of(request):
        return False
    here = where_from(request)
    if NEW_HERE.reached(here):
        return True
    NEW_HERE.count(here)
    return False


def give(response: HttpResponse, token: str) -> HttpResponse:
    """Let the browser keep its token, for all deliberations and for nothing else."""
    if token:
        response.set_cookie(
            COOKIE, token, max_age=REMEMBERED, path="/deliberations/", httponly=True,
            secure=settings.SESSION_COOKIE_SECURE, samesite="Lax",
        )  # fmt: skip
    return response


def hand_over(response: HttpResponse) -> HttpResponse:
    """Let the next person have a voice of their own in this browser."""
    response.delete_cookie(COOKIE, path="/deliberations/")
    response.set_cookie(
        TABLET, "1", max_age=12 * 3600, path="/deliberations/", httponly=True,
        secure=settings.SESSION_COOKIE_SECURE, samesite="Lax",
    )  # fmt: skip
    return response


def told(found: Deliberation) -> dict[str, Any]:
    """What its kept map says, read once for each map; {} where there is none."""
    kept = getattr(found, "kept_map", None)
    return told_once(kept.pk, kept.digest, kept.at.isoformat()) if kept else {}


@lru_cache(maxsize=64)
def told_once(key: int, _digest: str, _at: str) -> dict[str, Any]:
    return KeptMap.objects.public().get(pk=key).told
