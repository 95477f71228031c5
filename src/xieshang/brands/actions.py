"""Every write to brands: their words, what they show, that it was looked over, whose they are."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from xieshang.activities.models import Programme
from xieshang.audit.actions import fingerprint, seal
from xieshang.people.models import Committee

from .models import IMPACT, SLOTS, Holder, Holding, Proof, Review, has_outcome


class NoImpact(ValueError):
    """Impact is shown by matters that came to something, and this is none."""


def kept(programme: Programme, *, by) -> Programme:
    """The brand, locked; raises PermissionDenied for who keeps no records of its committee."""
    locked = Programme.objects.select_for_update().get(pk=programme.pk)
    if not by.keeps(locked.committee_id):
        raise PermissionDenied("a brand is looked after by its office")
    return locked


@transaction.atomic
def open_brand(committee: Committee, name: str, kind: str, since: date, *, by) -> Programme:
    """Open a brand or series by hand; raises PermissionDenied."""
    if not by.may_keep(committee):
        raise PermissionDenied("a brand is opened by its office")
    made = Programme.objects.create(committee=committee, name=name, kind=kind, since=since)
    seal(by, "open-brand", made, name=name, committee=committee.pk)
    return made


@transaction.atomic
def write_slot(programme: Programme, slot: str, text: str, *, by) -> None:
    """Write what is said for one of the six; raises PermissionDenied."""
    if slot not in SLOTS:
        raise ValueError(slot)
    locked = kept(programme, by=by)
    setattr(locked, slot, text)
    locked.save(update_fields=[slot])
    seal(by, "write-slot", locked, slot=slot, text=fingerprint(text))


@transaction.atomic
def show_record(programme: Programme, slot: str, record: dict[str, models.Model], *, by) -> Proof:
    """Show a record for one of the six; once is enough. Raises NoImpact, PermissionDenied."""
    locked = kept(programme, by=by)
    ((name, shown),) = record.items()
    if slot == IMPACT and not (name == "matter" and has_outcome(shown)):
        raise NoImpact(str(shown))
    facts = {"programme": locked, "slot": slot, name: shown}
    proof, made = Proof.objects.get_or_create(**facts, defaults={"by": by, "on": day_of(shown)})
    if made:
        seal(by, "show-record", locked, slot=slot, record=f"{name}:{shown.pk}")
    return proof


def day_of(record: models.Model) -> date:
    """The day from which the age of a record is counted."""
    for name in ("day", "moved_on", "raised_on", "opened_on", "since", "at"):
        found = getattr(record, name, None)
        if found:
            return found.date() if hasattr(found, "date") else found
    return timezone.localdate()


@transaction.atomic
def show_no_more(proof: Proof, *, by) -> None:
    """Take a record away from a slot again; the record itself stays."""
    locked = kept(proof.programme, by=by)
    seal(by, "show-no-more", locked, slot=proof.slot, record=str(proof.pk))
    proof.delete()


@transaction.atomic
def look_over(programme: Programme, slot: str, note: str, *, by) -> Review:
    """Note that a slot was looked over today."""
    locked = kept(programme, by=by)
    day = timezone.localdate()
    made = Review.objects.create(programme=locked, slot=slot, note=note, by=by, on=day)
    seal(by, "look-over", locked, slot=slot, note=fingerprint(note))
    return made


@transaction.atomic
def name_holder(committee: Committee, sort: str, name: str, *, by) -> Holder:
    """Name a special committee, branch or sector that is to have a brand; once is enough."""
    if not by.may_keep(committee):
        raise PermissionDenied("holders are named by their office")
    made, fresh = Holder.objects.get_or_create(committee=committee, sort=sort, name=name)
    if fresh:
        seal(by, "name-holder", made, name=name)
    return made


@transaction.atomic
def give_to(programme: Programme, holder: Holder | None, *, by) -> None:
    """Say whose own a brand is; None: the committee's."""
    locked = kept(programme, by=by)
    Holding.objects.filter(programme=locked).delete()
    if holder is not None:
        Holding.objects.create(programme=locked, holder=holder)
    seal(by, "give-brand", locked, holder=holder.pk if holder else None)
