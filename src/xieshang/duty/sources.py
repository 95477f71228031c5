"""Where the lines of a duty record come from: a row for each kind of doing. Add one, it shows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.matters.models import Matter, Signature
from xieshang.meetings.models import Invitation
from xieshang.people.models import Person
from xieshang.projects.models import Service
from xieshang.supervision.models import Advice, Visit
from xieshang.venues.models import Reception

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody did: the day, in words, where it is, how it stands."""

    about: str
    day: date
    title: str
    href: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of doing: its name, what it is called, the lines of a person in some days."""

    name: str
    label: object
    lines: Callable[[Person, Days], Iterator[Line]]


def raised(kind: str) -> Callable[[Person, Days], Iterator[Line]]:
    """Matters of a kind that somebody handed in."""

    def lines(person: Person, days: Days) -> Iterator[Line]:
        rows = Matter.objects.handed_in().filter(raised_by=person, kind=kind)
        yield from map(line_of, rows.filter(raised_on__range=days).order_by("raised_on", "pk"))

    return lines


def line_of(matter: Matter) -> Line:
    return Line(
        f"matter:{matter.pk}", matter.raised_on, matter.title,
        reverse("desk:matter", args=[matter.pk]), str(matter.state.label),
    )  # fmt: skip


def signed(person: Person, days: Days) -> Iterator[Line]:
    """Proposals that somebody signed along."""
    keys = Signature.objects.agreed().filter(person=person).values("matter")
    rows = Matter.objects.handed_in().filter(pk__in=keys, raised_on__range=days)
    yield from map(line_of, rows.exclude(raised_by=person).order_by("raised_on", "pk"))


def attended(person: Person, days: Days) -> Iterator[Line]:
    """Meetings to which somebody came."""
    rows = Invitation.objects.came().on_days(*days).filter(person=person)
    for each in rows.select_related("meeting__form").order_by("meeting__starts_at"):
        meeting = each.meeting
        yield Line(
            f"meeting:{meeting.pk}", timezone.localdate(meeting.starts_at), meeting.title,
            reverse("desk:meeting", args=[meeting.pk]), meeting.form.name,
        )  # fmt: skip


def received(person: Person, days: Days) -> Iterator[Line]:
    """Reception days on which somebody was on duty, up to today."""
    until = min(days[1], timezone.localdate())
    rows = Reception.objects.of_person(person).filter(day__range=(days[0], until))
    for each in rows.select_related("venue").order_by("day"):
        yield Line(
            f"reception:{each.pk}", each.day, each.venue.name,
            reverse("desk:venue", args=[each.venue_id]),
        )  # fmt: skip


def served(person: Person, days: Days) -> Iterator[Line]:
    """Services and visits in which somebody took part."""
    rows = Service.objects.filter(members=person, day__range=days).select_related("campaign")
    for each in rows.order_by("day", "pk"):
        place = reverse("desk:campaign", args=[each.campaign_id])
        yield Line(f"service:{each.pk}", each.day, each.title, place, each.campaign.name)


def went(person: Person, days: Days) -> Iterator[Line]:
    """Visits of supervision that somebody wrote down."""
    rows = Visit.objects.filter(by=person, day__range=days).select_related("supervision")
    for each in rows.order_by("day", "pk"):
        place = reverse("desk:supervision_of", args=[each.supervision_id])
        yield Line(f"visit:{each.pk}", each.day, each.place, place, each.supervision.title)


def advised(person: Person, days: Days) -> Iterator[Line]:
    """Research reports and recommendations of which somebody is an author."""
    rows = Advice.objects.filter(authors=person, day__range=days).order_by("day", "pk")
    for each in rows:
        place = reverse("desk:advice_of", args=[each.pk])
        yield Line(f"advice:{each.pk}", each.day, each.title, place, str(each.stands))


SOURCES = (
    Source("proposals", _("Proposals handed in"), raised("proposal")),
    Source("signed", _("Proposals signed along"), signed),
    Source("reports", _("Opinion reports"), raised("opinion-report")),
    Source("problems", _("Problems raised for residents"), raised("problem")),
    Source("meetings", _("Meetings attended"), attended),
    Source("services", _("Services and visits"), served),
    Source("receptions", _("Reception days on duty"), received),
    Source("supervision", _("Visits of supervision"), went),
    Source("advice", _("Reports and recommendations"), advised),
)


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder from handing in to being instructed, and how many came so far."""

    label: object
    many: int


def ladder(person: Person, days: Days) -> list[Rung]:
    """How far what somebody handed in has come: no points, only where it stands."""
    rows = Matter.objects.handed_in().filter(raised_by=person, raised_on__range=days)
    told = list(rows.values_list("pk", "number", "outcome", "tracked"))
    keys = [pk for pk, *_rest in told]
    adopted = Matter.objects.filter(pk__in=keys, adoptions__isnull=False).distinct()
    instructed = adopted.filter(adoptions__instructions__isnull=False).distinct()
    return [
        Rung(_("handed in"), len(told)),
        Rung(_("filed"), sum(number is not None for _pk, number, _o, _t in told)),
        Rung(_("answered: solved"), sum(outcome == "done" for _pk, _n, outcome, _t in told)),
        Rung(_("solved at the look-back"), sum(tracked == "done" for *_rest, tracked in told)),
        Rung(_("adopted by a tier"), adopted.count()),
        Rung(_("instructed"), instructed.count()),
    ]


def off_session(person: Person, days: Days) -> tuple[int, int]:
    """How many of somebody's proposals were handed in off session, and of how many."""
    rows = Matter.objects.handed_in().filter(raised_by=person, kind="proposal")
    sessions = list(rows.filter(raised_on__range=days).values_list("session", flat=True))
    return sessions.count(None), len(sessions)


def portrait(person: Person, days: Days) -> Mapping[Source, list[Line]]:
    """Every source with its lines."""
    return {source: list(source.lines(person, days)) for source in SOURCES}
