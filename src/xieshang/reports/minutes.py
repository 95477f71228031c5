"""The minutes of a meeting (会议纪要) as docx, in the form of GB/T 9704-2012."""

import io
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.meetings.models import Item, Meeting

from .document.quote import in_full
from .letters.styles import add, ready


def minutes_document(meeting: Meeting) -> bytes:
    """The document: when, where and who, each item with its decision, what is to be done."""
    document = ready()
    add(document, "Title", f"{meeting.title}{_('minutes of the meeting')}")
    for label, value in facts(meeting):
        if value:
            add(document, "Normal", f"{label}：{value}")
    for item in meeting.items.prefetch_related("points__unit"):
        add(document, "Heading 1", f"{item.order}. {item.title}")
        for line in lines_of(item):
            add(document, "Normal", line)
    for heading, text in (
        (_("What all agree on"), meeting.consensus),
        (_("Where views differ"), meeting.differences),
    ):
        for number, line in enumerate(text.splitlines()):
            if number == 0:
                add(document, "Heading 1", heading)
            add(document, "Normal", line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def facts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """When, where, in which form, by whom, who was there."""
    came = meeting.invitations.came().select_related("person")
    yield _("Day"), in_full(timezone.localdate(meeting.starts_at))
    yield _("Place"), meeting.place
    yield _("Form"), meeting.form.name
    yield _("Convened by"), meeting.convened_by
    yield _("Present"), "、".join(str(each.person) for each in came)


def lines_of(item: Item) -> Iterator[str]:
    """What was said, what was decided, and what somebody is to do until when."""
    yield from item.notes.splitlines()
    if item.decision:
        yield from f"{_('Decision')}：{item.decision}".splitlines()
    for point in item.points.all():
        unit = f"（{point.unit}）" if point.unit else ""
        yield f"{point.what}{unit}，{_('by %(day)s') % {'day': in_full(point.due)}}"
