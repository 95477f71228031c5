"""Telling people of meetings, in the transaction in which something happened."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from xieshang.notices.actions import post
from xieshang.notices.kinds import Kind
from xieshang.people.models import Person

from .models import Meeting


def tell(kind: Kind, meeting: Meeting, people: Iterable[Person], once: str = "") -> None:
    """Post one notice about a meeting to each of these people."""
    known = {"title": meeting.title, "day": timezone.localdate(meeting.starts_at)}
    params = {name: value for name, value in known.items() if f"%({name})" in kind.words}
    href = reverse("desk:meeting", args=[meeting.pk])
    post(kind, meeting, f"{kind.slug}:{once}", list(people), href=href, params=params)
