"""A small body: a region, two cities, a county, and the people of their offices."""

import datetime as dt
import os
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import settings as hypothesis_settings

from xieshang.activities.actions import Draft, record
from xieshang.activities.models import Activity
from xieshang.evidence.models import Evidence, File
from xieshang.figures.scope import Scope
from xieshang.people.models import Committee, Person, Seat, Tier, Unit
from xieshang.search.index import index

DAY = dt.date(2023, 3, 5)

# No example is timed: a machine may be busy. A build tries the same examples whenever the same
# code is built; a developer's machine new ones.
hypothesis_settings.register_profile("own", deadline=None)
hypothesis_settings.register_profile("build", deadline=None, derandomize=True)
hypothesis_settings.load_profile("build" if os.environ.get("CI") else "own")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The tables come straight from the models; only the search index is made by a migration."""
    with django_db_blocker.unblock(), connection.schema_editor() as schema:
        for statement in index().CREATE:
            schema.execute(statement)


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    """Every test keeps its files in a folder of its own."""
    settings.DATA = tmp_path / "data"
    return settings.DATA


@pytest.fixture(autouse=True)
def nothing_kept(settings):
    """Every page is drawn anew: tests write past the log, by which kept pages know their time."""
    dummy = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    settings.CACHES = settings.CACHES | {"pages": dummy}


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Passwords of tests guard nothing: their digests need not be slow."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def shared():
    """Real input that lies beside the project, where there is any."""
    here = Path(__file__).resolve().parent.parent
    folder = Path(os.environ.get("XIESHANG_SHARED", here.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared folder with real input is not beside the project")
    return folder


@pytest.fixture
def region(db):
    return Committee.objects.create(
        code=450000, name="广西壮族自治区", title="自治区政协", tier=Tier.REGION
    )


def city_of(region, code, name):
    return Committee.objects.create(
        code=code, name=name, title=f"{name}政协", tier=Tier.CITY, parent=region
    )


@pytest.fixture
def city(region):
    return city_of(region, 450200, "柳州市")


@pytest.fixture
def sister(region):
    return city_of(region, 451100, "贺州市")


@pytest.fixture
def county(city):
    return Committee.objects.create(
        code=450202, name="城中区", title="柳州市城中区政协", tier=Tier.COUNTY, parent=city
    )


@pytest.fixture
def outside(db):
    return Committee.objects.create(
        code=431100, name="永州市", title="湖南省永州市政协", tier=Tier.OUTSIDE
    )


@pytest.fixture
def seated():
    """Give somebody a seat."""

    def seat(username, committee, post):
        person = Person.objects.create(username=username, name=username)
        Seat.objects.create(person=person, committee=committee, post=post, since=DAY)
        return person

    return seat


@pytest.fixture
def clerk(seated, city):
    return seated("clerk", city, Seat.Post.CLERK)


@pytest.fixture
def officer(seated, region):
    return seated("officer", region, Seat.Post.OFFICER)


@pytest.fixture
def member(seated, county):
    return seated("member", county, Seat.Post.MEMBER)


@pytest.fixture
def stranger(db):
    return Person.objects.create(username="stranger", name="stranger")


@pytest.fixture
def unit(city):
    unit = Unit.objects.create(name="水利局", committee=city)
    unit.clerks.add(Person.objects.create(username="unit-clerk", name="unit-clerk"))
    return unit


@pytest.fixture
def paper(clerk, city):
    """One row of a received sheet."""
    file = File.objects.create(
        sha256="0" * 64, name="台账.xlsx", size=1, committee=city, kept_by=clerk
    )
    return Evidence.objects.create(file=file, sheet="学习", row=3, header=2, cells=["1", "读书"])


@pytest.fixture
def held():
    """Write an activity down: `held(lead, kind="study", day=…, partners=(…), …)`."""

    def hold(lead, *, partners=(), evidence=(), **facts):
        facts = {"title": "读书分享会", "kind": "study", "day": DAY, "attendances": 10} | facts
        draft = Draft(
            Activity(**facts), lead.pk, [p.pk for p in partners], [e.pk for e in evidence]
        )
        record([draft])
        return draft.activity

    return hold


@pytest.fixture
def year():
    """A committee's year 2023 as a scope."""
    return lambda committee, own=False: Scope.year(committee, 2023, own)
