"""The form by which a clerk writes down a meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from xieshang.activities.actions import Draft
from xieshang.activities.models import Activity, Programme
from xieshang.activities.models.activity import Kind
from xieshang.people.models import Committee

from .filters import DayInput

PARTS = (
    ("committee", "kind", "title", "day", "form", "another"),
    ("attendances", "member_attendances", "public_attendances", "place", "programme", "session"),
)
MOST = 10_000_000  # more people than the region's largest city has


def count(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MOST)


class Meeting(forms.Form):
    """One activity: who holds it with whom, what, when, how many came."""

    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices, widget=forms.RadioSelect)
    title = forms.CharField(label=_("Title"), max_length=200)
    day = forms.DateField(label=_("Day"), widget=DayInput())
    form = forms.CharField(
        label=_("Form"),
        max_length=60,
        required=False,
        help_text=_("In the office's own word: 委员讲堂, 专题协商会, 基层协商 …"),
    )
    attendances = count(_("Attendances"))
    member_attendances = count(_("Of these, members"))
    public_attendances = count(_("Of these, residents"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    programme = forms.ModelChoiceField(
        None, label=_("Brand or series"), required=False, empty_label=_("None")
    )
    session = forms.IntegerField(
        label=_("Session"),
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=_("Which one of the brand or series it is (第几期)."),
    )
    partners = forms.ModelMultipleChoiceField(
        None,
        label=_("Held together with"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The activity counts once, for each of them and for all of them together."),
    )
    another = forms.BooleanField(
        label=_("It is another one with the same title on the same day"), required=False
    )

    def __init__(self, person, data=None, activity: Activity | None = None):
        super().__init__(data, initial=activity and said_of(activity))
        self.person, self.activity = person, activity
        kept = Committee.objects.visible_to(person).kept_by(person)
        self.fields["committee"].queryset = kept
        self.fields["partners"].queryset = Committee.objects.visible_to(person)
        self.fields["programme"].queryset = Programme.objects.visible_to(person)
        if not self.is_bound or "another" not in self.data:
            self.fields["another"].widget = forms.HiddenInput()

    def part(self, place: int) -> list[forms.BoundField]:
        """The fields of the left or the right column."""
        shown = (self[name] for name in PARTS[place])
        return [field for field in shown if not field.is_hidden]

    def clean(self):
        said = super().clean()
        whole = said.get("attendances")
        for name in ("member_attendances", "public_attendances"):
            part = said.get(name)
            if part is not None and whole is not None and part > whole:
                self.add_error(name, _("These are more than all who came."))
        self.refuse_twin(said)
        self.refuse_number(said)
        return said

    def refuse_number(self, said) -> None:
        """A number of a brand or series is given once."""
        series, number = said.get("programme"), said.get("session")
        if series is None or number is None:
            return
        same = series.activities.filter(session=number)
        other = (same.exclude(pk=self.activity.pk) if self.activity else same).first()
        if other:
            words = _("Number %(n)d of it is %(number)s already.")
            self.add_error("session", words % {"n": number, "number": other.short})

    def refuse_twin(self, said) -> None:
        """What was written down already is shown, and asked about, before it is written again."""
        if said.get("another") or not {"committee", "title", "day"} <= said.keys():
            return
        same = Activity.objects.visible_to(self.person).filter(title=said["title"], day=said["day"])
        others = same.exclude(pk=self.activity.pk) if self.activity else same
        twin = others.filter(organisers__committee=said["committee"]).first()
        if twin:
            self.fields["another"].widget = forms.CheckboxInput()
            self.add_error(
                "another",
                _("%(number)s has this title and this day. Tick this if yours is another one.")
                % {"number": twin.short},
            )

    def draft(self) -> Draft:
        """What is to be written."""
        said = dict(self.cleaned_data)
        said.pop("another")
        lead, partners = said.pop("committee"), said.pop("partners")
        activity = self.activity or Activity()
        for name, value in said.items():
            setattr(activity, name, value)
        activity.approximate = [
            name for name in activity.approximate if name not in self.changed_data
        ]
        return Draft(activity, lead.pk, [each.pk for each in partners])


def said_of(activity: Activity) -> dict[str, object]:
    """An activity as the form says it."""
    organisers = list(activity.organisers.all())
    return {
        **{name: getattr(activity, name) for name in (*PARTS[0][1:5], *PARTS[1])},
        "committee": next(each.committee_id for each in organisers if each.lead),
        "partners": [each.committee_id for each in organisers if not each.lead],
    }
