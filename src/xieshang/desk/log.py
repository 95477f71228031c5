"""The log: who did what and when, sealed entry by entry."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy

from xieshang.audit.models import Entry
from xieshang.site.listing import Column

from .door import desk
from .filters import Filters, day, word
from .listing import Empty, Listing, Shown, listed
from .pages import show


class LogFilters(Filters):
    lookups = {
        "q": "verb__icontains",
        "subject": "subject",
        "actor": "actor__name__icontains",
        "since": "at__date__gte",
        "until": "at__date__lte",
    }

    q = word(gettext_lazy("Verb"), **{"data-search": ""})
    actor = word(gettext_lazy("Who"))
    subject = word(gettext_lazy("About"))
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
        Shown(Column("verb", gettext_lazy("Verb"), "keep", order="verb"), lambda e: e.verb),
        Shown(Column("subject", gettext_lazy("About"), "keep"), lambda e: e.subject),
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
    return show(request, "desk/log_entry.html", {"entry": found}, here="log")
