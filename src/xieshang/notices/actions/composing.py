"""Which notices go into a message now: by rhythm, quiet hours, and once a day of each matter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db import IntegrityError, transaction
from django.db.models import Count, Min, Q
from django.utils import timezone

from ..models import Message, Notice, Rhythm, Went, Wishes
from ..models.wishes import wishes_of_address


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody for whom notices wait: how they wish it, since when, how many are urgent."""

    who: dict[str, object]
    wishes: Wishes
    oldest: datetime
    urgent: int

    def due(self, now: datetime) -> bool:
        """Whether there may be a message for them now."""
        if self.wishes.quiet(now):
            return False
        daily = self.wishes.rhythm == Rhythm.DAILY
        return bool(self.urgent) or not daily or self.oldest < self.wishes.morning(now)


def compose(now: datetime, most: int = 500) -> int:
    """Put into messages what is due, for so many receivers; returns how many messages were made."""
    due = (receiver for receiver in list(receivers()) if receiver.due(now))
    made = (message for message in (compose_for(each, now) for each in due) if message)
    return sum(1 for _message in islice(made, most))


def receivers() -> Iterator[Receiver]:
    """Everybody for whom something waits; who wishes no messages any more has it on the page."""
    waiting = (
        Notice.objects.waiting()
        .order_by()
        .values("person_id", "to")
        .annotate(oldest=Min("at"), urgent=Count("pk", filter=Q(urgent=True)))
    )
    groups = list(waiting)
    wishes = Wishes.objects.of({group["person_id"] for group in groups} - {None})
    on_page = []
    for group in groups:
        to, key = group["to"], group["person_id"]
        wish = wishes_of_address(to) if to else wishes.get(key)
        if wish and wish.reaches:
            who = {"person_id": key, "to": to}
            yield Receiver(who, wish, group["oldest"], group["urgent"])
        elif key:
            on_page.append(key)
    if on_page:
        Notice.objects.waiting().filter(person__in=on_page).update(went=Went.PAGE)


def compose_for(receiver: Receiver, now: datetime) -> Message | None:
    """One message to one receiver; None where nothing is due, or somebody else is at it."""
    try:
        with transaction.atomic():
            return gathered(receiver, now)
    except IntegrityError:  # the day's digest was made a moment ago
        return None


def gathered(receiver: Receiver, now: datetime) -> Message | None:
    """A message with all that is due, its notices locked. Within a transaction."""
    rows = list(
        Notice.objects.waiting()
        .filter(**receiver.who)
        .order_by("pk")
        .select_for_update(skip_locked=True)
    )
    due, day = due_of(rows, receiver, now)
    if not due:
        return None
    message = Message.objects.create(**receiver.who, digest_of=day, made_at=now, next_try=now)
    keys = [notice.pk for notice in due]
    Notice.objects.filter(pk__in=keys).update(went=Went.MESSAGE, message=message)
    return message


def due_of(
    rows: Sequence[Notice], receiver: Receiver, now: datetime
) -> tuple[list[Notice], date | None]:
    """The notices that go out now, and the day whose digest they are."""
    told = told_today(receiver, now)
    matters = {about for about, _kind in told}
    urgent = [row for row in rows if row.urgent and (row.about, row.kind) not in told]
    if receiver.wishes.rhythm != Rhythm.DAILY:
        return [row for row in rows if row in urgent or row.about not in matters], None
    morning = receiver.wishes.morning(now)
    day = morning.date()
    digests = Message.objects.filter(**receiver.who, digest_of=day)
    ripe = [row for row in rows if row.at < morning]
    if not ripe or digests.exists():
        return urgent, None
    return [row for row in rows if row in urgent or row.at < morning], day


def told_today(receiver: Receiver, now: datetime) -> set[tuple[str, str]]:
    """The records, each with the kind of notice, of which messages of today tell already."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = Notice.objects.filter(**receiver.who, message__made_at__gte=midnight)
    return set(rows.order_by().values_list("about", "kind"))
