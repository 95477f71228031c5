"""Raising a matter by hand: a clerk for an office they keep, a member for their own committee."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.matters.actions import open_matter
from xieshang.matters.models import Matter
from xieshang.people.models import Committee

from .door import desk
from .filters import DayInput
from .pages import show

# Kinds that are written as a text, each on a page of its own.
OWN_PAGES = {
    "proposal": ("desk:new_proposal", gettext_lazy("Write a proposal")),
    "opinion-report": ("desk:new_opinion", gettext_lazy("Write an opinion report")),
}


def line(label: str, most: int, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, **more)


class Raising(forms.Form):
    """What is raised, where, and as far as it is known by whom and for whom."""

    committee = forms.ModelChoiceField(None, label=gettext_lazy("Raised with"), empty_label=None)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=[each for each in Matter.KINDS if each[0] not in OWN_PAGES],
        widget=forms.RadioSelect,
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    day = forms.DateField(label=gettext_lazy("Raised on"), widget=DayInput())
    another = forms.BooleanField(
        label=gettext_lazy("It is another matter with the same title"), required=False
    )
    author = line(gettext_lazy("Author"), 120)
    source = line(gettext_lazy("Source"), 60)
    area = line(gettext_lazy("County or city"), 60)
    unit = line(
        gettext_lazy("Handling unit"), 120, help_text=gettext_lazy("Who should answer, if known.")
    )
    wanted_on = forms.DateField(label=gettext_lazy("Due"), widget=DayInput(), required=False)

    LEFT = ("committee", "kind", "title", "day", "another")

    def __init__(self, person, data=None):
        super().__init__(data, initial={"day": timezone.localdate(), "author": person.name})
        self.person = person
        seen = Committee.objects.visible_to(person)
        own = seen.filter(pk__in=person.seats.current().values("committee"))
        self.fields["committee"].queryset = own | seen.kept_by(person)
        if not self.is_bound or "another" not in self.data:
            self.fields["another"].widget = forms.HiddenInput()

    def half(self, *, left: bool) -> list[forms.BoundField]:
        """The fields of one column."""
        return [field for field in self.visible_fields() if (field.name in self.LEFT) == left]

    def clean(self):
        said = super().clean()
        if said.get("wanted_on") and said.get("day") and said["wanted_on"] < said["day"]:
            self.add_error("wanted_on", _("This lies before the day it was raised on."))
        if not said.get("another") and {"committee", "title"} <= said.keys():
            self.refuse_twin(said)
        return said

    def refuse_twin(self, said) -> None:
        """An open matter of that title is shown, and asked about, before there is another."""
        same = Matter.objects.visible_to(self.person).open()
        twin = same.filter(committee=said["committee"], title=said["title"]).first()
        if twin:
            self.fields["another"].widget = forms.CheckboxInput()
            words = _("%(number)s has this title and is open. Tick this if yours is another one.")
            self.add_error("another", words % {"number": twin.short})


@desk("GET", "POST")
def new_matter(request: HttpRequest) -> HttpResponse:
    """The form; sent, the matter is open and its author can follow it."""
    form = Raising(request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        said.pop("another")
        raised = open_matter(said.pop("kind"), by=request.user, **said)
        messages.success(request, _("Raised as %(number)s.") % {"number": raised.short})
        return redirect(f"{reverse('desk:matter', args=[raised.pk])}?sent=matter")
    context = {
        "form": form,
        "first": form.half(left=True),
        "second": form.half(left=False),
        "own_pages": [(reverse(name), words) for name, words in OWN_PAGES.values()],
        "seated": form.fields["committee"].queryset.exists(),
    }
    status = 422 if form.is_bound else 200
    return show(request, "desk/new_matter.html", context, here="matters", status=status)
