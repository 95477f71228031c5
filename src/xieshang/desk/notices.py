"""What somebody was told and why; how they want to be told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.notices.actions import mark_seen, order_test, set_wishes
from xieshang.notices.actions.wishes import NowhereToSend
from xieshang.notices.forms import WishesForm
from xieshang.notices.models import Message, Notice, Rhythm, Way, Went, Wishes
from xieshang.notices.models.notice import seen_by
from xieshang.notices.models.wishes import ways_open
from xieshang.site.listing import page_of

from .door import desk
from .pages import show

AT_A_TIME = 30


@dataclass(frozen=True, slots=True)
class Told:
    """A notice as the page shows it: its words, unless the record is not theirs to see any more."""

    notice: Notice
    hidden: bool
    state: str
    tone: str
    due: datetime | None  # when it goes out, if that is known


class Last(forms.Form):
    """The newest notice that a page had shown."""

    last = forms.IntegerField(min_value=0, max_value=2**63 - 1)


@desk("GET", "POST")
def notices(request: HttpRequest) -> HttpResponse:
    """The list, with the wishes beside it; sent, it keeps the wishes."""
    known = Wishes.objects.visible_to(request.user).first()
    wishes = known or Wishes(person=request.user)
    form = WishesForm(wishes, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        set_wishes(by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("desk:notices")
    rows = Notice.objects.visible_to(request.user).select_related("message")
    page = page_of(rows, request.GET, "-pk", AT_A_TIME)
    context = {
        "page": page,
        "told": list(told(wishes, page.rows)),
        "newest": page.rows[0].pk if page.rows else 0,
        "lost": Message.objects.visible_to(request.user).failing().first(),
        "form": form,
        "reaches": wishes.reaches,
        "no_mail": Way.MAIL not in ways_open(),
    }
    status = 422 if form.is_bound else 200
    return show(request, "desk/notices.html", context, here="notices", status=status)


def told(wishes: Wishes, rows: Sequence[Notice]) -> Iterator[Told]:
    """The notices of a page, each with what became of it in one word."""
    seen = seen_by(wishes.person, (notice.about for notice in rows))
    digest = wishes.next_morning(timezone.now()) if wishes.rhythm == Rhythm.DAILY else None
    for notice in rows:
        state, tone = state_of(notice)
        waits = notice.went == Went.NOWHERE and not notice.urgent
        yield Told(notice, notice.about not in seen, state, tone, digest if waits else None)


def state_of(notice: Notice) -> tuple[str, str]:
    """What became of a notice, and the tone of it."""
    message = notice.message
    if message is None:
        waits = notice.went == Went.NOWHERE
        return str(Went(notice.went).label), "waiting" if waits else ""
    if message.sent_at:
        return _("Sent"), "good"
    if message.failing_since:
        return _("Not delivered"), "late"
    return _("Waits to be sent"), "waiting"


@desk("POST")
def seen_notices(request: HttpRequest) -> HttpResponse:
    """Note that what a page had shown was looked at; a script sends this when the page opens."""
    form = Last(request.POST)
    if form.is_valid():
        mark_seen(request.user, form.cleaned_data["last"])
    if request.htmx:
        return HttpResponse(status=204)
    return redirect("desk:notices")


@desk("POST")
def test_notice(request: HttpRequest) -> HttpResponse:
    """Order a message to oneself."""
    try:
        ordered = order_test(by=request.user, href=reverse("desk:notices"))
    except NowhereToSend:
        messages.warning(request, _("Say first where messages shall go."))
    else:
        if ordered:
            messages.success(
                request, _("On its way: within a minute this page says what became of it.")
            )
        else:
            messages.info(request, _("One was ordered less than ten minutes ago."))
    return redirect("desk:notices")
