"""Where a proposal came from: the reading note it was begun from, for those who see the note."""

from collections.abc import Mapping

from xieshang.study.models import Onward

from ..seen import Seen


def came_from(seen: Seen) -> Mapping[str, object] | None:
    """The note and its group, where there is one that this person may read."""
    rows = Onward.objects.visible_to(seen.person).filter(matter=seen.matter)
    way = rows.select_related("note__group").first()
    return {"note": way.note} if way else None
