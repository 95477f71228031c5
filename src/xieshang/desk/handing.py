"""Handing ledgers in, and those that lie there, received and not yet taken over."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import File
from xieshang.ledgers.actions.plan import known_places
from xieshang.ledgers.workbook.bounds import BOUNDS, MEBIBYTE
from xieshang.matters.models.voice import not_of_matters
from xieshang.people.models import Committee, Person
from xieshang.reports.models import not_of_reports
from xieshang.site.errors import answer

from .asked import Asked
from .door import desk
from .listing import ticked_keys
from .pages import show
from .work import LARGE, look, take, taken

MOST_FILES = 60
SHOWN = 200


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, each within the bounds of what is read."""

    widget = ManyFiles

    def clean(self, data, initial=None):
        files = [super(FilesField, self).clean(one, initial) for one in data or [None]]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("At most %(n)d files at once.") % {"n": MOST_FILES})
        for file in files:
            if file.size > BOUNDS.file_bytes:
                said = {"name": file.name, "n": BOUNDS.file_bytes // MEBIBYTE}
                raise forms.ValidationError(_("%(name)s is larger than %(n)d MB.") % said)
        return files


class Handing(forms.Form):
    files = FilesField(
        label=gettext_lazy("Ledgers: .xlsx, .xls, .ods or .csv"),
        max_length=200,
        widget=ManyFiles(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
    )


@desk("GET", "POST")
def handing(request: HttpRequest) -> HttpResponse:
    """Step one: the files."""
    kept = list(Committee.objects.visible_to(request.user).kept_by(request.user))
    if request.method == "POST" and not kept:
        raise PermissionDenied
    form = Handing()
    if request.method == "POST":
        form = Handing(request.POST, request.FILES)
        if form.is_valid():
            files = [receive(file, kept, request.user) for file in form.cleaned_data["files"]]
            return received_well(request, files)
    status = 422 if form.is_bound else 200
    context = {"form": form, "keeps": bool(kept), "step": 1}
    return show(request, "desk/handing.html", context, here="ledgers", status=status)


def receive(upload, kept: list[Committee], by: Person) -> File:
    """Keep a file for the office that its name speaks of, or else for the sender's own."""
    code = known_places().office([upload.name])
    office = next((each for each in kept if each.pk == code), kept[0])
    file, _new = keep_file(upload.chunks(), upload.name, committee=office, by=by)
    return file


def received_well(request: HttpRequest, files: list[File]) -> HttpResponse:
    """On to the look at one file, or to the list of several."""
    ours = File.objects.visible_to(request.user)
    seen = set(ours.filter(pk__in=[file.pk for file in files]).values_list("pk", flat=True))
    for file in files:
        if file.pk not in seen:
            messages.warning(request, _("%(name)s: another office keeps it.") % {"name": file.name})
    mine = [file for file in files if file.pk in seen]
    if len(mine) != 1:
        return redirect("desk:received")
    if mine[0].size <= LARGE:
        return redirect("desk:look", mine[0].pk)
    return begin_look(request, mine[0], Asked())


def begin_look(request: HttpRequest, file: File, asked: Asked) -> HttpResponse:
    """Hand a look over to a worker, and go where it can be watched."""
    facts = {"person": request.user.pk, "file": file.pk, "asked": asked.plain()}
    return redirect("desk:running", look.enqueue(**facts).id)


def lying(person: Person) -> QuerySet:
    """The files this person may see which were received, and from which nothing was taken over."""
    received = File.objects.visible_to(person).filter(take_overs=None)
    return not_of_matters(not_of_reports(received))


@desk("GET", "POST")
def received(request: HttpRequest) -> HttpResponse:
    """What lies there and is not taken over; those that are ticked are taken over as they are."""
    kept = Committee.objects.visible_to(request.user).kept_by(request.user)
    waiting = lying(request.user).filter(committee__in=kept)
    if request.method == "GET":
        context = {
            "files": waiting.select_related("committee", "kept_by")[:SHOWN],
            "count": waiting.count(),
            "large": LARGE,
            "step": 2,
        }
        return show(request, "desk/received.html", context, here="ledgers")
    files = list(waiting.filter(pk__in=ticked_keys(request.POST)).order_by("pk"))
    if not files:
        words = _("Tick the files to take over.")
        return answer(request, 422, _("No file is ticked"), words, back=True)
    return begin_take(request, files, Asked(strict=request.POST.get("strict") == "on"))


def begin_take(request: HttpRequest, files: list[File], asked: Asked) -> HttpResponse:
    """Take one small file over at once; hand anything else over to a worker."""
    if len(files) == 1 and files[0].size <= LARGE:
        told = taken(files[0], asked, request.user)
        if "refused" in told:
            reason = told["refused"]
            messages.error(request, _(reason["message"]) % reason["values"])
            return redirect("desk:look", files[0].pk)
        return redirect(f"{reverse('desk:take_over', args=[told['take_over']])}?taken=1")
    facts = {
        "person": request.user.pk,
        "files": [file.pk for file in files],
        "asked": asked.plain(),
    }
    return redirect("desk:running", take.enqueue(**facts).id)
