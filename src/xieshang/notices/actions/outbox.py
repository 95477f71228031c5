"""The outbox: written in the transaction of what it tells of, sent by the clock later."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from xieshang.people.models import Person

from ..kinds import Kind
from ..models import Message, Notice, Went, Wishes
from ..models.notice import LONGEST_EVENT, LONGEST_HREF
from ..models.wishes import ways_open, wishes_of_address
from ..places import place_of
from ..words import Value, kept

Receiver = Person | str
KEPT = timedelta(days=90)  # how long the notices to an address without an account are kept


class NotInTransaction(RuntimeError):
    """A notice was posted outside of the transaction of what it tells of."""


def post(
    kind: Kind,
    subject: Model,
    occurrence: object,
    receivers: Iterable[Receiver],
    *,
    href: str,
    params: Mapping[str, Value] | None = None,
) -> None:
    """Tell people, or e-mail addresses, of what has just happened to a record; each of them once.

    `occurrence` tells one event of the record from another ("step:345"): who is told of it
    already, for whatever reason, is not told again. `href` is a path of this site. Nothing is
    sent here, and what is rolled back is not told. The caller seals.
    Raises NotInTransaction, ValueError for another site's address or what does not fit,
    ValidationError for what is no e-mail address.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction(kind.slug)
    if not href.startswith("/") or href.startswith(("//", "/\\")):
        raise ValueError(f"no path of this site: {href[:80]}")
    about = about_of(subject)
    event = f"{about}:{occurrence}"
    if len(event) > LONGEST_EVENT or len(href) > LONGEST_HREF:
        raise ValueError(f"too long: {event[:80]}, {href[:80]}")
    facts = {
        "event": event,
        "kind": kind.slug,
        "about": about,
        "href": href,
        "words": kind.words,
        "params": fitting(kind, params or {}),
        "why": kind.why,
        "urgent": kind.urgent,
        "at": timezone.now(),
    }
    # In one order: two posts that cross wait for each other, and do not lock each other out.
    rows = sorted(rows_to(receivers, facts), key=lambda row: (row.person_id or 0, row.to))
    Notice.objects.bulk_create(rows, 500, ignore_conflicts=True)


def fitting(kind: Kind, params: Mapping[str, Value]) -> dict[str, object]:
    """The values of a sentence as they are kept; raises ValueError where they do not fit it."""
    values = kept(params)
    try:
        kind.words % {name: 1 for name in values}
    except (KeyError, TypeError, ValueError) as fault:
        raise ValueError(f"{kind.slug}: {kind.words!r} and {sorted(values)}") from fault
    return values


def rows_to(receivers: Iterable[Receiver], facts: Mapping[str, object]) -> Iterator[Notice]:
    """A notice for each receiver; for those who wish no message it is on their page at once."""
    told = list(receivers)
    people = {each.pk: each for each in told if isinstance(each, Person) and each.is_active}
    wishes = Wishes.objects.of(people)
    for key in people:
        waits = key in wishes and wishes[key].reaches
        yield Notice(person_id=key, went=Went.NOWHERE if waits else Went.PAGE, **facts)
    addresses = {place_of("mail", each) for each in told if isinstance(each, str)}
    if wishes_of_address("").way in ways_open():  # else no address is kept that nobody writes to
        yield from (Notice(to=address, **facts) for address in addresses)


def forget(address: str, subject: Model | None = None) -> int:
    """Erase everything that was or would be sent to an address; returns how many notices.

    Only what tells of one record, where one is given. The caller seals.
    """
    of_it = Q() if subject is None else Q(about=about_of(subject))
    return erase(of_it & Q(to__iexact=address.strip()))


@transaction.atomic
def retell(subject: Model, **values: Value) -> int:
    """Let every notice of a record say these values instead of its own; returns how many.

    For what was erased: a title, a reason. The caller seals.
    """
    told = Notice.objects.filter(about=about_of(subject))
    fresh = kept(values)
    for notice in told:
        notice.params |= {name: said for name, said in fresh.items() if name in notice.params}
    return Notice.objects.bulk_update(told, ["params"], 500)


def about_of(subject: Model) -> str:
    """A record as the log names it."""
    return f"{subject._meta.label_lower}:{subject.pk}"


def forget_old(now: datetime) -> int:
    """Erase what was told to addresses without an account longer ago than they are kept."""
    return erase(~Q(to="") & Q(at__lt=now - KEPT))


@transaction.atomic
def erase(which: Q) -> int:
    found = Notice.objects.filter(which, person=None)
    messages = set(found.exclude(message=None).values_list("message_id", flat=True))
    erased, _each = found.delete()
    Message.objects.filter(pk__in=messages, notices=None).delete()
    return erased


@transaction.atomic
def mark_seen(person: Person, last: int) -> int:
    """Note that somebody has looked at what they were told, up to a key; returns at how many.

    The log is not told: what people read is nobody's business.
    """
    unseen = Notice.objects.visible_to(person).filter(seen_at=None, pk__lte=last)
    return unseen.update(seen_at=timezone.now())
