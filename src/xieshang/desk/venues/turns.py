"""When a venue receives and who takes turns: the rule, the days of a year, a swap."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.venues.actions import plan_year, put_on_duty, set_rule
from xieshang.venues.forms import Pair, RuleForm
from xieshang.venues.models import Reception

from ..door import desk
from ..pages import show
from .page import kept, show_venue

SAID = ("month_day", "nth", "weekday", "begins", "ends")


@desk("GET", "POST")
def rule(request: HttpRequest, key: int) -> HttpResponse:
    found = kept(request, key)
    known = getattr(found, "rule", None)
    initial = {name: getattr(known, name) for name in SAID} if known else {}
    initial["hosts"] = [host.person_id for host in found.hosts.all()]
    form = RuleForm(found, request.POST if request.method == "POST" else None, initial)
    if form.is_bound and form.is_valid():
        said = dict(form.cleaned_data)
        hosts = list(said.pop("hosts"))
        set_rule(found, said, hosts, by=request.user)
        planned = plan_year(found, timezone.localdate().year, by=request.user)
        messages.success(request, _("%(n)d reception days are planned.") % {"n": planned})
        return redirect("desk:venue", key)
    status = 422 if form.is_bound else 200
    context = {"venue": found, "form": form}
    return show(request, "desk/venues/rule.html", context, here="venues", status=status)


@desk("POST")
def year(request: HttpRequest, key: int) -> HttpResponse:
    """Plan the days of next year."""
    found = kept(request, key)
    if not hasattr(found, "rule"):
        return show_venue(request, found, status=409)
    planned = plan_year(found, timezone.localdate().year + 1, by=request.user)
    messages.success(request, _("%(n)d reception days are planned.") % {"n": planned})
    return redirect("desk:venue", key)


@desk("GET", "POST")
def duty(request: HttpRequest, key: int) -> HttpResponse:
    """Who is on duty on one day."""
    rows = Reception.objects.visible_to(request.user).select_related("venue")
    found = get_object_or_404(rows, pk=key)
    venue = kept(request, found.venue_id)
    initial = {"first": found.first_id, "second": found.second_id}
    form = Pair(venue, request.POST if request.method == "POST" else None, initial)
    if form.is_bound and form.is_valid():
        put_on_duty(found, **form.cleaned_data, by=request.user)
        return redirect("desk:venue", venue.pk)
    status = 422 if form.is_bound else 200
    context = {"venue": venue, "reception": found, "form": form}
    return show(request, "desk/venues/duty.html", context, here="venues", status=status)
