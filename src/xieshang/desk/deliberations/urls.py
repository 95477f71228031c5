"""The addresses of deliberations on the desk."""

from django.urls import path

from . import cards, inviting, listing, opening, outcomes, page, statements

ONE = "deliberations/<int:key>/"
paths = [
    path("deliberations/", listing.deliberations, name="deliberations"),
    path("deliberations/new/", opening.new_deliberation, name="new_deliberation"),
    path(ONE, page.deliberation, name="deliberation"),
    path(f"{ONE}steps/", page.deliberation_steps, name="deliberation_steps"),
    path(f"{ONE}times/", opening.times, name="deliberation_times"),
    path(f"{ONE}invited/", inviting.invited, name="invited"),
    path(f"{ONE}statements/", statements.statements, name="statements"),
    path(f"{ONE}card/", cards.card, name="card"),
    path(f"{ONE}outcomes/", outcomes.outcomes, name="outcomes"),
    path(f"{ONE}report/", outcomes.result_report, name="result_report"),
    path("statements/<int:key>/", statements.statement, name="statement"),
    path("statements/<int:key>/steps/", statements.statement_steps, name="statement_steps"),
    path("statements/<int:key>/mending/", statements.mending, name="mending"),
]
