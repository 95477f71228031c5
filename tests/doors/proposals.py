"""Proposals on their way, of which no role of the table but a clerk is the author."""

from xieshang.matters.actions import (
    Wishes,
    Words,
    attach,
    begin_proposal,
    check,
    distinguish,
    load_rules,
    propose_merger,
    take,
)
from xieshang.matters.models import Category


def proposals(region, city, clerk, officer, secret: str) -> dict[str, int]:
    """A draft, two filed ones that may be merged, their files: the key of each by its name."""
    load_rules(region, by=officer)
    draft = begun(city, clerk, secret)
    first, second = (filed(begun(city, clerk, secret), clerk) for _each in range(2))
    merger = propose_merger(first, second, by=clerk)
    return {
        "draft": draft.pk,
        "draft_file": attach(draft, [b"draft"], f"{secret}.pdf", by=clerk).pk,
        "proposal": first.pk,
        "proposal_file": first.attachments.get().pk,
        "merger": merger.pk,
        "distinction": distinguish(first, kind="key", why=secret, by=clerk).pk,
        "docx": "docx",
    }


def begun(city, clerk, secret: str):
    """The draft of an organisation, for which its office writes."""
    words = Words(secret, secret, secret, secret)
    return begin_proposal(words, Wishes(), by=clerk, committee=city, organisation=secret)


def filed(matter, clerk):
    attach(matter, [str(matter.pk).encode()], "附件.pdf", by=clerk)
    take(matter, "submit", by=clerk)
    for aspect in ("qualification", "content", "form"):
        check(matter, aspect=aspect, passed=True, by=clerk)
    category = Category.objects.of(matter.committee)[0]
    take(matter, "file", by=clerk, category=category, working=None, units=[])
    return matter
