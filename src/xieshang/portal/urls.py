from django.urls import path

from . import committees, figures, home, proofs, proving, reports

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("committees/", committees.index, name="committees"),
    path("committees/<int:code>/", committees.committee, name="committee"),
    path("figures/", figures.index, name="figures"),
    path("figures/<slug:name>/", figures.figure, name="figure"),
    path("figures/<slug:name>/rows/", figures.rows, name="rows"),
    path("f/<slug:code>", figures.taken, name="taken"),
    path("reports/", reports.index, name="reports"),
    path("reports/<int:pk>/", reports.report, name="report"),
    path("reports/<int:pk>/<slug:kind>/", reports.file, name="report-file"),
    path("prove/", proving.check, name="prove"),
    path("evidence/<int:pk>/", proofs.evidence, name="evidence"),
    path("log/<int:pk>/", proofs.entry, name="entry"),
]
