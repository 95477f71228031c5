"""How a deliberation's map is: how old, of how many votes, and what to do where none is made."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Beat, Deliberation


@dataclass(frozen=True, slots=True)
class Health:
    """A sentence for the owner; `silent` where nobody makes maps."""

    words: str
    silent: bool = False


def health_of(deliberation: Deliberation, now: datetime | None = None) -> Health | None:
    """What is said of its map; None before anybody could vote."""
    now = now or timezone.now()
    if deliberation.status in ("draft", "called-off"):
        return None
    since = Beat.objects.silent_since(now)
    if since and not deliberation.is_final:
        words = _(
            "No maps have been made since %(when)s: the program that makes them is not running."
            " Votes are safe. Start it again with “xieshang maps”, or ask whoever runs the server."
        )
        return Health(words % {"when": f"{timezone.localtime(since):%Y-%m-%d %H:%M}"}, silent=True)
    if fault := getattr(deliberation, "map_fault", None):
        words = _(
            "The map could not be made at %(when)s (%(fault)s); what is shown is older. Votes are"
            " safe, and it is tried again by itself. Tell whoever runs the server."
        )
        said = {"when": f"{timezone.localtime(fault.at):%Y-%m-%d %H:%M}", "fault": fault.name}
        return Health(words % said, silent=True)
    kept = getattr(deliberation, "kept_map", None)
    if kept is None:
        return Health(_("No map yet: it is made within a minute of the first votes."))
    if kept.final:
        words = _("Final map of %(votes)s votes. Digest of the votes: %(digest)s")
        return Health(words % {"votes": f"{kept.votes:,}", "digest": kept.digest[:16]})
    minutes = int((now - kept.at).total_seconds() // 60)
    ago = ngettext("%(n)d minute ago", "%(n)d minutes ago", minutes) % {"n": minutes}
    words = _("Map made %(ago)s from %(votes)s votes.")
    return Health(words % {"ago": ago if minutes else _("just now"), "votes": f"{kept.votes:,}"})
