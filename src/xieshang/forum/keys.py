"""Who holds the key to one matter: by a code typed before, or by the account that raised it."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from xieshang.matters.actions.voicing_receipt import held_with, mark_of
from xieshang.matters.models import Matter, Receipt
from xieshang.matters.models.standing import judged

OPEN, SLIP = "own", "slip"  # names of cookies
OPEN_FOR, SLIP_FOR = 2 * 3600, 15 * 60  # seconds


def give(response: HttpResponse, name: str, said: object, *, path: str, seconds: int) -> None:
    """Put a signed cookie into a browser, for a few pages and a short while."""
    response.set_cookie(
        name,
        signing.dumps(said, salt=f"forum.{name}"),
        max_age=seconds,
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def said_in(request: HttpRequest, name: str, seconds: int):
    """What a cookie of ours says, or None for one that is altered, too old, or not there."""
    try:
        return signing.loads(request.COOKIES.get(name, ""), salt=f"forum.{name}", max_age=seconds)
    except signing.BadSignature:
        return None


def open_for(response: HttpResponse, receipt: Receipt) -> None:
    """Let this browser see one matter, for two hours, or until the code is another."""
    said = [receipt.matter_id, mark_of(receipt)]
    give(response, OPEN, said, path="/follow/", seconds=OPEN_FOR)


def close_for(response: HttpResponse) -> None:
    response.delete_cookie(OPEN, path="/follow/")


def own_matter(request: HttpRequest, key: int) -> Matter | None:
    """The matter of that number, if whoever asks has its key; None else, whatever the reason."""
    if request.user.is_authenticated:
        rows = judged(Matter.objects.visible_to(request.user).with_page())
        found = rows.filter(raised_by=request.user, receipt__isnull=False, pk=key).first()
        if found:
            return found
    said = said_in(request, OPEN, OPEN_FOR)
    if not said or said[0] != key:
        return None
    return held_with(*said)
