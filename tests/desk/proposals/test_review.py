"""What the office does with a proposal that was handed in."""

import pytest

from xieshang.matters.actions import check, take
from xieshang.matters.models import Category, Ground, Matter

from .conftest import page, parts_of, to

pytestmark = pytest.mark.django_db


def checked(aspect, passed, note=""):
    return {"name": "check", "aspect": aspect, "passed": passed, "note": note}


def test_three_checks_stand_beside_the_text_and_open_the_way_to_the_file(at_desk, clerk, submitted):
    browser = at_desk(clerk)
    for aspect in ("qualification", "content"):
        browser.post(to("deeds", submitted), checked(aspect, "yes"))
    response = browser.get(page(submitted))
    review = parts_of(response)["review"]
    assert [(a.name, bool(a.check)) for a in review["aspects"]] == [
        ("qualification", True), ("content", True), ("form", False),
    ]  # fmt: skip
    (file,) = (each for each in response.context["acting"].moves if each.name == "file")
    assert file.hindrance
    browser.post(to("deeds", submitted), checked("form", "yes"))
    (file,) = (o for o in browser.get(page(submitted)).context["acting"].moves if o.name == "file")
    assert (file.hindrance, file.onward) == ("", True)


def test_what_fails_needs_its_reason_and_the_newest_check_counts(at_desk, clerk, submitted):
    browser = at_desk(clerk)
    wrong = browser.post(to("deeds", submitted), checked("content", "no"))
    assert (wrong.status_code, list(wrong.context["acting"].form.errors)) == (422, ["note"])
    browser.post(to("deeds", submitted), checked("content", "no", "没有建议"))
    browser.post(to("deeds", submitted), checked("content", "yes"))
    review = parts_of(browser.get(page(submitted)))["review"]
    assert [bool(a.check and a.check.passed) for a in review["aspects"]] == [False, True, False]


def test_a_text_that_came_back_is_checked_anew(at_desk, clerk, author, submitted):
    check(submitted, aspect="form", passed=True, by=clerk)
    take(submitted, "return", by=clerk, note="请补充建议")
    assert "请补充建议" in at_desk(author).get(page(submitted)).content.decode()
    take(submitted, "submit", by=author)
    assert parts_of(at_desk(clerk).get(page(submitted)))["review"]["passed"] == 0


def test_filing_gives_a_number_categories_and_the_unit_the_author_thought_of(
    at_desk, clerk, draft_of, author, unit, city
):
    matter = draft_of(author, unit=unit)
    take(matter, "submit", by=author)
    for aspect in ("qualification", "content", "form"):
        check(matter, aspect=aspect, passed=True, by=clerk)
    browser = at_desk(clerk)
    asked = browser.get(page(matter, "?move=file")).context["acting"]
    assert (asked.form.initial, asked.told) == ({"units": [unit.pk]}, 1)
    category = Category.objects.filter(use="reporting").of(city)[1]
    said = {"verb": "file", "category": category.pk, "units": [unit.pk], "after": asked.after}
    answer = browser.post(to("steps", matter), said)
    matter.refresh_from_db()
    assert (answer.status_code, matter.number, matter.category) == (302, 1, category)
    facts = dict(parts_of(browser.get(page(matter)))["filed"]["facts"])
    assert (facts["类别"], facts["建议承办单位"]) == (category.name, "水利局")


def test_not_filing_names_one_of_the_grounds_of_the_place(at_desk, clerk, author, city, submitted):
    ground = Ground.objects.of(city)[0]
    said = {"verb": "refuse", "ground": ground.pk, "note": "见依据"}
    assert at_desk(clerk).post(to("steps", submitted), said).status_code == 302
    facts = dict(parts_of(at_desk(author).get(page(submitted)))["filed"]["facts"])
    assert facts["不予立案理由"] == ground.words


def test_a_conversion_is_offered_and_the_author_agrees(at_desk, clerk, author, submitted):
    at_desk(clerk).post(to("steps", submitted), {"verb": "offer", "note": "更适合反映情况"})
    assert at_desk(clerk).post(to("steps", submitted), {"verb": "agree"}).status_code == 403
    at_desk(author).post(to("steps", submitted), {"verb": "agree"})
    report = Matter.objects.get(came_from=submitted)
    assert (report.status, report.raised_by) == ("draft", author)
    led_to = dict(parts_of(at_desk(author).get(page(submitted)))["filed"]["led_to"])
    assert led_to == {page(report): report.short}


def test_no_one_but_the_office_sees_the_checks(at_desk, author, submitted):
    assert "review" not in parts_of(at_desk(author).get(page(submitted)))


def test_whom_a_filed_proposal_does_not_concern_reads_nothing_of_it(
    at_desk, stranger, sister, seated, filed
):
    for person in (stranger, seated("sister", sister, "clerk")):
        assert at_desk(person).get(page(filed)).status_code == 404
        assert at_desk(person).get(to("publication", filed)).status_code == 404


@pytest.mark.parametrize("kind", ["docx"])
def test_the_form_is_kept_as_a_document(kind, at_desk, author, filed):
    answer = at_desk(author).get(f"/desk/matters/{filed.pk}/form/{kind}/")
    assert (answer.status_code, answer.content[:2]) == (200, b"PK")
    assert at_desk(author).get(f"/desk/matters/{filed.pk}/form/exe/").status_code == 404
