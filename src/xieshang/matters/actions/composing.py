"""One issue of a bulletin out of several reports: own ones, and ones sent up from below."""

from collections.abc import Collection, Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import Hindered, NoSuchMove, allowed
from xieshang.lifecycle.table import Role
from xieshang.people.models import Committee

from ..models import Adoption, Issue, Matter, Referral
from .moving import take

Before = Matter | Referral  # what lies before an office: its own report, or one sent up to it


class NotAll(ValueError):
    """Some of several reports cannot be issued: `reasons` names each (its short number → why)."""

    def __init__(self, reasons: Mapping[str, str]) -> None:
        self.reasons = reasons
        super().__init__("; ".join(f"{short}: {why}" for short, why in reasons.items()))


def before_office(matter: Matter, committee: Committee) -> Before | None:
    """What of a report lies before a committee's office: itself, or its being sent up to it."""
    if matter.committee_id == committee.pk:
        return matter
    return next((sent for sent in matter.referrals.all() if sent.committee == committee), None)


def why_not_issued(subject: Before | None, roles: Collection[Role]) -> str:
    """Why a report cannot be issued now by whoever has these roles over it; "" where it can."""
    if subject is None:
        return _("It was not sent up to this committee.")
    try:
        allowed(subject, "adopt", roles)
    except Hindered as reason:
        return str(reason)
    except NoSuchMove:
        return _("It stands at “%(state)s”.") % {"state": subject.state.label}
    except PermissionDenied:
        return _("You do not keep the records of %(committee)s.") % {"committee": subject.committee}
    return ""


@transaction.atomic
def compose(
    subjects: Collection[Before], *, by, shares: Mapping[str, str] | None = None, **facts
) -> Issue:
    """Sign and issue several reports as one number of one committee's bulletin, or none of them.

    `facts`: bulletin, number, heading, adopted_on, text; `shares`: short number → what of the
    issue comes from it. Raises NotAll naming each that cannot be issued, Hindered where the
    number is another report's.
    """
    held = [type(each).objects.select_for_update().get(pk=each.pk) for each in ordered(subjects)]
    judged = {each.short: why_not_issued(each, each.roles_of(by)) for each in held}
    reasons = {short: why for short, why in judged.items() if why}
    if reasons:
        raise NotAll(reasons)
    mode = Adoption.Mode.COMBINED if len(held) > 1 else Adoption.Mode.SINGLE
    for each in held:
        take(each, "adopt", by=by, mode=mode, share=(shares or {}).get(each.short, ""), **facts)
    (committee,) = {each.committee_id for each in held}
    return Issue.objects.get(
        committee=committee,
        bulletin=facts["bulletin"],
        year=facts["adopted_on"].year,
        number=facts["number"],
    )


def ordered(subjects: Collection[Before]) -> list[Before]:
    """In one order for everybody, so that two who issue do not lock each other out."""
    return sorted(subjects, key=lambda each: (isinstance(each, Referral), each.pk))
