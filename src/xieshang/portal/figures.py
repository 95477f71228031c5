"""Figures: the list of all, one with all that can be asked of it, its rows, and the taken ones."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from xieshang.figures.metric import Metric, measure
from xieshang.figures.metrics import METRICS
from xieshang.figures.models import Figure
from xieshang.figures.pages import BadPlace
from xieshang.figures.scope import Scope
from xieshang.figures.source import UnknownKey
from xieshang.site.exports import export
from xieshang.site.listing import Page
from xieshang.site.pages import show

from .asked import Asked, Body
from .parts import by_committee, by_form, by_month, facts_of, href_of, scope_said
from .rows import Line, columns_of, page_of, plain_rows, shown, title_of, with_evidence

FEW = 8
MOST_EXPORTED = 100_000
MOST_RECOUNTED = 200_000
MOST_DIGESTED = 2_000


def metric_of(name: str) -> Metric:
    """The declared figure of that name; raises Http404."""
    if name not in METRICS:
        raise Http404(name)
    return METRICS[name]


def index(request: HttpRequest) -> HttpResponse:
    """Every figure there is, for one scope."""
    body = Body()
    asked = Asked(request.GET, body)
    if not asked.is_valid():
        return show(request, "portal/figures.html", refused(asked), status=422)
    scope = asked.scope
    measured = measure(METRICS.values(), scope)
    figures = [(metric, measured[name], href_of(name, scope)) for name, metric in METRICS.items()]
    context = {"asked": asked, "figures": figures, "said": scope_said(scope), **named(body)}
    return show(request, "portal/figures.html", context)


def figure(request: HttpRequest, name: str) -> HttpResponse:
    """One figure: its meaning, its number, its parts, its first rows; in short for the panel."""
    metric, body = metric_of(name), Body()
    asked = Asked(request.GET, body)
    if not asked.is_valid():
        context = {**refused(asked), "metric": metric}
        return show(request, "portal/figure.html", context, status=422)
    scope, narrow = asked.scope, asked.narrow
    try:
        measured = metric.measured(scope, narrow)
    except UnknownKey as fault:
        raise Http404(str(fault)) from fault
    context = {
        "asked": asked,
        "metric": metric,
        "measured": measured,
        "facts": facts_of(metric, measured, scope, narrow),
        "href": href_of(name, scope, narrow),
        "rows_href": href_of(name, scope, narrow, "portal:rows"),
        **named(body),
    }
    if measured.rows <= MOST_DIGESTED:
        context["digest"] = metric.digest(scope, narrow)
    if request.headers.get("HX-Request") == "true":
        context["lines"] = first_rows(metric, scope, narrow)
    else:
        context |= whole(metric, scope, narrow, body)
    return show(request, "portal/figure.html", context, fragment="panel")


def first_rows(metric: Metric, scope: Scope, narrow: dict) -> list[tuple[str, Line]]:
    """A few rows by their title, each with its evidence, for the panel."""
    rows = list(with_evidence(metric, metric.rows(scope, narrow))[:FEW])
    lines = shown(metric, rows, evidence=True)
    return [(title_of(metric, row), line) for row, line in zip(rows, lines, strict=True)]


def whole(metric: Metric, scope: Scope, narrow: dict, body: Body) -> dict[str, object]:
    """What the page of a figure has and the panel has not."""
    rows = metric.rows(scope, narrow)[:FEW]
    return {
        "months": by_month(metric, scope, narrow),
        "places": by_committee(metric, scope, narrow, body),
        "forms": by_form(metric, scope, narrow),
        "columns": columns_of(metric),
        "lines": shown(metric, list(rows)),
    }


def rows(request: HttpRequest, name: str) -> HttpResponse:
    """The rows a figure is measured from, page by page, each with its evidence; or as a file."""
    metric, body = metric_of(name), Body()
    asked = Asked(request.GET, body)
    if not asked.is_valid():
        context = {**refused(asked), "metric": metric}
        return show(request, "portal/rows.html", context, status=422)
    scope, narrow = asked.scope, asked.narrow
    try:
        measured = metric.measured(scope, narrow)
        if kind := request.GET.get("export"):
            return file_of(kind, metric, scope, narrow)
        found = page_of(metric, scope, narrow, request.GET)
    except (UnknownKey, BadPlace) as fault:
        raise Http404(str(fault)) from fault
    context = {
        "asked": asked,
        "metric": metric,
        "measured": measured,
        "said": scope_said(scope, narrow),
        "href": href_of(name, scope, narrow),
        "columns": columns_of(metric),
        "lines": shown(metric, found.rows, evidence=True),
        "page": Page(found.rows, measured.rows, before=found.before, after=found.after),
        **named(body),
    }
    return show(request, "portal/rows.html", context)


def file_of(kind: str, metric: Metric, scope: Scope, narrow: dict) -> HttpResponse:
    """The rows as a workbook or CSV, with what was asked and the number inside."""
    measured = metric.measured(scope, narrow)
    told = [(str(label), str(said)) for label, said in facts_of(metric, measured, scope, narrow)]
    told.append((_("Value"), f"{measured.value} {metric.unit}"))
    if measured.rows > MOST_EXPORTED:
        told.append((_("Rows in this file"), _("the first %d") % MOST_EXPORTED))
    lines = plain_rows(metric, metric.rows(scope, narrow)[:MOST_EXPORTED])
    return export(kind, metric.name, columns_of(metric, evidence=True), lines, told)


def taken(request: HttpRequest, code: str) -> HttpResponse:
    """A figure as it stood when it was taken, and whether its rows are still the same."""
    body = Body()
    figure = get_object_or_404(Figure.objects.public(), code=code)
    now = figure.definition.measured(figure.scope, figure.narrow)
    checked = now.rows <= MOST_RECOUNTED
    context = {
        "figure": figure,
        "metric": figure.definition,
        "facts": facts_of(figure.definition, figure, figure.scope, figure.narrow),
        "now": now,
        "checked": checked,
        "holds": checked and figure.still_holds(),
        "href": href_of(figure.metric, figure.scope, figure.narrow),
        "rows_href": href_of(figure.metric, figure.scope, figure.narrow, "portal:rows"),
        "address": request.build_absolute_uri(reverse("portal:taken", args=[figure.code])),
        **named(body),
    }
    return show(request, "portal/taken.html", context, fragment="panel")


def refused(asked: Asked) -> dict[str, object]:
    return {"asked": asked, "form": asked, **named(asked.body)}


def named(body: Body) -> dict[str, object]:
    """What stands in the page's head, without asking the database a second time."""
    if body.top is None:
        return {}
    return {"body_name": settings.BODY or body.top.title, "sample_data": body.top.sample}
