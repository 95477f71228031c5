"""Projects that may be claimed twice: side by side, for whoever keeps both records."""

from itertools import islice

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from xieshang.activities.models import Project
from xieshang.people.models import Committee
from xieshang.projects.actions import decide_twin
from xieshang.projects.twins import twins

from ..door import desk
from ..pages import show

MOST, LOOKED_AT = 50, 5000


class Decision(forms.Form):
    """Whether two records are one project."""

    one = forms.ModelChoiceField(None)
    other = forms.ModelChoiceField(None)
    same = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])

    def __init__(self, rows, data):
        super().__init__(data)
        for name in ("one", "other"):
            self.fields[name].queryset = rows

    def clean(self):
        said = super().clean()
        if said.get("one") and said.get("one") == said.get("other"):
            raise forms.ValidationError("one project is no two")
        return said


def kept(request: HttpRequest):
    """The projects of offices whose records this person keeps."""
    ours = Committee.objects.visible_to(request.user).kept_by(request.user)
    return Project.objects.visible_to(request.user).filter(committee__in=ours)


@desk("GET")
def twin_projects(request: HttpRequest) -> HttpResponse:
    rows = list(kept(request).select_related("committee").order_by("-pk")[:LOOKED_AT])
    context = {"pairs": list(islice(twins(rows), MOST))}
    return show(request, "desk/projects/twins.html", context, here="projects")


@desk("POST")
def twin_decision(request: HttpRequest) -> HttpResponse:
    """Say whether they are one."""
    form = Decision(kept(request), request.POST)
    if not form.is_valid():
        return show(request, "desk/projects/twins.html", {"pairs": [], "form": form},
                    here="projects", status=422)  # fmt: skip
    said = form.cleaned_data
    decide_twin(said["one"], said["other"], same=said["same"] == "yes", by=request.user)
    return redirect("desk:twin_projects")
