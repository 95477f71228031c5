"""The templates of reports: the shipped one to edit in Word, an office's own, and what is wrong."""

from io import BytesIO

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.people.models import Committee, Tier
from xieshang.reports.actions import keep_template
from xieshang.reports.document.faults import Fault, TemplateFault
from xieshang.reports.document.roundup import TIERS
from xieshang.reports.models import Template
from xieshang.reports.quoting import editable

from .door import desk
from .pages import show

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEBIBYTE = 2**20
LARGEST = 10 * MEBIBYTE  # of a template; what it unpacks to has a bound of its own
SHOWN = 50


class OwnTemplate(forms.Form):
    """A docx, and the office whose reports will follow it."""

    committee = forms.ModelChoiceField(None, label=gettext_lazy("Committee"), empty_label=None)
    file = forms.FileField(
        label=gettext_lazy("Template: .docx"),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )

    def __init__(self, person, *said):
        super().__init__(*said)
        kept = Committee.objects.visible_to(person).kept_by(person)
        self.fields["committee"].queryset = kept
        self.fields["committee"].initial = first = kept.first()
        self.keeps = first is not None

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            said = {"name": file.name, "n": LARGEST // MEBIBYTE}
            raise forms.ValidationError(_("%(name)s is larger than %(n)d MB.") % said)
        return file


@desk("GET", "POST")
def report_templates(request: HttpRequest) -> HttpResponse:
    """What the offices' reports follow; sent, keep a template unless something is wrong with it."""
    sent = request.method == "POST"
    form = OwnTemplate(request.user, *((request.POST, request.FILES) if sent else ()))
    if sent and not form.keeps:
        raise PermissionDenied
    faults: list[Fault] = []
    if sent and form.is_valid():
        file, committee = form.cleaned_data["file"], form.cleaned_data["committee"]
        try:
            keep_template(file.chunks(), file.name, committee=committee, by=request.user)
        except TemplateFault as fault:
            faults = fault.faults
        else:
            note = _("Kept. Reports of %(committee)s drawn up from now on follow it.")
            messages.success(request, note % {"committee": committee})
            return redirect("desk:report_templates")
    kept = Template.objects.visible_to(request.user).select_related("committee", "file", "kept_by")
    context = {
        "form": form,
        "faults": faults,
        "templates": kept[:SHOWN],
        "shipped": [(tier, Tier(tier).label) for tier in TIERS],
    }
    status = 422 if sent else 200
    return show(request, "desk/report_templates.html", context, here="reports", status=status)


@desk("GET")
def shipped_template(request: HttpRequest, tier: str) -> FileResponse:
    """The template that a tier's reports follow unless an office has its own, to edit in Word."""
    if tier not in TIERS:
        raise Http404(tier)
    name = _("Template of a report, %(tier)s") % {"tier": Tier(tier).label}
    return FileResponse(
        BytesIO(editable(tier)), as_attachment=True, filename=f"{name}.docx", content_type=DOCX
    )


@desk("GET")
def report_template(request: HttpRequest, key: int) -> FileResponse:
    """A template as the office handed it in."""
    rows = Template.objects.visible_to(request.user).select_related("file")
    found = get_object_or_404(rows, pk=key)
    if not found.file.path.exists():
        raise Http404(found.file.sha256)
    return FileResponse(
        found.file.path.open("rb"),
        as_attachment=True,
        filename=found.file.name,
        content_type=DOCX,
    )
