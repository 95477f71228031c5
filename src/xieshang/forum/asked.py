"""What a resident is asked on the way, carried from page to page in the form itself."""

from functools import cached_property

from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from xieshang.audit.once import fresh_key
from xieshang.matters.actions.voicing_photos import held_pictures, hold_pictures
from xieshang.matters.forms.photos import MOST_AT_ONCE, Picture, PicturesField
from xieshang.matters.forms.voicing import Sending, Told, Where
from xieshang.people.models import Committee, Person

EMPTY = "website"  # a field that people do not see, and programs fill in


def places():
    """Where something can be: every city and county."""
    return Committee.objects.public().exclude(parent=None).order_by("code")


class Saying(Told):
    """The words and the pictures; of these there may be some from before."""

    photos = PicturesField()

    def __init__(self, data, files, held: int = 0):
        super().__init__(data, files)
        self.held = held

    def clean_photos(self) -> list[Picture]:
        fresh_ones = self.cleaned_data["photos"]
        if len(fresh_ones) + self.held > MOST_AT_ONCE:
            raise ValidationError(_("At most %(n)d pictures in all.") % {"n": MOST_AT_ONCE})
        return fresh_ones


class Asked:
    """The forms of all three steps over what was sent so far."""

    def __init__(self, request: HttpRequest):
        self.said: QueryDict = request.POST if request.method == "POST" else request.GET
        self.key = self.said.get("key", "")[:64] or fresh_key()
        self.where = Where(self.said, places=places())
        self.told = Saying(self.said, request.FILES, len(self.before))
        self.sending = Sending(self.said)

    @cached_property
    def before(self) -> list[Picture]:
        """The pictures that were laid aside on an earlier page, and are not left out."""
        dropped = self.said.getlist("drop")
        kept = enumerate(held_pictures(self.said.get("held", "")))
        return [each for place, each in kept if str(place) not in dropped]

    def hold(self) -> str:
        """Lay all pictures aside until the rest is sent; returns the token that finds them."""
        said = getattr(self.told, "cleaned_data", {})
        pictures = [*self.before, *said.get("photos", ())]
        return hold_pictures(self.key, pictures) if pictures else ""

    def rewind(self, form) -> None:
        """Show a form as it was filled in, without a word on what is missing yet."""
        form.is_bound = False
        form.initial = {name: self.said[name] for name in form.fields if name in self.said}

    @property
    def body(self) -> dict:
        """What was sent, as far as it makes one matter another than the next."""
        where = self.where.cleaned_data
        facts = {"place": where["place"].pk, "category": where["category"].pk}
        more = {"area": where["area"], "text": self.told.cleaned_data["text"]}
        return facts | more | self.sending.cleaned_data | {"held": self.said.get("held", "")}


def account_of(request: HttpRequest) -> Person | None:
    """Whoever is signed in, if anybody."""
    return request.user if request.user.is_authenticated else None
