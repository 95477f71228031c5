"""Issues of the bulletins: the list, the page of one, and a new one out of several reports."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy

from xieshang.matters.models import Adoption, Issue, Referral
from xieshang.people.models import Committee
from xieshang.site.listing import Column

from ..door import desk
from ..filters import DayFilters, word
from ..listing import Empty, Listing, Shown, listed, ticked_keys
from ..pages import show

MOST = 30


class IssueFilters(DayFilters):
    """By the bulletin, the day, the words of its title."""

    lookups = {
        "q": "title__icontains",
        "bulletin": "bulletin__icontains",
        "since": "issued_on__gte",
        "until": "issued_on__lte",
    }
    bulletin = word(gettext_lazy("Bulletin"))


ISSUES = Listing(
    name="issues",
    title=gettext_lazy("Issues"),
    rows=lambda person: (
        Issue.objects.visible_to(person)
        .select_related("committee")
        .annotate(reports=Count("adoptions"))
    ),
    filters=IssueFilters,
    shown=(
        Shown(Column("title", pgettext_lazy("of a text", "Title")), lambda i: i.title),
        Shown(Column("issue", gettext_lazy("Issue"), "keep"), str),
        Shown(Column("committee", gettext_lazy("Committee")), lambda i: i.committee.title),
        Shown(
            Column("issued", gettext_lazy("Issued on"), "day", order="issued_on"),
            lambda i: i.issued_on,
        ),
        Shown(Column("reports", gettext_lazy("Reports in it"), "number"), lambda i: i.reports),
    ),
    order="-issued_on",
    href=lambda i: reverse("desk:issue", args=[i.pk]),
    empty=Empty(
        gettext_lazy("No issue yet"),
        gettext_lazy("A report that is signed stands in an issue; several can be combined in one."),
        "/desk/matters/?kind=opinion-report&state=checking",
        gettext_lazy("To what waits for a signature"),
    ),
)


@desk("GET")
def issues(request: HttpRequest) -> HttpResponse:
    return listed(request, ISSUES)


@desk("GET")
def issue(request: HttpRequest, key: int) -> HttpResponse:
    """One issue: the reports in it that this person may see, and how many others there are."""
    found = get_object_or_404(
        Issue.objects.visible_to(request.user).select_related("committee"), pk=key
    )
    rows = Adoption.objects.visible_to(request.user).filter(issue=found)
    shown = list(rows.select_related("matter__committee").order_by("matter_id"))
    places = Committee.objects.visible_to(request.user).below_seats_of(request.user)
    context = {
        "issue": found,
        "adoptions": shown,
        "others": found.adoptions.count() - len(shown),
        "sent": request.GET.get("sent", "")[:200],
        "inside": places.filter(pk=found.committee_id).exists(),
    }
    return show(request, "desk/opinion/issue.html", context, here="opinion")


@desk("GET")
def issue_of_referrals(request: HttpRequest) -> HttpResponse:
    """The page of a new issue for ticked reports that were sent up."""
    rows = Referral.objects.visible_to(request.user).filter(pk__in=ticked_keys(request.GET)[:MOST])
    sent = list(rows.values_list("matter_id", "committee_id"))
    query = QueryDict(mutable=True)
    query.setlist("pick", [str(matter) for matter, _place in sent])
    if sent:
        query["committee"] = str(sent[0][1])
    return redirect(f"{reverse('desk:new_issue')}?{query.urlencode()}")
