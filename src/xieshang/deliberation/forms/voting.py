"""What is asked of somebody who takes part: an answer, and what they freely say of themselves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee, Sector, Tier

from ..models import Participant


class Ballot(forms.Form):
    """An answer to one statement; "undo" takes it back."""

    statement = forms.IntegerField(min_value=1, max_value=2**62)
    value = forms.ChoiceField(choices=[("1", "1"), ("-1", "-1"), ("0", "0"), ("undo", "undo")])
    important = forms.BooleanField(required=False)


class About(forms.Form):
    """Freely said of oneself: told only of five people and more, and left out as one likes."""

    area = forms.ModelChoiceField(
        Committee.objects.filter(tier=Tier.CITY), label=_("City"), required=False,
        empty_label=_("I would rather not say"),
    )  # fmt: skip
    sector = forms.ModelChoiceField(
        Sector.objects.all(), label=_("Sector"), required=False,
        empty_label=_("I would rather not say"),
    )  # fmt: skip
    age = forms.ChoiceField(
        label=_("Age"),
        choices=[("", _("I would rather not say")), *Participant.Age.choices],
        required=False,
    )

    wants_news = forms.BooleanField(
        label=_("Tell me of the result, and of what becomes of it"), required=False
    )

    def __init__(self, data=None, *, account: bool, initial=None):
        super().__init__(data, initial=initial)
        if not account:  # nobody knows where to write to
            del self.fields["wants_news"]

    def said(self) -> dict[str, object]:
        """What is to be kept."""
        area = self.cleaned_data["area"]
        return {**self.cleaned_data, "area": area.pk if area else None}
