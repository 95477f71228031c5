"""What the raiser, the office, the units and the followers of a problem hear, each once."""

from collections.abc import Iterable

from django.db.models import Model
from django.urls import reverse

from xieshang.lifecycle.actions import last_step
from xieshang.lifecycle.table import Role
from xieshang.notices.actions import post
from xieshang.notices.kinds import Kind
from xieshang.people.models import Person
from xieshang.reading.masking import mask

from .. import heard
from ..models import Follower, Matter, Receipt, Remark
from ..models.voice import Question
from .hearing import keepers
from .voicing_links import link_of

Receiver = Person | str
RAISER_HEARS = {
    "ask-back": heard.ASKED_BACK,
    "refuse": heard.NOT_TAKEN_UP,
    "close": heard.CLOSED,
    "publish": heard.MADE_PUBLIC,
}
OFFICE_HEARS = {
    "answered": heard.UNIT_ANSWERED,
    "confirm": heard.SAID_SOLVED,
    "not-solved": heard.NOT_SOLVED,
    "say-more": heard.SAID_MORE,
    "withdraw": heard.TAKEN_BACK,
}
UNITS_HEAR = {"not-solved": heard.NOT_SOLVED_UNIT, "reopen": heard.OPEN_AGAIN}


def raised(matter: Matter, *, by) -> None:
    tell(heard.RAISED, matter, office(matter), by=by)


def moved(matter: Matter, verb: str, *, by) -> None:
    """Word of a move goes to the sides that did not make it, and to all who follow the matter."""
    for table, people in ((OFFICE_HEARS, office), (UNITS_HEAR, clerks)):
        if kind := table.get(verb):
            tell(kind, matter, people(matter), by=by)
    by_raiser = any(m.verb == verb and m.role is Role.AUTHOR for m in matter.lifecycle.moves)
    if not by_raiser:
        raiser_hears(RAISER_HEARS.get(verb, heard.NEWS), matter, by=by)
    followers_hear(matter, by=by)


def added(remark: Remark, *, by) -> None:
    """The office hears what the author adds, and the author what the office says."""
    matter, once = remark.matter, f"R{remark.pk}"
    if remark.side == Remark.Side.AUTHOR:
        tell(heard.SAID_MORE, matter, office(matter), by=by, once=once)
    else:
        raiser_hears(heard.TOLD_MORE, matter, by=by, once=once)
        if remark.public:
            followers_hear(matter, by=by, once=once)


def asked(question: Question, *, by) -> None:
    """Ask whoever raised it whether it is solved, by a link that is good for this one question."""
    matter = question.closing.subject
    href = reverse("forum:question", args=[link_of(question)])
    raiser_hears(heard.ASKED_IF_SOLVED, matter, by=by, once=f"Q{question.pk}", mail_href=href)


def raiser_hears(kind: Kind, matter: Matter, *, by, once: str = "", mail_href: str = "") -> None:
    """Tell whoever raised it: by their account, else by the address on the receipt."""
    receipt = Receipt.objects.filter(matter=matter).first()
    if matter.raised_by:
        name, args = ("forum:own", [matter.pk]) if receipt else ("desk:matter", [matter.pk])
        tell(kind, matter, [matter.raised_by], by=by, href=reverse(name, args=args), once=once)
    elif receipt and receipt.email:
        href = mail_href or reverse("forum:reached", args=[link_of(receipt)])
        tell(kind, matter, [receipt.email], by=by, href=href, once=once)


def followers_hear(matter: Matter, *, by, once: str = "") -> None:
    """Tell those who follow it that there is news, while it is public: under its public title."""
    if not Matter.objects.public().filter(pk=matter.pk).exists():
        return
    shown = matter.publications.standing().first()
    more = {"title": shown.title if shown else mask(matter.title), "once": once}
    followers = list(matter.followers.confirmed().select_related("person"))
    people = [each.person for each in followers if each.person]
    page = reverse("forum:voice", args=[matter.pk])
    tell(heard.FOLLOWED, matter, people, by=by, href=page, **more)
    for each in followers:
        if each.email:
            href = reverse("forum:following", args=[link_of(each)])
            tell(heard.FOLLOWED, matter, [each.email], by=by, href=href, **more)


def asked_to_confirm(follower: Follower, title: str, *, once: str, by) -> None:
    """Ask an address whether it is theirs who gave it; nothing else is sent there before."""
    href = reverse("forum:following", args=[link_of(follower)])
    address = [follower.email]
    tell(heard.FOLLOW_ASKED, follower.matter, address, by=by, href=href, title=title, once=once)


def tell(
    kind: Kind, matter: Matter, receivers: Iterable[Receiver], *, by, href: str = "", **more
) -> None:
    """Post one notice about a matter's last step; who did it is not told."""
    step = last_step(matter)
    known = {
        "title": matter.title,
        "number": matter.short,
        "note": step.note if step else "",
        "state": str(matter.state.label),
        **more,
    }
    params = {name: value for name, value in known.items() if f"%({name})" in kind.words}
    occurrence = f"step:{step.pk if step else 0}:{more.get('once', '')}"
    others = [each for each in receivers if not isinstance(each, Model) or each.pk != by.pk]
    post(kind, matter, occurrence, others, href=href or telling_page(matter), params=params)


def telling_page(matter: Matter) -> str:
    return reverse("desk:matter", args=[matter.pk])


def office(matter: Matter) -> Iterable[Person]:
    """Those who keep the records of the place, or of the nearest one above that has anybody."""
    for code in matter.committee.line():
        if people := list(keepers(code)):
            return people
    return []


def clerks(matter: Matter) -> Iterable[Person]:
    """Those who answer for the units that have it, or had it last."""
    return Person.objects.filter(units__in=matter.assignments.live().values("unit")).distinct()
