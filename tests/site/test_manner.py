"""How a reader wants the pages: asked once, kept in a cookie, obeyed by the server."""

import pytest

from xieshang.site.manner import CHOICES, Manner, manner_of

pytestmark = pytest.mark.django_db  # a page says whether what it shows is sample data


def root(client) -> str:
    """The <html> tag of the gallery."""
    page = client.get("/gallery/").content.decode()
    return page[page.index("<html") : page.index(">", page.index("<html")) + 1]


@pytest.mark.parametrize(
    ("asked", "tag"),
    [
        ({}, '<html lang="zh-hans">'),
        ({"language": "en"}, '<html lang="en">'),
        ({"size": "elder"}, '<html lang="zh-hans" class="elder">'),
        ({"theme": "dark"}, '<html lang="zh-hans" data-theme="dark">'),
        ({"theme": "light"}, '<html lang="zh-hans" data-theme="light">'),
        (
            {"language": "en", "size": "elder", "theme": "dark"},
            '<html lang="en" class="elder" data-theme="dark">',
        ),
    ],
)
def test_the_page_obeys(client, gallery, asked, tag):
    client.post("/manner/", asked)
    assert root(client) == tag


def test_the_choice_goes_back_to_the_page_it_was_made_on(client, gallery):
    answer = client.post("/manner/", {"size": "elder", "next": "/gallery/?form=x"})
    assert (answer.status_code, answer["Location"]) == (302, "/gallery/?form=x")


@pytest.mark.parametrize(
    "away", ["https://elsewhere.example/", "//elsewhere.example", "javascript:x"]
)
def test_nobody_is_led_away(client, gallery, away):
    assert client.post("/manner/", {"size": "elder", "next": away})["Location"] == "/"


def test_reading_changes_nothing(client, gallery):
    assert client.get("/manner/?size=elder").status_code == 405
    assert client.get("/gallery/").cookies.keys() <= {"csrftoken"}


@pytest.mark.parametrize("wrong", [{"language": "xx"}, {"size": "9px"}, {"theme": "<b>"}])
def test_a_choice_that_is_none_is_refused(client, gallery, wrong):
    answer = client.post("/manner/", wrong)
    assert answer.status_code == 400
    assert answer.cookies.keys() <= {"csrftoken"}


def test_a_cookie_that_says_nonsense_is_as_none(client):
    assert manner_of({"language": "xx", "size": "elder", "theme": ""}) == Manner(size="elder")


def test_the_browser_s_own_language_is_not_asked(client, gallery):
    assert (
        client.get("/gallery/", headers={"Accept-Language": "en"})["Content-Language"] == "zh-hans"
    )


def test_a_cache_is_told_that_readers_differ(client, gallery):
    assert {"Cookie", "HX-Request"} <= set(client.get("/gallery/")["Vary"].split(", "))


def test_the_theme_button_goes_round():
    themes, seen = CHOICES["theme"], []
    for theme in themes:
        seen.append(Manner(theme=theme).next_theme)
    assert seen == [*themes[1:], themes[0]]


def test_english_pages_speak_english_and_chinese_ones_chinese(client, gallery):
    assert "跳到正文" in client.get("/gallery/").content.decode()
    client.post("/manner/", {"language": "en"})
    page = client.get("/gallery/").content.decode()
    assert "Skip to the text" in page
    assert "跳到正文" not in page
