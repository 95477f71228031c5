"""Similar earlier matters are found at once, through the door of whoever asks."""

from xieshang.matters.actions import Words, draft, take
from xieshang.matters.alike import build_alike, like_text, like_title, near_duplicates, path
from xieshang.matters.models import Matter

LIFT = "小区六层楼没有电梯，老人上下楼困难，居民愿意分摊费用加装电梯，请协调管线迁改并简化审批。"
ROAD = "学校门口的斑马线磨损严重，早晚高峰车辆多，接送孩子不安全，建议重新施划并增设信号灯。"


def handed_in(title, text, author, city):
    matter = draft("proposal", Words(title, text, "", "请研究办理。"), by=author, committee=city)
    take(matter, "submit", by=author)
    return matter


def test_a_title_finds_what_was_handed_in_before_and_after_the_index_was_built(
    rules, author, clerk, stranger, city
):
    old = handed_in("为老旧小区加装电梯", LIFT, author, city)
    seen = Matter.objects.visible_to(clerk)
    assert [matter for matter, _share in like_title("老旧小区加装电梯", seen)] == [old]
    assert build_alike() == 1
    new = handed_in("老旧小区加装电梯的建议", LIFT, author, city)
    road = handed_in("校门口斑马线", ROAD, author, city)
    found = like_title("老旧小区加装电梯", seen)
    assert {matter for matter, _share in found} == {old, new}
    assert [m for m, _share in like_text(f"校门口斑马线\n{ROAD}请研究办理。", seen)] == [road]
    assert like_title("老旧小区加装电梯", Matter.objects.visible_to(stranger)) == []


def test_drafts_are_their_authors_own(rules, author, clerk, city):
    draft("proposal", Words("为老旧小区加装电梯", LIFT), by=author, committee=city)
    assert build_alike() == 0
    assert like_title("老旧小区加装电梯", Matter.objects.all()) == []


def test_a_spoilt_index_is_passed_over_until_it_is_built_again(rules, author, clerk, city):
    old = handed_in("为老旧小区加装电梯", LIFT, author, city)
    build_alike()
    path().write_bytes(b"spoilt")
    found = like_title("老旧小区加装电梯", Matter.objects.visible_to(clerk))
    assert [matter for matter, _share in found] == [old]


def test_near_duplicates_stand_together(rules, author, clerk, city):
    one = handed_in("加装电梯", LIFT, author, city)
    other = handed_in("加装电梯。", LIFT + "盼复。", author, city)
    handed_in("校门口斑马线", ROAD, author, city)
    (group,) = near_duplicates(Matter.objects.visible_to(clerk))
    assert group.keys == (one.pk, other.pk)


def test_the_pages_show_them(client, rules, author, clerk, city):
    old = handed_in("为老旧小区加装电梯", LIFT, author, city)
    handed_in("为老旧小区加装电梯", LIFT, author, city)
    client.force_login(clerk)
    page = client.get("/desk/matters/similar/", {"title": "老旧小区加装电梯"}).content.decode()
    assert f"/desk/matters/{old.pk}/" in page
    assert f'value="{old.pk}"' in client.get("/desk/matters/alike/").content.decode()
