"""What a ledger's field may hold, its record can hold."""

import pytest

from xieshang.activities.models import Activity, Programme, Project, Venue
from xieshang.ledgers.understanding.kinds import KINDS
from xieshang.matters.models import Matter

MODELS = {
    "study": Activity,
    "consultation": Activity,
    "problem": Matter,
    "suggestion": Matter,
    "proposal": Matter,
    "project": Project,
    "venue": Venue,
    "brand": Programme,
}
CALLED = {  # a field of a ledger → what its record calls it, where that is another word
    "number": "ledger_number",
    "county": "area",
    "verdict": "opinion",
    "type": "form",
    "answer": "opinion",
}
STEPS = ("status", "outcome", "progress")  # become the note of a step, which holds any text
NAMED = {"project": "name", "venue": "name", "brand": "name"}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_text_fits(kind):
    columns = {field.name: field for field in MODELS[kind]._meta.concrete_fields}
    for field in KINDS[kind].fields:
        name = NAMED.get(kind, "title") if field.name == "title" else field.name
        column = columns.get(name) or columns.get(CALLED.get(name))
        longest = getattr(column, "max_length", None)
        if longest and field.reads in ("text", "choice") and field.name not in STEPS:
            assert field.longest <= longest, (kind, field.name)
