"""The sample of supervision: made once, by the real actions, and marked."""

import pytest

from xieshang.demo.people import open_logins
from xieshang.demo.supervising import TITLE, supervise_sample
from xieshang.matters.actions import load_rules
from xieshang.people.actions import load_body, system
from xieshang.people.models import Committee
from xieshang.supervision.models import Advice, Finding, Shot, Supervision, Visit

pytestmark = pytest.mark.django_db


def test_the_sample_is_made_once():
    load_body(by=system())
    load_rules(Committee.objects.get(pk=450000), by=system())
    open_logins()
    assert (supervise_sample(), supervise_sample()) == (1, 0)
    made = Supervision.objects.get(title=TITLE)
    counts = [each.objects.count() for each in (Visit, Shot, Finding, Advice)]
    assert (made.status, counts) == ("visiting", [2, 2, 2, 1])
    assert {each.came: each.matter is not None for each in Finding.objects.all()} == {
        "": True, "done": False,
    }  # fmt: skip
    assert all("示例" in str(each) for each in (made, *Advice.objects.all(), *Visit.objects.all()))
