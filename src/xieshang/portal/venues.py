"""Where the body receives: its venues in use, each with the next day on which it does."""

from django.db.models import Min, Prefetch, Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from xieshang.people.models import Committee, span_of
from xieshang.site.listing import page_of
from xieshang.site.pages import show
from xieshang.site.pictures import shown
from xieshang.venues.models import Picture, in_use


def index(request: HttpRequest) -> HttpResponse:
    """All venues in use, those that receive soonest first within their place."""
    shown_of = Prefetch("pictures", Picture.objects.public(), to_attr="shown")
    rows = in_use().public().select_related("committee", "sector").prefetch_related(shown_of)
    ahead = Q(receptions__day__gte=timezone.localdate())
    rows = rows.annotate(next_day=Min("receptions__day", filter=ahead))
    code = request.GET.get("place", "")
    places = list(Committee.objects.public().exclude(parent__parent__isnull=False))
    known = {str(each.pk) for each in places}
    if code in known:
        rows = rows.filter(committee__code__range=span_of(int(code)))
    context = {"page": page_of(rows, request.GET, "committee"), "places": places, "place": code}
    return show(request, "portal/venues.html", context)


def picture(request: HttpRequest, pk: int, size: str) -> FileResponse:
    """One picture of a venue; raises Http404 where no such size is kept."""
    rows = Picture.objects.public().select_related("file", "thumb")
    return shown(get_object_or_404(rows, pk=pk), size)
