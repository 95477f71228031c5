"""Proposals handled together: which follows which, who agreed, and how many signed in all."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from xieshang.matters.models import Matter, Merger, MergerConsent, signers_of

from ..seen import Seen


@dataclass(frozen=True, slots=True)
class Signed:
    """How many signed each of the proposals, and how many of these signed more than one."""

    counts: list[int]
    both: int

    @property
    def total(self) -> int:
        return sum(self.counts) - self.both


@dataclass(frozen=True, slots=True)
class Together:
    """One merger as this person sees it: the other proposal, the consents, the own one to give."""

    merger: Merger
    other: Matter
    leads: bool
    consents: list[MergerConsent]
    mine: MergerConsent | None
    signed: Signed


def mergers(seen: Seen) -> Mapping[str, object] | None:
    """The mergers that stand or wait for a consent; nothing where there are none."""
    matter = seen.matter
    if not matter.has_mergers:
        return None
    rows = Merger.objects.visible_to(seen.person).of(matter).distinct()
    found = list(rows.select_related("main", "joined"))
    prefetch_related_objects([e for e in found if not e.merged_at], "consents__person")
    names = signers_of({each.main_id for each in found} | {each.joined_id for each in found})
    lines = [together(each, seen, names) for each in found]
    standing = [each for each in lines if each.merger.merged_at]
    led = [each for each in standing if each.leads]
    return {
        "standing": standing,
        "open": [each for each in lines if not each.merger.merged_at],
        "all": counted([names[matter.pk], *(names[e.other.pk] for e in led)]) if led else None,
        "may_drop": seen.may("propose-merger"),
    }


def together(merger: Merger, seen: Seen, names: Mapping[int, set[int]]) -> Together:
    """One merger, from the side of the matter whose page it is."""
    leads = merger.main_id == seen.matter.pk
    consents = [] if merger.merged_at else list(merger.consents.all())
    mine = next((each for each in consents if each.person_id == seen.person.pk), None)
    open_to_me = mine if mine and mine.agreed is None and not merger.merged_at else None
    other = merger.joined if leads else merger.main
    signed = counted([names[merger.main_id], names[merger.joined_id]])
    return Together(merger, other, leads, consents, open_to_me, signed)


def counted(groups: Collection[set[int]]) -> Signed:
    """Each group's size, and how many people are counted more than once among them."""
    counts = [len(group) for group in groups]
    return Signed(counts, sum(counts) - len(set().union(*groups)))
