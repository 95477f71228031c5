"""One problem as anybody may read it, its pictures, and following it."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from xieshang.matters.actions.voicing_following import NotPublic, follow
from xieshang.matters.models import Matter, Photo, Publication
from xieshang.matters.models.standing import judged, with_words
from xieshang.notices.models.wishes import Way, ways_open
from xieshang.notices.places import place_of
from xieshang.people.actions import resident
from xieshang.site.pages import show
from xieshang.site.pictures import shown
from xieshang.site.tries import too_often, where_from

from .door import forum
from .standing import standing_of, waits
from .timeline import public_lines
from .tries import ADDRESSES_HERE
from .voices import title_of


class Address(forms.Form):
    """Where somebody wants to hear of it."""

    email = forms.CharField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("For news of this matter alone; you confirm it, and can end it, by a link."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_email(self) -> str:
        return place_of("mail", self.cleaned_data["email"])


def find(key: int) -> Matter:
    rows = judged(Matter.objects.public().filter(kind="problem").with_page().with_next())
    return get_object_or_404(with_words(rows), pk=key)


def voice(request: HttpRequest, key: int) -> HttpResponse:
    """The page of one problem; of one that was taken back, the reason that stands in its place."""
    if not Matter.objects.public().filter(pk=key).exists():
        return taken_back(request, key)
    return show_voice(request, find(key))


def taken_back(request: HttpRequest, key: int) -> HttpResponse:
    last = Publication.objects.public().filter(matter=key).last()
    if last is None:
        raise Http404(str(key))
    context = {"number": f"M{key}", "publication": last}
    return show(request, "forum/taken_back.html", context, status=410)


def show_voice(request: HttpRequest, found: Matter, status: int = 200, **sent) -> HttpResponse:
    photos = list(Photo.objects.public().filter(matter=found))
    hidden = found.photos.filter(hidden_at__isnull=False).exclude(hidden_why="")
    units = [part.unit.name for part in found.assignments.live().select_related("unit")]
    context = {
        "matter": found,
        "title": title_of(found),
        "shown": found.shown[0] if found.shown else None,
        "standing": standing_of(found),
        "waits": waits(found),
        "photos": [each for each in photos if each.remark_id is None],
        "hidden": hidden,
        "lines": public_lines(found, {each.pk for each in photos}),
        "units": units,
        "by_mail": Way.MAIL in ways_open(),
        "form": Address(),
        "done": request.GET.get("done", ""),
        **sent,
    }
    return show(request, "forum/voice.html", context, status=status)


@forum("POST")
def follow_it(request: HttpRequest, key: int) -> HttpResponse:
    """Let an account follow it at once; an address is asked first whether it wants to."""
    found = find(key)
    back = f"{reverse('forum:voice', args=[key])}?done="
    if request.user.is_authenticated and "email" not in request.POST:
        follow(found, by=request.user)
        return redirect(f"{back}followed")
    form = Address(request.POST)
    if not form.is_valid():
        return show_voice(request, found, status=422, form=form)
    here = where_from(request)
    if ADDRESSES_HERE.reached(here):
        return too_often(request, ADDRESSES_HERE)
    ADDRESSES_HERE.count(here)
    try:
        follow(found, by=resident(), email=form.cleaned_data["email"])
    except NotPublic as fault:
        raise Http404(str(fault)) from fault
    return redirect(f"{back}asked")


@forum("GET")
def photo(request: HttpRequest, key: int, photo: int, size: str) -> HttpResponse:
    """A picture, if anybody may see it now."""
    found = get_object_or_404(Photo.objects.public(), pk=photo, matter=key)
    return shown(found, size)
