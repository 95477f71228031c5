"""What each tier makes of an opinion report, and how it goes further up."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Hindered, hold_for, open_subject
from xieshang.lifecycle.table import Role
from xieshang.people.actions import found_national
from xieshang.people.models import Committee, Tier

from .. import notices
from ..models import Adoption, Instruction, Issue, Matter, Referral
from . import telling

Mode = Adoption.Mode


def adopt(subject, *, by, mode: str, adopted_on: date, **words) -> None:
    """Write down how a tier adopted what lies before it; a correction takes its place.

    `words`: bulletin, number, heading and text of the issue, and the report's share of it.
    Raises Hindered where the issue is missing, or holds another report already.
    """
    matter, committee = getattr(subject, "matter", subject), subject.committee
    before = matter.adoptions.filter(committee=committee).select_related("issue").first()
    issue = None
    if mode != Mode.FORWARDED or words.get("number"):
        issue = placed(matter, committee, mode, adopted_on, words)
    row, _made = Adoption.objects.update_or_create(
        matter=matter,
        committee=committee,
        defaults={
            "mode": mode,
            "issue": issue,
            "adopted_on": adopted_on,
            "share": words.get("share", ""),
            "by": by,
        },
    )
    if before and before.issue and before.issue != issue:
        drop_if_empty(before.issue, by=by)
    seal(by, "write-adoption", row, matter=matter.pk, committee=committee.pk, mode=mode,
         issue=str(issue or ""))  # fmt: skip
    telling.adopted(subject, row, again=before is not None, by=by)


def placed(
    matter: Matter, committee: Committee, mode: str, day: date, words: Mapping[str, str]
) -> Issue:
    """The issue of that number, locked: a new one, or the combined one that others are in."""
    if not (words.get("bulletin") and words.get("number")):
        raise Hindered(_("Say which issue it stands in."))
    title = words.get("heading") or matter.title
    issue, made = Issue.objects.select_for_update().get_or_create(
        committee=committee,
        bulletin=words["bulletin"],
        year=day.year,
        number=words["number"],
        defaults={"title": title, "text": words.get("text", ""), "issued_on": day},
    )
    if made:
        return issue
    others = issue.adoptions.exclude(matter=matter)
    single = others.exclude(mode=Mode.COMBINED).first()
    if single or (mode != Mode.COMBINED and others.exists()):
        raise Hindered(
            _("%(issue)s holds another report already. Choose another number.") % {"issue": issue}
        )
    if not others.exists():
        issue.title, issue.issued_on = title, day
        issue.save(update_fields=["title", "issued_on"])
    return issue


def drop_if_empty(issue: Issue, *, by) -> None:
    """A number that was written down by mistake is free again."""
    if not issue.adoptions.exists():
        seal(by, "drop-issue", issue, issue=str(issue), committee=issue.committee_id)
        issue.delete()


@transaction.atomic
def send_up(subject, *, by, note: str = "") -> Referral:
    """Send a report itself to the tier above its own, or above the one it was sent to.

    Raises NoSuchMove or PermissionDenied; Hindered at the top, or where it was sent before.
    """
    further = isinstance(subject, Referral)
    locked = hold_for(subject, "send-further" if further else "send-up", by=by)
    matter = locked.matter if further else locked
    sender = locked.committee
    above = found_national(by=by) if sender.tier == Tier.REGION else sender.parent
    referral = Referral(
        matter=matter, committee=above, sender=sender, sent_on=timezone.localdate(), note=note
    )
    open_subject(referral, by=by)
    telling.sent_up(referral, by=by)
    return referral


@transaction.atomic
def instruct(subject, *, by, level: str, post: str, given_on: date, **words) -> Instruction:
    """Note a leader's instruction on what the subject's tier adopted.

    Its words, where they are restricted, are shown to the office that noted them alone.
    """
    locked = hold_for(subject, "instruct", by=by)
    matter = getattr(locked, "matter", locked)
    adoption = matter.adoptions.get(committee=locked.committee)
    made = Instruction.objects.create(
        adoption=adoption, level=level, post=post, given_on=given_on, by=by, **words
    )
    seal(by, "instruct", adoption, level=level, words=fingerprint(made.words))
    telling.instructed(made, by=by)
    return made


@transaction.atomic
def correct_instruction(instruction: Instruction, *, by, **facts) -> None:
    """Write an instruction down as it is; what stood there before is sealed, not kept.

    `facts`: level, post, given_on, words, restricted. Raises PermissionDenied, or Hindered where
    it was taken back meanwhile.
    """
    locked = _held(instruction, by)
    before = _sealed(locked)
    for name, value in facts.items():
        setattr(locked, name, value)
    locked.save(update_fields=[*facts])
    if (now := _sealed(locked)) != before:
        seal(by, "correct-instruction", locked.adoption, was=before, now=now)
        telling.instructed(locked, by=by, way=notices.INSTRUCTION_CORRECTED)


@transaction.atomic
def drop_instruction(instruction: Instruction, *, why: str, by) -> None:
    """Take back an instruction that was noted by mistake; who was told of it is told why.

    Raises PermissionDenied, or Hindered where it was taken back already.
    """
    locked = _held(instruction, by)
    telling.instructed(locked, by=by, way=notices.INSTRUCTION_DROPPED, note=why)
    seal(by, "drop-instruction", locked.adoption, was=_sealed(locked), why=fingerprint(why))
    locked.delete()


def _held(instruction: Instruction, by) -> Instruction:
    """The instruction, locked, for the office that noted it, wherever the report stands now."""
    locked = Instruction.objects.select_for_update().filter(pk=instruction.pk).first()
    if locked is None:
        raise Hindered(_("It was taken back meanwhile."))
    if not locked.subject.holds(by, Role.OFFICE):
        raise PermissionDenied("only the office that noted it corrects it")
    return locked


def _sealed(instruction: Instruction) -> dict[str, object]:
    """An instruction as the log has it: its words as a fingerprint."""
    return {
        "level": instruction.level,
        "post": fingerprint(instruction.post),
        "given_on": instruction.given_on.isoformat(),
        "words": fingerprint(instruction.words),
        "restricted": instruction.restricted,
    }


def _told(verb: str):
    """Tell the author, and every tier between, what was decided."""

    def tell(subject, *, by) -> None:
        telling.decided(subject, verb, by=by)

    return tell


EFFECTS = {
    **{(life, verb): adopt
       for life in ("opinion-report", "referral") for verb in ("adopt", "correct")},
    **{(life, verb): _told(verb)
       for life in ("opinion-report", "referral") for verb in ("keep", "refuse")},
    ("opinion-report", "return"): _told("return"),
}  # fmt: skip
