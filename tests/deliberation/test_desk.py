"""Looking after a deliberation at the desk: prepared, carded, led to a result and to matters."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from xieshang.deliberation.actions import hand_on, joined, make_map, take, vote
from xieshang.deliberation.models import Deliberation, Vote
from xieshang.matters.models import Matter
from xieshang.notices.models import Notice

from .conftest import address

pytestmark = pytest.mark.django_db


def test_the_desk_leads_it_to_a_result_a_document_and_a_matter(camps, clerk, client):
    client.force_login(clerk)
    desk = f"/desk/deliberations/{camps.pk}/"
    assert client.post(f"{desk}steps/", {"verb": "discuss"}).status_code == 302
    early = client.post(f"{desk}steps/", {"verb": "result"})
    assert (early.status_code, Deliberation.objects.get().status) == (409, "discussing")
    make_map(Deliberation.objects.get())
    assert client.post(f"{desk}steps/", {"verb": "result"}).status_code == 302
    last = camps.statements.last()
    content = b"".join(client.get(f"{desk}report/").streaming_content)
    document = Document(io.BytesIO(content))
    shared = document.tables[0]
    assert [cell.text for cell in shared.rows[1].cells][:2] == ["9", last.text]
    body = {"statement": last.pk, "kind": "problem", "committee": 450200}
    made = client.post(f"{desk}outcomes/", body)
    matter = Matter.objects.get(weighed_in__deliberation=camps)
    assert (made.url, matter.title) == (f"/desk/matters/{matter.pk}/", last.text)
    result = Client().get(address(camps, "result/"))
    assert [each.matter for each in result.context["outcomes"]] == [matter]


def test_a_card_is_typed_once_with_its_scan(weighed, clerk, client):
    deliberation = weighed()
    client.force_login(clerk)
    place = f"/desk/deliberations/{deliberation.pk}/card/"
    first, second, _third = deliberation.statements.all()

    def send():
        scan = SimpleUploadedFile("卡片.pdf", b"%PDF-1.7 card", "application/pdf")
        body = {"scan": scan, f"s{first.pk}": "1", f"s{second.pk}": "-1"}
        return client.post(place, body).status_code

    assert [send(), send()] == [302, 422]
    votes = Vote.objects.order_by("statement__number").values_list("value", "participant__way")
    assert list(votes) == [(1, "paper"), (-1, "paper")]


def test_the_form_prepares_one_with_partners(sister, clerk, client, city):
    client.force_login(clerk)
    body = {
        "committee": city.pk, "title": "（示例）河道", "question": "怎样护河？", "about": "共用。",
        "seeds": "（示例）统一巡查。\n\n（示例）统一巡查。\n（示例）设联系人。", "who": "anyone",
        "closes_at": "2027-01-01T12:00", "partners": [sister.pk], "first_looked_at": "on",
    }  # fmt: skip
    sent = client.post("/desk/deliberations/new/", body)
    begun = Deliberation.objects.get()
    assert sent.url == f"/desk/deliberations/{begun.pk}/"
    assert [(o.committee, o.lead) for o in begun.owners.all()] == [(city, True), (sister, False)]
    assert [s.text for s in begun.statements.all()] == ["（示例）统一巡查。", "（示例）设联系人。"]
    again = client.post("/desk/deliberations/new/", body | {"closes_at": "2020-01-01T12:00"})
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["closes_at"])


def test_the_list_is_narrowed_by_committee_state_and_words(weighed, clerk, client, sister):
    weighed()
    client.force_login(clerk)
    query = "committee=450200&state=weighing&q=接受"
    for asked, many in ((query, 1), ("committee=451100", 0), ("state=ended", 0), ("q=无", 0)):
        assert len(client.get(f"/desk/deliberations/?{asked}").context["lines"]) == many
    assert client.get(f"/desk/deliberations/?{query}&export=csv").status_code == 200


def test_who_wishes_is_told_of_the_result_and_what_came_of_it(camps, clerk, member, stranger):
    for person, wish in ((member, "on"), (stranger, "")):
        browser = Client()
        browser.force_login(person)
        vote(joined(camps, person=person), camps.statements.first().pk, 1)
        browser.post(address(camps, "mine/about/"), {"wants_news": wish} if wish else {})
    take(camps, "discuss", by=clerk)
    make_map(Deliberation.objects.get())
    camps = Deliberation.objects.get()
    take(camps, "result", by=clerk)
    hand_on(camps.statements.last(), "problem", by=clerk, committee=camps.lead)
    told = Notice.objects.filter(about__startswith="deliberation.").values_list("person", "kind")
    assert sorted(told) == [(member.pk, "weighed-matter"), (member.pk, "weighed-result")]
