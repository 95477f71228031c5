"""What is asked of whoever enters sessions, guests, questions, groups and notes."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Programme
from xieshang.matters.forms.asked import day_field, long_words
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Person

from .models import ReadingGroup
from .models.reading import Kind
from .sorts import NONE, SERIES, Sort

MOST = 10_000_000
NUMBER = re.compile(r"\s*M?0*([1-9][0-9]{0,17})\s*", re.IGNORECASE)


def words(label: str, most: int, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, **more)


def count(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MOST)


def recording() -> forms.URLField:
    return forms.URLField(
        label=_("Recording"), required=False, max_length=200, assume_scheme="https",
        validators=[URLValidator(schemes=["https", "http"])],
    )  # fmt: skip


class NewSitting(forms.Form):
    """A session of one sort: what that sort asks, and no more."""

    programme = forms.ModelChoiceField(None, label=_("Series"), empty_label=None)
    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    title = forms.CharField(label=_("Topic"), max_length=200)
    day = day_field(_("Day"))
    document = words(_("Document or book"), 200)
    speaker = words(_("Who speaks"), 80)
    team = words(_("Lecture team"), 80)
    host = words(_("Received by"), 200, help_text=_("The enterprise, community or village."))
    place = words(_("Place"), 200)
    audience = words(_("Who listens"), 120)
    group = forms.ModelChoiceField(None, label=_("Reading group"), empty_label=None)
    attendances = count(_("Attendances"))
    member_attendances = count(_("Of these, members"))
    recording = recording()
    follow_up = long_words(_("What follows from it"), 2000, required=False)

    OWN = ("document", "speaker", "team", "host", "audience", "group", "recording", "follow_up")

    def __init__(self, person, sort: Sort, data=None):
        super().__init__(data)
        self.sort = sort
        kept = Committee.objects.inside().kept_by(person)
        self.fields["committee"].queryset = kept
        series = Programme.objects.filter(committee__in=kept).select_related("committee")
        self.fields["programme"].queryset = series
        self.fields["group"].queryset = ReadingGroup.objects.filter(committee__in=kept)
        for name in (*self.unasked(), *(name for name in self.OWN if name not in sort.asks)):
            del self.fields[name]

    def unasked(self) -> tuple[str, ...]:
        """A series and a group say whose they are; the others ask."""
        if self.sort.numbered == SERIES:
            return ("committee",)
        return ("programme", "committee") if "group" in self.sort.asks else ("programme",)

    def clean_day(self):
        day = self.cleaned_data["day"]
        if not 1949 <= day.year <= timezone.localdate().year + 1:
            raise ValidationError(_("A day from 1949 to the end of next year, please."))
        return day

    def clean(self):
        said = super().clean()
        whole, part = said.get("attendances"), said.get("member_attendances")
        if whole is not None and part is not None and part > whole:
            self.add_error("member_attendances", _("These are more than all who came."))
        whose = said.get("programme") or said.get("group")
        if whose is not None:
            said["committee"] = whose.committee
        return said

    @property
    def may_be_sent(self) -> bool:
        """Whether there is anything to choose whose it is from."""
        asked = next(n for n in ("programme", "group", "committee") if n in self.fields)
        return self.fields[asked].queryset.exists()

    @property
    def is_numbered(self) -> bool:
        return self.sort.numbered != NONE


class FollowUp(forms.Form):
    """What was done since, and where it can be heard again."""

    text = long_words(_("What follows from it"), 2000, required=False)
    recording = recording()


class GuestForm(forms.Form):
    """A guest: an office, or somebody with an account, by the name they sign in with."""

    part = forms.CharField(label=_("Part"), max_length=40, help_text="主持、委员、部门 …")
    office = words(_("Office"), 120)
    person = words(_("Or an account's name"), 150)

    def clean_person(self):
        name = self.cleaned_data["person"].strip()
        if not name:
            return None
        found = Person.objects.filter(username=name, is_active=True).first()
        if found is None:
            raise ValidationError(_("Nobody has an account of that name."))
        return found

    def clean(self):
        said = super().clean()
        if "person" in said and bool(said.get("office")) == bool(said["person"]):
            raise ValidationError(_("Either an office or an account."))
        return said


class QuestionForm(forms.Form):
    """A matter by its number."""

    number = forms.CharField(label=_("Number of the matter"), max_length=24)

    def __init__(self, person, data=None):
        super().__init__(data)
        self.person = person

    def clean_number(self):
        said = NUMBER.fullmatch(self.cleaned_data["number"])
        seen = Matter.objects.visible_to(self.person)
        found = seen.filter(pk=int(said[1])).first() if said and int(said[1]) < 2**63 else None
        if found is None:
            raise ValidationError(_("There is no matter of that number."))
        return found


class NewGroup(forms.Form):
    """A group that reads together."""

    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    name = forms.CharField(label=_("Name"), max_length=120)
    theme = forms.CharField(label=_("Theme"), max_length=120)
    book = forms.CharField(label=_("Book"), max_length=120)
    guide = long_words(_("Reading guide"), 4000, required=False)
    since = day_field(_("Since"))

    def __init__(self, person, data=None):
        super().__init__(data)
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)

    def clean(self):
        said = super().clean()
        same = ReadingGroup.objects.filter(committee=said.get("committee"), name=said.get("name"))
        if same.exists():
            self.add_error("name", _("There is one of that name already."))
        return said


class ChapterForm(forms.Form):
    """More chapters, one a line."""

    titles = long_words(_("Chapters, one a line"), 6000)

    def clean_titles(self):
        lines = [line.strip() for line in self.cleaned_data["titles"].splitlines()]
        found = [line for line in lines if line]
        if not found or len(found) > 200 or max(map(len, found)) > 120:
            raise ValidationError(_("Up to 200 chapters, each of up to 120 signs."))
        return found


class NoteForm(forms.Form):
    """A note or a share, perhaps on a chapter."""

    text = long_words(_("Text"), 4000)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.NOTE
    )

    def __init__(self, group: ReadingGroup, data=None):
        super().__init__(data)
        self.fields["chapter"] = forms.ModelChoiceField(
            group.chapters.all(), label=_("Chapter"), required=False, empty_label=_("The whole")
        )


class BeginForm(forms.Form):
    """To whom a proposal that begins from a note is to go."""

    committee = forms.ModelChoiceField(None, label=_("To"), empty_label=None)

    def __init__(self, person, data=None):
        super().__init__(data, auto_id=False)  # it stands beside each note
        own = person.seats.current().exclude(pk__in=person.seats.current().keeping())
        places = Committee.objects.inside().filter(pk__in=own.values("committee"))
        self.fields["committee"].queryset = places
        self.fields["committee"].choices = [(each.pk, str(each)) for each in places]
