"""Pictures beside a matter: kept without what a camera writes into them, shown until hidden."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from xieshang.audit.actions import fingerprint, seal
from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import File
from xieshang.lifecycle.actions import hold_for

from ..forms.photos import MOST_AT_ONCE, Picture
from ..models import Matter, Photo, Remark
from .writing import TooMany

MOST_IN_ALL = 30  # of one matter
HELD = timedelta(days=1)  # how long pictures wait for what they belong to to be sent
TOKEN = re.compile(r"[0-9a-f]{64}")


def put_photos(
    matter: Matter, pictures: Iterable[Picture], *, by, remark: Remark | None = None
) -> list[Photo]:
    """Put pictures beside a matter; raises TooMany. The caller holds its row, and seals."""
    fresh = list(pictures)
    if len(fresh) > MOST_AT_ONCE or matter.photos.count() + len(fresh) > MOST_IN_ALL:
        raise TooMany(f"{MOST_AT_ONCE} at once, {MOST_IN_ALL} in all")
    photos = []
    for each in fresh:
        files = keep_picture(each, f"{matter.short}.jpg", committee=matter.committee, by=by)
        photo = Photo.objects.create(matter=matter, remark=remark, **files)
        seal(by, "add-photo", matter, photo=photo.pk, sha256=photo.file.sha256)
        photos.append(photo)
    return photos


def keep_picture(picture: Picture, name: str, *, committee, by) -> dict[str, File]:
    """Keep a picture large (`file`) and small (`thumb`)."""
    sizes = {"file": picture.picture, "thumb": picture.thumb}
    return {
        size: keep_file([content], name, committee=committee, by=by)[0]
        for size, content in sizes.items()
    }


@transaction.atomic
def hide_photo(matter: Matter, *, photo: Photo, why: str, by) -> None:
    """Hide a picture from the public; its reason stands in its place.

    Raises NoSuchMove, or PermissionDenied for a picture of another matter.
    """
    locked = hold_for(matter, "hide-photo", by=by)
    if photo.matter_id != locked.pk:
        raise PermissionDenied("a picture of another matter")
    photo.hidden_at, photo.hidden_why = timezone.now(), why
    photo.save(update_fields=["hidden_at", "hidden_why"])
    seal(by, "hide-photo", locked, photo=photo.pk, why=fingerprint(why))


def folder_of(token: str) -> Path:
    return settings.DATA / "held" / token


def hold_pictures(key: str, pictures: Sequence[Picture]) -> str:
    """Lay pictures aside until what they belong to is sent; returns the token that finds them.

    The token follows from the secret key of a form, so the same form lays them in one place.
    """
    token = salted_hmac("held", key, algorithm="sha256").hexdigest()
    folder = folder_of(token)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent))
    for number, each in enumerate(pictures):
        (fresh / f"{number}.jpg").write_bytes(each.picture)
        (fresh / f"{number}.thumb.jpg").write_bytes(each.thumb)
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(fresh, folder)
    return token


def held_pictures(token: str) -> list[Picture]:
    """The pictures laid aside under a token; none where it finds nothing."""
    if not TOKEN.fullmatch(token):
        return []
    thumbs = sorted(folder_of(token).glob("*.thumb.jpg"))
    return [
        Picture(thumb.with_name(thumb.name.replace(".thumb", "")).read_bytes(), thumb.read_bytes())
        for thumb in thumbs
    ]


def drop_pictures(token: str) -> None:
    """Forget what was laid aside: it is kept elsewhere now."""
    if TOKEN.fullmatch(token):
        shutil.rmtree(folder_of(token), ignore_errors=True)


def forget_held(now: datetime) -> int:
    """Forget pictures that nobody sent within a day; returns of how many forms."""
    old = [
        each
        for each in (settings.DATA / "held").glob("*")
        if each.stat().st_mtime < (now - HELD).timestamp()
    ]
    for each in old:
        shutil.rmtree(each, ignore_errors=True)
    return len(old)
