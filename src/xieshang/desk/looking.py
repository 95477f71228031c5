"""Step two of taking a ledger over: a look at what would be taken, and answers to what is open."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.evidence.models import File
from xieshang.ledgers.actions.choice import said
from xieshang.ledgers.models import TakeOver
from xieshang.ledgers.understanding.cells import letter as letter_of
from xieshang.ledgers.understanding.kinds import KINDS
from xieshang.ledgers.understanding.record import Remark
from xieshang.people.models import Committee

from .asked import ASKED, FIRST, LAST, UNITS, Asked, asked_of
from .door import desk
from .handing import begin_look, begin_take
from .pages import show
from .running import result_of
from .work import LARGE, looked

WHY = {
    "hidden": gettext_lazy("hidden"),
    "empty": gettext_lazy("empty"),
    "no-header": gettext_lazy("no row of headings was found"),
}
Plain = dict[str, Any]


class Whole(forms.Form):
    """What concerns the file as a whole."""

    office = forms.TypedChoiceField(
        label=gettext_lazy("Whose ledger it is"), coerce=int, required=False, empty_value=None
    )
    year = forms.IntegerField(
        label=gettext_lazy("Of which year"), required=False, min_value=FIRST, max_value=LAST
    )
    strict = forms.BooleanField(
        label=gettext_lazy("All rows or none"),
        required=False,
        help_text=gettext_lazy("One row that comes back sends the whole file back."),
    )

    def __init__(self, person, asked: Asked, found: Plain):
        office = asked.office or found.get("office")
        year = asked.year or found.get("year")
        super().__init__(initial={"office": office, "year": year, "strict": asked.strict})
        kept = Committee.objects.visible_to(person).kept_by(person).values_list("code", "title")
        self.fields["office"].choices = [("", _("Choose")), *kept]


@desk("GET", "POST")
def look(request: HttpRequest, key: int) -> HttpResponse:
    """The look; sent, it is taken anew with the answers, or the file is taken over with them."""
    rows = File.objects.visible_to(request.user).select_related("committee", "kept_by")
    file = get_object_or_404(rows, pk=key)
    if request.method == "POST":
        return answered(request, file, asked_of(request.POST))
    standing = TakeOver.objects.visible_to(request.user).standing().filter(file=file).first()
    if standing:
        return redirect("desk:take_over", standing.pk)
    if run := request.GET.get("look"):
        done = result_of(request.user, run)
        facts = done.kwargs if done and done.kwargs.get("file") == file.pk else None
        if facts and done.is_finished:
            return show_look(request, file, Asked(**facts["asked"]), done.return_value)
    if file.size > LARGE:
        return show(request, "desk/large.html", {"file": file, "step": 2}, here="ledgers")
    return show_look(request, file, Asked(), looked(file, Asked()))


def answered(request: HttpRequest, file: File, asked: Asked) -> HttpResponse:
    """Take the file over with these answers, or look again."""
    if request.POST.get("act") == "take":
        return begin_take(request, [file], asked)
    if file.size > LARGE:
        return begin_look(request, file, asked)
    return show_look(request, file, asked, looked(file, asked))


def show_look(request: HttpRequest, file: File, asked: Asked, found: Plain) -> HttpResponse:
    """The page of a look, or in one line for the list of several files."""
    refused = found.get("refused")
    context = {
        "file": file,
        "found": found,
        "form": Whole(request.user, asked, found),
        "refused": refused and _(refused["message"]) % refused["values"],
        "unknown_office": refused is not None and refused["slug"] == "office",
        "warnings": [_(message) % values for message, values in found.get("warnings", ())],
        "passed": [(each["sheet"], WHY[each["why"]]) for each in found.get("passed", ())],
        "sheets": list(sheets_of(found, asked)),
        "open": any(not sheet["ready"] for sheet in found.get("sheets", ())),
        "step": 2,
    }
    status = 422 if refused and request.method == "POST" else 200
    return show(request, "desk/look.html", context, here="ledgers", fragment="brief", status=status)


def sheets_of(found: Plain, asked: Asked) -> Iterator[Plain]:
    """The sheets of a look with what the page needs beside: words, and what can be chosen."""
    for sheet in found.get("sheets", ()):
        kind, answers = KINDS[sheet["kind"]], asked.sheets.get(sheet["name"], {})
        fields = [(field.name, _(field.label)) for field in kind.fields]
        doubtful = {q["column"] for q in sheet["questions"] if q["column"]}
        missing = [q["field"] for q in sheet["questions"] if q["slug"] == "missing"]
        yield sheet | {
            "label": _(kind.label),
            "kinds": [(name, _(each.label)) for name, each in KINDS.items()],
            "kind_was": "" if answers.get("kind") else sheet["kind"],
            "units": UNITS if sheet["money"] else (),
            "fields": fields,
            "missing": [_(kind.field(name).label) for name in missing],
            "columns": [column_of(each, doubtful, answers) for each in sheet["columns"]],
            "lines": [line_of(row, len(sheet["columns"])) for row in sheet["rows"]],
            "backs": [line_of(row, len(sheet["columns"])) for row in sheet["refused"]],
            "said": [said(Remark(**remark)) for remark in sheet["remarks"]],
            "sums": [(each["row"], said(Remark(**each["remark"]))) for each in sheet["totals"]],
        }


def column_of(column: Plain, doubtful: set[str], answers: Mapping) -> Plain:
    """A column with whether it is doubtful; one that was answered is answered again."""
    answered = column["heading"] in answers.get("columns", {})
    sure = column["sure"] or not column["field"]
    doubt = column["letter"] in doubtful
    return column | {
        "doubt": doubt and not answered,
        "was": column["field"] if sure and not answered and not doubt else ASKED,
        "percent": round(100 * column["confidence"]),
    }


def line_of(row: Plain, width: int) -> Plain:
    """A row with its marked cells and its remarks in words."""
    letters = set(row.get("marks", ()))
    from_letter = {letter_of(place): place for place in range(width)}
    marked = {from_letter[each] for each in letters if each in from_letter}
    cells = [*row["cells"], *[""] * (width - len(row["cells"]))][:width]
    return {
        "row": row["row"],
        "cells": [(text, place in marked) for place, text in enumerate(cells)],
        "said": [said(Remark(**remark)) for remark in row.get("remarks", ())],
    }
