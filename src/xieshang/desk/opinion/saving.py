"""Saving a text of a report: the author's own, or the office's edited one; and two that met."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise

from xieshang.lifecycle.actions import NoSuchMove, open_deed
from xieshang.matters.actions import TextMoved, Words, save_text
from xieshang.matters.forms import ADVISED, MOST, Reported
from xieshang.matters.lifecycles import OPINION_REPORT
from xieshang.matters.models import Matter, Text

from ..acting import gone_of, refused
from ..matters import PLACE
from ..pages import show
from .texts import parts_of

LENGTHS = {"advised": ADVISED, "most": MOST}


def nothing_beside(_found: Matter, _form: Reported) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Saving:
    """Which text is saved, by which deed, on which page; `beside` is what that shows besides."""

    edition: str
    deed: str
    label: str | Promise
    template: str
    beside: Callable[[Matter, Reported], Mapping[str, object]] = nothing_beside


def words_in(said: Mapping[str, str]) -> Words:
    return Words(*(said[name] for name in Reported.TEXT))


def started_from(said: str) -> int:
    """The number of the text somebody began from; raises BadRequest for what no page sends."""
    if not (said.isascii() and said.isdecimal() and len(said) < 6):
        raise BadRequest(f"no number {said[:20]}")
    return int(said)


def find(request: HttpRequest, key: int) -> Matter:
    """A report this person may see; raises Http404."""
    rows = Matter.objects.visible_to(request.user).with_page().filter(life=OPINION_REPORT.name)
    return get_object_or_404(rows, pk=key)


def write(request: HttpRequest, found: Matter, saving: Saving) -> HttpResponse:
    """The page of a text; sent, the text is kept as the next one, or shown beside the other."""
    sent = request.POST if request.method == "POST" else None
    latest = found.texts.latest_of(saving.edition)
    form = Reported(sent, initial=words_of(latest or found.texts.latest_of(Text.Edition.ORIGINAL)))
    try:
        open_deed(request.user, found, saving.deed)
        if form.is_valid() and "look" not in request.POST:
            return save(request, found, saving, form)
    except NoSuchMove:
        gone = gone_of(str(saving.label), found, form if form.is_bound else None)
        return refused(request, PLACE, found.pk, gone=gone)
    except TextMoved as fault:
        return two_texts(request, found, form, fault.theirs)
    context = {
        "form": form,
        "matter": found,
        "started_from": request.POST.get("started_from", latest.number if latest else 0),
        "draft": draft_of(found, saving),
        **LENGTHS,
        **saving.beside(found, form),
    }
    status = 422 if form.errors else 200
    return show(request, saving.template, context, here="opinion", status=status)


def words_of(text: Text | None) -> dict[str, str]:
    return {name: getattr(text, name) for name in Reported.TEXT} if text else {}


def draft_of(found: Matter, saving: Saving) -> str:
    """The name under which the browser keeps what is typed."""
    return f"{found.short}-{saving.deed}"


def save(request: HttpRequest, found: Matter, saving: Saving, form: Reported) -> HttpResponse:
    started = started_from(request.POST.get("started_from", ""))
    words = words_in(form.cleaned_data)
    save_text(found, saving.edition, words, started_from=started, by=request.user)
    page = reverse("desk:matter", args=[found.pk])
    return redirect(f"{page}?sent={draft_of(found, saving)}")


def two_texts(request, found: Matter, form: Reported, theirs: Text) -> HttpResponse:
    """What stands now, marked against what was typed; the own text is still there to be saved."""
    mine = Words(**{name: form.cleaned_data[name] for name in Reported.TEXT})
    context = {
        "form": form,
        "matter": found,
        "theirs": theirs,
        "parts": parts_of(theirs, mine),
    }
    return show(request, "desk/opinion/two_texts.html", context, here="opinion", status=409)
