"""Every page anybody may read; one of them answers a text that is sent to it."""

from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from xieshang.site.keeping import kept

from . import (
    calendar,
    committees,
    figures,
    home,
    matters,
    plans,
    proofs,
    proving,
    reports,
    series,
    venues,
)

app_name = "portal"


def read(address: str, view, name: str) -> URLPattern:
    """A page that is only ever read."""
    return path(address, require_safe(kept(view)), name=name)


urlpatterns = [
    read("", home.home, "home"),
    read("committees/", committees.index, "committees"),
    read("committees/<int:code>/", committees.committee, "committee"),
    read("figures/", figures.index, "figures"),
    read("figures/<slug:name>/", figures.figure, "figure"),
    read("figures/<slug:name>/rows/", figures.rows, "rows"),
    read("f/<slug:code>", figures.taken, "taken"),
    read("reports/", reports.index, "reports"),
    read("reports/<int:pk>/", reports.report, "report"),
    read("reports/<int:pk>/<slug:kind>/", reports.file, "report-file"),
    read("matters/", matters.index, "matters"),
    read("matters/<int:pk>/", matters.matter, "matter"),
    path("calendar/<str:token>.ics", require_safe(calendar.feed), name="feed"),
    read("venues/", venues.index, "venues"),
    path(
        "venues/pictures/<int:pk>/<slug:size>/", require_safe(venues.picture), name="venue-picture"
    ),
    read("plans/", plans.index, "year-plans"),
    read("plans/<int:pk>/", plans.plan, "year-plan"),
    read("series/", series.index, "series"),
    read("series/<int:pk>/", series.sessions, "sessions"),
    path("prove/", kept(proving.check), name="prove"),
    read("evidence/<int:pk>/", proofs.evidence, "evidence"),
    read("log/<int:pk>/", proofs.entry, "entry"),
]
