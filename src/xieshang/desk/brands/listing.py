"""The list of brands and series."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.activities.models import Programme
from xieshang.site.listing import Column

from ..door import desk
from ..filters import PlaceFilters, choice
from ..listing import Bulk, Empty, Listing, Shown, State, listed
from ..register_files import layouts
from ..registers import name_and_committee


class ProgrammeFilters(PlaceFilters):
    lookups = {"q": "name__icontains", "kind": "kind"}

    kind = choice(gettext_lazy("Kind"), Programme.Kind.choices)


def six_haves(programme: Programme) -> State:
    """How many of the six are written down."""
    slots = programme.slots()
    written = sum(bool(text) for _label, text in slots)
    tone = "good" if written == len(slots) else "waiting"
    return State(_("%(n)d of %(all)d") % {"n": written, "all": len(slots)}, tone)


PROGRAMMES = Listing(
    name="programmes",
    title=gettext_lazy("Brands and series"),
    rows=lambda person: Programme.objects.visible_to(person).select_related("committee"),
    filters=ProgrammeFilters,
    shown=(
        *name_and_committee(),
        Shown(Column("kind", gettext_lazy("Kind"), "keep"), Programme.get_kind_display),
        Shown(Column("haves", gettext_lazy("Six-haves"), "keep"), six_haves),
        Shown(Column("since", gettext_lazy("Since"), "day", order="since"), lambda p: p.since),
    ),
    order="committee",
    href=lambda p: reverse("desk:programme", args=[p.pk]),
    empty=Empty(
        gettext_lazy("No brand or series here yet"),
        gettext_lazy("Open one by hand, or take over a ledger of brands."),
        "/desk/programmes/new/",
        gettext_lazy("Open a brand"),
    ),
    enter=("/desk/programmes/new/", gettext_lazy("Open a brand")),
    layouts=layouts("brand", gettext_lazy("As a ledger of brands")),
    beside=(("/desk/programmes/coverage/", gettext_lazy("Who has a brand")),),
    bulk=Bulk("/desk/programmes/beside/", gettext_lazy("Ticked ones side by side")),
)


@desk("GET")
def programmes(request: HttpRequest) -> HttpResponse:
    return listed(request, PROGRAMMES)
