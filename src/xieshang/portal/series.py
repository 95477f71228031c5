"""Lectures and programmes that go by numbers, and what of the public's questions they took up."""

from django.db.models import Count, Max, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from xieshang.activities.models import Programme
from xieshang.matters.models import Matter
from xieshang.site.listing import page_of
from xieshang.site.pages import show
from xieshang.study.models import Guest, Question, Sitting

from .matters import page_of_one


def index(request: HttpRequest) -> HttpResponse:
    """Every series of which a session was held, with how many and the latest day."""
    rows = held_ones().annotate(held=Count("sittings"), latest=Max("sittings__activity__day"))
    return show(request, "portal/series.html", {"page": page_of(rows, request.GET, "committee")})


def sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """One series, its latest session first. Of guests only offices are named."""
    series = get_object_or_404(held_ones(), pk=pk)
    public = Matter.objects.public().with_page().with_shown()
    taken_up = Question.objects.public().filter(matter__in=Matter.objects.public())
    held = Sitting.objects.public().filter(programme=series).select_related("activity")
    held = held.prefetch_related(
        Prefetch("guests", Guest.objects.public()),
        Prefetch("questions", taken_up.prefetch_related(Prefetch("matter", public))),
    )
    page = page_of(held, request.GET, "-number", size=20)
    lines = [(each, answers_in(each)) for each in page.rows]
    context = {"series": series, "page": page, "lines": lines}
    return show(request, "portal/sessions.html", context)


def held_ones() -> QuerySet[Programme]:
    """The series of which there is a session."""
    held = Sitting.objects.public().values("programme")
    return Programme.objects.public().filter(pk__in=held).select_related("committee")


def answers_in(sitting: Sitting) -> list[tuple[Matter, str]]:
    """The questions it took up that are public, each with its own page."""
    asked = [question.matter for question in sitting.questions.all()]
    return [(matter, page_of_one(matter)) for matter in asked]
