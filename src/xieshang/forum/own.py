"""Following what one raised: by its number and code, or by the account that raised it."""

from functools import wraps

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from xieshang.audit.once import fresh_key
from xieshang.lifecycle.table import Move, Role
from xieshang.matters.actions.voicing_asking import question_of
from xieshang.matters.actions.voicing_receipt import REACHED, number_typed, receipt_for
from xieshang.matters.forms import FORMS
from xieshang.matters.forms.photos import Pictures
from xieshang.matters.forms.voicing import Added, Reached, Solved
from xieshang.matters.models import Matter, Receipt
from xieshang.matters.models.standing import Verdict
from xieshang.site.pages import show
from xieshang.site.pictures import shown
from xieshang.site.tries import too_often, where_from

from . import keys
from .door import forum
from .standing import standing_of, waits
from .timeline import own_lines
from .tries import CODES_HERE, CODES_OF_ONE

MINE = 20
ASKED = {"say_more": _("Your answer"), "not_solved": _("What is missing")}
DONE = {
    "say-more": _("Your answer has arrived."),
    "confirm": _("It is noted as solved, by your word."),
    "not-solved": _("It is open again. The office and the unit that handled it are told."),
    "withdraw": _("You have taken it back."),
    "add": _("What you added has arrived."),
    "answer": _("Thank you. Your answer is noted."),
    "contact": _("It is noted how you are reached."),
    "erasure": _("It is erased."),
}


class Key(forms.Form):
    """The number and the code of a receipt."""

    number = forms.CharField(
        label=_("Number"), max_length=20, widget=forms.TextInput(attrs={"placeholder": "M123"})
    )
    code = forms.CharField(
        label=_("Secret code"),
        max_length=60,
        help_text=_("As on the receipt; capitals, spaces and strokes do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )


@forum("GET", "POST")
def follow(request: HttpRequest) -> HttpResponse:
    """The form, and what an account has raised; a right code opens the page of its matter."""
    if request.method == "GET":
        form = Key(initial={"number": request.GET.get("number", "")[:20]})
        return show_follow(request, form)
    form = Key(request.POST)
    if not form.is_valid():
        return show_follow(request, form, status=422)
    here, number = where_from(request), str(number_typed(form.cleaned_data["number"]))
    for limit, who in ((CODES_HERE, here), (CODES_OF_ONE, number)):
        if limit.reached(who):
            return too_often(request, limit)
    receipt = receipt_for(number, form.cleaned_data["code"])
    if receipt is None:
        CODES_HERE.count(here)
        CODES_OF_ONE.count(number)
        form.add_error(None, _("Number and code do not fit. Please compare them with the receipt."))
        return show_follow(request, form, status=422)
    response = redirect("forum:own", receipt.matter_id)
    keys.open_for(response, receipt)
    return response


def show_follow(request: HttpRequest, form: Key, status: int = 200) -> HttpResponse:
    mine = []
    if request.user.is_authenticated:
        rows = Matter.objects.visible_to(request.user).filter(raised_by=request.user)
        mine = rows.filter(receipt__isnull=False).with_page()[:MINE]
    return show(request, "forum/follow.html", {"form": form, "mine": mine}, status=status)


def with_key(view):
    """Give a view the matter whose key this browser holds; to all others it says the same."""

    @wraps(view)
    def opened(request: HttpRequest, key: int, **rest) -> HttpResponse:
        matter = keys.own_matter(request, key)
        if matter is None:
            return redirect(f"{reverse('forum:follow')}?number=M{key}")
        return view(request, matter, **rest)

    return opened


@forum("GET")
@with_key
def own(request: HttpRequest, matter: Matter) -> HttpResponse:
    return show_own(request, matter)


def show_own(request: HttpRequest, matter: Matter, status: int = 200, **sent) -> HttpResponse:
    """The page of what one raised; `sent` are forms that came back with what is wrong."""
    standing, question = standing_of(matter), question_of(matter)
    last = matter.steps.last()
    adds = matter.lifecycle.deed("add", matter.status)
    context = {
        "matter": matter,
        "receipt": matter.receipt,
        "contact": contact_of(matter.receipt),
        "text": matter.texts.latest_of("original"),
        "standing": standing,
        "waits": waits(matter),
        "lines": own_lines(matter),
        "photos": matter.photos.filter(remark=None),
        "moves": moves_of(matter, standing.verdict),
        "forms": forms_of(matter, sent),
        "asked_back": last.note,
        "question": question,
        "closing": last,
        "solved": Solved() if question else None,
        "added": Added() if adds else None,
        "pictures": Pictures() if adds else None,
        "key": fresh_key(),
        "done": DONE.get(request.GET.get("done", "")),
        **sent,
    }
    return show(request, "forum/own.html", context, status=status)


def moves_of(matter: Matter, verdict: Verdict) -> dict[str, Move]:
    """What its raiser can do now; who has said that it is solved is not asked to say it again."""
    open_now = [m for m in matter.lifecycle.moves_from(matter.status) if m.role is Role.AUTHOR]
    said = {"confirm"} if verdict is Verdict.SAID else set()
    return {named(m.verb): m for m in open_now if m.verb not in said}


def forms_of(matter: Matter, sent: dict) -> dict[str, forms.Form]:
    """The form of each move, or the one that came back."""
    open_now = [m for m in matter.lifecycle.moves_from(matter.status) if m.role is Role.AUTHOR]
    empty = {named(m.verb): FORMS[m.asks](subject=matter) for m in open_now}
    back = {named(sent["asked"]): sent["form"]} if "asked" in sent else {}
    for name, form in (empty | back).items():
        form.auto_id = f"id_{name}_%s"  # several of them stand on one page
        form.fields["note"].label = ASKED.get(name, form.fields["note"].label)
    return empty | back


def named(verb: str) -> str:
    return verb.replace("-", "_")


def contact_of(receipt: Receipt) -> list[tuple[str, str]]:
    fields = Reached.base_fields
    return [(fields[name].label, getattr(receipt, name)) for name in REACHED]


@forum("GET")
@with_key
def own_photo(request: HttpRequest, matter: Matter, photo: int, size: str) -> HttpResponse:
    """A picture of what one raised, also one that is hidden from the public."""
    found = matter.photos.filter(pk=photo).first()
    if found is None:
        raise Http404(str(photo))
    return shown(found, size)
