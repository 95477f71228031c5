"""Entering what somebody says who writes nothing themselves: at the desk, or at a reception day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.activities.models import Venue
from xieshang.audit.once import BadKey, OtherBody, fresh_key, once
from xieshang.matters.actions.voicing import Voice
from xieshang.matters.actions.voicing_entering import enter_voice
from xieshang.matters.actions.voicing_receipt import code_of, receipt_for
from xieshang.matters.forms.entering import Entered
from xieshang.matters.forms.photos import PicturesField
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Person
from xieshang.site.codes import slip_of
from xieshang.site.errors import answer

from .door import desk
from .pages import show

SLIP = "slip"  # in the session: of what was entered last, so that its slip can be printed


class Entering(Entered):
    """With the places and venues of whoever enters, and pictures."""

    photos = PicturesField()

    def __init__(self, person: Person, data=None, files=None, *, reception: bool):
        seen = Committee.objects.visible_to(person)
        seated = seen.filter(pk__in=person.seats.current().values("committee"))
        places = (seated | seen.kept_by(person)).distinct().order_by("code")
        venues = Venue.objects.visible_to(person).filter(committee__in=places)
        super().__init__(data, files, places=places, venues=venues if reception else None)


@desk("GET", "POST")
def new_voice(request: HttpRequest) -> HttpResponse:
    """For somebody who telephoned, wrote or came to the office."""
    return entering(request, reception=False)


@desk("GET", "POST")
def reception(request: HttpRequest) -> HttpResponse:
    """For somebody who came to a venue on its reception day."""
    return entering(request, reception=True)


def entering(request: HttpRequest, *, reception: bool) -> HttpResponse:
    sent = request.method == "POST"
    data = (request.POST, request.FILES) if sent else (None, None)
    form = Entering(request.user, *data, reception=reception)
    if not sent:
        form.initial |= {"venue": request.GET.get("venue", ""), "day": timezone.localdate()}
    if sent and form.is_valid():
        return entered(request, form)
    context = {
        "form": form,
        "key": request.POST.get("key", "")[:64] or fresh_key(),
        "reception": reception,
        "seated": form.places_there,
    }
    status = 422 if sent else 200
    return show(request, "desk/voices/entry.html", context, here="voices", status=status)


def entered(request: HttpRequest, form: Entering) -> HttpResponse:
    """Write it down once, and show the slip for the visitor."""
    key = request.POST.get("key", "")
    said = dict(form.cleaned_data)
    pictures, spoken = said.pop("photos"), {n: said.pop(n) for n in ("answer", "outcome")}
    body = {name: getattr(value, "pk", str(value)) for name, value in (said | spoken).items()}

    def write() -> dict[str, int]:
        more = {"by": request.user, "code": code_of(key), **spoken}
        return {"matter": enter_voice(Voice(**said), pictures, **more).pk}

    try:
        told, _again = once(f"person:{request.user.pk}", "enter", key, body, write)
    except (BadKey, OtherBody):
        title, words = _("This form was sent before, with other words"), _("Load the page again.")
        return answer(request, 422, title, words)
    request.session[SLIP] = [told["matter"], key]
    return redirect("desk:voice_slip", told["matter"])


@desk("GET")
def voice_slip(request: HttpRequest, key: int) -> HttpResponse:
    """The slip to print for a visitor; afterwards nobody can show the code again."""
    matter, secret = request.session.get(SLIP, [0, ""])
    found = receipt_for(str(key), code_of(secret)) if matter == key else None
    if found is None:
        get_object_or_404(Matter.objects.visible_to(request.user), pk=key)
        return redirect("desk:matter", key)
    context = slip_of(found.matter, code_of(secret), reverse("forum:follow"))
    return show(request, "desk/voices/slip.html", context, here="voices")
