"""How each slot stands: something to show and fresh, something but too old, nothing."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from xieshang.activities.models import Programme
from xieshang.people.models import line_of

from .models import MONTHS, SLOTS, Freshness, Proof, Review

FRESH, OLD, LACKING = "fresh", "old", "lacking"


@dataclass(frozen=True, slots=True)
class Slot:
    """One of the six of one brand: what is written, what is shown, who looked it over."""

    name: str
    label: str
    text: str
    proofs: tuple[Proof, ...]
    review: Review | None
    light: str

    @property
    def newest(self) -> date | None:
        """The day of the newest record, or of the last look."""
        days = [proof.on for proof in self.proofs]
        return max([*days, self.review.on] if self.review else days, default=None)


def slots_of(
    programmes: Sequence[Programme], today: date | None = None
) -> Mapping[int, list[Slot]]:
    """The six slots of each brand, by its key: three queries however many brands there are."""
    today = today or timezone.localdate()
    keys = [each.pk for each in programmes]
    proofs: dict[tuple[int, str], list[Proof]] = defaultdict(list)
    rows = Proof.objects.filter(programme__in=keys)
    for proof in rows.select_related("activity", "matter", "venue", "file"):
        proofs[proof.programme_id, proof.slot].append(proof)
    reviews: dict[tuple[int, str], Review] = {}
    for review in Review.objects.filter(programme__in=keys).select_related("by"):
        reviews.setdefault((review.programme_id, review.slot), review)
    months = months_of(each.committee_id for each in programmes)
    found = {}
    for each in programmes:
        since = before(today, months[each.committee_id])
        found[each.pk] = [
            slot_of(
                Slot(
                    name,
                    str(label),
                    text,
                    tuple(proofs[each.pk, name]),
                    reviews.get((each.pk, name)),
                    LACKING,
                ),
                since,
            )
            for name, (label, text) in zip(SLOTS, each.slots(), strict=True)
        ]
    return found


def slot_of(slot: Slot, since: date) -> Slot:
    """The slot with its light: what is shown and no older than `since` is fresh."""
    if not (slot.text and slot.proofs):
        return slot
    newest = slot.newest
    return replace(slot, light=FRESH if newest and newest >= since else OLD)


def months_of(codes: Iterable[int]) -> dict[int, int]:
    """The months of each committee: its own rule, else that of the nearest one above."""
    known = {*codes}
    lines = {code: line_of(code) for code in known}
    rules = dict(
        Freshness.objects.filter(
            committee__in={one for line in lines.values() for one in line}
        ).values_list("committee", "months")
    )
    return {
        code: next((rules[one] for one in line if one in rules), MONTHS)
        for code, line in lines.items()
    }


def before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
