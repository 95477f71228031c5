"""What somebody raises from outside, with a receipt; and how a problem is closed."""

from ..models import Matter
from . import telling


def closed(matter: Matter, *, by) -> None:
    """Whoever raised it hears the reason, which is public."""
    telling.moved(matter, "close", by=by)


EFFECTS = {("problem", "close"): closed}
