"""Raising something in three pages: what is asked, what comes back, what is written once."""

import pytest
from django.test import Client

from xieshang.audit.models import Entry
from xieshang.evidence.models import File
from xieshang.matters.actions.voicing_receipt import code_of, receipt_for
from xieshang.matters.models import Category, Matter, Photo
from xieshang.people.actions import resident

pytestmark = pytest.mark.django_db


def here(said):
    return {name: said[name] for name in ("place", "area", "category")}


def test_the_first_page_asks_where_and_what_about(client, said, county, category):
    page = client.get("/raise/")
    assert page.status_code == 200
    text = page.content.decode()
    assert '<optgroup label="柳州市">' in text
    assert category.name in text
    on = client.get("/raise/", here(said))
    assert (on.status_code, on.headers["Location"].split("?")[0]) == (302, "/raise/say/")
    assert client.get(on.headers["Location"]).status_code == 200


def test_a_place_in_the_address_is_chosen_already_as_on_a_poster(client, county, said):
    page = client.get("/raise/", {"place": county.pk})
    assert page.status_code == 200
    assert f'<option value="{county.pk}" selected>' in page.content.decode()


def test_a_category_that_stops_ends_it_with_its_answer(client, said):
    stop = Category.objects.public().exclude(stop="").first()
    page = client.get("/raise/", here(said) | {"category": stop.pk})
    assert page.status_code == 200
    assert stop.stop in page.content.decode()
    sent = client.post("/raise/send/", said | {"category": stop.pk})
    assert (sent.status_code, Matter.objects.exists()) == (302, False)


def test_a_category_with_a_notice_shows_it(client, said):
    told = Category.objects.public().exclude(notice="").first()
    page = client.get("/raise/say/", here(said) | {"category": told.pk})
    assert told.notice in page.content.decode()


def test_a_place_with_categories_of_its_own_offers_those(client, county, said):
    own = Category.objects.create(committee=county, use="public", name="码头")
    page = client.get("/raise/", here(said))
    assert (page.status_code, "码头" in page.content.decode()) == (422, True)
    assert client.get("/raise/", here(said) | {"category": own.pk}).status_code == 302


def test_what_was_said_comes_back_to_be_looked_over(client, said, photo):
    page = client.post("/raise/say/", here(said) | {"text": said["text"], "photos": [photo()]})
    text = page.content.decode()
    assert (page.status_code, page.context["step"]) == (200, 3)
    assert said["text"] in text
    assert "data:image/jpeg;base64," in text
    assert not Matter.objects.exists()
    assert not File.objects.exists()


def test_what_is_sent_is_kept_once_and_the_receipt_follows(client, said, county):
    answers = [client.post("/raise/send/", said) for _twice in range(2)]
    assert [a.headers["Location"] for a in answers] == ["/raise/receipt/"] * 2
    matter = Matter.objects.get()
    assert (matter.committee, matter.area, matter.raised_by) == (county, "示例小区三栋", None)
    assert matter.receipt.shown is True
    assert matter.texts.get().situation == said["text"]
    assert {e.actor for e in Entry.objects.about(matter)} == {resident()}
    page = client.get("/raise/receipt/").content.decode()
    code = code_of(said["key"])
    assert matter.short in page
    assert code in page
    assert receipt_for(matter.short, code) == matter.receipt
    assert client.get(f"/follow/M{matter.pk}/").status_code == 200


def test_the_receipt_is_shown_to_this_browser_alone(client, said):
    client.post("/raise/send/", said)
    assert client.get("/raise/receipt/").headers["Cache-Control"].count("no-store") == 1
    assert Client().get("/raise/receipt/").headers["Location"] == "/follow/"
    assert code_of(said["key"]) not in str(client.get("/raise/receipt/").request)


def test_the_same_form_with_other_words_is_not_taken(client, said):
    client.post("/raise/send/", said)
    again = client.post("/raise/send/", said | {"text": f"{said['text']}再说一句。"})
    assert (again.status_code, Matter.objects.count()) == (422, 1)


