"""The units that a matter was given to, as its page shows them."""

from collections.abc import Mapping

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Reply

from .assignments import state_of


def assigned(seen) -> Mapping[str, object] | None:
    """Each unit with its part, where it stands, until when, and its reply to those who may read it.

    `opens`: which of the assignments have a page for this person.
    """
    parts = list(seen.matter.assignments.all())
    if not parts:
        return None
    of_matter = {"assignment__matter": seen.matter}
    rows = Reply.objects.visible_to(seen.person).signed().filter(**of_matter)
    replies = {each.assignment_id: each for each in rows.select_related("answer_class")}
    return {
        "lines": [(part, state_of(part), replies.get(part.pk)) for part in parts],
        "opens": seen.inside and seen.roles != {Role.ASKED},
    }
