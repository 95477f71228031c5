"""Pictures of a venue: put there, taken away; everybody sees them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.matters.forms.photos import Pictures
from xieshang.venues.actions import MOST_PICTURES, TooMany, add_pictures, take_picture_away
from xieshang.venues.models import Picture

from ..door import desk
from .page import kept, show_venue


@desk("POST")
def pictures(request: HttpRequest, key: int) -> HttpResponse:
    """Some more of them."""
    found, form = kept(request, key), Pictures(request.POST, request.FILES)
    if form.is_valid() and not form.cleaned_data["photos"]:
        form.add_error("photos", _("Choose a picture first."))
    if form.is_valid():
        try:
            add_pictures(found, form.cleaned_data["photos"], by=request.user)
        except TooMany:
            form.add_error(
                "photos", _("A venue has at most %(n)d pictures.") % {"n": MOST_PICTURES}
            )
        else:
            messages.success(request, _("The pictures are shown to everybody now."))
            return redirect("desk:venue", key)
    return show_venue(request, found, picturing=form, status=422)


@desk("POST")
def picture_end(request: HttpRequest, key: int) -> HttpResponse:
    """Show one no more."""
    rows = Picture.objects.visible_to(request.user).select_related("venue__committee", "file")
    found = get_object_or_404(rows, pk=key)
    kept(request, found.venue_id)
    take_picture_away(found, by=request.user)
    return redirect("desk:venue", found.venue_id)
