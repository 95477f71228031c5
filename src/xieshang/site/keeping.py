"""Public pages kept as they were drawn, until anything is written.

Every write leaves an entry in the log, so the digest at its end names the state of all records:
a page drawn at that state, for an address, a day and a manner of reading, can be given again.
"""

import re
from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone

from xieshang.audit.models import Head

from .manner import manner_of

OWN = {settings.SESSION_COOKIE_NAME, "messages"}  # a page with one of these is for one reader
SECONDS = 600
LARGEST = 512 * 1024
PLACE = b"--token--"
TOKEN = re.compile(rb'"X-CSRFToken": "(\w{64})"')


def kept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, drawn once for all who read without an account while nothing is written."""

    @wraps(view)
    def shown(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "GET" or OWN & request.COOKIES.keys():
            return view(request, *args, **kwargs)
        key = key_of(request)
        found = caches["pages"].get(key)
        if found is None:
            reply = view(request, *args, **kwargs)
            body = without_token(reply)
            if body is not None:
                caches["pages"].set(key, (body, reply.headers["Content-Type"]), SECONDS)
            return reply
        body, kind = found
        return HttpResponse(body.replace(PLACE, get_token(request).encode()), content_type=kind)

    return shown


def key_of(request: HttpRequest) -> str:
    """What a page depends on: the records, the day, the address, the manner of reading."""
    head = Head.objects.filter(pk=1).values_list("digest", flat=True).first()
    facts = (
        head,
        timezone.localdate().isoformat(),
        request.get_full_path(),
        request.headers.get("HX-Request", ""),
        manner_of(request.COOKIES),
    )
    return f"page:{sha256(repr(facts).encode()).hexdigest()}"


def without_token(reply: HttpResponse) -> bytes | None:
    """The page with a place for each reader's own token; None for what is not to be kept."""
    if reply.streaming or reply.status_code != 200 or len(reply.content) > LARGEST:
        return None
    if not reply.headers["Content-Type"].startswith("text/html"):
        return None
    token = TOKEN.search(reply.content)
    return reply.content.replace(token[1], PLACE) if token else None
