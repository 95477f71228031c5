"""One venue: what it is, when it receives, who came, what was said of it; entering one by hand."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.activities.models import Venue
from xieshang.matters.forms.photos import Pictures
from xieshang.matters.models import Matter
from xieshang.venues.actions import open_venue, review_venue
from xieshang.venues.forms import NewVenue, ReviewForm

from ..door import desk
from ..pages import show

AHEAD, VISITS = 6, 20


def find(request: HttpRequest, key: int) -> Venue:
    rows = Venue.objects.visible_to(request.user)
    rows = rows.select_related("committee", "sector", "rule", "placing__township")
    return get_object_or_404(rows, pk=key)


def kept(request: HttpRequest, key: int) -> Venue:
    """One of an office whose records this person keeps; 403 for others who see it."""
    found = find(request, key)
    if not request.user.may_keep(found.committee):
        raise PermissionDenied("a venue is looked after by its office")
    return found


@desk("GET")
def venue(request: HttpRequest, key: int) -> HttpResponse:
    return show_venue(request, find(request, key))


def show_venue(request: HttpRequest, found: Venue, status: int = 200, **more) -> HttpResponse:
    facts = (
        (_("Form"), found.form, ""),
        (_("Sector"), found.sector, ""),
        (_("Kept by"), found.owner, ""),
        (_("Address"), found.address, ""),
        (_("Township or street"), township_of(found), ""),
        (_("Opened on"), found.opened_on, "day"),
        (_("In the register since"), found.since, "day"),
    )
    ahead = found.receptions.ahead(timezone.localdate()).select_related("first", "second")
    visits = Matter.objects.visible_to(request.user).filter(venue=found).with_page()
    context = {
        "venue": found,
        "facts": [fact for fact in facts if fact[1] not in (None, "")],
        "rule": getattr(found, "rule", None),
        "ahead": ahead[:AHEAD],
        "visits": visits[:VISITS],
        "count": visits.count(),
        "reviews": found.reviews.select_related("by"),
        "keeps": request.user.may_keep(found.committee),
        "year": timezone.localdate().year,
        "evidence": found.evidence.select_related("file__committee"),
        "form": ReviewForm(),
        "pictures": found.pictures.all(),
        "picturing": Pictures(),
        **more,
    }
    return show(request, "desk/venues/page.html", context, here="venues", status=status)


def township_of(found: Venue):
    placing = getattr(found, "placing", None)
    return placing.township if placing else ""


@desk("GET", "POST")
def new_venue(request: HttpRequest) -> HttpResponse:
    form = NewVenue(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = open_venue(**form.cleaned_data, by=request.user)
        messages.success(request, _("Written down as %(number)s.") % {"number": made.short})
        return redirect("desk:venue", made.pk)
    status = 422 if form.is_bound else 200
    return show(request, "desk/venues/new.html", {"form": form}, here="venues", status=status)


@desk("POST")
def review(request: HttpRequest, key: int) -> HttpResponse:
    """This year's review."""
    found, form = kept(request, key), ReviewForm(request.POST)
    if not form.is_valid():
        return show_venue(request, found, form=form, status=422)
    review_venue(found, **form.cleaned_data, by=request.user)
    return redirect("desk:venue", key)
