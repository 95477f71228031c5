"""What is asked of whoever looks after a venue."""

from datetime import datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Venue
from xieshang.matters.forms.asked import day_field
from xieshang.people.models import Committee, Person, Sector

from .days import LAST
from .models import Review, Township, Weekday

WEEKDAYS = list(Weekday.choices)
NTH = [(1, _("1st")), (2, _("2nd")), (3, _("3rd")), (4, _("4th")), (LAST, _("last one"))]
NONE = [("", _("None"))]
HOURS = [(f"{n // 2:02d}:{n % 2 * 30:02d}",) * 2 for n in range(14, 45)]  # 7:00 to 22:00
FARTHEST = timedelta(days=365)


class TimeInput(forms.TimeInput):
    """The browser's own clock."""

    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


class NewVenue(forms.Form):
    """A venue that an office enters by hand."""

    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    name = forms.CharField(label=_("Name"), max_length=120)
    form = forms.CharField(
        label=_("Form"),
        max_length=60,
        help_text=_("In the office's own word: 委员工作室, 协商议事室 …"),
    )
    sector = forms.ModelChoiceField(
        Sector.objects.all(), label=_("Sector"), required=False, empty_label=_("None")
    )
    owner = forms.CharField(label=_("Kept by"), max_length=120, required=False)
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    opened_on = day_field(_("Opened on"))

    def __init__(self, person, data=None):
        super().__init__(data)
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)

    def clean(self):
        said = super().clean()
        same = Venue.objects.filter(committee=said.get("committee"), name=said.get("name"))
        if same.exists():
            self.add_error("name", _("There is one of that name already."))
        return said


class RuleForm(forms.Form):
    """When a venue receives, and who takes turns."""

    month_day = forms.IntegerField(
        label=_("Day of each month"), min_value=1, max_value=31, required=False
    )
    nth = forms.TypedChoiceField(
        label=_("Or which one of the month"), choices=[*NONE, *NTH], coerce=int, empty_value=None,
        required=False,
    )  # fmt: skip
    weekday = forms.TypedChoiceField(
        label=_("Weekday"), choices=[*NONE, *WEEKDAYS], coerce=int, empty_value=None,
        required=False,
    )  # fmt: skip
    begins = forms.TimeField(label=_("Begins"), widget=TimeInput())
    ends = forms.TimeField(label=_("Ends"), widget=TimeInput())
    hosts = forms.ModelMultipleChoiceField(
        None, label=_("Who takes turns"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Two are on duty each time, in this order."),
    )  # fmt: skip

    def __init__(self, venue: Venue, data=None, initial=None):
        super().__init__(data, initial=initial)
        self.fields["hosts"].queryset = seated_at(venue)

    def clean(self):
        said = super().clean()
        by_day, by_week = said.get("month_day"), (said.get("nth"), said.get("weekday"))
        whole = None not in by_week
        if bool(by_day) == whole or (by_day and by_week != (None, None)):
            raise ValidationError(_("Either a day of the month, or which weekday of it."))
        if said.get("begins") and said.get("ends") and said["begins"] >= said["ends"]:
            self.add_error("ends", _("It must end after it begins."))
        return said


def seated_at(venue: Venue):
    """Those with a seat on the venue's committee today."""
    today = timezone.localdate()
    still = Q(seats__until=None) | Q(seats__until__gt=today)
    rows = Person.objects.filter(
        still, seats__committee=venue.committee_id, seats__since__lte=today
    )
    return rows.distinct().order_by("pk")


class Pair(forms.Form):
    """The two on duty on one day."""

    first = forms.ModelChoiceField(None, label=_("On duty"), required=False, empty_label=_("None"))
    second = forms.ModelChoiceField(None, label=_("and"), required=False, empty_label=_("None"))

    def __init__(self, venue: Venue, data=None, initial=None):
        super().__init__(data, initial=initial)
        for name in ("first", "second"):
            self.fields[name].queryset = seated_at(venue)

    def clean(self):
        said = super().clean()
        if said.get("first") and said.get("first") == said.get("second"):
            self.add_error("second", _("Two different people, please."))
        return said


class BookingForm(forms.Form):
    """A room for a time of one day."""

    day = day_field(_("Day"))
    begins = forms.ChoiceField(label=_("Begins"), choices=HOURS[:-1])
    ends = forms.ChoiceField(label=_("Ends"), choices=HOURS[1:])
    what = forms.CharField(label=_("What for"), max_length=120)

    def clean_day(self):
        day, today = self.cleaned_data["day"], timezone.localdate()
        if not today <= day <= today + FARTHEST:
            raise ValidationError(_("A day from today on, within a year, please."))
        return day

    def clean(self):
        said = super().clean()
        if {"day", "begins", "ends"} <= said.keys():
            said["begins"], said["ends"] = (
                timezone.make_aware(datetime.fromisoformat(f"{said['day']} {said[name]}"))
                for name in ("begins", "ends")
            )
            if said["begins"] >= said["ends"]:
                self.add_error("ends", _("It must end after it begins."))
        return said


class ReviewForm(forms.Form):
    """What this year's review says."""

    verdict = forms.ChoiceField(
        label=_("Verdict"), choices=Review.Verdict.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class Where(forms.Form):
    """In which township a venue lies; one that is not listed yet can be named."""

    township = forms.CharField(label=_("Township or street"), max_length=40)


class NewTownship(forms.Form):
    """One more township of a committee's place."""

    committee = forms.ModelChoiceField(None, label=_("Of the committee"), empty_label=None)
    names = forms.CharField(
        label=_("Townships and streets, one a line"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, person, data=None):
        super().__init__(data)
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)

    def clean_names(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]
        most = Township._meta.get_field("name").max_length
        if not names or len(names) > 100 or any(len(name) > most for name in names):
            raise ValidationError(_("At most 100 names of at most 40 characters, please."))
        return names
