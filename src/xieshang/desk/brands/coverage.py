"""Which special committees, branches and sectors have a brand of their own, and which none yet."""

from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.brands.actions import give_to, name_holder
from xieshang.brands.forms import Held, NewHolder
from xieshang.brands.models import Holder

from ..door import desk
from ..pages import show
from .page import find


@desk("GET", "POST")
def coverage(request: HttpRequest) -> HttpResponse:
    """The coverage by committee; sent, one more that is to have a brand."""
    form = NewHolder(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = name_holder(**form.cleaned_data, by=request.user)
        messages.success(request, _("“%(name)s” stands in the list.") % {"name": made.name})
        return redirect("desk:brand_coverage")
    rows = Holder.objects.visible_to(request.user).with_brands().select_related("committee")
    parts = [
        Part(committee, list(holders))
        for committee, holders in groupby(rows.order_by("committee", "sort", "pk"), committee_of)
    ]
    status = 422 if form.is_bound else 200
    context = {"form": form, "parts": parts}
    return show(request, "desk/brands/coverage.html", context, here="programmes", status=status)


def committee_of(holder: Holder):
    return holder.committee


class Part:
    """Those of one committee, and how many of them hold a brand."""

    def __init__(self, committee, holders: list[Holder]):
        self.committee, self.holders = committee, holders

    @property
    def covered(self) -> int:
        return sum(bool(holder.brands) for holder in self.holders)


@desk("POST")
def holder(request: HttpRequest, key: int) -> HttpResponse:
    """Say whose own a brand is."""
    found = find(request, key)
    form = Held(found, request.POST)
    if form.is_valid():
        give_to(found, form.cleaned_data["holder"], by=request.user)
    return redirect("desk:programme", key)
