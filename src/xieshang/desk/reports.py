"""Reports: the list, and the page of one with its life, its numbers and its words."""

from functools import partial

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.actions import NoSuchMove, moves_open_to, open_move
from xieshang.matters.forms import FORMS
from xieshang.reports.actions import Outdated, take
from xieshang.reports.lifecycles import REPORT
from xieshang.reports.models import Report
from xieshang.reports.reading import reading_of
from xieshang.site.listing import Column

from .door import desk
from .filters import PlaceFilters, choice
from .listing import Empty, Listing, Shown, State, listed
from .pages import show
from .standing import changed_of
from .year import FIRST, LAST

VERBS = {move.verb: move.label for move in REPORT.moves}
TONES = {"draft": "waiting", "confirmed": "moving", "published": "good", "withdrawn": ""}
KINDS = ("docx", "pdf")


class ReportFilters(PlaceFilters):
    lookups = {"q": "title__icontains", "state": "status", "year": "start__year"}

    state = choice(gettext_lazy("State"), [(state.name, state.label) for state in REPORT.states])
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        required=False,
        validators=[MinValueValidator(FIRST), MaxValueValidator(LAST)],
    )


def state_of(report: Report) -> State:
    """The state's word, with the tone of where it stands."""
    return State(report.state.label, TONES[report.status])


REPORTS = Listing(
    name="reports",
    title=gettext_lazy("Reports"),
    rows=lambda person: Report.objects.visible_to(person).with_page(),
    filters=ReportFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title"), order="title"), lambda r: r.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda r: r.short),
        Shown(Column("state", gettext_lazy("State"), "keep"), state_of),
        Shown(
            Column("committee", gettext_lazy("Committee"), order="committee"),
            lambda r: r.committee.title,
        ),
        Shown(Column("since", gettext_lazy("From"), "day", order="start"), lambda r: r.start),
        Shown(Column("until", gettext_lazy("Until"), "day", order="end"), lambda r: r.end),
        Shown(
            Column("drawn", gettext_lazy("Drawn up on"), "day", order="drawn_on"),
            lambda r: r.drawn_on,
        ),
    ),
    order="-pk",
    href=lambda r: reverse("desk:report", args=[r.pk]),
    empty=Empty(
        gettext_lazy("No report here yet"),
        gettext_lazy("One takes about a second: every number in it comes from the records."),
        "/desk/reports/new/",
        gettext_lazy("Draw up a report"),
    ),
    enter=("/desk/reports/new/", gettext_lazy("Draw up a report")),
)


@desk("GET")
def reports(request: HttpRequest) -> HttpResponse:
    return listed(request, REPORTS)


@desk("GET")
def report(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    asked = next(
        (m for m in moves_open_to(request.user, found) if m.verb == request.GET.get("move")), None
    )
    return show_report(request, found, asked=asked)


@desk("POST")
def report_steps(request: HttpRequest, key: int) -> HttpResponse:
    """Make one move. What no longer stands on its rows is not published."""
    found = find(request, key)
    verb = request.POST.get("verb", "")
    if verb not in VERBS:
        raise Http404(verb)
    try:
        move = open_move(request.user, found, verb)
        form = FORMS[move.asks](request.POST)
        if not form.is_valid():
            return show_report(request, found, asked=move, form=form, status=422)
        take(found, verb, by=request.user, **form.cleaned_data)
    except NoSuchMove:
        return show_report(request, find(request, key), gone=VERBS[verb], status=409)
    except Outdated as fault:
        return show_report(request, found, changed=changed_of(fault.figures), status=409)
    if request.htmx:
        return show_report(request, find(request, key))
    return redirect("desk:report", key)


def find(request: HttpRequest, key: int) -> Report:
    rows = Report.objects.visible_to(request.user).with_page()
    return get_object_or_404(rows.select_related("template__file", "batch"), pk=key)


def show_report(request, found: Report, *, asked=None, status=200, **more) -> HttpResponse:
    """The page of a report, or only its life for HTMX; `more`: what just became of it."""
    context = {
        "report": found,
        "state": state_of(found),
        "moves": moves_open_to(request.user, found),
        "asked": asked,
        "form": FORMS[asked.asks]() if asked else None,
        "may_keep": bool(found.roles_of(request.user)),
        "history": history_of(found),
        "figures": found.figures.count(),
        "fragments": partial(reading_of, found),  # only a whole page reads it
        **more,
    }
    return show(
        request, "desk/report.html", context, here="reports", fragment="life", status=status
    )


def history_of(found: Report) -> list[tuple[str, str, object]]:
    """Each step in words: what was done, where it led, the step itself."""
    told = found.steps.select_related("by")
    return [
        (VERBS.get(step.verb, _("Drawn up")), found.lifecycle.state(step.went_to).label, step)
        for step in told
    ]


@desk("GET")
def report_standing(request: HttpRequest, key: int) -> HttpResponse:
    """Whether every number still stands on the rows it was taken from; those that do not."""
    found = find(request, key)
    context = {
        "report": found,
        "changed": changed_of(found.outdated()),
        "checked": True,
        "figures": found.figures.count(),
        "may_keep": bool(found.roles_of(request.user)),
    }
    return show(request, "desk/report_standing.html", context, here="reports", fragment="found")


@desk("GET")
def report_file(request: HttpRequest, key: int, kind: str) -> FileResponse:
    """The report as a document, to keep."""
    if kind not in KINDS:
        raise Http404(kind)
    found = find(request, key)
    path = getattr(found, kind).path
    if not path.exists():
        raise Http404(str(path.name))
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{found.title}.{kind}")
