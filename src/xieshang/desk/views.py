"""Saved views: a list as somebody wants to find it again."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.people.actions import drop_view, save_view
from xieshang.people.models import SavedView
from xieshang.site.errors import answer

from .activities import ACTIVITIES
from .assignments import ASSIGNMENTS
from .brands.listing import PROGRAMMES
from .committees import COMMITTEES
from .door import desk
from .files import FILES
from .joins import JOINS
from .listing import address_of
from .log import LOG
from .matter_list import MATTERS
from .opinion.adoptions import ADOPTIONS
from .opinion.issues import ISSUES
from .opinion.referrals import REFERRALS
from .registers import PROJECTS, VENUES
from .reports import REPORTS
from .takeovers import TAKE_OVERS

LISTINGS = {
    each.name: each
    for each in (
        ACTIVITIES,
        MATTERS,
        ASSIGNMENTS,
        REFERRALS,
        ISSUES,
        ADOPTIONS,
        PROGRAMMES,
        VENUES,
        PROJECTS,
        TAKE_OVERS,
        REPORTS,
        JOINS,
        FILES,
        COMMITTEES,
        LOG,
    )
}


class ViewForm(forms.Form):
    list = forms.ChoiceField(
        choices=[(each.name, each.title) for each in LISTINGS.values()], widget=forms.HiddenInput
    )
    name = forms.CharField(label=gettext_lazy("Name of this view"), max_length=40)
    query = forms.CharField(max_length=1000, required=False, widget=forms.HiddenInput)


@desk("POST")
def views(request: HttpRequest) -> HttpResponse:
    """Keep the list as it is shown."""
    form = ViewForm(request.POST)
    if not form.is_valid():
        words = " ".join(error for errors in form.errors.values() for error in errors)
        return answer(request, 422, _("The view was not kept"), words, back=True)
    said = form.cleaned_data
    listing = LISTINGS[said["list"]]
    query = address_of(listing, QueryDict(said["query"]))
    save_view(listing.name, said["name"], query, by=request.user)
    messages.success(request, _("Kept as “%(name)s”.") % {"name": said["name"]})
    return back_to(listing.name, query)


@desk("POST")
def forgotten_view(request: HttpRequest, key: int) -> HttpResponse:
    """Forget a view."""
    found = get_object_or_404(SavedView.objects.visible_to(request.user), pk=key)
    drop_view(found, by=request.user)
    return back_to(found.list, "")


def back_to(name: str, query: str) -> HttpResponse:
    address = reverse(f"desk:{name}")
    return redirect(f"{address}?{query}" if query else address)
