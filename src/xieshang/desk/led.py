"""What an office leads beside matters: meetings and minutes, supervisions, looks back, plans."""

from collections.abc import Collection, Mapping

from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.consultation.models import YearPlan
from xieshang.meetings.models import Meeting
from xieshang.supervision.models import Finding, Supervision

from .box import COUNTED, SHOWN, Box, Row
from .clock import due_by
from .matter_filters import SOON

KINDS: Mapping[str, tuple[str, str]] = {  # kind → its page, and what it is called
    "meeting": ("desk:meeting", gettext_lazy("Meeting")),
    "supervision": ("desk:supervision_of", gettext_lazy("Democratic supervision")),
    "look": ("desk:supervision_of", gettext_lazy("To be looked at again")),
    "plan": ("desk:year_plan", gettext_lazy("Year plan of consultations")),
}


def of_led(person, offices: Collection[int], known) -> Box:
    """All of it by the day it is due, in one question; looks back two weeks before their day."""
    found = list(due_first(person, offices)[:COUNTED])
    rows = [
        Row(title, reverse(KINDS[kind][0], args=[key]), (KINDS[kind][1],), due=due_by(due, known))
        for kind, key, title, due in found[:SHOWN]
    ]
    return Box(_("What the office leads"), len(found), rows, more=len(found) >= COUNTED)


def due_first(person, offices: Collection[int]):
    """Kind, key of the page, title and day of each, the first due first."""
    soon = timezone.localdate() + SOON
    ours = {"committee__in": offices, "due_on__isnull": False}
    led = {"conveners__lead": True, "conveners__committee__in": offices}
    looks = (
        Finding.objects.visible_to(person)
        .unsettled()
        .filter(
            supervision__committee__in=offices,
            supervision__status="rectifying",
            revisit_on__lte=soon,
        )
    )
    parts = [
        told(
            "meeting",
            Meeting.objects.visible_to(person).filter(**led, due_on__isnull=False),
            "pk",
            "title",
        ),
        told("look", looks, "supervision", "words", "revisit_on"),
        told("supervision", Supervision.objects.visible_to(person).filter(**ours), "pk", "title"),
        told("plan", YearPlan.objects.visible_to(person).filter(**ours), "pk", "year"),
    ]
    return parts[0].union(*parts[1:], all=True).order_by("day", "key")


def told(kind: str, rows, key: str, title: str, day: str = "due_on"):
    """Rows of one kind as all kinds are told."""
    return (
        rows.order_by()
        .annotate(
            kind=Value(kind, output_field=CharField()),
            key=F(key),
            said=Cast(title, output_field=TextField()),
            day=F(day),
        )
        .values_list("kind", "key", "said", "day")
    )
