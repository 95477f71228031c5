"""Writing a report: with whom and as what, the first draft, every later text."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from xieshang.matters.actions import begin_report
from xieshang.matters.forms import Reported
from xieshang.matters.models import NAMED, Standing, standings_of

from ..door import desk
from ..pages import show
from .saving import LENGTHS, Saving, find, words_in, write

BETWEEN = ":"


class NewReport(Reported):
    """As what one writes, and for which body; then the text."""

    written_as = forms.ChoiceField(label=gettext_lazy("Written as"), widget=forms.RadioSelect)
    body = forms.CharField(
        label=gettext_lazy("For which party, organisation or special committee"),
        max_length=80,
        required=False,
    )
    author = forms.CharField(
        label=pgettext_lazy("of a text", "Author"),
        max_length=120,
        help_text=gettext_lazy("Several names may stand here; word of it comes back to you."),
    )
    field_order = ("written_as", "body", "author", *Reported.TEXT)

    def __init__(self, data=None, *, person):
        self.ways = {
            f"{place.pk}{BETWEEN}{standing}": (place, standing)
            for place, standing in standings_of(person)
        }
        first = next(iter(self.ways), "")
        super().__init__(data, initial={"author": person.name, "written_as": first})
        places = {place.title for place, _standing in self.ways.values()}
        self.fields["written_as"].help_text = next(iter(places)) if len(places) == 1 else ""
        self.fields["written_as"].choices = [
            (key, said(*way, len(places))) for key, way in self.ways.items()
        ]

    def clean(self):
        said = super().clean()
        _place, standing = self.ways.get(said.get("written_as", ""), (None, ""))
        if standing in NAMED and not said.get("body"):
            self.add_error("body", _("Name the body it is written for."))
        return said

    def who(self) -> list[forms.BoundField]:
        return [self[name] for name in ("written_as", "body", "author")]


def said(place, standing: str, places: int) -> str:
    """As what one writes; and with which committee, where there is a choice."""
    label = str(Standing(standing).label)
    return f"{place.title} · {label}" if places > 1 else label


@desk("GET", "POST")
def new_opinion(request: HttpRequest) -> HttpResponse:
    """The first draft. Nobody but its author sees it before it is handed in."""
    sent = request.POST if request.method == "POST" else None
    form = NewReport(sent, person=request.user)
    if form.is_valid():
        said = form.cleaned_data
        place, standing = form.ways[said["written_as"]]
        more = {"committee": place, "standing": standing, "body": said["body"]}
        made = begin_report(words_in(said), by=request.user, author=said["author"], **more)
        return redirect(f"{reverse('desk:matter', args=[made.pk])}?sent=new-opinion")
    context = {"form": form, "draft": "new-opinion", **LENGTHS}
    status = 422 if sent is not None else 200
    return show(request, "desk/opinion/write.html", context, here="opinion", status=status)


WRITING = Saving(
    edition="original",
    deed="write",
    label=gettext_lazy("Write the text"),
    template="desk/opinion/write.html",
)


@desk("GET", "POST")
def opinion_text(request: HttpRequest, key: int) -> HttpResponse:
    """The author's text as it stands, to be written on."""
    return write(request, find(request, key), WRITING)
