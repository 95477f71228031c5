"""What went wrong, in plain words; and never a page that fails while telling of it."""

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/unreadable/", 400, "这个请求无法识别"),
        ("/forbidden/", 403, "您没有权限打开此页"),
        ("/nowhere/", 404, "这个网址没有内容"),
        ("/broken/", 500, "系统出错了"),
    ],
)
def test_an_error_has_a_page_of_its_own_without_the_database(gallery, path, status, title):
    answer = Client(raise_request_exception=False).get(path)
    page = answer.content.decode()
    assert answer.status_code == status
    assert f"<h1>{title}</h1>" in page
    assert "柳州市政协" in page


def test_a_page_that_was_open_too_long_says_so(gallery):
    answer = Client(enforce_csrf_checks=True).post("/manner/", {"size": "elder"})
    assert answer.status_code == 403
    assert "<h1>此页打开时间过长</h1>" in answer.content.decode()


def test_the_panel_gets_the_fragment_and_a_reader_the_page(client, gallery, db):
    whole = client.get("/gallery/panel/").content.decode()
    part = client.get("/gallery/panel/", headers={"HX-Request": "true"}).content.decode()
    assert part.startswith("<h2>协商活动</h2>")
    assert "<html" not in part
    assert "<html" in whole


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/gallery/?q=a", 200),
        *(("/gallery/" + query, 400) for query in ("?q=%00", "?q=a&q=b%00", "?%00=1", "a%00b/")),
    ],
)
def test_an_address_that_holds_a_nul_cannot_be_read_wherever_it_leads(gallery, db, path, status):
    assert Client().get(path).status_code == status
