"""Material of a meeting: each of its three accesses, and who reads it when."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from xieshang.lifecycle.actions import NoSuchMove
from xieshang.meetings.actions import (
    Plan,
    TooMany,
    ask,
    give_out,
    load_forms,
    materials,
    plan,
    take,
    take_in,
    tick,
)
from xieshang.meetings.models import Form, Material

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(city, clerk):
    load_forms(city, by=clerk)
    now = timezone.now()
    facts = {"form": Form.objects.first(), "items": [("议题", 10)]}
    times = {"starts_at": now - timedelta(hours=2), "ends_at": now + timedelta(hours=2)}
    return plan(Plan(city, "（示例）协商会", **facts, **times), by=clerk)


@pytest.fixture
def two(seated, city):
    return [seated(name, city, "member") for name in ("came", "away")]


def reads(person):
    return set(Material.objects.visible_to(person).values_list("access", flat=True))


def test_each_reads_what_is_for_them(planned, two, clerk, officer, member):
    came, away = two
    for access in ("asked", "came", "office"):
        give_out(planned, [access.encode()], f"{access}.pdf", access, by=clerk)
    ask(planned, two, by=clerk)
    assert [reads(p) for p in (came, away)] == [set(), set()]  # it is not announced yet
    take(planned, "announce", by=clerk)
    assert [reads(p) for p in (came, away)] == [{"asked"}, {"asked"}]
    take(planned, "hold", by=clerk)
    tick(planned, [planned.invitations.get(person=came).pk], by=clerk)
    assert [reads(p) for p in (came, away)] == [{"asked", "came"}, {"asked"}]
    assert [reads(p) for p in (clerk, officer, member)] == [
        {"asked", "came", "office"}, {"asked", "came", "office"}, set(),
    ]  # fmt: skip


def test_the_same_file_again_has_another_access(planned, clerk):
    give_out(planned, [b"%PDF"], "a.pdf", "office", by=clerk)
    give_out(planned, [b"%PDF"], "a.pdf", "asked", by=clerk)
    assert [each.access for each in planned.materials.all()] == ["asked"]


def test_its_office_gives_it_out_and_takes_it_away(planned, two, clerk, monkeypatch):
    with pytest.raises(PermissionDenied):
        give_out(planned, [b"%PDF"], "a.pdf", "asked", by=two[0])
    made = give_out(planned, [b"%PDF"], "a.pdf", "asked", by=clerk)
    monkeypatch.setattr(materials, "MOST", 1)
    with pytest.raises(TooMany):
        give_out(planned, [b"other"], "b.pdf", "asked", by=clerk)
    take_in(made, by=clerk)
    take(planned, "drop", by=clerk, note="改期")
    with pytest.raises(NoSuchMove):
        give_out(planned, [b"%PDF"], "a.pdf", "asked", by=clerk)


def test_on_the_page(client, planned, two, clerk):
    client.force_login(clerk)
    place = f"/desk/meetings/{planned.pk}/material/"
    for wrong in ({}, {"access": "asked"}, {"file": pdf(), "access": "all"}):
        assert client.post(place, wrong).status_code == 422
    assert client.post(place, {"file": pdf(), "access": "asked"}).status_code == 302
    made = Material.objects.get()
    told = client.get(f"/desk/material/{made.pk}/")
    assert (b"".join(told.streaming_content), told["Content-Type"]) == (
        b"%PDF-1.7", "application/octet-stream",
    )  # fmt: skip
    assert "方案.pdf" in client.get(f"/desk/meetings/{planned.pk}/").content.decode()
    client.force_login(two[0])
    assert client.get(f"/desk/material/{made.pk}/").status_code == 404


def pdf():
    return SimpleUploadedFile("方案.pdf", b"%PDF-1.7")
