"""Files beside a matter: attaching one, keeping a copy of it, taking it away again."""

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.lifecycle.actions import NoSuchMove, open_deed
from xieshang.matters.actions import TooMany, attach, detach
from xieshang.matters.forms.asked import KeptFile
from xieshang.matters.models import Attachment
from xieshang.site.downloads import as_received

from .acting import gone_of, refused
from .door import desk
from .matters import PLACE, find
from .pages import show


class Attached(forms.Form):
    """One file of a size that an office can open."""

    file = KeptFile()
    proof = forms.BooleanField(label=gettext_lazy("It proves that it is solved"), required=False)


@desk("GET", "POST")
def attaching(request: HttpRequest, key: int) -> HttpResponse:
    """Put a file beside a matter; what is wrong with it is said on a page of its own."""
    found = find(request, key)
    sent = request.method == "POST"
    form = Attached(request.POST, request.FILES) if sent else Attached()
    try:
        open_deed(request.user, found, "attach")
        if sent and form.is_valid():
            file = form.cleaned_data["file"]
            use = "proof" if form.cleaned_data["proof"] else "attached"
            attach(found, file.chunks(), file.name, by=request.user, use=use)
            return redirect(f"{reverse('desk:matter', args=[key])}#attachments")
    except NoSuchMove:
        gone = gone_of(_("Attach a file"), found, None)
        return refused(request, PLACE, key, gone=gone)
    except TooMany:
        form.add_error("file", _("There are as many files as there may be. Take one away first."))
    context = {"matter": found, "form": form}
    status = 422 if sent else 200
    return show(request, "desk/attaching.html", context, here="matters", status=status)


def seen_one(request: HttpRequest, key: int) -> Attachment:
    """A file of a matter which this person may see today, whatever they could see before."""
    rows = Attachment.objects.visible_to(request.user).select_related("file", "matter__committee")
    return get_object_or_404(rows, pk=key)


@desk("GET")
def attachment(request: HttpRequest, key: int) -> FileResponse:
    """The bytes to keep, as they were received."""
    return as_received(seen_one(request, key).file)


@desk("POST")
def removal(request: HttpRequest, key: int) -> HttpResponse:
    """Take a file away from a matter that may still be written on; its bytes stay."""
    found = seen_one(request, key)
    matter = found.matter
    try:
        detach(found, by=request.user)
    except NoSuchMove:
        gone = gone_of(_("Take away"), matter, None)
        return refused(request, PLACE, matter.pk, gone=gone)
    return redirect(f"{reverse('desk:matter', args=[matter.pk])}#attachments")
