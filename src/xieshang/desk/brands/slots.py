"""Writing one of the six, showing records for it, looking it over; opening a brand by hand."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.activities.models import Programme
from xieshang.brands.actions import look_over, open_brand, show_no_more, show_record, write_slot
from xieshang.brands.forms import LookedOver, NewBrand, ShowRecord, SlotText
from xieshang.brands.lights import slots_of
from xieshang.brands.models import SLOTS, Proof

from ..door import desk
from ..pages import show
from .page import find


@desk("GET", "POST")
def new_programme(request: HttpRequest) -> HttpResponse:
    form = NewBrand(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = open_brand(**form.cleaned_data, by=request.user)
        messages.success(request, _("Opened as %(number)s.") % {"number": made.short})
        return redirect("desk:programme", made.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form}
    return show(request, "desk/brands/new.html", context, here="programmes", status=status)


def kept(request: HttpRequest, key: int, slot: str) -> Programme:
    """The brand, for whoever keeps its office's records; 404 for a slot there is not."""
    if slot not in SLOTS:
        raise Http404(slot)
    found = find(request, key)
    if not request.user.may_keep(found.committee):
        raise PermissionDenied("a brand is looked after by its office")
    return found


@desk("GET", "POST")
def slot(request: HttpRequest, key: int, slot: str) -> HttpResponse:
    """One of the six: what is said, what is shown; sent, one of the three forms of the page."""
    found = kept(request, key, slot)
    forms = {
        "text": SlotText(initial={"slot": slot, "text": getattr(found, slot)}),
        "record": ShowRecord(request.user, initial={"slot": slot}),
        "look": LookedOver(initial={"slot": slot}),
    }
    status = 200
    if request.method == "POST":
        act = request.POST.get("act", "")
        said = request.POST.copy()
        said["slot"] = slot
        if sent(request, found, act, said, forms):
            return redirect("desk:slot", key, slot)
        status = 422
    here = next(each for each in slots_of([found])[found.pk] if each.name == slot)
    context = {"programme": found, "slot": here, "forms": forms}
    return show(request, "desk/brands/slot.html", context, here="programmes", status=status)


def sent(request: HttpRequest, found: Programme, act: str, said, forms) -> bool:
    """Whether what was sent could be done; else its form says why not."""
    made: dict[str, Callable[[], Any]] = {
        "text": lambda: SlotText(said),
        "record": lambda: ShowRecord(request.user, said),
        "look": lambda: LookedOver(said),
    }
    if act not in made:
        return False
    form = forms[act] = made[act]()
    if not form.is_valid():
        return False
    done = form.cleaned_data
    if act == "text":
        write_slot(found, done["slot"], done["text"], by=request.user)
    elif act == "record":
        show_record(found, done["slot"], done["record"], by=request.user)
    else:
        look_over(found, done["slot"], done["note"], by=request.user)
    return True


@desk("POST")
def proof_end(request: HttpRequest, key: int) -> HttpResponse:
    """Take a record away from a slot."""
    rows = Proof.objects.visible_to(request.user).select_related("programme")
    found = get_object_or_404(rows, pk=key)
    programme, slot = found.programme_id, found.slot
    show_no_more(found, by=request.user)
    return redirect("desk:slot", programme, slot)
