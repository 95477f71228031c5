"""The three checks of a proposal, for the office that reviews it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Check

from ..seen import Seen

ABOUT = {
    "qualification": _("May they propose here? Is it signed as it must be?"),
    "content": _("One matter, with what is so, why, and what should be done?"),
    "form": _("Title, length, seal of an organisation, files?"),
}


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect and the newest check of it since the proposal was handed in."""

    name: str
    label: str
    about: str
    check: Check | None


def review(seen: Seen) -> Mapping[str, object] | None:
    """The aspects one by one, with what was found of each."""
    if Role.OFFICE not in seen.roles or not seen.may("check"):
        return None
    handed_in = [step.at for step in seen.matter.steps.all() if step.went_to == "submitted"]
    rows = seen.matter.checks.select_related("by").filter(at__gte=handed_in[-1])
    newest = {check.aspect: check for check in rows}
    aspects = [Aspect(a, label, ABOUT[a], newest.get(a)) for a, label in Check.Aspect.choices]
    passed = sum(bool(each.check and each.check.passed) for each in aspects)
    return {"aspects": aspects, "passed": passed}
