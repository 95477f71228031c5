"""Telling those who are invited, and those who took part and wished to hear what came of it."""

from django.urls import reverse

from xieshang.notices.actions import post
from xieshang.notices.kinds import Kind
from xieshang.people.models import Person

from .models import Deliberation
from .notices import INVITED


def tell(kind: Kind, deliberation: Deliberation, once: object, note: str = "") -> None:
    """Post one notice to each of them, in the transaction of what it speaks of."""
    voices = deliberation.participants.filter(wants_news=True, person__isnull=False)
    people = Person.objects.filter(pk__in=voices.values("person"))
    known = {"title": deliberation.title, "note": note}
    params = {name: value for name, value in known.items() if f"%({name})" in kind.words}
    href = reverse("forum:result", args=[deliberation.pk])
    post(kind, deliberation, f"{kind.slug}:{once}", list(people), href=href, params=params)


def tell_invited(deliberation: Deliberation, *, by) -> None:
    """Tell those who are invited, each once, as soon as there is a page to open."""
    if not deliberation.state.public:
        return
    people = Person.objects.filter(pk__in=deliberation.invitations.values("person"))
    href = reverse("forum:deliberation", args=[deliberation.pk])
    params = {"title": deliberation.title}
    told = list(people.exclude(pk=by.pk))
    post(INVITED, deliberation, "invited", told, href=href, params=params)
