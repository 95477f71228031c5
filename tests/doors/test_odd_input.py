"""Whatever is sent to whatever address, the answer is one of those the house knows."""

from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .asking import asked, browser_of
from .table import DOORS

pytestmark = pytest.mark.django_db

WORDS = [
    "\x00", "-1", "0", "9" * 400, "1e999", "NaN", "2023-02-30", "0000-00-00", "9999-12-31", "１２",
    "\u202e", "'; --", "%", "\\", "{{7*7}}", "on", "450200", "study", "late",
]  # fmt: skip
ODD = st.one_of(st.sampled_from(WORDS), st.text(max_size=80))
ADDRESSES = [
    name for name in DOORS if name not in ("account_login", "account_reauthenticate")
]  # these count wrong passwords
FIELDS = [
    "q", "kind", "form", "committee", "own", "since", "until", "state", "waiting", "unit", "mine",
    "programme", "sort", "after", "before", "export", "pick", "verb", "note", "move", "year",
    "look", "subject", "actor", "list", "name", "query", "title", "day", "attendances", "session",
    "partners", "office", "strict", "act", "sheet-0", "kind-0", "heading-0-0", "field-0-0",
    "unit-0", "decision", "from", "to", "text", "next", "language", "size", "theme",
]  # fmt: skip
KNOWN = {200, 204, 302, 400, 403, 404, 405, 409, 410, 422, 429}


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(said=st.dictionaries(st.sampled_from(FIELDS), ODD, max_size=6), data=st.data())
def test_nothing_that_is_sent_breaks_a_page(said, data, people, records):
    name = data.draw(st.sampled_from(ADDRESSES))
    method = data.draw(st.sampled_from(["get", "post"]))
    address = reverse(name, args=[records[arg] for arg in DOORS[name].args])
    query = urlencode(said, errors="surrogatepass")
    browser = browser_of(people["officer"])
    if method == "get":
        answer = asked(browser, "get", f"{address}?{query}", {})
    else:
        kind = "application/x-www-form-urlencoded"
        with transaction.atomic():
            answer = browser.post(address, query, content_type=kind)
            transaction.set_rollback(True)
    assert answer.status_code in KNOWN
