"""The calendar of working days: a year as it is known, a notice pasted in, single days."""

from collections.abc import Mapping, Sequence

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from xieshang.matters.actions import days_moved, free_calendar_day, rule_calendar
from xieshang.matters.forms.asked import day_field
from xieshang.people.actions import may_rule_days
from xieshang.people.models import DayOff, calendar
from xieshang.reading.holidays import Told, read_notice

from .door import desk
from .pages import show
from .rule_limits import what_moves
from .year import asked_year


class NoticeForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("The dates as the notice says them"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    source = forms.CharField(
        label=gettext_lazy("Number of the notice"), max_length=60, required=False
    )


class DayForm(forms.Form):
    day = day_field(gettext_lazy("Day"))
    kind = forms.ChoiceField(label=gettext_lazy("It is"), choices=DayOff.Kind.choices)
    name = forms.CharField(label=gettext_lazy("For which holiday"), max_length=40)


@desk("GET", "POST")
def calendar_page(request: HttpRequest) -> HttpResponse:
    """A year's days off and days worked instead; the office at the head may change them."""
    asked = request.POST if request.method == "POST" else request.GET
    year = asked_year(asked.get("year", ""), timezone.localdate().year)
    keeps = may_rule_days(request.user)
    more: dict[str, object] = {}
    if request.method == "POST":
        if not keeps:
            raise PermissionDenied
        answered = act(request, year)
        if isinstance(answered, HttpResponse):
            return answered
        more = answered
    known = calendar()
    context = {
        "year": year,
        "keeps": keeps,
        "known": known.knows(year),
        "days": DayOff.objects.visible_to(request.user).in_year(year),
        "form": NoticeForm(),
        "day_form": DayForm(),
        **more,
    }
    status = 422 if more.get("wrong") else 200
    return show(request, "desk/rules/calendar.html", context, here="committees", status=status)


def act(request: HttpRequest, year: int):
    """Look a pasted notice over, enter it; set one day, or free it."""
    match request.POST.get("act"):
        case "day":
            form = DayForm(request.POST)
            if not form.is_valid():
                return {"day_form": form, "wrong": True}
            said = form.cleaned_data
            told = [Told(said["day"], said["kind"] == DayOff.Kind.OFF, said["name"])]
            return entered(request, told, said["day"].year, "")
        case "free":
            return freed(request, year)
    form = NoticeForm(request.POST)
    if not form.is_valid():
        return {"form": form, "wrong": True}
    told = read_notice(form.cleaned_data["text"], year)
    if request.POST.get("act") == "enter" and told:
        return entered(request, told, year, form.cleaned_data["source"])
    return {"form": form, "told": told, "looked": True, "wrong": not told, **foreseen(told)}


def foreseen(told: Sequence[Told]) -> Mapping:
    """What days of a notice would do to the days that are running."""
    before = calendar()
    off, worked = ([t.day for t in told if t.off is kind] for kind in (True, False))
    return what_moves(list(days_moved(before, before.ruled(off, worked), [*off, *worked])))


def entered(request: HttpRequest, told: Sequence[Told], year: int, source: str) -> HttpResponse:
    number, moved = rule_calendar(told, by=request.user, source=source)
    words = ngettext("One day was entered.", "%(n)d days were entered.", number) % {"n": number}
    messages.success(request, f"{words} {have_another(moved)}")
    return redirect(f"{reverse('desk:calendar')}?year={year}")


def freed(request: HttpRequest, year: int):
    """Let a day be what its weekday says."""
    try:
        day = forms.DateField().clean(request.POST.get("day"))
    except forms.ValidationError:
        return {"wrong": True}
    moved = free_calendar_day(day, by=request.user)
    words = _("The day follows its weekday again.")
    messages.success(request, f"{words} {have_another(moved)}")
    return redirect(f"{reverse('desk:calendar')}?year={year}")


def have_another(number: int) -> str:
    """How many under way are due on another day now."""
    words = ngettext(
        "One that is under way has another day now.",
        "%(n)d that are under way have another day now.",
        number,
    )
    return words % {"n": number}
