"""Giving and ending the address at which a calendar program reads meetings."""

import secrets

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.people.models import Committee

from ..models import Feed
from ..models.feed import key_of

BYTES = 24


@transaction.atomic
def give_feed(committee: Committee | None, *, by) -> str:
    """The secret part of a new address, told this once; an earlier one of the same ends."""
    Feed.objects.visible_to(by).filter(committee=committee).update(ended_at=timezone.now())
    token = secrets.token_urlsafe(BYTES)
    made = Feed.objects.create(person=by, committee=committee, key=key_of(token))
    seal(by, "give-feed", made, committee=committee.pk if committee else None)
    return token


@transaction.atomic
def end_feed(feed: Feed, *, by) -> None:
    """End one's own address; raises DoesNotExist for another's."""
    own = Feed.objects.visible_to(by).select_for_update().get(pk=feed.pk)
    own.ended_at = timezone.now()
    own.save(update_fields=["ended_at"])
    seal(by, "end-feed", own)
