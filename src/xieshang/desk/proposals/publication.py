"""Publishing a proposal: three consents, the masked text, and what the public reads now."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from xieshang.matters.actions import consents_of

from ..acting import Place, acted, looked_at
from ..door import desk
from ..matters import find
from ..offers import DEED, Acting
from ..pages import show
from .preview import OPEN_TO

DEEDS = ("consent", "publish", "unpublish")


@desk("GET", "POST")
def publication(request: HttpRequest, key: int) -> HttpResponse:
    """The page; what is sent to it is one of the three deeds."""
    if request.method == "POST":
        return acted(request, PLACE, key, DEED)
    found = find(request, key)
    return show_publication(request, found, looked_at(request, PLACE, found))


def show_publication(request, found, acting: Acting, status: int = 200) -> HttpResponse:
    """Who agreed to it and when, what was public and is, and what may be done now."""
    if not acting.roles & OPEN_TO:
        raise PermissionDenied
    context = {
        "matter": found,
        "acting": acting,
        "consents": consents_of(found) if found.lifecycle.deed("consent", found.status) else {},
        "photos": found.photos.shown(),
        "publications": found.publications.select_related("by").order_by("-pk"),
    }
    fragment = "acting" if request.method == "GET" else "subject"
    template = "desk/proposals/publication.html"
    return show(request, template, context, here="matters", fragment=fragment, status=status)


PLACE = Place(
    "desk:publication", "desk:steps", "desk:publication", find, show_publication, only=DEEDS
)
