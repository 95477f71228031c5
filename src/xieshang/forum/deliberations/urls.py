"""The addresses of deliberations for everybody."""

from django.urls import path
from django.views.decorators.http import require_safe

from xieshang.site.keeping import kept

from . import card, listing, own, result, stating, taking

ONE = "deliberations/D<int:key>/"
paths = [
    path("deliberations/", require_safe(kept(listing.deliberations)), name="deliberations"),
    path(ONE, card.deliberation, name="deliberation"),
    path(f"{ONE}vote/", card.ballot, name="ballot"),
    path(f"{ONE}next/", card.next_person, name="next_person"),
    path(f"{ONE}statements/", stating.statements, name="deliberation_statements"),
    path(f"{ONE}mine/", own.mine, name="mine"),
    path(f"{ONE}mine/about/", own.about, name="about_me"),
    path(f"{ONE}mine/leaving/", own.leaving, name="leaving"),
    path(f"{ONE}result/", result.result, name="result"),
    path(f"{ONE}votes.csv", taking.votes, name="votes"),
    path(f"{ONE}comments.csv", taking.comments, name="comments"),
]
