"""What a place chooses from: grounds, classes of answers, categories; added to, and ended."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from xieshang.lifecycle.actions import Hindered
from xieshang.matters.actions import add_rule, begin_own, change_category, end_rule, rows_of
from xieshang.matters.forms.ruling import SET_FORMS
from xieshang.people.models import Committee

from .rule_part import done


def gather(request: HttpRequest, committee: Committee, part: str) -> Mapping:
    """The rules in force, those to come and those that ended; whose they are."""
    rows = list(rows_of(part).of(committee).select_related("committee"))
    place = rows[0].committee if rows else committee
    of_place = rows_of(part).filter(committee=place)
    today = timezone.localdate()
    opened = request.GET.get("change", "")
    return {
        "rows": rows,
        "coming": of_place.filter(since__gt=today),
        "ended": of_place.filter(until__lte=today),
        "place": place,
        "own": place == committee,
        "form": SET_FORMS[part](committee=committee),
        "changing": changing(rows, opened, part, committee),
    }


def changing(rows, key: str, part: str, committee: Committee):
    """The form of the category that is being changed, where one is."""
    row = next((each for each in rows if str(each.pk) == key), None)
    if row is None or part != "public" or row.committee_id != committee.pk:
        return None
    facts = {name: getattr(row, name) for name in ("name", "notice", "stop", "unit")}
    return row, SET_FORMS[part](committee=committee, initial=facts)


def act(request: HttpRequest, committee: Committee, part: str):
    """Begin an own set, add to it, change a category, end a rule."""
    asked = request.POST.get("act", "")
    if asked == "own":
        number = begin_own(committee, part, by=request.user)
        words = ngettext("One rule was taken over.", "%(n)d rules were taken over.", number)
        return done(request, committee, part, words % {"n": number})
    try:
        if asked == "end":
            return end(request, committee, part)
        return write(request, committee, part)
    except Hindered as hindrance:
        return {"hindered": str(hindrance), "wrong": True}


def end(request: HttpRequest, committee: Committee, part: str):
    """Let one end today; of those above nothing can be ended here."""
    key = request.POST.get("pick", "")
    rows = rows_of(part).filter(committee=committee)
    found = get_object_or_404(rows, pk=key if key.isdecimal() and len(key) < 19 else None)
    end_rule(found, by=request.user)
    words = _("“%(name)s” is offered no more. What names it stays as it is.")
    return done(request, committee, part, words % {"name": found})


def write(request: HttpRequest, committee: Committee, part: str):
    """Add one, or change the category that `pick` names."""
    form = SET_FORMS[part](request.POST, committee=committee)
    if not form.is_valid():
        return {"form": form, "wrong": True}
    said, key = dict(form.cleaned_data), request.POST.get("pick", "")
    if request.POST.get("act") == "change" and key.isdecimal() and len(key) < 19:
        found = get_object_or_404(rows_of(part).filter(committee=committee), pk=key)
        facts = {name: said[name] for name in ("notice", "stop", "unit")}
        change_category(found, **facts, place=found.place, by=request.user)
        return done(request, committee, part, _("“%(name)s” was changed.") % {"name": found})
    made = add_rule(committee, part, by=request.user, **said)
    return done(request, committee, part, _("“%(name)s” was added.") % {"name": made})
