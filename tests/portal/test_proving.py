"""A text is pasted in; each figure comes back in its place with a verdict."""

import re

import pytest

from xieshang.audit.models import Entry
from xieshang.people.actions import note_sample_data, system

TEXT = "2023年，柳州市政协开展协商活动3场，开展学习活动9期。<script>某某协会办培训80场。"


@pytest.fixture
def checked(client, year_of_work):
    return client.post("/prove/", {"text": TEXT}).content.decode()


def test_each_figure_stands_underlined_where_it_stood(checked):
    claims = re.findall(r'class="claim ([\w-]+)"[^>]*>([^<]+)<sup>(\d+) ([^<]+)</sup>', checked)
    assert claims[:2] == [("proven", "3场", "1", "属实"), ("differs", "9期", "2", "不符")]


def test_a_verdict_opens_the_rows_it_rests_on(client, checked):
    link = re.search(r'<a class="claim proven" data-panel href="([^"]+)"', checked).group(1)
    assert '<p class="headline">3<' in client.get(link.replace("&amp;", "&")).content.decode()


def test_the_text_comes_back_whole_and_as_text(checked):
    shown = re.search(r'<div class="reading-text checked">(.*?)</div>', checked, re.DOTALL).group(1)
    shown = re.sub(r"<sup>.*?</sup>|</?(a|span)[^>]*>", "", shown)
    assert shown == TEXT.replace("<", "&lt;").replace(">", "&gt;")


def test_nothing_is_kept_of_a_text(client, year_of_work):
    before = Entry.objects.count()
    client.post("/prove/", {"text": TEXT})
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": " "},
        {"text": "字" * 50_001},
        {"text": "x", "year": "20x3"},
        {"text": "x", "year": "9" * 30},
    ],
)
def test_what_cannot_be_checked_comes_back_with_the_reason(client, city, sent):
    answer = client.post("/prove/", sent)
    assert answer.status_code == 422
    assert 'class="summary-of-errors"' in answer.content.decode()


def test_a_text_without_figures_says_so(client, city):
    text = client.post("/prove/", {"text": "今天天气很好。"}).content.decode()
    assert "文中没有找到数字" in text


def test_the_sample_article_is_offered_and_checked_where_the_data_are_samples(
    client, year_of_work, region
):
    def offered():
        return 'href="?sample=1"' in client.get("/prove/").content.decode()

    assert (offered(), "stretches" in client.get("/prove/?sample=1").context) == (False, False)
    note_sample_data(by=system())
    assert offered()
    before = Entry.objects.count()
    context = client.get("/prove/?sample=1").context
    assert "（示例）" in context["form"]["text"].value()
    assert (len(context["claims"]), Entry.objects.count()) == (12, before)
