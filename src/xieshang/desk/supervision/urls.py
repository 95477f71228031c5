"""The addresses of supervision and research on the desk."""

from django.urls import path

from . import advice, findings, listing, offline, page, planning, visiting

ONE, FINDING, PAPER = (
    "supervision/<int:key>/",
    "supervision/findings/<int:key>/",
    "advice/<int:key>/",
)
paths = [
    path("supervision/", listing.supervisions, name="supervision"),
    path("supervision/new/", planning.new_supervision, name="new_supervision"),
    path("supervision/offline.js", offline.worker, name="offline_worker"),
    path("supervision/pictures/<int:key>/<slug:size>/", visiting.shot, name="visit_picture"),
    path(ONE, page.supervision, name="supervision_of"),
    path(f"{ONE}steps/", page.steps, name="supervision_steps"),
    path(f"{ONE}plan/", planning.plan_page, name="supervision_plan"),
    path(f"{ONE}visit/", visiting.checklist, name="checklist"),
    path(f"{ONE}findings/", findings.note, name="supervision_findings"),
    path(f"{FINDING}matter/", findings.matter, name="finding_matter"),
    path(f"{FINDING}look/", findings.look, name="finding_look"),
    path("advice/", advice.listed_advice, name="advice"),
    path("advice/new/", advice.new_advice, name="new_advice"),
    path(PAPER, advice.paper, name="advice_of"),
    path(f"{PAPER}authors/", advice.authors, name="advice_authors"),
    path(f"{PAPER}<slug:step>/", advice.step, name="advice_step"),
]
