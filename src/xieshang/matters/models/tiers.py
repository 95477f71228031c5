"""Which tier is above another, as opinion reports go up: county, city, region, nation."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from xieshang.people.body import NATIONAL
from xieshang.people.models import Committee, Tier


def above(committee: Committee) -> int | None:
    """The code of the committee one tier up; None above the National Committee."""
    if committee.tier == Tier.REGION:
        return NATIONAL[0]
    return committee.parent_id


def title_above(committee: Committee) -> str:
    """The name of the committee one tier up; "" where there is none."""
    if committee.tier == Tier.REGION:
        return NATIONAL[2]
    return committee.parent.title if committee.parent else ""


def may_go_up(subject, _person) -> str:
    """A report goes up once from each tier; of a matter, or of what was sent up before."""
    matter = getattr(subject, "matter", subject)
    code = above(subject.committee)
    if code is None:
        return _("There is no tier above %(committee)s.") % {"committee": subject.committee}
    sent = next((each for each in matter.referrals.all() if each.committee_id == code), None)
    if sent is None:
        return ""
    return _("It was sent up to %(committee)s on %(day)s, as %(number)s.") % {
        "committee": sent.committee,
        "day": sent.sent_on.isoformat(),
        "number": sent.short,
    }


def adopted_here(subject, _person) -> str:
    """An instruction is written on what was adopted."""
    matter = getattr(subject, "matter", subject)
    if any(each.committee_id == subject.committee_id for each in matter.adoptions.all()):
        return ""
    return _("It was kept, not adopted, here: an instruction stands on an adopted one.")


DEED_GUARDS: Mapping[str, Callable] = {"may-go-up": may_go_up, "adopted-here": adopted_here}
