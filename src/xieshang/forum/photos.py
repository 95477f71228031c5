"""Pictures as they come in from a form, and as pages show them."""

from base64 import b64encode
from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.evidence.photos import MOST_BYTES, PhotoRefused, clean_photo
from xieshang.matters.actions.voicing_photos import MOST_AT_ONCE, Picture
from xieshang.matters.models import Photo
from xieshang.notices.words import clean


class ManyPictures(forms.ClearableFileInput):
    allow_multiple_selected = True


class PicturesField(forms.FileField):
    """Some pictures at once; what comes out of it has nothing left that a camera wrote into it."""

    def __init__(self, **more):
        widget = ManyPictures(attrs={"accept": "image/jpeg,image/png,image/webp"})
        help_text = gettext_lazy(
            "Up to 5. Place, time and camera are taken out of them before anybody sees them."
        )
        said = {"label": gettext_lazy("Pictures"), "help_text": help_text, "required": False}
        super().__init__(widget=widget, **said | more)

    def clean(self, data, initial=None) -> list[Picture]:
        uploads = [one for one in data or [] if one]
        if len(uploads) > MOST_AT_ONCE:
            raise ValidationError(_("At most %(n)d pictures at once.") % {"n": MOST_AT_ONCE})
        return [cleaned(one) for one in uploads]


def cleaned(upload) -> Picture:
    """One picture, with nothing but its pixels; raises ValidationError that names the file."""
    try:
        made = clean_photo(upload.read(MOST_BYTES + 1))
    except PhotoRefused as fault:
        said = {"name": clean(upload.name, 40), "why": _(fault.msgid)}
        raise ValidationError(_("%(name)s: %(why)s") % said) from fault
    return Picture(made.photo, made.thumbnail)


class Pictures(forms.Form):
    photos = PicturesField()


def seen(pictures: Sequence[Picture]) -> list[str]:
    """Small pictures as addresses for <img>, before they are kept anywhere."""
    return [f"data:image/jpeg;base64,{b64encode(each.thumb).decode()}" for each in pictures]


def shown(photo: Photo, size: str) -> FileResponse:
    """The bytes of a picture; raises Http404 where they are gone or no such size is kept."""
    file = {"small": photo.thumb, "large": photo.file}.get(size)
    if file is None or not file.path.exists():
        raise Http404(size)
    response = FileResponse(file.path.open("rb"), content_type="image/jpeg")
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
