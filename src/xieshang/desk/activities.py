"""Activities: the list, the page of one, and quick entry by hand."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.activities.actions import hold
from xieshang.activities.models import Activity
from xieshang.activities.models.activity import Kind, Together
from xieshang.audit.models import Entry
from xieshang.ledgers.models import TakenRow
from xieshang.site.deeds import deed_said
from xieshang.site.listing import Column

from .activity_files import LAYOUTS
from .correcting import may_correct
from .door import desk
from .filters import DayFilters, choice, forms, word
from .listing import Empty, Listing, Shown, listed
from .meeting import Meeting
from .pages import show


class ActivityFilters(DayFilters):
    lookups = {
        "q": "title__icontains",
        "kind": "kind",
        "form": "form__icontains",
        "together": "together",
        "programme": "programme",
        "since": "day__gte",
        "until": "day__lte",
    }

    kind = choice(gettext_lazy("Kind"), Kind.choices)
    form = word(gettext_lazy("Form"))
    together = choice(gettext_lazy("Held"), [c for c in Together.choices if c[0]])
    programme = forms.IntegerField(
        label=gettext_lazy("Brand or series"),
        required=False,
        min_value=1,
        max_value=2**62,
        widget=forms.HiddenInput,
    )

    def of(self, rows: QuerySet, span: tuple[int, int]) -> QuerySet:
        return rows.held_in(span)


def organisers(activity: Activity) -> str:
    """Who holds it, the lead first."""
    return "、".join(o.committee.title for o in activity.organisers.all())


ACTIVITIES = Listing(
    name="activities",
    title=gettext_lazy("Activities"),
    rows=lambda person: Activity.objects.visible_to(person).with_page(),
    filters=ActivityFilters,
    shown=(
        Shown(Column("title", gettext_lazy("Title"), order="title"), lambda a: a.title),
        Shown(Column("number", gettext_lazy("Number"), "keep"), lambda a: a.short),
        Shown(Column("day", gettext_lazy("Day"), "day", order="day"), lambda a: a.day),
        Shown(Column("kind", gettext_lazy("Kind"), "keep"), Activity.get_kind_display),
        Shown(Column("form", gettext_lazy("Form"), order="form"), lambda a: a.form),
        Shown(Column("organisers", gettext_lazy("Held by")), organisers),
        Shown(Column("programme", gettext_lazy("Brand or series")), lambda a: a.programme or ""),
        Shown(
            Column("session", gettext_lazy("Session"), "number", order="session"),
            lambda a: a.session,
        ),
        Shown(
            Column("attendances", gettext_lazy("Attendances"), "number", order="attendances"),
            lambda a: a.attendances,
        ),
    ),
    order="-day",
    href=lambda a: reverse("desk:activity", args=[a.pk]),
    empty=Empty(
        gettext_lazy("No activity here yet"),
        gettext_lazy("Enter one by hand, or take over a ledger. A seat decides whose you see."),
        "/desk/activities/new/",
        gettext_lazy("Enter an activity"),
    ),
    enter=("/desk/activities/new/", gettext_lazy("Enter an activity")),
    layouts=LAYOUTS,
)


@desk("GET")
def activities(request: HttpRequest) -> HttpResponse:
    return listed(request, ACTIVITIES)


@desk("GET")
def activity(request: HttpRequest, key: int) -> HttpResponse:
    found = get_object_or_404(Activity.objects.visible_to(request.user).with_page(), pk=key)
    entries = Entry.objects.visible_to(request.user).about(found).select_related("actor")
    context = {
        "activity": found,
        "organisers": found.organisers.all(),
        "evidence": found.evidence.select_related("file__committee"),
        "told": told_by(found),
        "history": [(entry, deed_said(entry)) for entry in entries],
        "counts": counts_of(found),
        "entered": "entered" in request.GET,
        "may_correct": may_correct(request.user, found),
    }
    return show(request, "desk/activity.html", context, here="activities")


def told_by(activity: Activity) -> list[TakenRow]:
    """What each ledger that tells of it says, where it is more than one."""
    rows = activity.taken_rows.select_related("take_over__office", "evidence__file")
    told = list(rows.filter(live=True))
    return told if len(told) > 1 else []


def counts_of(activity: Activity) -> list[tuple[str, int | None, bool]]:
    """The numbers of people: the name, the number, and whether it was written as about so many."""
    return [
        (label, value, name in activity.approximate)
        for name, label, value in (
            ("attendances", _("Attendances"), activity.attendances),
            ("member_attendances", _("Of these, members"), activity.member_attendances),
            ("public_attendances", _("Of these, residents"), activity.public_attendances),
        )
        if value is not None
    ]


@desk("GET", "POST")
def new_activity(request: HttpRequest) -> HttpResponse:
    form = Meeting(request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        held = hold(form.draft(), by=request.user)
        messages.success(request, _("Written down as %(number)s.") % {"number": held.short})
        return redirect(f"{reverse('desk:activity', args=[held.pk])}?entered=1")
    context = {"form": form, "first": form.part(0), "second": form.part(1)}
    status = 422 if form.is_bound else 200
    return show(request, "desk/new_activity.html", context, here="activities", status=status)
