"""The log: who did what and when, sealed entry by entry."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.audit.models import Entry
from xieshang.site.deeds import DEEDS, MOVES, deed_said, subject_said
from xieshang.site.listing import Column

from .door import desk
from .filters import Filters, choice, day, forms, word
from .listing import Empty, Listing, Shown, listed
from .matter_list import STATES
from .pages import show

VERBS = {verb: label for moves in MOVES.values() for verb, label in moves.items()} | DEEDS
# What an entry keeps beside its verb; a fact nobody has put into words is named as it is.
FACTS = {
    "sha256": gettext_lazy("Digest of the file"),
    "file": gettext_lazy("Digest of the file"),
    "size": gettext_lazy("Bytes"),
    "root": gettext_lazy("Root over the rows"),
    "rows": gettext_lazy("Rows"),
    "digest": gettext_lazy("Digest of the rows"),
    "value": gettext_lazy("Value"),
    "refused": gettext_lazy("Rows that came back"),
    "corrects": gettext_lazy("Take-over that it corrects"),
    "came_from": gettext_lazy("State before"),
    "went_to": gettext_lazy("State now"),
    "note": gettext_lazy("Digest of the note"),
    "title": gettext_lazy("Title"),
    "organisers": gettext_lazy("Held by"),
    "metric": gettext_lazy("Figure"),
    "state": gettext_lazy("State"),
    "kind": gettext_lazy("Kind"),
    "columns": gettext_lazy("Columns"),
    "list": gettext_lazy("List"),
    "name": gettext_lazy("Name"),
    "committee": gettext_lazy("Committee"),
    "username": gettext_lazy("Account"),
}


class LogFilters(Filters):
    lookups = {
        "verb": "verb",
        "subject": "subject",
        "actor": "actor__name__icontains",
        "since": "at__date__gte",
        "until": "at__date__lte",
    }

    q = None
    verb = choice(gettext_lazy("What was done"), VERBS.items())
    actor = word(gettext_lazy("Who"))
    subject = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)
    since = day(gettext_lazy("From"))
    until = day(gettext_lazy("Until"))


LOG = Listing(
    name="log",
    title=gettext_lazy("Log"),
    rows=lambda person: Entry.objects.visible_to(person).select_related("actor"),
    filters=LogFilters,
    shown=(
        Shown(Column("number", gettext_lazy("Entry"), "keep"), lambda e: str(e.pk)),
        Shown(Column("at", gettext_lazy("When"), "moment", order="at"), lambda e: e.at),
        Shown(Column("actor", gettext_lazy("Who"), "keep"), lambda e: str(e.actor)),
        Shown(Column("verb", gettext_lazy("What was done"), "keep", order="verb"), deed_said),
        Shown(Column("subject", gettext_lazy("Of what"), "keep"), subject_said),
        Shown(Column("digest", gettext_lazy("Seal"), "hash"), lambda e: e.digest[:12]),
    ),
    order="-pk",
    href=lambda e: reverse("desk:entry", args=[e.pk]),
    empty=Empty(
        gettext_lazy("Nothing is logged here yet"),
        gettext_lazy("You see what you did, and what was done under the offices you keep."),
    ),
)


@desk("GET")
def log(request: HttpRequest) -> HttpResponse:
    return listed(request, LOG)


@desk("GET")
def entry(request: HttpRequest, key: int) -> HttpResponse:
    rows = Entry.objects.visible_to(request.user).select_related("actor")
    found = get_object_or_404(rows, pk=key)
    context = {
        "entry": found,
        "deed": deed_said(found),
        "subject": subject_said(found),
        "facts": list(facts_of(found)),
    }
    return show(request, "desk/log_entry.html", context, here="log")


def facts_of(found: Entry) -> Iterator[tuple[str, object]]:
    """What the entry keeps, in words where there are any; what is empty is left out."""
    for name, value in found.detail.items():
        if value not in (None, "", [], {}):
            yield str(FACTS.get(name, name)), STATES.get(value, value) if name in MOVED else value


MOVED = ("came_from", "went_to")
