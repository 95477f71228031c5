"""Merging proposals: asking for it, of two or of many; answering; dropping the question."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.actions import Hindered, NoSuchMove, open_deed
from xieshang.matters.actions import answer_merger, drop_merger, end_distinction, propose_merger
from xieshang.matters.forms import FORMS
from xieshang.matters.models import Distinction, Matter, Merger, signers_of

from ..acting import refused
from ..door import desk
from ..listing import ticked_keys
from ..matters import PLACE
from ..pages import show
from .mergers import counted

MOST = 30


class Merging(forms.Form):
    """Which of several proposals the others should follow."""

    main = forms.ModelChoiceField(None, empty_label=None,
                                  label=gettext_lazy("The one the others follow"))  # fmt: skip
    note = forms.CharField(label=gettext_lazy("Why"), max_length=500, required=False)


@desk("GET", "POST")
def merging(request: HttpRequest) -> HttpResponse:
    """Several ticked proposals: choose the main one, then all lead proposers are asked."""
    sent = request.POST if request.method == "POST" else None
    rows = Matter.objects.visible_to(request.user).with_page()
    picked = list(rows.filter(pk__in=ticked_keys(sent or request.GET)[:MOST]).order_by("number"))
    able = [each for each in picked if not why_not(request.user, each)]
    names = signers_of([each.pk for each in able])
    form = Merging(sent)
    form.fields["main"].queryset = rows.filter(pk__in=[each.pk for each in able])
    if sent is not None and form.is_valid():
        return ask_all(request, form.cleaned_data["main"], able, form.cleaned_data["note"])
    context = {
        "form": form,
        "able": [(each, len(names[each.pk])) for each in able],
        "signed": counted(list(names.values())) if able else None,
        "stay": [(each, reason) for each in picked if (reason := why_not(request.user, each))],
    }
    status = 422 if sent is not None else 200
    template = "desk/proposals/merging.html"
    return show(request, template, context, here="matters", status=status)


def why_not(person, matter: Matter) -> str:
    """Why a proposal cannot be merged by this person now; "" where it can."""
    try:
        open_deed(person, matter, "propose-merger")
    except NoSuchMove:
        return _("only a filed proposal can be merged, and this one is “%(state)s”") % {
            "state": matter.state.label
        }
    except PermissionDenied:
        return _("only the office of %(committee)s may do this") % {"committee": matter.committee}
    return ""


def ask_all(request, main: Matter, able: list[Matter], note: str) -> HttpResponse:
    """Ask for each of the others; one that cannot be asked for is named with its reason."""
    asked = 0
    for each in able:
        if each != main:
            try:
                propose_merger(main, each, by=request.user, note=note)
                asked += 1
            except (Hindered, NoSuchMove) as reason:
                messages.warning(request, f"{each.short} {each.title}: {said_of(reason)}")
    said = _("The lead proposers of %(n)d proposals are asked.") % {"n": asked}
    messages.add_message(request, messages.SUCCESS if asked else messages.WARNING, said)
    return redirect("desk:matter", main.pk)


def said_of(reason: Exception) -> str:
    """Why something was refused, in words."""
    return str(reason) if isinstance(reason, Hindered) else _("somebody has moved it meanwhile")


def seen_merger(request: HttpRequest, key: int) -> tuple[Merger, int]:
    """A merger, and the proposal from whose page this person comes: their own, else the main."""
    rows = Merger.objects.visible_to(request.user).select_related("main", "joined").distinct()
    found = get_object_or_404(rows, pk=key)
    own = found.joined if found.joined.raised_by_id == request.user.pk else found.main
    return found, own.pk


@desk("POST")
def merger_answer(request: HttpRequest, key: int) -> HttpResponse:
    """Say whether one agrees that the two are handled together."""
    found, page = seen_merger(request, key)
    form = FORMS["answer-merger"](request.POST)
    try:
        if not form.is_valid():
            return refused(request, PLACE, page, hindered=_("Say yes or no."))
        answer_merger(found, by=request.user, **form.cleaned_data)
    except Hindered as reason:
        return refused(request, PLACE, page, hindered=str(reason))
    return redirect("desk:matter", page)


@desk("POST")
def merger_end(request: HttpRequest, key: int) -> HttpResponse:
    """Take the question back before both have answered."""
    found, page = seen_merger(request, key)
    try:
        drop_merger(found, by=request.user)
    except (Hindered, NoSuchMove) as reason:
        return refused(request, PLACE, page, hindered=said_of(reason))
    return redirect("desk:matter", page)


@desk("POST")
def distinction_end(request: HttpRequest, key: int) -> HttpResponse:
    """Take a distinction back, with the reason."""
    rows = Distinction.objects.visible_to(request.user).standing().select_related("matter")
    found = get_object_or_404(rows, pk=key)
    form = FORMS["end-distinction"](request.POST)
    if not form.is_valid():
        return refused(request, PLACE, found.matter_id, hindered=_("Say why it is taken back."))
    end_distinction(found, by=request.user, **form.cleaned_data)
    return redirect("desk:matter", found.matter_id)
