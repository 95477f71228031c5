"""What is said of the rules of a place. A form's fields are the keywords its action takes."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Term

from ..lifecycles import OUTCOMES
from ..models import Numbering
from .asked import day_field
from .reviewing import units_for

FEWEST_DAYS, MOST_DAYS = 1, 500


def moment_field(label: str) -> forms.DateTimeField:
    """A day and a time, exact to the minute."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=widget)


class LimitForm(forms.Form):
    """How many working days; empty for what holds above."""

    days = forms.IntegerField(
        label=_("Working days"),
        required=False,
        help_text=_("Empty: as many as the tier above allows."),
        validators=[MinValueValidator(FEWEST_DAYS), MaxValueValidator(MOST_DAYS)],
    )


class RuleForm(forms.Form):
    """What every rule of a set may say."""

    since = day_field(_("In force from"), required=False, help_text=_("Empty: from now on."))

    def __init__(self, data=None, *, committee=None, **more):
        self.committee = committee
        super().__init__(data, **more)


class GroundForm(RuleForm):
    words = forms.CharField(label=_("Ground"), max_length=200)
    field_order = ["words", "since"]


class ClassForm(RuleForm):
    letter = forms.CharField(label=_("Class letter"), max_length=4)
    words = forms.CharField(label=_("Meaning"), max_length=100)
    outcome = forms.ChoiceField(label=_("It counts as"), choices=OUTCOMES)
    field_order = ["letter", "words", "outcome", "since"]


class CategoryForm(RuleForm):
    name = forms.CharField(label=_("Category"), max_length=40)
    field_order = ["name", "since"]


class PublicCategoryForm(CategoryForm):
    """With what residents read, and which unit usually answers."""

    notice = forms.CharField(
        label=_("Notice"), max_length=300, required=False,
        help_text=_("Shown to whoever chooses it, before they go on."),
    )  # fmt: skip
    stop = forms.CharField(
        label=_("Answer that stops"), max_length=300, required=False,
        help_text=_("Shown in the place of the form: where to turn to instead."),
    )  # fmt: skip
    unit = forms.ModelChoiceField(None, label=_("Who usually answers"), required=False)
    field_order = ["name", "notice", "stop", "unit", "since"]

    def __init__(self, data=None, *, committee=None, **more):
        super().__init__(data, committee=committee, **more)
        self.fields["unit"].queryset = units_for(committee)


class NumberingForm(forms.Form):
    anew = forms.ChoiceField(
        label=_("Numbers begin"), choices=Numbering.By, widget=forms.RadioSelect
    )
    width = forms.IntegerField(
        label=_("Digits"), initial=0, help_text=_("3 writes number 7 as 007; 0 as it is."),
        validators=[MinValueValidator(0), MaxValueValidator(6)],
    )  # fmt: skip


class TermForm(forms.Form):
    number = forms.IntegerField(
        label=_("Number of the term"), validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    since = day_field(_("Since"))


class SessionForm(forms.Form):
    """A window for plenary proposals, exact to the minute."""

    term = forms.ModelChoiceField(Term.objects.none(), label=_("Term"), empty_label=None)
    number = forms.IntegerField(
        label=_("Number of the session"), validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    opens_at = moment_field(_("Opens at"))
    closes_at = moment_field(_("Closes at"))

    def __init__(self, data=None, *, committee=None):
        super().__init__(data)
        self.fields["term"].queryset = committee.terms.order_by("-number")
        self.fields["term"].label_from_instance = lambda term: term.number

    def clean(self):
        said = super().clean()
        if said.get("opens_at") and said.get("closes_at") and said["closes_at"] <= said["opens_at"]:
            self.add_error("closes_at", _("It closes after it opens."))
        return said


SET_FORMS = {
    "grounds": GroundForm,
    "classes": ClassForm,
    "reporting": CategoryForm,
    "working": CategoryForm,
    "public": PublicCategoryForm,
}
