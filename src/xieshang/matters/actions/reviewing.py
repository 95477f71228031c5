"""Reviewing a proposal: three checks, filing under a number, grounds, merging, converting."""

from collections.abc import Callable, Collection

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Hindered, follow_rule, hold_for

from ..models import Check, Counter, Ground, Matter, Merger, MergerConsent, Numbering, Session
from . import telling
from .findable import words_changed
from .writing import Words, draft


@transaction.atomic
def check(matter: Matter, *, aspect: str, passed: bool, by, note: str = "") -> Check:
    """Note what one reviewer found of one aspect; what fails needs its reason."""
    locked = hold_for(matter, "check", by=by)
    made = Check.objects.create(matter=locked, aspect=aspect, passed=passed, note=note, by=by)
    seal(by, "check", locked, aspect=aspect, passed=passed, note=fingerprint(note))
    return made


def file(matter: Matter, *, by, category, working=None, units=()) -> None:
    """Give a proposal its number and its categories, and note the units that were thought of."""
    if matter.number is None:
        rule = Numbering.objects.filter(life=matter.life).of(matter.committee).first()
        matter.series, matter.width = series_of(matter, rule), rule.width if rule else 0
        matter.number = next_number(matter)
    matter.category, matter.working = category, working
    matter.save(update_fields=["series", "number", "width", "category", "working"])
    matter.suggested.set(units)
    words_changed(matter.pk)
    telling.moved(matter, "file", by=by)


def series_of(matter: Matter, rule: Numbering | None) -> str:
    """The series a matter is numbered in: of its session, else of the last one, else the year."""
    if rule and rule.by == Numbering.By.YEAR:
        return str(matter.raised_on.year)
    session = (
        matter.session
        or Session.objects.public()
        .filter(committee=matter.committee, opens_at__lte=timezone.now())
        .order_by("-opens_at")
        .select_related("term")
        .first()
    )
    return str(session) if session else str(matter.raised_on.year)


@transaction.atomic
def next_number(matter: Matter) -> int:
    """The next number of the series; whoever else wants one waits until this one is written."""
    place = {"committee": matter.committee, "kind": matter.kind, "series": matter.series}
    counter, _made = Counter.objects.get_or_create(**place)
    Counter.objects.filter(pk=counter.pk).update(last=F("last") + 1)
    counter.refresh_from_db()
    return counter.last


@transaction.atomic
def numbers_borne(matters: Collection[Matter]) -> None:
    """Let the counters of these numbers go on behind them: none of them is given again."""
    last: dict[tuple[int, str, str], int] = {}
    for each in matters:
        place = (each.committee_id, each.kind, each.series)
        last[place] = max(last.get(place, 0), each.number or 0)
    for (committee, kind, series), number in sorted(last.items()):
        counter, _made = Counter.objects.get_or_create(
            committee_id=committee, kind=kind, series=series
        )
        Counter.objects.filter(pk=counter.pk, last__lt=number).update(last=number)


def refuse(matter: Matter, *, by, ground: Ground) -> None:
    """Tell the author on which of the place's grounds it is not taken up."""
    seal(by, "name-ground", matter, ground=ground.words)
    matter.opinion = ground.words[:120]
    matter.save(update_fields=["opinion"])
    telling.moved(matter, "refuse", by=by)


def convert(matter: Matter, *, by) -> None:
    """Make the opinion report that the author agreed to, from the same text."""
    text = matter.texts.latest_of("original")
    words = Words(text.title, text.situation, text.analysis, text.advice)
    draft(
        "opinion-report", words, by=matter.raised_by, committee=matter.committee,
        came_from=matter, author=matter.author,
    )  # fmt: skip
    telling.moved(matter, "agree", by=by)


@transaction.atomic
def propose_merger(main: Matter, joined: Matter, *, by, note: str = "") -> Merger:
    """Propose that one proposal be handled with another; both authors are asked.

    Raises Hindered where either is merged already, NoSuchMove or PermissionDenied.
    """
    for matter in sorted((main, joined), key=lambda each: each.pk):
        hold_for(matter, "propose-merger", by=by)
    taken = Merger.objects.filter(ended_at=None)
    if main == joined or main.committee_id != joined.committee_id:
        raise Hindered(_("Only two different proposals of one committee can be merged."))
    if taken.filter(joined__in=[main, joined]).exists() or taken.filter(main=joined).exists():
        raise Hindered(_("One of the two is merged, or asked to be merged, with another already."))
    merger = Merger.objects.create(main=main, joined=joined, note=note, proposed_by=by)
    asked = {main.raised_by_id, joined.raised_by_id} - {None}
    MergerConsent.objects.bulk_create(
        MergerConsent(merger=merger, person_id=key) for key in sorted(asked)
    )
    seal(by, "propose-merger", joined, into=main.pk)
    telling.merger_proposed(merger, by=by)
    return merger


@transaction.atomic
def answer_merger(merger: Merger, *, agreed: bool, by, note: str = "") -> Merger:
    """Say whether one agrees; when both authors do, the one is merged into the other.

    Raises PermissionDenied where one was not asked, Hindered where one has answered.
    """
    locked = Merger.objects.select_for_update().get(pk=merger.pk)
    consent = locked.consents.filter(person=by).first()
    if consent is None:
        raise PermissionDenied("only the authors are asked")
    if consent.agreed is not None or locked.ended_at or locked.merged_at:
        raise Hindered(_("Nobody waits for your answer any more."))
    consent.agreed, consent.at, consent.note = agreed, timezone.now(), note
    consent.save()
    seal(by, "answer-merger", locked.joined, into=locked.main_id, agreed=agreed)
    if not agreed:
        locked.ended_at = timezone.now()
        locked.save(update_fields=["ended_at"])
    elif not locked.consents.exclude(agreed=True).exists():
        merge(locked, by=by)
    telling.merger_answered(locked, consent, by=by)
    return locked


def merge(merger: Merger, *, by) -> None:
    """Let the joined proposal follow the main one. The numbers and signatures stay."""
    merger.merged_at = timezone.now()
    merger.save(update_fields=["merged_at"])
    follow_rule(merger.joined, "merge", by=by)


def part(matter: Matter, *, by) -> None:
    """Take a merged proposal out again: it is filed as it was."""
    matter.mergers.standing().update(ended_at=timezone.now())
    telling.moved(matter, "part", by=by)


@transaction.atomic
def drop_merger(merger: Merger, *, by) -> None:
    """Take a proposed merger back before both authors have answered."""
    locked = Merger.objects.select_for_update().get(pk=merger.pk)
    hold_for(locked.main, "propose-merger", by=by)
    if locked.merged_at or locked.ended_at:
        raise Hindered(_("The two are merged, or were taken apart, already."))
    locked.ended_at = timezone.now()
    locked.save(update_fields=["ended_at"])
    seal(by, "drop-merger", locked.joined, into=locked.main_id)


EFFECTS: dict[tuple[str, str], Callable[..., None]] = {
    ("proposal", "file"): file,
    ("proposal", "refuse"): refuse,
    ("proposal", "agree"): convert,
    ("proposal", "part"): part,
    ("problem", "refuse"): refuse,
}
