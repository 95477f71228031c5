"""What must be true of a deliberation before some of its moves; in words where it is not."""

from collections.abc import Callable, Mapping

from django.utils import timezone
from django.utils.translation import gettext as _


def time_is_left(deliberation) -> str:
    if deliberation.closes_at > timezone.now():
        return ""
    return _("The moment at which weighing ends has passed; change the times first.")


def something_to_weigh(deliberation) -> str:
    if reason := time_is_left(deliberation):
        return reason
    if deliberation.statements.shown().exists():
        return ""
    return _("There is no statement yet that is shown.")


def has_map(deliberation) -> str:
    """The map must be of all votes: those who read it can make it again."""
    kept = getattr(deliberation, "kept_map", None)
    if kept is not None and kept.final:
        return ""
    return _("The last map is being made of all votes; this takes a minute.")


OF_DELIBERATION: Mapping[str, Callable[..., str]] = {
    "time-is-left": time_is_left,
    "something-to-weigh": something_to_weigh,
    "has-map": has_map,
}
