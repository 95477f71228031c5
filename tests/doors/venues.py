"""A venue with a reception day and a booked room, each with a word of its own."""

import datetime as dt
from io import BytesIO

from django.utils import timezone
from PIL import Image

from xieshang.activities.models import Venue
from xieshang.evidence.photos import clean_photo
from xieshang.matters.forms.photos import Picture
from xieshang.venues.actions import add_pictures, book
from xieshang.venues.models import Reception

DAY, AT = dt.date(2023, 3, 5), dt.time(9)


def venues(city, clerk, secret):
    venue = Venue.objects.create(committee=city, name=secret, form="工作室", since=DAY)
    received = Reception.objects.create(
        venue=venue, named_on=DAY, day=DAY, begins=AT, ends=dt.time(11)
    )
    begins = dt.datetime(2023, 3, 5, 9, tzinfo=timezone.get_default_timezone())
    booked = book(venue, begins, begins + dt.timedelta(hours=1), secret, by=clerk)
    add_pictures(venue, [taken()], by=clerk)
    return {
        "venue": venue.pk,
        "reception": received.pk,
        "booking": booked.pk,
        "venue_picture": venue.pictures.get().pk,
    }


def taken() -> Picture:
    """A small picture, as it comes out of its form."""
    out = BytesIO()
    Image.new("RGB", (64, 48), "olive").save(out, "JPEG")
    made = clean_photo(out.getvalue())
    return Picture(made.photo, made.thumbnail)
