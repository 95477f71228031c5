"""What committees mean to consult on, year by year, and where each topic stands."""

from django.db.models import Count, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from xieshang.consultation.models import Topic, YearPlan
from xieshang.site.listing import page_of
from xieshang.site.pages import show


def index(request: HttpRequest) -> HttpResponse:
    """The plans that were decided, and those for which topics are asked for."""
    chosen = Count("topics", filter=Q(topics__answer="chosen"))
    rows = YearPlan.objects.public().select_related("committee").annotate(chosen=chosen)
    return show(request, "portal/plans.html", {"page": page_of(rows, request.GET, "-year")})


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan, month by month; of a meeting only where it stands."""
    held = Topic.objects.public().select_related("form", "meeting")
    rows = YearPlan.objects.public().select_related("committee")
    found = get_object_or_404(rows.prefetch_related(Prefetch("topics", held)), pk=pk)
    return show(request, "portal/plan.html", {"plan": found, "asks": found.asks()})
