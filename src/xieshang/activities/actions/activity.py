"""Writing activities: hold one, record many from a ledger, amend, withdraw, join two into one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from xieshang.audit.actions import seal
from xieshang.evidence.bulk import insert, insert_objects
from xieshang.people.models import line_of
from xieshang.search.actions import changed

from ..models import Activity, Organiser
from ..models.activity import Together
from . import findable, tally


@dataclass(slots=True)
class Draft:
    """An activity to be written: the lead's code, the partners' codes, what it rests on."""

    activity: Activity
    lead: int
    partners: Collection[int] = ()
    evidence: Collection[int] = field(default=())

    @property
    def codes(self) -> list[int]:
        return [self.lead, *(code for code in self.partners if code != self.lead)]


def together_of(codes: Sequence[int]) -> str:
    """With whom: alone, with committees above or below only, or with sisters as well."""
    if len(codes) == 1:
        return Together.ALONE
    nested = all(a in line_of(b) or b in line_of(a) for a in codes for b in codes)
    return Together.LINE if nested else Together.ACROSS


ORGANISER = ("activity_id", "committee_id", "lead", "joint", "kind", "day")


def organisers_of(draft: Draft) -> list[tuple]:
    """The rows of those who hold an activity, in the order of ORGANISER."""
    codes, held = draft.codes, draft.activity
    joint = len(codes) > 1
    return [(held.pk, code, code == draft.lead, joint, held.kind, held.day) for code in codes]


@transaction.atomic
def hold(draft: Draft, *, by) -> Activity:
    """Write one activity that somebody enters by hand."""
    record([draft])
    seal(by, "hold", draft.activity, title=draft.activity.title, organisers=draft.codes)
    return draft.activity


@transaction.atomic
def correct(draft: Draft, *, by) -> Activity:
    """Write anew an activity that somebody entered by hand."""
    amend([draft])
    seal(by, "correct", draft.activity, title=draft.activity.title, organisers=draft.codes)
    return draft.activity


@transaction.atomic
def take_back(activity: Activity, *, by) -> None:
    """Take out an activity that somebody entered by hand."""
    seal(by, "take-back", activity, title=activity.title)
    withdraw([activity.pk])


@transaction.atomic
def record(drafts: Sequence[Draft]) -> None:
    """Write many new activities with their organisers, evidence and sums. The caller seals."""
    added = tally.sums()
    for draft in drafts:
        draft.activity.together = together_of(draft.codes)
        tally.add(added, draft.activity, draft.codes)
    insert_objects([draft.activity for draft in drafts])
    insert(Organiser, ORGANISER, [row for draft in drafts for row in organisers_of(draft)])
    cited = [(draft.activity.pk, row) for draft in drafts for row in draft.evidence]
    insert(Activity.evidence.through, ("activity_id", "evidence_id"), cited)
    tally.write(added)
    tell_search([draft.activity.pk for draft in drafts])


def tell_search(keys: Collection[int]) -> None:
    changed(findable.KIND, keys, findable.documents)


def cite(drafts: Sequence[Draft], batch: int) -> None:
    link = Activity.evidence.through
    link.objects.bulk_create(
        [
            link(activity_id=draft.activity.pk, evidence_id=row)
            for draft in drafts
            for row in draft.evidence
        ],
        batch,
        ignore_conflicts=True,
    )


@transaction.atomic
def amend(drafts: Sequence[Draft], batch: int = 2000) -> None:
    """Write activities that exist anew, as their drafts say; evidence is added, never dropped.

    The caller seals.
    """
    keys = [draft.activity.pk for draft in drafts]
    list(Activity.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    taken, added = tally.sums_of(keys, -1), tally.sums()
    for draft in drafts:
        draft.activity.together = together_of(draft.codes)
        tally.add(added, draft.activity, draft.codes)
    fields = [f.name for f in Activity._meta.concrete_fields if not f.primary_key]
    Activity.objects.bulk_update([draft.activity for draft in drafts], fields, batch_size=400)
    Organiser.objects.filter(activity__in=keys).delete()
    insert(Organiser, ORGANISER, [row for draft in drafts for row in organisers_of(draft)])
    cite(drafts, batch)
    tally.write(taken, added)
    tell_search(keys)


@transaction.atomic
def withdraw(keys: Collection[int]) -> None:
    """Take activities out again, by key; their evidence stays. The caller seals."""
    keys = list(keys)
    list(Activity.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    taken = tally.sums_of(keys, -1)
    Activity.objects.filter(pk__in=keys).delete()
    tally.write(taken)
    tell_search(keys)
