"""What must be true of a supervision before some of its moves; in words where it is not."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _


def plan_is_whole(supervision) -> str:
    if supervision.plan and supervision.team.exists() and supervision.checks.exists():
        return ""
    return _("The plan is not whole yet: it needs its words, a team, and what is looked at.")


def was_visited(supervision) -> str:
    return "" if supervision.visits.exists() else _("Nobody has written down a visit yet.")


def findings_are_settled(supervision) -> str:
    """Each was looked at again, and is put right or has a matter that goes on with it."""
    if supervision.findings.unsettled().exists():
        return _("Some findings are neither put right nor carried on by a matter.")
    return ""


OF_SUPERVISION: Mapping[str, Callable[..., str]] = {
    "plan-is-whole": plan_is_whole,
    "was-visited": was_visited,
    "findings-are-settled": findings_are_settled,
}
