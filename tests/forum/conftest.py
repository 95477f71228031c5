"""A resident with a browser, a county with its categories, an office that reads."""

import io

import pytest
from django.core.cache import caches
from django.test import Client
from PIL import Image

from tests.matters.voices import TEXT
from xieshang.matters.actions import load_rules, publish, take
from xieshang.matters.actions.voicing import Voice, raise_voice
from xieshang.matters.actions.voicing_receipt import code_of
from xieshang.matters.models import Category, Matter
from xieshang.people.actions import resident
from xieshang.site.words import compile_words


@pytest.fixture(scope="session", autouse=True)
def chinese():
    compile_words()


@pytest.fixture(autouse=True)
def nobody_tried_before():
    caches["tries"].clear()


@pytest.fixture
def rules(region, officer):
    load_rules(region, by=officer)


@pytest.fixture
def category(rules, county):
    return Category.objects.public().filter(use="public").of(county).first()


@pytest.fixture
def said(county, category):
    """All that a resident says on the way."""
    return {
        "key": "0123456789abcdef0123456789abcdef",
        "place": str(county.pk),
        "area": "示例小区三栋",
        "category": str(category.pk),
        "text": TEXT,
        "name": "",
        "telephone": "",
        "email": "",
        "shown": "yes",
    }


@pytest.fixture
def photo():
    """A picture as a telephone takes it: `photo(colour)`."""

    def take_one(colour="red", name="照片.jpg"):
        content = io.BytesIO()
        exif = Image.Exif()
        exif[0x010F] = "Example camera"
        Image.new("RGB", (640, 480), colour).save(content, "JPEG", exif=exif)
        content.seek(0)
        content.name = name
        return content

    return take_one


@pytest.fixture
def raised(county, category):
    """Raise something without an account: `raised(text, key=…, email=…)`; it and its code."""

    def make(text=TEXT, key="key-of-a-form", pictures=(), **facts):
        voice = Voice(county, text, category, **{"shown": True} | facts)
        matter = raise_voice(voice, pictures, by=resident(), code=code_of(key))
        return matter, code_of(key)

    return make


@pytest.fixture
def public(raised, clerk):
    """Raise something and make it public: `public(title)`."""

    def make(title="路灯不亮", key="key-of-a-public-one", **facts):
        matter, _code = raised(key=key, **facts)
        publish(matter, title=title, text=f"{title}，请修。", by=clerk)
        return Matter.objects.get(pk=matter.pk)

    return make


@pytest.fixture
def closed(clerk):
    def close(matter):
        take(matter, "close", by=clerk, note="已转路灯所更换", outcome="partly")
        return matter

    return close


@pytest.fixture
def opened():
    """A browser in which the code of a matter was typed."""

    def type_in(matter, code):
        browser = Client()
        answer = browser.post("/follow/", {"number": matter.short, "code": code})
        assert answer.status_code == 302
        return browser

    return type_in
