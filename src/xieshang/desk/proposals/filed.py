"""What the office wrote down when it filed a proposal, beside who proposed it and how."""

from collections.abc import Iterator, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from ..seen import Seen


def filed(seen: Seen) -> Mapping[str, object]:
    """The facts of a proposal, as far as there are any yet."""
    matter = seen.matter
    became = list(matter.led_to.all()) if matter.status == "converted" else []
    links = [(reverse("desk:matter", args=[each.pk]), each.short) for each in became]
    facts = [(label, said) for label, said in facts_of(matter) if said]
    return {"facts": facts, "led_to": links}


def facts_of(matter) -> Iterator[tuple[str, str]]:
    """Who proposed it, in which session, what it is filed under; of a led life, not a told one."""
    yield _("Proposed by"), matter.author
    if matter.organisation:
        yield _("Written by"), str(matter.raised_by or "")
    if matter.session:
        said = {"term": matter.session.term.number, "n": matter.session.number}
        yield _("Session"), _("Session %(n)d of term %(term)d, plenary") % said
    elif matter.number:
        yield _("Session"), _("Between sessions")
    yield _("Category"), str(matter.category or "")
    yield _("Working category"), str(matter.working or "")
    if matter.number and matter.status == "filed":
        yield _("Suggested units"), "、".join(unit.name for unit in matter.suggested.all())
    if matter.status == "not-filed":
        yield _("Ground"), matter.opinion
