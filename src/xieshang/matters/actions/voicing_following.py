"""Following what another raised: by account, or by an address that has confirmed it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.notices.actions import forget

from ..models import Follower, Matter
from . import voicing_telling

MOST_UNCONFIRMED = 5  # letters that ask an address to confirm, before nobody may send it more
UNCONFIRMED = timedelta(days=3)


class NotPublic(ValueError):
    """Only what anybody may read can be followed by anybody."""


@transaction.atomic
def follow(matter: Matter, *, by, email: str = "") -> Follower | None:
    """Let somebody follow a public matter: by account at once, by address once it is confirmed.

    None where the address was asked to confirm too often already. Raises NotPublic.
    """
    public = Matter.objects.public().filter(pk=matter.pk).first()
    if public is None:
        raise NotPublic(matter.short)
    if not email:
        follower, new = Follower.objects.get_or_create(
            matter=public, person=by, defaults={"confirmed_at": timezone.now()}
        )
        if new:
            seal(by, "follow", public)
        return follower
    return ask_address(public, email, by=by)


def ask_address(matter: Matter, email: str, *, by) -> Follower | None:
    """Note an address that is to follow, and ask it; asked again on another day, once a day."""
    waiting = Follower.objects.filter(email=email, confirmed_at=None)
    known = Follower.objects.filter(matter=matter, email=email).first()
    if known is None:
        if waiting.count() >= MOST_UNCONFIRMED:
            return None
        known = Follower.objects.create(matter=matter, email=email)
        seal(by, "ask-to-follow", matter)
    if known.confirmed_at is None:
        shown = matter.publications.standing().first()
        title = shown.title if shown else matter.title
        once = f"F{known.pk}-{timezone.localdate()}"
        voicing_telling.asked_to_confirm(known, title, once=once, by=by)
    return known


@transaction.atomic
def confirm_following(follower: Follower, *, by) -> None:
    """Whoever reads at the address wants to hear."""
    if follower.confirmed_at is None:
        follower.confirmed_at = timezone.now()
        follower.save(update_fields=["confirmed_at"])
        seal(by, "follow", follower.matter)


@transaction.atomic
def unfollow(follower: Follower, *, by) -> None:
    """Stop, and forget the address with all that was sent there of this matter."""
    seal(by, "unfollow", follower.matter)
    if follower.email:
        forget(follower.email, follower.matter)
    follower.delete()


def forget_unconfirmed(now: datetime) -> int:
    """Forget the addresses that nobody confirmed within three days; returns how many."""
    forgotten, _each = Follower.objects.filter(
        confirmed_at=None, since__lt=now - UNCONFIRMED
    ).delete()
    return forgotten
