"""A resident who raises something with the county, and a unit that answers."""

import pytest

from xieshang.matters.actions import take
from xieshang.matters.actions.voicing import Voice, raise_voice
from xieshang.matters.actions.voicing_receipt import code_of
from xieshang.matters.forms.photos import Picture
from xieshang.matters.models import AnswerClass, Category
from xieshang.people.actions import resident

TEXT = "小区门口两盏路灯坏了三个月，晚上老人出门看不见路。请尽快更换，联系电话13877212345。"


@pytest.fixture
def category(rules, city):
    return Category.objects.filter(use="public").of(city).first()


@pytest.fixture
def raised(category, county):
    """Raise something without an account: `raised(text, pictures=…, email=…)`."""

    def make(text=TEXT, pictures=(), key="key-of-a-form", **reached):
        voice = Voice(county, text, category, area="示例小区", **reached)
        return raise_voice(voice, pictures, by=resident(), code=code_of(key))

    return make


def picture(letter="a"):
    return Picture(f"picture {letter}".encode(), f"thumb {letter}".encode())


@pytest.fixture
def answered(clerk, unit, city):
    """Give a matter to the unit, and let it reply."""

    def answer(matter):
        take(matter, "assign", by=clerk, lead=unit, joint=[], separate=[], note="")
        part, by = matter.assignments.get(), unit.clerks.get()
        take(part, "receive", by=by)
        kind = AnswerClass.objects.of(city).first()
        facts = {"number": "1", "text": "已换", "contact_name": "示例", "telephone": "0772-1234567"}
        take(part, "reply", by=by, answer_class=kind, **facts)
        take(part, "pass", by=clerk)
        take(part, "sign-off", by=by, leader="局长")
        matter.refresh_from_db()

    return answer
