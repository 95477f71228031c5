"""What somebody may wish about being told. The fields are the keywords of `set_wishes`."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .models import Rhythm, Way, Wishes
from .models.wishes import ways_open
from .places import place_of


class Hour(forms.TimeInput):
    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


class WishesForm(forms.Form):
    """The wishes of one person; an address left empty stays as it is while the way does."""

    way = forms.ChoiceField(label=_("Where to"))
    address = forms.CharField(
        label=_("E-mail address, or the bot's webhook address"), max_length=400, required=False
    )
    openly = forms.BooleanField(
        label=_("A bot may say what each notice is about"),
        required=False,
        help_text=_("Otherwise it says only how many there are: a group reads along."),
    )
    rhythm = forms.ChoiceField(label=_("How often"), choices=Rhythm)
    quiet_from = forms.TimeField(label=_("Quiet from"), widget=Hour())
    quiet_until = forms.TimeField(label=_("Quiet until"), widget=Hour())
    language = forms.ChoiceField(label=_("Language of the messages"), choices=settings.LANGUAGES)

    def __init__(self, wishes: Wishes, data=None):
        names = ("way", "openly", "rhythm", "quiet_from", "quiet_until", "language")
        super().__init__(data, initial={name: getattr(wishes, name) for name in names})
        self.wishes = wishes
        self.fields["way"].choices = [(way.value, way.label) for way in ways_open()]
        if wishes.address:
            self.fields["address"].help_text = _("Now %(address)s; leave empty to keep it.") % {
                "address": wishes.masked
            }

    def clean(self):
        said = super().clean()
        way = said.get("way")
        if not way or "address" not in said:
            return said
        try:
            said["address"] = self.address_for(way, said["address"])
        except ValidationError as fault:
            self.add_error("address", fault)
        return said

    def address_for(self, way: str, said: str) -> str:
        """What is kept for this way; raises ValidationError."""
        if way == Way.PAGE:
            return ""
        if not said and way == self.wishes.way:
            return self.wishes.address
        return place_of(way, said)
