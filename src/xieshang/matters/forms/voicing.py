"""What a resident is asked: where and what about, in which words, how they may be reached."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from xieshang.notices.places import place_of
from xieshang.people.models import Committee, Tier

from ..models import Category, Photo
from ..models.voice import Question
from .asked import Answers, long_words

SHORTEST, LONGEST = 10, 2000  # characters of what is raised


def plain(said: str) -> str:
    """One line as it is; raises ValidationError for signs that hide or turn what stands there."""
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs") for sign in said):
        raise ValidationError(_("There are invisible signs in it. Please type it anew."))
    return said


class PlainLine(forms.CharField):
    """A name, a number, a place: one line of visible signs."""

    def clean(self, value):
        return plain(super().clean(value))


def line(label: str, most: int, **more) -> PlainLine:
    return PlainLine(label=label, max_length=most, required=False, **more)


class Places(forms.ModelChoiceField):
    """A committee by the name of its place, the counties under their city."""

    def __init__(self, **more):
        super().__init__(Committee.objects.none(), **more)

    def offer(self, committees, nowhere: str = "") -> None:
        """Offer these, which are read once; `nowhere` stands first, for none of them."""
        self.queryset = committees
        cities = [one for one in committees if one.tier == Tier.CITY]
        under = {
            city.pk: [(one.pk, one.name) for one in committees if one.parent_id == city.pk]
            for city in cities
        }
        whole = _("%(city)s, nowhere nearer")
        self.choices = [
            ("", nowhere or _("Choose a place")),
            *(
                (city.name, [*under[city.pk], (city.pk, whole % {"city": city.name})])
                for city in cities
            ),
        ]


class Where(forms.Form):
    """Where it is, and what it is about, by the categories in force there."""

    place = Places(label=_("City and county"))
    area = line(
        _("Where exactly"), 60,
        help_text=_("Township, street, village or estate, as one says it to a neighbour."),
    )  # fmt: skip
    category = forms.ModelChoiceField(
        Category.objects.none(),
        label=_("What it is about"),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def __init__(self, data=None, *, places, **more):
        super().__init__(data, **more)
        self.fields["place"].offer(places)
        rules = Category.objects.filter(use=Category.Use.PUBLIC)
        nearest = self.chosen(places) or places.first()
        if nearest:
            self.fields["category"].queryset = rules.of(nearest)

    def chosen(self, places):
        """The place that was chosen, before anything else is known to be right."""
        said = self.data.get(self.add_prefix("place"), "")
        return places.filter(pk=said).first() if said.isascii() and said.isdecimal() else None


class Told(forms.Form):
    """What is raised, in the raiser's own words."""

    text = long_words(_("Tell it in your own words"), LONGEST)

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        self.fields["text"].help_text = _("Where, since when, how often; and what should be done.")
        self.fields["text"].widget.attrs |= {"rows": 8, "minlength": SHORTEST}

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(text) < SHORTEST:
            said = {"least": SHORTEST, "n": len(text)}
            raise ValidationError(
                _("At least %(least)d characters, please; these are %(n)d."), params=said
            )
        return text


class Reached(forms.Form):
    """How the raiser may be reached: all of it may stay empty, each says what it is for."""

    name = line(
        _("Your name"),
        40,
        help_text=_("So that the office knows how to address you. Not made public."),
    )
    telephone = forms.RegexField(
        r"^[0-9+ ()-]{5,30}$",
        label=_("Telephone"),
        required=False,
        max_length=30,
        strip=True,
        help_text=_(
            "Only for questions about this matter. The unit that handles it does not see it."
        ),
        error_messages={"invalid": _("Digits, spaces and + ( ) - only.")},
    )
    email = forms.CharField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        help_text=_("Only to tell you what becomes of this matter. Erased when you ask for it."),
        widget=forms.EmailInput,
    )

    def clean_email(self):
        said = self.cleaned_data["email"]
        return place_of("mail", said) if said else ""


class Sending(Reached):
    """What is asked last: whether the office may make it public, which is a consent of its own."""

    shown = forms.TypedChoiceField(
        label=_("May the office make it public?"),
        choices=[
            ("yes", _("Yes, without my name and numbers")),
            ("no", _("No, only the office and the unit it asks may read it")),
        ],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one of the two.")},
    )


class Added(Answers):
    """Something to be added; an office may say it in public."""

    note = None
    words = long_words(_("What is to be added"), LONGEST)
    public = forms.BooleanField(label=_("Anybody may read it"), required=False)


class HiddenPhoto(Answers):
    """Which picture is hidden from the public, and why."""

    note = None
    photo = forms.ModelChoiceField(Photo.objects.none(), label=_("Picture"))
    why = forms.CharField(label=_("Reason, which stands in its place"), max_length=300)

    def know(self, subject) -> None:
        self.fields["photo"].queryset = subject.photos.shown()


class Solved(forms.Form):
    """The one question, weeks after the closing."""

    answer = forms.ChoiceField(
        label=_("Is it solved?"), choices=Question.Answer, widget=forms.RadioSelect
    )
    note = long_words(_("What is missing"), required=False)

    def clean(self):
        said = super().clean()
        if said.get("answer") == Question.Answer.NO and not said.get("note"):
            self.add_error("note", _("Say what is missing, so that the office can act on it."))
        return said


FORMS = {"add": Added, "hide-photo": HiddenPhoto}
