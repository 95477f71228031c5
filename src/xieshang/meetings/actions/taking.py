"""Leading a meeting on, and what is written with each move."""

from django.db import transaction
from django.utils import timezone

from xieshang.activities.actions import Draft
from xieshang.activities.actions import hold as hold_activity
from xieshang.activities.models import Activity
from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Said, take_step
from xieshang.lifecycle.models import Step
from xieshang.matters.actions import open_matter
from xieshang.matters.actions import take as take_matter

from ..models import ActionPoint, Meeting
from ..notices import ASKED, MINUTES
from ..telling import tell
from .minuting import whole


@transaction.atomic
def take(meeting: Meeting, verb: str, *, by, note: str = "") -> Step:
    """Lead it on, as a person who may; raises as `take_step` does."""
    if verb == "finish":
        Meeting.objects.filter(pk=meeting.pk).update(digest=fingerprint(whole(meeting)))
    taken = take_step(meeting, verb, by=by, said=Said(note))
    if effect := EFFECTS.get(verb):
        effect(Meeting.objects.get(pk=meeting.pk), by=by)
    meeting.refresh_from_db()
    return taken


def announced(meeting: Meeting, *, by) -> None:
    tell(ASKED, meeting, [each.person for each in asked(meeting)])


def asked(meeting: Meeting):
    return meeting.invitations.select_related("person")


def held(meeting: Meeting, *, by) -> None:
    """What figures count of it is one activity: attendances, and members' among them."""
    came = meeting.invitations.came().count()
    codes = [each.committee_id for each in meeting.conveners.all()]
    activity = Activity(
        title=meeting.title, kind=meeting.form.kind, form=meeting.form.name,
        day=timezone.localdate(meeting.starts_at), place=meeting.place,
        attendances=came + meeting.others_came or None, member_attendances=came or None,
    )  # fmt: skip
    hold_activity(Draft(activity, codes[0], codes[1:]), by=by)
    Meeting.objects.filter(pk=meeting.pk).update(activity=activity)


def circulated(meeting: Meeting, *, by) -> None:
    tell(MINUTES, meeting, [each.person for each in asked(meeting) if each.came], once=str(by.pk))


def finished(meeting: Meeting, *, by) -> None:
    """Each action point becomes a matter, given to its unit: from now on it waits for somebody."""
    rows = ActionPoint.objects.filter(item__meeting=meeting, matter=None).select_related("unit")
    lead = meeting.lead
    for point in rows:
        matter = open_matter(
            "problem", by=by, committee=lead, title=point.what, day=timezone.localdate(),
            source=meeting.title[:60], wanted_on=point.due,
        )  # fmt: skip
        if point.unit:
            take_matter(matter, "assign", by=by, lead=point.unit)
        point.matter = matter
        point.save(update_fields=["matter"])
    seal(by, "finish-minutes", meeting, digest=meeting.digest)


EFFECTS = {
    "announce": announced,
    "hold": held,
    "circulate": circulated,
    "finish": finished,
}
