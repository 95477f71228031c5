"""The assignment meeting (交办会): many matters on file, each given to its units in one table."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import Hindered, NoSuchMove, open_move
from xieshang.matters.actions import take
from xieshang.matters.forms import FORMS
from xieshang.matters.models import Matter
from xieshang.people.models import Unit

from .door import desk
from .listing import ticked_keys
from .pages import show

MOST = 40  # matters in one table: each holds the list of units twice
ASKS = "assignment"


@dataclass(slots=True)
class Line:
    """One matter of the table: what was chosen for it, what that comes to, or why it stays."""

    matter: Matter
    verb: str = ""
    lead: str = ""
    others: list[str] = field(default_factory=list)
    apart: bool = False
    reason: str = ""
    units: list[Unit] = field(default_factory=list)
    answers: dict = field(default_factory=dict)

    @property
    def chosen(self) -> bool:
        return bool(self.lead or self.others)

    @property
    def suggested(self) -> list[Unit]:
        return list(self.matter.suggested.all())


@desk("GET", "POST")
def assigning(request: HttpRequest) -> HttpResponse:
    """The table; sent, a preview of it; sent again from there, it is done."""
    sent = request.method == "POST"
    lines = list(lines_of(request, sent))
    for line in lines:
        weigh(request, line, sent)
    if sent and request.POST.get("act") == "assign":
        return assign(request, lines)
    context = {
        "lines": [line for line in lines if line.verb],
        "stay": [line for line in lines if not line.verb],
        "preview": sent and request.POST.get("act") == "look",
        "ready": [line for line in lines if line.chosen and not line.reason],
        "most": MOST,
    }
    return show(request, "desk/assigning.html", context, here="matters")


def lines_of(request: HttpRequest, sent: bool) -> Iterator[Line]:
    """The ticked matters, or else whatever waits to be assigned by the offices one keeps."""
    rows = Matter.objects.visible_to(request.user).with_page()
    keys = ticked_keys(request.POST if sent else request.GET)
    if keys or sent:
        rows = rows.filter(pk__in=keys[:MOST])
    else:
        kept = request.user.seats.current().keeping().values("committee")
        rows = rows.filter(status="filed", committee__in=kept)
    rows = rows.prefetch_related("suggested").select_related("category__unit")
    yield from (Line(matter) for matter in rows.order_by("number", "pk")[:MOST])


def weigh(request: HttpRequest, line: Line, sent: bool) -> None:
    """Whether this person may assign it now, and what was chosen for it, or is thought of."""
    moves = line.matter.lifecycle.moves_from(line.matter.status)
    verb = next((move.verb for move in moves if move.asks == ASKS), "")
    try:
        open_move(request.user, line.matter, verb)
    except NoSuchMove:
        line.reason = _("from “%(state)s” there is no such move") % {
            "state": line.matter.state.label
        }
        return
    except PermissionDenied:
        place = {"committee": line.matter.committee}
        line.reason = _("only the office of %(committee)s may do this") % place
        return
    line.verb = verb
    if sent:
        chosen(request, line)
    else:
        thought_of(line)
    form = form_of(request, line)
    line.units = list(form.fields["lead"].queryset)
    if line.chosen and form.is_valid():
        line.answers = form.cleaned_data
    elif line.chosen:
        line.reason = " ".join(error for errors in form.errors.values() for error in errors)


def chosen(request: HttpRequest, line: Line) -> None:
    """What was chosen for one line of the table."""
    key = line.matter.pk
    line.lead = request.POST.get(f"lead-{key}", "")
    line.others = [key for key in request.POST.getlist(f"others-{key}") if key != line.lead]
    line.apart = request.POST.get(f"apart-{key}") == "on"


def thought_of(line: Line) -> None:
    """The units that were thought of when it was filed; else the one its category names."""
    usual = line.matter.category and line.matter.category.unit
    keys = [str(unit.pk) for unit in line.suggested or filter(None, [usual])]
    line.lead, line.others = (keys[0], keys[1:]) if keys else ("", [])


def form_of(request: HttpRequest, line: Line):
    """The form that a single assignment asks for, with what this line says."""
    said = MultiValueDict({"note": [""]})
    if line.apart:
        said.setlist("separate", [*filter(None, [line.lead]), *line.others])
    else:
        said.setlist("lead", [line.lead])
        said.setlist("joint", line.others)
    return FORMS[ASKS](said, subject=line.matter, person=request.user)


def assign(request: HttpRequest, lines: list[Line]) -> HttpResponse:
    """Assign what was chosen; each that stays is named with its reason."""
    done = 0
    for line in lines:
        if line.answers:
            try:
                take(line.matter, line.verb, by=request.user, **line.answers)
                done += 1
            except NoSuchMove:
                line.reason = _("somebody has moved it in the meantime")
            except Hindered as hindrance:
                line.reason = str(hindrance)
    said = {"done": done, "all": len(lines)}
    note = _("%(done)d of %(all)d were given to their units.") % said
    messages.add_message(request, messages.SUCCESS if done else messages.WARNING, note)
    for line in lines:
        if line.reason or not line.chosen:
            reason = line.reason or _("no unit was chosen")
            messages.warning(request, f"{line.matter.short} {line.matter.title}: {reason}")
    return redirect("desk:assigning")
