"""What each tier makes of an opinion report, and how word of it goes back."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Hindered, hold_for, open_subject
from xieshang.people.models import Committee

from ..models import Adoption, Instruction, Issue, Matter, Referral
from . import telling


def adopt(matter: Matter, *, by, **facts) -> None:
    """Write down how the report's own tier adopted it."""
    write_adoption(matter, matter.committee, by=by, **facts)


def adopt_above(referral: Referral, *, by, **facts) -> None:
    """Write down how the tier adopted it to which it was sent; a correction takes its place."""
    write_adoption(referral.matter, referral.committee, by=by, **facts)


def write_adoption(
    matter: Matter, committee: Committee, *, by, mode: str, adopted_on: date, **facts
) -> Adoption:
    """One row a tier: the mode, the issue it stands in, its day and its share."""
    issue = issue_of(committee, matter.title, adopted_on, facts) if facts.get("number") else None
    if issue is None and mode != Adoption.Mode.FORWARDED:
        raise Hindered(mode)
    row, _made = Adoption.objects.update_or_create(
        matter=matter,
        committee=committee,
        defaults={
            "mode": mode,
            "issue": issue,
            "adopted_on": adopted_on,
            "share": facts.get("share", ""),
            "by": by,
        },
    )
    seal(by, "adopt", row, matter=matter.pk, committee=committee.pk, mode=mode)
    telling.adopted(row, by=by)
    return row


def issue_of(committee: Committee, title: str, day: date, facts) -> Issue:
    """The issue of that number; of several combined reports it is the same one."""
    place = {
        "committee": committee,
        "bulletin": facts["bulletin"],
        "year": day.year,
        "number": facts["number"],
    }
    heading = facts.get("heading") or title
    issue, _made = Issue.objects.get_or_create(
        **place, defaults={"title": heading, "issued_on": day}
    )
    return issue


@transaction.atomic
def send_up(matter: Matter, *, by, note: str = "") -> Referral:
    """Send the report itself to the committee above its own.

    Raises NoSuchMove or PermissionDenied; Hindered at the top, or where it was sent before.
    """
    locked = hold_for(matter, "send-up", by=by)
    return refer(locked, locked.committee, by=by, note=note)


@transaction.atomic
def send_further(referral: Referral, *, by, note: str = "") -> Referral:
    """Send on to the next tier what one's own tier was sent."""
    locked = hold_for(referral, "send-further", by=by)
    return refer(locked.matter, locked.committee, by=by, note=note)


def refer(matter: Matter, sender: Committee, *, by, note: str) -> Referral:
    """One more tier that has the report before it; the note goes with it."""
    above = sender.parent
    if above is None or matter.referrals.filter(committee=above).exists():
        raise Hindered(str(above or sender))
    referral = Referral(matter=matter, committee=above, sender=sender, sent_on=timezone.localdate())
    open_subject(referral, by=by)
    telling.sent_up(referral, by=by)
    return referral


@transaction.atomic
def instruct(adoption: Adoption, *, by, level: str, post: str, given_on: date, **words):
    """Note a leader's instruction; its words are shown to nobody outside where restricted."""
    if not by.may_keep(adoption.committee):
        raise PermissionDenied("only the office that adopted it notes instructions")
    made = Instruction.objects.create(
        adoption=adoption, level=level, post=post, given_on=given_on, by=by, **words
    )
    seal(by, "instruct", adoption, level=level, words=fingerprint(made.words))
    telling.instructed(made, by=by)
    return made


def _told(verb: str):
    """Tell the author, and every tier between, what was decided."""

    def tell(subject, *, by) -> None:
        telling.decided(subject, verb, by=by)

    return tell


EFFECTS = {
    ("opinion-report", "adopt"): adopt,
    ("opinion-report", "return"): _told("return"),
    ("opinion-report", "keep"): _told("keep"),
    ("opinion-report", "refuse"): _told("refuse"),
    ("referral", "adopt"): adopt_above,
    ("referral", "correct"): adopt_above,
    ("referral", "keep"): _told("keep"),
    ("referral", "refuse"): _told("refuse"),
}
