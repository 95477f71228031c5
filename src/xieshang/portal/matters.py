"""Matters that anybody may read: the list, and one with its masked text and how far it is."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.table import Role
from xieshang.matters.models import KINDS, Matter, Merger, Publication
from xieshang.people.models import span_of
from xieshang.site.listing import page_of
from xieshang.site.pages import show

from .asked import EARLIEST, LATEST, Body
from .figures import named

OWN_PAGES = {"problem": "forum:voice"}  # with pictures, and with following it
PERSONS = {Role.AUTHOR, Role.SIGNER}
STANDING = (
    ("open", gettext_lazy("Still open")),
    ("solved", gettext_lazy("Solved")),
    ("answered", gettext_lazy("Answered")),
)
STANDING_ROWS = {
    "open": lambda rows: rows.open(),
    "solved": lambda rows: rows.filter(outcome="done"),
    "answered": lambda rows: rows.exclude(outcome=""),
}


class Narrow(forms.Form):
    """What the list may be narrowed by; what is not understood is left out."""

    q = forms.CharField(label=gettext_lazy("Search"), max_length=60, required=False)
    place = forms.TypedChoiceField(label=gettext_lazy("Place"), required=False, coerce=int)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=EARLIEST.year, max_value=LATEST.year
    )
    standing = forms.ChoiceField(label=gettext_lazy("How far it is"), required=False)

    def __init__(self, query, body: Body):
        asked = {name: query.get(name, "") for name in self.base_fields}
        super().__init__(asked if any(asked.values()) else None)
        every = ("", _("All"))
        self.fields["place"].choices = [every, *body.choices()]
        self.fields["kind"].choices = [every, *KINDS.items()]
        self.fields["standing"].choices = [every, *STANDING]
        self.full_clean()

    def narrow(self, rows):
        """The rows that match what was understood."""
        said = getattr(self, "cleaned_data", {})
        if said.get("q"):
            rows = rows.filter(shown__icontains=said["q"])
        if said.get("place"):
            rows = rows.filter(committee__code__range=span_of(said["place"]))
        if said.get("kind"):
            rows = rows.filter(**{"kind": said["kind"]})
        if said.get("year"):
            rows = rows.filter(raised_on__year=said["year"])
        return STANDING_ROWS.get(said.get("standing", ""), lambda every: every)(rows)


def index(request: HttpRequest) -> HttpResponse:
    """Every public matter, the latest first."""
    body = Body()
    form = Narrow(request.GET, body)
    rows = Matter.objects.public().with_page().with_shown().with_next()
    page = page_of(form.narrow(rows), request.GET, "-raised_on", size=20)
    lines = [(row, page_of_one(row), waits_said(row)) for row in page.rows]
    context = {"page": page, "lines": lines, "form": form, **named(body)}
    return show(request, "portal/matters.html", context)


def matter(request: HttpRequest, pk: int) -> HttpResponse:
    """One public matter; no name of a person stands on its page."""
    rows = Matter.objects.public().with_page().with_shown().with_life()
    found = rows.filter(pk=pk).first()
    if found is None:
        return taken_back(request, pk)
    life = found.lifecycle
    words = {move.verb: move.label for move in life.moves}
    public = [step for step in found.steps.all() if life.state(step.went_to).public]
    context = {
        "matter": found,
        "own_page": page_of_one(found) if found.life in OWN_PAGES else "",
        "published": found.publications.standing().first(),
        "waits": waits_said(found),
        "due": found.next.due if found.next else None,
        "units": [part for part in found.assignments.all() if not part.state.final],
        "history": [(words.get(s.verb, _("Raised")), s.day) for s in public],
        "joined": Merger.objects.public().of(found).standing().select_related("main", "joined"),
        **named(Body()),
    }
    return show(request, "portal/matter.html", context)


def page_of_one(found: Matter) -> str:
    """Where a matter is read: what residents raise has pages of its own."""
    return reverse(OWN_PAGES.get(found.life, "portal:matter"), args=[found.pk])


def taken_back(request: HttpRequest, pk: int) -> HttpResponse:
    """In the place of what was taken back from the public: that it was, when and why."""
    last = Publication.objects.public().filter(matter=pk).last()
    if last is None or last.ended_at is None:
        raise Http404(str(pk))
    context = {"ended": last, **named(Body())}
    return show(request, "portal/matter_gone.html", context, status=410)


def waits_said(found: Matter) -> str:
    """Whom it waits for: an office or units by name, a person never."""
    waits = found.next
    if waits is None:
        return ""
    return str(_("whoever raised it")) if waits.role in PERSONS else waits.who
