"""What a unit has before it while it writes a reply: the suggestions, and what it wrote before."""

import re
from collections.abc import Mapping

from xieshang.matters.actions import latest_reply
from xieshang.reports.document.fill import numeral

LEADING = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[一二三四五六七八九十]是)\s*"
)
QUOTED, LONGEST = 24, 20  # signs of a suggestion in a heading; headings that are offered
AGAIN = ("answer_class", "number", "text", "contact_name", "telephone")


def suggestions(_request, assignment, form) -> Mapping[str, object]:
    """The suggestions one by one; a form that is still empty begins with a heading for each."""
    text = assignment.matter.texts.latest_of("original")
    lines = (LEADING.sub("", line).strip() for line in (text.advice if text else "").splitlines())
    found = [line for line in lines if line]
    if not form.is_bound and not form.initial:
        form.initial = begun(assignment, found)
    return {"suggestions": found}


def begun(assignment, found: list[str]) -> dict[str, object]:
    """What was handed in before and came back, or else a heading for each suggestion."""
    before = latest_reply(assignment)
    if before:
        return {name: getattr(before, name) for name in AGAIN}
    heads = [f"{numeral(n)}、关于“{short(each)}”的建议\n" for n, each in enumerate(found, 1)]
    return {"text": "\n".join(heads[:LONGEST])}


def short(suggestion: str) -> str:
    """The beginning of a suggestion, up to where a reader draws breath."""
    first = re.split(r"[，。；：！？]", suggestion)[0]
    return first if len(first) <= QUOTED else f"{first[:QUOTED]}……"
