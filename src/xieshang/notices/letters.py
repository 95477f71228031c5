"""A message in words: a subject line for mail, and a text without any mark-up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from xieshang.people.models import Committee

from .kinds import Why
from .models import Notice, Wishes
from .models.wishes import Way
from .words import clean, day_said

MOST = 50  # notices that a letter tells of; the page has them all
LONGEST_SUBJECT = 120
LONGEST_BOT = 1800  # bytes: the least of the three hosts takes 2,048


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    text: str


def letter(notices: Sequence[Notice], wishes: Wishes) -> Letter:
    """What is sent of these notices, as the receiver wishes it, in their language."""
    with translation.override(wishes.language):
        if wishes.way == Way.MAIL:
            subject = clean(subject_of(notices), LONGEST_SUBJECT)
            return Letter(subject, "\n".join(mail(notices, wishes)))
        return Letter("", cut("\n".join(bot(notices, wishes))))


def subject_of(notices: Sequence[Notice]) -> str:
    """The sentence of a single notice, else how many there are; and from whom."""
    return f"{str(notices[0]) if len(notices) == 1 else how_many(notices)} · {body_name()}"


def how_many(notices: Sequence[Notice]) -> str:
    n = len(notices)
    return ngettext("One notice for you", "%(n)d notices for you", n) % {"n": n}


def body_name() -> str:
    """Whose notices these are, as in the header of every page."""
    top = Committee.objects.inside().filter(parent=None).values_list("title", flat=True)
    return clean(settings.BODY or top.first() or _("Consultation"))


def mail(notices: Sequence[Notice], wishes: Wishes) -> Iterator[str]:
    yield how_many(notices)
    for number, notice in enumerate(notices[:MOST], 1):
        day = day_said(timezone.localtime(notice.at).date())
        yield from ("", f"{number}. {notice}")
        yield f"   {_('Why you are told: %(why)s') % {'why': Why(notice.why).label}} · {day}"
        yield f"   {settings.ADDRESS}{notice.href}"
    if len(notices) > MOST:
        yield from ("", _("%(n)d more are on the page.") % {"n": len(notices) - MOST})
    yield from ("", "--")
    if wishes.person_id:
        yield _("Another address, other hours or no messages: %(page)s") % {"page": page()}
    else:
        yield _("To have your address erased, open the link and ask for it there.")
    yield body_name()


def bot(notices: Sequence[Notice], wishes: Wishes) -> Iterator[str]:
    """What a bot says into a group. Its first line holds 通知, which a bot may ask for."""
    yield f"{_('Notices (通知)')} · {body_name()}"
    yield how_many(notices)
    if wishes.openly:
        yield from (f"{number}. {notice}" for number, notice in enumerate(notices[:MOST], 1))
    else:
        reasons = Counter(str(Why(notice.why).label) for notice in notices)
        yield from (f"· {reason}: {n}" for reason, n in reasons.items())
    yield page()


def page() -> str:
    return f"{settings.ADDRESS}{settings.NOTICES_URL}"


def cut(text: str) -> str:
    """A text of at most LONGEST_BOT bytes, its last line kept: the link."""
    above, _end, last = text.rpartition("\n")
    room = LONGEST_BOT - len(f"…\n{last}".encode())
    if len(above.encode()) <= room:
        return text
    return f"{above.encode()[:room].decode(errors='ignore')}…\n{last}"
