"""Pictures of a venue: its office shows them, everybody sees them, nothing of the camera stays."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.doors.asking import browser_of, text_of
from tests.doors.venues import taken
from xieshang.activities.models import Venue
from xieshang.audit.models import Entry
from xieshang.venues.actions import TooMany, add_pictures, take_picture_away
from xieshang.venues.models import Picture

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 3, 5)


@pytest.fixture
def venue(city):
    return Venue.objects.create(committee=city, name="（示例）工作室", form="工作室", since=DAY)


def upload(kind="JPEG", name="工作室.jpg"):
    out = BytesIO()
    image = Image.new("RGB", (640, 480), "olive")
    exif = Image.Exif()
    exif[0x010F] = "camera of somebody"
    image.save(out, kind, exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def test_an_office_shows_a_picture_and_everybody_sees_it(venue, clerk, client):
    browser, address = browser_of(clerk), reverse("desk:venue_pictures", args=[venue.pk])
    browser.post(address, {"photos": [upload(), upload()]})
    small, large = (
        reverse("portal:venue-picture", args=[Picture.objects.first().pk, size])
        for size in ("small", "large")
    )
    assert small in text_of(client.get("/venues/"))
    bytes_of = b"".join(client.get(large).streaming_content)
    assert (bytes_of[:2], b"camera of somebody" in bytes_of) == (b"\xff\xd8", False)
    assert client.get(large.replace("large", "huge")).status_code == 404
    page = browser.get(reverse("desk:venue", args=[venue.pk]))
    assert text_of(page).count("desk/pictures/") == 2
    browser.post(reverse("desk:venue_picture_end", args=[Picture.objects.first().pk]))
    assert Picture.objects.count() == 1
    assert client.get(large).status_code == 404
    assert [each.verb for each in Entry.objects.order_by("pk")][-3:] == [
        "add-picture", "add-picture", "take-picture-away",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sent",
    [[], [SimpleUploadedFile("表.jpg", b"not a picture")], [SimpleUploadedFile("空.png", b"")]],
    ids=["nothing", "no picture", "an empty file"],
)
def test_what_is_no_picture_is_said_to_be_none(sent, venue, clerk):
    address = reverse("desk:venue_pictures", args=[venue.pk])
    page = browser_of(clerk).post(address, {"photos": sent})
    assert (page.status_code, list(page.context["picturing"].errors)) == (422, ["photos"])
    assert Picture.objects.count() == 0


def test_a_venue_has_twelve_pictures_and_its_own_office_puts_them_there(venue, clerk, member):
    add_pictures(venue, [taken()] * 12, by=clerk)
    with pytest.raises(TooMany):
        add_pictures(venue, [taken()], by=clerk)
    page = browser_of(clerk).post(
        reverse("desk:venue_pictures", args=[venue.pk]), {"photos": [upload()]}
    )
    assert (page.status_code, "最多12张" in text_of(page)) == (422, True)
    with pytest.raises(PermissionDenied):
        take_picture_away(Picture.objects.first(), by=member)
    assert Picture.objects.count() == 12
