"""What somebody wishes, and a message to try it."""

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.people.models import Person

from ..models import Message, Notice, Went, Wishes
from ..notices import TEST
from .outbox import post

SLOT = 600  # seconds in which one test may be ordered: an address may be somebody else's


class NowhereToSend(ValueError):
    """A test was ordered by somebody who wishes no messages, or none this server can send."""


@transaction.atomic
def set_wishes(*, by: Person, way: str, address: str, rhythm: str, **said) -> Wishes:
    """Keep how somebody wants to be told; the log learns the way and the rhythm, no address."""
    said |= {"way": way, "address": address, "rhythm": rhythm}
    wishes, _made = Wishes.objects.update_or_create(person=by, defaults=said)
    seal(by, "set-wishes", wishes, way=way, rhythm=rhythm)
    return wishes


@transaction.atomic
def order_test(*, by: Person, href: str) -> Message | None:
    """Order a message to oneself, whatever the hour; None where one was ordered just before.

    Raises NowhereToSend.
    """
    wishes = Wishes.objects.filter(person=by).first()
    if wishes is None or not wishes.reaches:
        raise NowhereToSend(by.pk)
    now = timezone.now()
    occurrence = f"test:{int(now.timestamp()) // SLOT}"
    post(TEST, wishes, occurrence, [by], href=href)
    ordered = Notice.objects.waiting().filter(person=by, kind=TEST.slug).select_for_update()
    notice = ordered.first()
    if notice is None:
        return None
    message = Message.objects.create(person=by, asked_for=True, made_at=now, next_try=now)
    notice.went, notice.message = Went.MESSAGE, message
    notice.save(update_fields=["went", "message"])
    seal(by, "order-test", message)
    return message
