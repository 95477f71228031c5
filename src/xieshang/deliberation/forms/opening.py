"""What an office says of a deliberation before it opens."""

from datetime import datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.matters.forms.asked import long_words
from xieshang.matters.models import Matter
from xieshang.people.models import Committee, Person, Sector, seated_on

from ..models import Deliberation
from ..models.statement import LONGEST

MOST_SEEDS, MOST_DAYS = 60, 400
MOMENT = "%Y-%m-%dT%H:%M"


class MomentInput(forms.DateTimeInput):
    """The browser's own calendar and clock."""

    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format=MOMENT)


def moment_field(label: str, **more) -> forms.DateTimeField:
    return forms.DateTimeField(label=label, widget=MomentInput(), **more)


class Times(forms.Form):
    """When weighing begins by itself, and when it ends."""

    weigh_at = moment_field(
        _("Weighing begins by itself"),
        required=False,
        help_text=_("Until then statements are collected. Empty: the office opens it by hand."),
    )
    closes_at = moment_field(_("Weighing ends"), help_text=_("Later votes do not count."))

    def clean_closes_at(self) -> datetime:
        closes, now = self.cleaned_data["closes_at"], timezone.now()
        if not now < closes <= now + timedelta(days=MOST_DAYS):
            raise ValidationError(_("A moment from now on, within a year, please."))
        return closes

    def clean(self):
        said = super().clean()
        begins, closes = said.get("weigh_at"), said.get("closes_at")
        if begins and closes and begins >= closes:
            self.add_error("closes_at", _("It must end after it begins."))
        return said


class OpeningForm(Times):
    """A whole deliberation, as one page asks for it."""

    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    title = forms.CharField(label=_("Title"), max_length=120)
    question = forms.CharField(
        label=_("The question"),
        max_length=300,
        help_text=_("One open question that a passer-by understands."),
    )
    about = long_words(_("What it is about, and what will be done with the result"), 4000)
    seeds = long_words(
        _("The organiser's first statements, one a line"), MOST_SEEDS * (LONGEST + 1)
    )
    who = forms.ChoiceField(
        label=_("Who may take part"),
        choices=Deliberation.Who.choices,
        widget=forms.RadioSelect,
        initial=Deliberation.Who.ANYONE,
    )
    sector = forms.ModelChoiceField(
        Sector.objects.all(), label=_("Which sector"), required=False, empty_label=_("None")
    )
    chosen = forms.CharField(
        label=_("How people are asked to take part"),
        max_length=300,
        required=False,
        help_text=_("It stands beside the result: this is not a survey."),
    )
    first_looked_at = forms.BooleanField(
        label=_("Look at each new statement before it is shown"), required=False, initial=True
    )
    matter = forms.CharField(
        label=_("Of which matter"),
        max_length=20,
        required=False,
        help_text=_("Its number, such as M12, where it is about one."),
    )
    partners = forms.ModelMultipleChoiceField(
        Committee.objects.all(),
        label=_("Held together with"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("It counts once, however many hold it; each of them may look after it."),
    )

    def __init__(self, person, data=None):
        super().__init__(data)
        self.person = person
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)

    def clean_seeds(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["seeds"].splitlines()]
        seeds = list(dict.fromkeys(line for line in lines if line))
        if not 1 <= len(seeds) <= MOST_SEEDS:
            raise ValidationError(_("At least one statement, and at most 60."))
        if long := next((line for line in seeds if len(line) > LONGEST), ""):
            raise ValidationError(
                _("At most %(n)d characters each: “%(text)s…” has more."),
                params={"n": LONGEST, "text": long[:20]},
            )
        return seeds

    def clean_matter(self) -> Matter | None:
        said = self.cleaned_data["matter"].strip().upper().removeprefix("M")
        if not said:
            return None
        known = Matter.objects.visible_to(self.person)
        number = said if said.isascii() and said.isdecimal() and len(said) < 19 else "0"
        found = known.filter(pk=number).first()
        if found is None:
            raise ValidationError(_("No matter of that number is known here."))
        return found

    def clean(self):
        said = super().clean()
        if said.get("who") == Deliberation.Who.SECTOR and not said.get("sector"):
            self.add_error("sector", _("Say which sector."))
        elif said.get("who") != Deliberation.Who.SECTOR:
            said["sector"] = None
        return said


class InvitedForm(forms.Form):
    """Who is invited: of those with a seat at a place that holds it, each ticked."""

    people = forms.ModelMultipleChoiceField(
        None, label=_("Those who are invited"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, deliberation: Deliberation, person, data=None):
        there = Person.objects.filter(pk__in=deliberation.invitations.values("person"))
        super().__init__(data, initial={"people": there})
        held = deliberation.owners.filter(committee__in=Committee.objects.kept_by(person))
        ours = seated_on(*held.values_list("committee", flat=True))
        self.fields["people"].queryset = (ours | there).order_by("name", "pk")
