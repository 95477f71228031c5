"""The assignment meeting: many matters, their units chosen in one table."""

import pytest
from django.urls import reverse

from xieshang.matters.models import Assignment, Matter

pytestmark = pytest.mark.django_db


def table(browser, **said):
    return browser.post(reverse("desk:assigning"), said)


def test_the_table_begins_with_what_was_suggested(at_desk, clerk, filed, unit):
    filed("甲"), filed("乙")
    page = at_desk(clerk).get(reverse("desk:assigning"))
    assert [(line.matter.title, line.lead) for line in page.context["lines"]] == [
        ("甲", str(unit.pk)),
        ("乙", str(unit.pk)),
    ]


def test_it_is_looked_over_and_then_done(
    at_desk, clerk, filed, given, unit, second_unit, third_unit
):
    one, other, empty, done = filed("甲"), filed("乙"), filed("丙"), given("丁")[0].matter
    browser = at_desk(clerk)
    said = {
        "pick": [one.pk, other.pk, empty.pk, done.pk],
        f"lead-{one.pk}": unit.pk,
        f"others-{one.pk}": [second_unit.pk],
        f"lead-{other.pk}": unit.pk,
        f"others-{other.pk}": [third_unit.pk],
        f"apart-{other.pk}": "on",
        f"lead-{empty.pk}": "",
    }
    page = table(browser, act="look", **said)
    assert [line.matter for line in page.context["ready"]] == [one, other]
    assert [(line.matter, line.reason) for line in page.context["stay"]] == [
        (done, "“办理中”状态下不能这样办")
    ]
    assert not Assignment.objects.filter(matter__in=[one, other]).exists()
    answer = browser.post(reverse("desk:assigning"), {"act": "assign", **said}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == [
        "4件中已交办2件。",
        f"{empty.short} 丙: 没有选择承办单位",
        f"{done.short} 丁: “办理中”状态下不能这样办",
    ]
    parts = Assignment.objects.filter(matter__in=[one, other])
    assert {(part.matter, part.unit, part.part) for part in parts} == {
        (one, unit, "lead"),
        (one, second_unit, "joint"),
        (other, unit, "separate"),
        (other, third_unit, "separate"),
    }
    table(browser, act="assign", **said)  # once more changes nothing
    assert Assignment.objects.count() == 6
    assert Matter.objects.get(pk=empty.pk).status == "filed"


def test_a_unit_of_another_city_cannot_be_chosen(at_desk, clerk, filed, unit, sister):
    matter = filed()
    unit.committee = sister
    unit.save()
    page = table(at_desk(clerk), act="look", pick=matter.pk, **{f"lead-{matter.pk}": unit.pk})
    (line,) = page.context["lines"]
    assert line.reason and not page.context["ready"]


def test_only_its_office_assigns(at_desk, author, filed, unit):
    matter = filed()
    said = {"act": "assign", "pick": matter.pk, f"lead-{matter.pk}": unit.pk}
    answer = at_desk(author).post(reverse("desk:assigning"), said, follow=True)
    assert str(list(answer.context["messages"])[1]).endswith("只有柳州市政协办公室可以办")
    assert Matter.objects.get().status == "filed"
