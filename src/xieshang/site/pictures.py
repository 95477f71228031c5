"""Pictures as pages show them."""

from base64 import b64encode
from collections.abc import Sequence

from django.http import FileResponse, Http404

from xieshang.matters.forms.photos import Picture
from xieshang.matters.models import Photo
from xieshang.supervision.models import Shot
from xieshang.venues.models import Picture as VenuePicture


def seen(pictures: Sequence[Picture]) -> list[str]:
    """Small pictures as addresses for <img>, before they are kept anywhere."""
    return [f"data:image/jpeg;base64,{b64encode(each.thumb).decode()}" for each in pictures]


def shown(photo: Photo | Shot | VenuePicture, size: str) -> FileResponse:
    """The bytes of a picture; raises Http404 where they are gone or no such size is kept."""
    file = {"small": photo.thumb, "large": photo.file}.get(size)
    if file is None or not file.path.exists():
        raise Http404(size)
    response = FileResponse(file.path.open("rb"), content_type="image/jpeg")
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
