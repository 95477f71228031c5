"""Every address × every role × reading and sending: who gets in, and what is never written.

An address that is not in the table fails the test, so that none comes to be without a door.
"""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, get_resolver, reverse

from .asking import asked, browser_of, text_of, writes
from .conftest import SECRET
from .table import DOORS, OURS

pytestmark = [pytest.mark.django_db, pytest.mark.long]
JOINT = {  # the sister office takes part in one of the meetings, and keeps a file of its own
    "desk:board", "desk:activities", "desk:joins", "desk:join", "desk:ledgers", "desk:received",
    "desk:files", "desk:committee",
}  # fmt: skip
FLOORS = [list(DOORS)[first : first + 24] for first in range(0, len(DOORS), 24)]


def addresses(patterns, space: str = "") -> Iterator[str]:
    """The name of every address there is."""
    for each in patterns:
        if isinstance(each, URLPattern):
            yield f"{space}{each.name}"
        else:
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from addresses(each.url_patterns, inner)


def test_every_address_is_in_the_table():
    """Those for programs are walked from their own tables, in `tests/api`."""
    pages = [n for n in addresses(get_resolver().url_patterns) if not n.startswith("api:")]
    assert sorted(pages) == sorted(DOORS)


@pytest.mark.parametrize("names", FLOORS, ids=lambda names: names[0])
def test_each_role_gets_what_the_table_says(names, people, records):
    """And reading writes nothing, and no word of an office reaches whom it does not concern."""
    for name in names:
        door, got, reached = DOORS[name], {"reads": {}, "sends": {}}, set()
        address = reverse(name, args=[records[arg] for arg in door.args])
        for role, person in people.items():
            browser = browser_of(person)  # an answer may take its cookies away
            with writes() as written:
                pages = [asked(browser, "get", address, query) for query in ({}, {"export": "csv"})]
            assert written == []
            got["reads"][role] = pages[0].status_code
            if any(SECRET in text_of(page) for page in pages):
                reached.add(role)
            got["sends"][role] = asked(browser, "post", address, door.body).status_code
        assert (name, got) == (name, {"reads": door.reads, "sends": door.sends})
        if name.startswith("desk:"):
            assert (name, reached - OURS - joint(name)) == (name, set())


def joint(name: str) -> set[str]:
    """Who else is concerned where the office and its sister do something together."""
    return {"sister"} if name in JOINT else set()
