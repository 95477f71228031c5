"""A duty record: what somebody did in a year or a term, each line a link; objections, answers."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.duty.actions import answer_objection, may_keep_record_of, object_to, record_of
from xieshang.duty.models import Objection
from xieshang.duty.sources import ladder, off_session, portrait
from xieshang.people.models import Person
from xieshang.site.exports import export
from xieshang.site.listing import Column

from ..door import desk
from ..pages import show
from .spans import Span, asked_span


class Objecting(forms.Form):
    """Which line is not so, and what is."""

    about = forms.RegexField(r"^[a-z]{3,12}:[0-9]{1,18}$", widget=forms.HiddenInput)
    words = forms.CharField(label=gettext_lazy("What is not so"), max_length=500)


class Answering(forms.Form):
    """What the office answers."""

    answer = forms.CharField(label=gettext_lazy("What is answered"), max_length=500)


@desk("GET")
def own(request: HttpRequest) -> HttpResponse:
    return shown(request, request.user)


@desk("GET")
def of_member(request: HttpRequest, key: int) -> HttpResponse:
    """That of a member, for the member and for who keeps the records of their office."""
    member = record_of(request.user, key)
    if member is None:
        raise Http404(str(key))
    return shown(request, member)


def shown(request: HttpRequest, member: Person, status: int = 200, **more) -> HttpResponse:
    span, terms = asked_span(member, request.GET)
    told = portrait(member, span.days)
    if kind := request.GET.get("export"):
        return as_file(kind, member, span, told)
    off, proposals = off_session(member, span.days)
    objections = list(Objection.objects.visible_to(request.user).filter(person=member))
    context = {
        "member": member,
        "own": member == request.user,
        "keeps": may_keep_record_of(request.user, member),
        "span": span,
        "terms": terms,
        "before": span.year - 1,
        "after": span.year + 1,
        "portrait": told.items(),
        "ladder": ladder(member, span.days),
        "off": off,
        "proposals": proposals,
        "seats": member.seats.current().select_related("committee", "sector"),
        "objections": objections,
        "form": Answering(),
        **more,
    }
    return show(request, "desk/duty/record.html", context, here="duty_record", status=status)


def as_file(kind: str, member: Person, span: Span, told) -> HttpResponse:
    """All lines, for the report of the year or of the term."""
    columns = [
        Column("what", _("What")), Column("day", _("Day"), "day"), Column("title", _("Title")),
        Column("state", _("State")),
    ]  # fmt: skip
    rows = [
        (str(source.label), line.day, line.title, line.state)
        for source, lines in told.items()
        for line in lines
    ]
    about = [(_("Duty record"), f"{member} {span.title}")]
    return export(kind, f"{_('Duty record')}-{member}-{span.title}", columns, rows, about)


@desk("POST")
def objections(request: HttpRequest) -> HttpResponse:
    """Object to a line of one's own record."""
    form = Objecting(request.POST)
    if not form.is_valid():
        return shown(request, request.user, objecting=form, status=422)
    object_to(form.cleaned_data["about"], form.cleaned_data["words"], by=request.user)
    return redirect("desk:duty_record")


@desk("POST")
def objection_answer(request: HttpRequest, key: int) -> HttpResponse:
    """Answer what a member objects to."""
    rows = Objection.objects.visible_to(request.user).select_related("person")
    found, form = get_object_or_404(rows, pk=key), Answering(request.POST)
    if not form.is_valid():
        return shown(request, found.person, form=form, status=422)
    answer_objection(found, form.cleaned_data["answer"], by=request.user)
    return redirect("desk:duty_of", found.person_id)
