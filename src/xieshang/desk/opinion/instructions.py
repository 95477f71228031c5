"""Putting right what an office noted of a leader's instruction."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import Hindered
from xieshang.lifecycle.table import Role
from xieshang.matters.actions import correct_instruction, drop_instruction
from xieshang.matters.forms import Instructed, Mistaken
from xieshang.matters.models import Instruction

from ..door import desk
from ..pages import show


@desk("GET", "POST")
def instruction(request: HttpRequest, key: int) -> HttpResponse:
    """What was noted, for the office that noted it; sent, it is corrected or taken back."""
    rows = Instruction.objects.visible_to(request.user)
    found = get_object_or_404(rows.select_related("adoption__matter__committee"), pk=key)
    if not found.subject.holds(request.user, Role.OFFICE):
        raise Http404(key)
    dropping = request.POST.get("act") == "drop"
    sent = request.POST if request.method == "POST" else None
    noted = {name: getattr(found, name) for name in Instructed.base_fields}
    form = Instructed(None if dropping else sent, initial=noted)
    mistaken = Mistaken(sent if dropping else None)
    matter = found.adoption.matter
    write, asked, done = (
        (drop_instruction, mistaken, _("It is taken back; who was told of it is told why."))
        if dropping
        else (correct_instruction, form, _("The instruction is corrected."))
    )
    if asked.is_valid():
        try:
            write(found, by=request.user, **asked.cleaned_data)
        except Hindered as reason:
            messages.warning(request, str(reason))
        else:
            messages.success(request, done)
        return redirect("desk:matter", matter.pk)
    context = {"found": found, "matter": matter, "form": form, "mistaken": mistaken}
    status = 200 if sent is None else 422
    return show(request, "desk/opinion/instruction.html", context, here="opinion", status=status)
