"""A new issue out of several reports: own ones to be signed, and ones that were sent up."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import Hindered
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import NotAll, before_office, compose, why_not_issued
from xieshang.matters.forms import Composed
from xieshang.matters.lifecycles import OPINION_REPORT
from xieshang.matters.models import Matter, Text
from xieshang.people.models import Committee, Person

from ..door import desk
from ..listing import ticked_keys
from ..pages import show
from .issues import MOST

LONGEST_SHARE = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One ticked report: what of it lies before the office, why it cannot go in, its text."""

    matter: Matter
    subject: Any
    reason: str
    text: Text | None
    share: str

    @property
    def field(self) -> str:
        return f"share-{self.matter.pk}"


@desk("GET", "POST")
def new_issue(request: HttpRequest) -> HttpResponse:
    """What would stand in the issue; sent, all of it is issued or nothing is."""
    asked = request.POST if request.method == "POST" else request.GET
    kept = list(Committee.objects.visible_to(request.user).kept_by(request.user))
    if not kept:
        raise PermissionDenied("only an office issues a bulletin")
    place = place_of(asked.get("committee", ""), kept, request.user)
    lines = lines_of(request.user, place, asked)
    ready = [line for line in lines if not line.reason]
    sent = asked if request.method == "POST" else None
    form = Composed(sent, committee=place, text=together(ready))
    status = 200
    if sent is not None:
        if form.is_valid() and ready and (made := issued(request, form, ready)):
            page = reverse("desk:issue", args=[made.pk])
            return redirect(f"{page}?sent={draft_of(place, ready)}")
        status = 422
    context = {
        "place": place,
        "form": form,
        "ready": ready,
        "stay": [line for line in lines if line.reason],
        "draft": draft_of(place, ready),
    }
    return show(request, "desk/opinion/new_issue.html", context, here="opinion", status=status)


def place_of(said: str, kept: list[Committee], person: Person) -> Committee:
    """Whose bulletin it is: the one asked for, else the committee of one's own office."""
    own = set(person.seats.current().keeping().values_list("committee_id", flat=True))
    asked = next((each for each in kept if str(each.pk) == said), None)
    return asked or next((each for each in kept if each.pk in own), kept[0])


def lines_of(person: Person, place: Committee, asked) -> list[Line]:
    """The ticked reports as they lie before that committee's office."""
    rows = Matter.objects.visible_to(person).with_page().filter(life=OPINION_REPORT.name)
    rows = rows.filter(pk__in=ticked_keys(asked)[:MOST]).order_by("pk")
    made = []
    for matter in rows.prefetch_related("referrals__committee", "referrals__sender", "texts"):
        subject = before_office(matter, place)
        texts = {text.edition: text for text in matter.texts.all()}
        newest = texts.get(Text.Edition.EDITED) or texts.get(Text.Edition.ORIGINAL)
        share = asked.get(f"share-{matter.pk}", "")[:LONGEST_SHARE]
        made.append(Line(matter, subject, why_not_issued(subject, {Role.OFFICE}), newest, share))
    return made


def draft_of(place: Committee, ready: list[Line]) -> str:
    """The name under which the browser keeps what is typed about just these reports."""
    return "-".join(["issue", str(place.pk), *(line.subject.short for line in ready)])[:200]


def together(lines: list[Line]) -> str:
    """The texts one under the other, to be written into one."""
    return "\n\n".join(f"{each.text.title}\n{each.text.whole}" for each in lines if each.text)


def issued(request: HttpRequest, form: forms.Form, ready: list[Line]):
    """The issue; None with the form saying why, where it cannot be."""
    shares = {line.subject.short: line.share for line in ready}
    subjects = [line.subject for line in ready]
    try:
        made = compose(subjects, by=request.user, shares=shares, **form.cleaned_data)
    except NotAll as fault:
        for short, why in fault.reasons.items():
            form.add_error(None, f"{short}: {why}")
    except Hindered as reason:
        form.add_error("number", str(reason))
    else:
        messages.success(request, _("%(issue)s is issued.") % {"issue": made})
        return made
    return None
