"""What is asked of those who plan, attend and record a meeting."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.matters.forms.asked import KeptFile, day_field, long_words
from xieshang.people.models import Committee, Person, Unit

from .models import Form, Invitation
from .models.material import Access

MOST_ITEMS, LONGEST_MEETING = 40, timedelta(days=10)


class MomentInput(forms.DateTimeInput):
    """The browser's own calendar and clock."""

    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")


class PlanForm(forms.Form):
    """A meeting, as one page asks for it."""

    committee = forms.ModelChoiceField(None, label=_("Convened by"), empty_label=None)
    form = forms.ModelChoiceField(None, label=_("Form"))
    title = forms.CharField(label=_("Title"), max_length=200)
    starts_at = forms.DateTimeField(label=_("Begins"), widget=MomentInput())
    ends_at = forms.DateTimeField(label=_("Ends"), widget=MomentInput())
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    link = forms.URLField(
        label=_("Link, for those who are elsewhere"), required=False, assume_scheme="https"
    )
    seats = forms.IntegerField(label=_("Seats"), required=False, min_value=1, max_value=100_000)
    items = long_words(_("Agenda, one item a line; minutes at its end"), 8000, required=False)
    partners = forms.ModelMultipleChoiceField(
        Committee.objects.all(),
        label=_("Convened together with"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("It counts once; each of them asks its own people."),
    )

    def __init__(self, person, data=None, initial=None):
        super().__init__(data, initial=initial)
        kept = Committee.objects.inside().kept_by(person)
        self.fields["committee"].queryset = kept
        ours = Q(committee__in=kept) | Q(committee__parent=None)
        self.fields["form"].queryset = Form.objects.filter(ours)

    def clean_items(self) -> list[tuple[str, int]]:
        lines = [line.strip() for line in self.cleaned_data["items"].splitlines() if line.strip()]
        if len(lines) > MOST_ITEMS or any(len(line) > 200 for line in lines):
            raise ValidationError(_("At most 40 items of at most 200 characters, please."))
        return [item_of(line) for line in lines]

    def clean(self):
        said = super().clean()
        begins, ends = said.get("starts_at"), said.get("ends_at")
        if begins and ends and not begins < ends <= begins + LONGEST_MEETING:
            self.add_error("ends_at", _("It must end after it begins, within ten days."))
        return said


def item_of(line: str) -> tuple[str, int]:
    """An item and its minutes: “通报情况 20” is 20 minutes; without a number none are told."""
    words, _space, last = line.rpartition(" ")
    if words and last.isascii() and last.isdecimal() and int(last) <= 999:
        return words.strip(), int(last)
    return line, 0


class AskForm(forms.Form):
    """Those who are asked: by their seats, each ticked."""

    people = forms.ModelMultipleChoiceField(
        None, label=_("Who is asked"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, meeting, person, data=None):
        super().__init__(data)
        codes = [each.committee_id for each in meeting.conveners.all()]
        kept = Committee.objects.kept_by(person)
        seated = Person.objects.filter(seats__committee__in=codes, seats__until=None)
        ours = seated.filter(seats__committee__in=kept)
        self.fields["people"].queryset = (
            ours.exclude(meetings__meeting=meeting).distinct().order_by("name", "pk")
        )


class AnswerForm(forms.Form):
    """That one comes, or asks for leave and why."""

    answer = forms.ChoiceField(
        choices=[("coming", _("I come")), ("leave", _("I ask for leave"))],
        label=_("Your answer"),
        widget=forms.RadioSelect,
    )
    leave = forms.ChoiceField(label=_("Why"), choices=Invitation.Leave.choices, required=False)

    def clean(self):
        said = super().clean()
        if said.get("answer") == "leave" and not said.get("leave"):
            self.add_error("leave", _("Choose why."))
        return said


class TickForm(forms.Form):
    """Who came, and how many others."""

    present = forms.ModelMultipleChoiceField(
        None, label=_("Who came"), required=False, widget=forms.CheckboxSelectMultiple
    )
    others = forms.IntegerField(
        label=_("Others who came"), min_value=0, max_value=1_000_000, required=False
    )

    def __init__(self, meeting, data=None):
        rows = meeting.invitations.select_related("person")
        came = [each.pk for each in rows if each.came]
        super().__init__(data, initial={"present": came, "others": meeting.others_came})
        self.fields["present"].queryset = rows

    def clean_others(self) -> int:
        return self.cleaned_data["others"] or 0


class CodeForm(forms.Form):
    """The code that is shown in the hall."""

    code = forms.RegexField(
        r"^[0-9]{6}$",
        label=_("The six figures shown in the hall"),
        max_length=6,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class ItemForm(forms.Form):
    """What is written of an item, and from which saving it was begun."""

    notes = long_words(_("Notes"), 20_000, required=False)
    decision = long_words(_("Decision"), 5000, required=False)
    version = forms.IntegerField(min_value=0, max_value=2**31, widget=forms.HiddenInput)


class PointForm(forms.Form):
    """What somebody is to do until when."""

    what = forms.CharField(label=_("What is to be done"), max_length=200)
    unit = forms.ModelChoiceField(
        None, label=_("By which unit"), required=False, empty_label=_("None")
    )
    due = day_field(_("Until"))

    def __init__(self, meeting, data=None):
        super().__init__(data)
        self.fields["unit"].queryset = Unit.objects.filter(committee=meeting.lead)

    def clean_due(self):
        due, today = self.cleaned_data["due"], timezone.localdate()
        if not today <= due <= today + timedelta(days=1100):
            raise ValidationError(_("A day from today on, within three years, please."))
        return due


class SumForm(forms.Form):
    """What all agree on, and what they do not."""

    consensus = long_words(_("What all agree on"), 5000, required=False)
    differences = long_words(_("Where views differ"), 5000, required=False)


class CorrectionForm(forms.Form):
    """A line of the minutes, and how it should read."""

    line = forms.CharField(label=_("The line as it stands"), max_length=500)
    should_read = forms.CharField(label=_("As it should read"), max_length=500)


class SettleForm(forms.Form):
    """Taken over or not, and why."""

    settled = forms.ChoiceField(
        label=_("What is answered"),
        choices=[("taken", _("Taken into the minutes")), ("not-taken", _("Not taken over"))],
    )
    answer = forms.CharField(label=_("Why"), max_length=300, required=False)

    def clean(self):
        said = super().clean()
        if said.get("settled") == "not-taken" and not said.get("answer"):
            self.add_error("answer", _("Say why it is not taken over."))
        return said


class MaterialForm(forms.Form):
    """One file, and who reads it."""

    file = KeptFile()
    access = forms.ChoiceField(label=_("Who may read it"), choices=Access.choices)
