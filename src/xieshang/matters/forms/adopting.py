"""How a tier adopts an opinion report, and what a leader wrote on it."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Adoption, Instruction
from .asked import Answers, day_field, long_words, within

FIRST = date(1990, 1, 1)


class Adopted(Answers):
    """The mode, the issue it stands in, its day, and what of a combined issue is its own."""

    mode = forms.ChoiceField(label=_("How"), choices=Adoption.Mode, widget=forms.RadioSelect)
    bulletin = forms.CharField(label=_("Bulletin"), max_length=40, required=False)
    number = forms.IntegerField(
        label=_("Issue number"),
        required=False,
        validators=[MinValueValidator(1), MaxValueValidator(9999)],
    )
    heading = forms.CharField(label=_("Title of the issue"), max_length=200, required=False)
    adopted_on = day_field(_("Adopted on"))
    share = forms.CharField(label=_("What of it comes from this report"), max_length=300,
                            required=False)  # fmt: skip

    def clean_adopted_on(self):
        return within(self.cleaned_data["adopted_on"], FIRST, timezone.localdate())

    def clean(self):
        said = super().clean()
        if said.get("mode") and said["mode"] != Adoption.Mode.FORWARDED:
            for name in ("bulletin", "number"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("Which issue is it in?"))
        return said


class Instructed(Answers):
    """A leader's instruction; restricted words are shown to the office alone."""

    note = None
    level = forms.ChoiceField(label=_("Level"), choices=Instruction.Level)
    post = forms.CharField(label=_("Post of the leader"), max_length=60)
    given_on = day_field(_("On"))
    words = long_words(_("Words"), 2000, required=False)
    restricted = forms.BooleanField(
        label=_("Only the office may read the words"), required=False, initial=True
    )

    def clean_given_on(self):
        return within(self.cleaned_data["given_on"], FIRST, timezone.localdate())


FORMS = {"adoption": Adopted, "instruct": Instructed}
