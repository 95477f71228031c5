"""On the page of a matter: whether the public reads it, and the way to where that is decided."""

from collections.abc import Mapping

from ..seen import Seen
from .preview import OPEN_TO


def opens(seen: Seen) -> Mapping[str, object] | None:
    """Nothing while it is neither public nor so far that it may become so."""
    if not (seen.matter.published_on or seen.may("consent")):
        return None
    return {"opens": bool(seen.roles & OPEN_TO)}
