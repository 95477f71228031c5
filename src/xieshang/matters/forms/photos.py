"""Pictures as they come in from a form."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.evidence.photos import MOST_BYTES, PhotoRefused, clean_photo
from xieshang.notices.words import clean

MOST_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept: re-encoded, and small enough to look over."""

    picture: bytes
    thumb: bytes


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