def test_pictures_go_along_without_what_the_camera_wrote(client, said, photo):
    photos = [photo("red"), photo("blue")]
    page = client.post("/raise/say/", said | {"photos": photos})
    client.post("/raise/send/", said | {"held": page.context["held"]})
    kept = [each.file.path.read_bytes() for each in Photo.objects.all()]
    assert [b"Example camera" in each for each in kept] == [False, False]
    assert b"Example camera" in photo().getvalue()


def test_a_picture_is_left_out_and_another_put_in(client, said, photo):
    first = client.post("/raise/say/", said | {"photos": [photo("red"), photo("blue")]})
    back = client.post("/raise/say/", said | {"held": first.context["held"], "back": "1"})
    assert len(back.context["pictures"]) == 2
    again = said | {"held": back.context["held"], "drop": "0", "photos": [photo("green")]}
    second = client.post("/raise/say/", again)
    assert len(second.context["pictures"]) == 2
    assert second.context["pictures"][0] == first.context["pictures"][1]


def test_six_pictures_are_too_many_and_a_text_is_none(client, said, photo):
    six = client.post("/raise/say/", said | {"photos": [photo() for _n in range(6)]})
    assert (six.status_code, list(six.context["form"].errors)) == (422, ["photos"])
    odd = photo()
    odd.seek(0)
    odd.truncate()
    odd.write(b"no picture")
    odd.seek(0)
    none = client.post("/raise/say/", said | {"photos": [odd]})
    assert (none.status_code, list(none.context["form"].errors)) == (422, ["photos"])


def test_what_is_open_already_is_offered_before_anything_is_sent(client, said, public, closed):
    twin = public("小区门口路灯坏了，老人出门看不见路")
    closed(public("小区门口路灯坏了，老人出门看不见路", key="key-of-a-closed-one"))
    page = client.post("/raise/say/", said)
    assert [line[0] for line in page.context["similar"]] == [twin]
    other = said | {"text": "菜市场污水横流，摊位占道经营，希望整治。"}
    assert client.post("/raise/say/", other).context["similar"] == []


def test_what_is_not_public_is_offered_to_nobody(client, said, raised):
    raised()
    assert client.post("/raise/say/", said).context["similar"] == []


def test_who_has_an_account_raises_it_as_themselves(client, said, stranger):
    client.force_login(stranger)
    client.post("/raise/send/", said)
    matter = Matter.objects.get()
    assert (matter.raised_by, matter.receipt.typed_by) == (stranger, None)
    client.cookies.pop("own", None)
    assert client.get(f"/follow/M{matter.pk}/").status_code == 200
    assert [each.pk for each in client.get("/follow/").context["mine"]] == [matter.pk]


@pytest.mark.parametrize(
    ("name", "value"),
    [("text", "太短"), ("text", "字" * 2001), ("text", "\x00" * 20), ("name", "张\u202e三"),
     ("name", "字" * 41), ("telephone", "call me"), ("email", "no address"), ("shown", ""),
     ("email", "a@example.org\nBcc: b@example.org")],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_field(client, said, name, value):
    page = client.post("/raise/send/", said | {name: value})
    assert (page.status_code, list(page.context["form"].errors)) == (422, [name])
    assert not Matter.objects.exists()


def test_a_program_that_fills_in_everything_is_refused(client, said):
    assert client.post("/raise/send/", said | {"website": "x"}).status_code == 400
    assert not Matter.objects.exists()


def test_who_raises_too_much_from_one_place_must_wait(client, said):
    for n in range(20):
        client.post("/raise/send/", said | {"key": f"{n:032}"})
    last = client.post("/raise/send/", said | {"key": "x" * 32})
    assert (last.status_code, last.headers["Retry-After"]) == (429, "3600")
    assert Matter.objects.count() == 20


def test_what_is_too_large_is_refused_unread(client, said):
    huge = client.post("/raise/send/", said | {"text": "字" * 400_000})
    assert huge.status_code == 413
    lying = client.generic("POST", "/raise/send/", b"", CONTENT_LENGTH=str(10**12))
    assert lying.status_code == 413


def test_no_step_is_taken_without_the_token_of_the_form(said):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/raise/send/", said).status_code == 403
    assert not Matter.objects.exists()
