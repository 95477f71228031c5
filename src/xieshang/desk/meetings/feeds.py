"""Addresses for one's own calendar program: given, shown once, ended."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from xieshang.meetings.actions import end_feed, give_feed
from xieshang.meetings.models import Feed
from xieshang.people.models import Committee

from ..door import desk
from ..pages import show


class FeedForm(forms.Form):
    """Whose meetings: what one is asked to, or those of a committee."""

    committee = forms.ModelChoiceField(
        None, label=_("Whose meetings"), required=False, empty_label=_("Those I am asked to")
    )

    def __init__(self, person, data=None):
        super().__init__(data)
        seen = Committee.objects.visible_to(person).below_seats_of(person)
        self.fields["committee"].queryset = seen


@desk("GET", "POST")
def feeds(request: HttpRequest) -> HttpResponse:
    """One's addresses; sent, a new one, which is shown this once."""
    form, address = FeedForm(request.user, request.POST if request.method == "POST" else None), ""
    if form.is_bound and form.is_valid():
        token = give_feed(form.cleaned_data["committee"], by=request.user)
        address = settings.ADDRESS + reverse("portal:feed", args=[token])
    context = {
        "form": form,
        "address": address,
        "feeds": Feed.objects.visible_to(request.user).select_related("committee"),
    }
    status = 422 if form.is_bound and not address else 200
    return show(request, "desk/meetings/feeds.html", context, here="meetings", status=status)


@desk("POST")
def feed_end(request: HttpRequest, key: int) -> HttpResponse:
    """End one's own address."""
    found = get_object_or_404(Feed.objects.visible_to(request.user), pk=key)
    end_feed(found, by=request.user)
    return redirect("desk:feeds")
