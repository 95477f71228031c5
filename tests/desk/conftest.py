"""People at the desk, and one record of each kind to look at."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from xieshang.activities.models import Programme, Project, Venue
from xieshang.matters.actions import open_matter
from xieshang.people.models import Person

DAY = dt.date(2023, 3, 5)


@pytest.fixture
def at_desk():
    """A browser in which this person has signed in."""

    def sit(person: Person | None) -> Client:
        client = Client()
        if person:
            client.force_login(person)
        return client

    return sit


@pytest.fixture
def problem(clerk, city):
    return open_matter(
        "problem", by=clerk, committee=city, title="路灯不亮", day=DAY, unit="水利局"
    )


@pytest.fixture
def programme(city):
    return Programme.objects.create(
        committee=city, name="柳州书香", kind="brand", goal="多读书", since=DAY
    )


@pytest.fixture
def venue(city):
    return Venue.objects.create(committee=city, name="议事室", form="协商议事室", since=DAY)


@pytest.fixture
def project(city):
    return Project.objects.create(committee=city, name="新工厂", day=DAY, amount=12000)


@pytest.fixture
def work(monkeypatch):
    """Do all tasks that wait, within the transaction of the test."""
    module = "django_tasks_db.management.commands.db_worker"
    monkeypatch.setattr(f"{module}.close_old_connections", lambda: None)
    return lambda: call_command("db_worker", batch=True, interval=0, reload=False, worker_id="test")


@pytest.fixture
def photo_file():
    return SimpleUploadedFile("现场.jpg", b"a picture of the new lamp")
