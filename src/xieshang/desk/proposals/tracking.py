"""What came of a proposal later, and how it was distinguished."""

from collections.abc import Mapping

from xieshang.matters.forms import FORMS
from xieshang.matters.lifecycles import OUTCOMES

from ..seen import Seen

AFTER = ("tracked", "archived")


def look_backs(seen: Seen) -> Mapping[str, object] | None:
    """The first result and what each look-back found, apart."""
    matter = seen.matter
    if not (matter.has_look_backs or matter.status in AFTER):
        return None
    rows = list(matter.look_backs.select_related("by"))
    if not rows and not matter.outcome:
        return None
    steps = list(matter.steps.all())
    first = next((step for step in reversed(steps) if step.verb == "answered"), None)
    return {"first": OUTCOMES.get(matter.outcome, ""), "on": first and first.day, "rows": rows}


def distinctions(seen: Seen) -> Mapping[str, object] | None:
    """Key, supervised, excellent: who said so, when and why; and what was taken back."""
    if not seen.matter.has_distinctions:
        return None
    rows = list(seen.matter.distinctions.select_related("by"))
    form = FORMS["end-distinction"]
    return {"rows": rows, "form": form() if seen.may("distinguish") else None}
