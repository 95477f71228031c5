"""Publishing: three consents, a preview that masks, and taking back with a reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from xieshang.evidence.actions import keep_file
from xieshang.matters.actions import consent, distinguish, rate
from xieshang.matters.models import Attachment, Publication

from .conftest import page, parts_of, to

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(replied, clerk, unit):
    """Office and unit agree; the author's wish was their consent."""
    consent(replied, side="office", agreed=True, by=clerk)
    consent(replied, side="unit", agreed=True, by=unit.clerks.get())
    return replied


def sent(**more):
    return {
        "name": "publish",
        "title": "加装路灯",
        "text": "两盏路灯不亮",
        "reply": "已更换",
        **more,
    }


def test_each_side_speaks_for_itself_and_the_office_sees_who_and_when(
    at_desk, clerk, unit, author, replied
):
    office, answering = at_desk(clerk), at_desk(unit.clerks.get())
    acting = office.get(to("publication", replied)).context["acting"]
    publish = next(offer for offer in acting.offers if offer.name == "publish")
    assert "承办单位" in publish.hindrance
    for browser in (office, answering):
        form = browser.get(to("publication", replied) + "?deed=consent").context["acting"].form
        said = {"name": "consent", "side": form["side"].initial, "agreed": "yes"}
        assert browser.post(to("publication", replied), said).status_code == 302
    told = office.get(to("publication", replied)).context["consents"]
    assert [(side.value, each.agreed, each.by) for side, each in told.items()] == [
        ("author", True, author), ("office", True, clerk), ("unit", True, unit.clerks.get()),
    ]  # fmt: skip


def test_nobody_speaks_for_another_side_and_no_needs_its_reason(at_desk, author, replied):
    browser = at_desk(author)
    other = {"name": "consent", "side": "office", "agreed": "yes"}
    assert browser.post(to("publication", replied), other).status_code == 422
    no = browser.post(to("publication", replied), other | {"side": "author", "agreed": "no"})
    assert (no.status_code, list(no.context["acting"].form.errors)) == (422, ["note"])


def test_without_three_consents_nothing_is_published(at_desk, clerk, replied):
    answer = at_desk(clerk).post(to("publication", replied), sent())
    assert (answer.status_code, Publication.objects.count()) == (409, 0)


def test_the_preview_masks_and_shows_each_place(at_desk, clerk, agreed):
    acting = at_desk(clerk).get(to("publication", agreed) + "?deed=publish").context["acting"]
    fields = {field.name: field for field in acting.dress["fields"]}
    assert acting.form["reply"].value() == "水利局（B类）\n已更换，联系电话0772-*******"
    assert [p.before for p in fields["reply"].pieces if not p.same] == ["2834567"]
    assert (fields["text"].changed, fields["reply"].left) == (0, [])


def test_what_is_written_back_is_warned_of_before_it_is_published(at_desk, clerk, agreed):
    said = sent(look="1", text="请找王小明，电话13812345678")
    looked = at_desk(clerk).post(to("publication", agreed), said)
    fields = {field.name: field for field in looked.context["acting"].dress["fields"]}
    assert (looked.status_code, Publication.objects.count()) == (200, 0)
    assert ("13812345678", "手机号") in fields["text"].left


def test_it_is_published_and_read_and_taken_back_with_a_reason(at_desk, client, clerk, agreed):
    browser = at_desk(clerk)
    assert browser.post(to("publication", agreed), sent()).status_code == 302
    public = client.get(f"/matters/{agreed.pk}/").content.decode()
    assert ("两盏路灯不亮" in public, "委员0" in public, "unit-clerk" in public) == (
        True,
        False,
        False,
    )
    assert parts_of(browser.get(page(agreed)))["public"] == {"opens": True}
    silent = browser.post(to("publication", agreed), {"name": "unpublish"})
    assert silent.status_code == 422
    browser.post(to("publication", agreed), {"name": "unpublish", "why": "内容有误"})
    gone = client.get(f"/matters/{agreed.pk}/")
    assert (gone.status_code, "内容有误" in gone.content.decode()) == (410, True)


def test_who_reads_it_as_the_public_does_sees_no_more_at_the_desk(at_desk, clerk, stranger, agreed):
    at_desk(clerk).post(to("publication", agreed), sent(title="加装路*", text="遮盖后的内容"))
    response = at_desk(stranger).get(page(agreed))
    assert list(parts_of(response)) == ["published", "history"]
    said = response.content.decode()
    assert ("加装路*" in said, "遮盖后的内容" in said) == (True, True)
    for secret in ("加装路灯", "线路老化", "委员0", "委员1"):
        assert secret not in said
    assert at_desk(stranger).get(to("publication", agreed)).status_code == 403


def test_the_files_of_what_is_public_are_not_public_with_it(
    at_desk, clerk, author, stranger, agreed, city
):
    file, _new = keep_file([b"with names"], "名单.xlsx", committee=city, by=author)
    beside = Attachment.objects.create(matter=agreed, file=file, use="attached", by=author)
    at_desk(clerk).post(to("publication", agreed), sent())
    mine = at_desk(author).get(to("attachment", beside))
    assert b"".join(mine.streaming_content) == b"with names"
    assert at_desk(stranger).get(to("attachment", beside)).status_code == 404


def test_a_new_publication_takes_the_place_of_the_old(at_desk, clerk, agreed):
    browser = at_desk(clerk)
    for text in ("第一稿", "第二稿"):
        browser.post(to("publication", agreed), sent(text=text))
    assert [p.text for p in Publication.objects.standing()] == ["第二稿"]
    told = browser.get(to("publication", agreed)).context["publications"]
    assert [bool(each.ended_at) for each in told] == [False, True]


def test_the_page_of_a_matter_costs_little(at_desk, clerk, author, agreed, filed_of, members):
    """With signatures, a reply, ratings and a distinction; and the same with more of each."""
    distinguish(agreed, kind="key", why="关系民生", by=clerk)
    browser = at_desk(clerk)
    browser.get(page(agreed))
    with CaptureQueriesContext(connection) as caught:
        browser.get(page(agreed))
    assert len(caught) <= 15
    rate(agreed, by=author, process="satisfied", result="satisfied", contact="visited")
    distinguish(agreed, kind="excellent", why="调研深入", by=clerk)
    with CaptureQueriesContext(connection) as again:
        browser.get(page(agreed))
    assert len(again) == len(caught)
