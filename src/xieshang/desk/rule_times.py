"""How a place numbers what it files, its terms, and the windows of its sessions."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext as _

from xieshang.matters.actions import set_numbering, set_session
from xieshang.matters.forms.ruling import NumberingForm, SessionForm, TermForm
from xieshang.matters.lifecycles import PROPOSAL
from xieshang.matters.models import Numbering, Session
from xieshang.people.actions import open_term
from xieshang.people.models import Committee

from .rule_part import done


def gather(_request: HttpRequest, committee: Committee, part: str) -> Mapping:
    if part == "numbering":
        rule = Numbering.objects.public().filter(life=PROPOSAL.name).of(committee).first()
        facts = {"anew": rule.by, "width": rule.width} if rule else {"anew": "session", "width": 0}
        return {"rule": rule, "form": NumberingForm(initial=facts)}
    sessions = Session.objects.public().filter(committee=committee).select_related("term")
    return {
        "terms": committee.terms.order_by("-number"),
        "sessions": sessions,
        "form": SessionForm(committee=committee),
        "term_form": TermForm(),
    }


def act(request: HttpRequest, committee: Committee, part: str):
    """Set how numbers begin, open a term, set the window of a session."""
    if part == "numbering":
        form = NumberingForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            set_numbering(committee, life=PROPOSAL.name, **said, by=request.user)
            words = _("Numbers are given so from now on. What was filed keeps its number.")
            return done(request, committee, part, words)
        return {"form": form, "wrong": True}
    if request.POST.get("act") == "term":
        form = TermForm(request.POST)
        if form.is_valid():
            term = open_term(committee, **form.cleaned_data, by=request.user)
            words = _("Term %(n)d is open.") % {"n": term.number}
            return done(request, committee, part, words)
        return {"term_form": form, "wrong": True}
    form = SessionForm(request.POST, committee=committee)
    if form.is_valid():
        set_session(committee, **form.cleaned_data, by=request.user)
        return done(request, committee, part, _("The window is set."))
    return {"form": form, "wrong": True}
