"""What most moves ask, and the fields that several forms share."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..lifecycles import OUTCOMES, Outcome


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class LongWords(forms.CharField):
    """Words over several lines. A browser sends two signs for the end of a line and counts one."""

    widget = forms.Textarea

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


def long_words(label: str, most: int = 2000, *, required: bool = True) -> forms.CharField:
    rows = forms.Textarea(attrs={"rows": 4})
    return LongWords(label=label, max_length=most, required=required, widget=rows)


class KeptFile(forms.FileField):
    """One file of a size that an office can open."""

    LARGEST = 32  # MB

    def __init__(self, **more):
        super().__init__(**{"label": _("File"), "max_length": 200} | more)

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if file and file.size > self.LARGEST << 20:
            said = {"name": file.name, "n": self.LARGEST}
            raise ValidationError(_("%(name)s is larger than %(n)d MB."), params=said)
        return file


def day_field(label: str, **more) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), **more)


def within(day: date, first: date, last: date) -> date:
    """The day, if it lies between two; raises ValidationError."""
    if not first <= day <= last:
        raise ValidationError(
            _("A day from %(first)s to %(last)s, please."),
            params={"first": first.isoformat(), "last": last.isoformat()},
        )
    return day


class Answers(forms.Form):
    """What a person may say when making a move with this subject."""

    note = long_words(_("Note"), required=False)

    def __init__(self, data=None, *, subject=None, person=None, initial=None):
        self.subject, self.person = subject, person
        super().__init__(data, initial=initial)
        if subject is not None:
            self.know(subject)

    def know(self, subject) -> None:
        """Offer what may be chosen for this subject."""


class Reason(Answers):
    """A move that must give its reason."""

    note = long_words(_("Reason"))


class MoreTime(Reason):
    """Until which day there is more time; at most half a year from today."""

    due = day_field(_("Until"))

    def clean_due(self) -> date:
        today = timezone.localdate()
        return within(self.cleaned_data["due"], today, today + timedelta(days=184))


class Closing(Reason):
    """Why it is closed, which the public reads, and what came of it. Never “solved”: that is for
    whoever raised it, or for evidence."""

    outcome = forms.ChoiceField(
        label=_("What came of it"),
        choices=[(o.value, OUTCOMES[o]) for o in Outcome if o is not Outcome.DONE],
        widget=forms.RadioSelect,
    )


class Nudge(Answers):
    note = forms.CharField(label=_("A word beside it"), max_length=200, required=False)


FORMS = {
    "": Answers,
    "reason": Reason,
    "more-time": MoreTime,
    "closing": Closing,
    "proof": Reason,
    "nudge": Nudge,
}
