"""The questions a move may ask. A form's fields are the keywords that `take` passes on."""

from django import forms
from django.utils.translation import gettext_lazy as _


class Answers(forms.Form):
    """What a person may say when making a move."""

    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=forms.Textarea)


class Reason(Answers):
    """A move that must give its reason."""

    note = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea)


FORMS = {"": Answers, "reason": Reason}
