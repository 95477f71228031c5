"""What stands beside the forms of a report: which bulletins there are, who will hear of it."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.urls import reverse

from xieshang.matters.actions.hearing import keepers
from xieshang.matters.actions.telling import will_hear
from xieshang.matters.models import Issue, Matter, Referral, Text
from xieshang.matters.models.tiers import title_above
from xieshang.people.models import Tier

BULLETINS = ("社情民意", "政协信息", "重要提案摘报")  # names that committees use
MOST_OFFERED = 20


def adoption(request: HttpRequest, subject: Matter | Referral, _form) -> Mapping[str, object]:
    """The bulletins of the committee to choose from."""
    rows = Issue.objects.visible_to(request.user).filter(committee=subject.committee)
    used = rows.order_by().values_list("bulletin", flat=True).distinct()[:MOST_OFFERED]
    return {
        "bulletins": list(dict.fromkeys([*used, *BULLETINS])),
        "outside": subject.committee.tier == Tier.OUTSIDE,
        "committee": subject.committee.title,
    }


def going_up(request: HttpRequest, subject: Matter | Referral, _form) -> Mapping[str, object]:
    """Where it goes, with which text, and who hears of it, before it is sent."""
    matter = subject if isinstance(subject, Matter) else subject.matter
    above = subject.committee.parent
    receivers = {p.pk for p in keepers(above.pk)} if above else set()
    hear = will_hear(matter, above) if above else will_hear(matter, subject.committee)
    return {
        "to": title_above(subject.committee),
        "outside": above is None,
        "office": len(receivers),
        "hear": len(hear - receivers - {request.user.pk}),
        "edited": matter.texts.filter(edition=Text.Edition.EDITED).exists(),
    }


def page_of_text(subject) -> str:
    """Where the text of a matter is written: a report has a page of its own."""
    name = {"opinion-report": "desk:opinion_text"}.get(subject.life, "desk:text")
    return reverse(name, args=[subject.pk])
