"""What somebody else writes down for a resident: at the desk, or at a reception day."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Venue

from ..models import Category
from .asked import Closing, day_field, long_words, within
from .voicing import LONGEST, Places, Sending, Told, line

OPEN_OUTCOMES = Closing.base_fields["outcome"].choices
LONGEST_AGO = timedelta(days=366)


class Entered(Told, Sending):
    """What somebody else writes down: as a resident would, with the day, or the venue they came
    to; and what they were answered on the spot."""

    venue = forms.ModelChoiceField(Venue.objects.none(), label=_("Venue"))
    day = day_field(_("On"))
    place = Places(label=_("City and county"))
    area = line(_("Where exactly"), 60)
    category = forms.ModelChoiceField(Category.objects.none(), label=_("What it is about"))
    answer = long_words(_("Answered on the spot"), LONGEST, required=False)
    outcome = forms.ChoiceField(
        label=_("What came of it"),
        choices=[("", _("Nothing yet: it is taken along")), *OPEN_OUTCOMES],
        required=False,
    )

    def __init__(self, *args, places, venues=None, **more):
        super().__init__(*args, **more)
        self.places_there = places.exists()
        del self.fields["venue" if venues is None else "place"]
        if venues is None:
            self.fields["place"].offer(places)
        else:
            self.fields["venue"].queryset = venues
        committee = self.chosen_committee(places, venues) or places.first()
        if committee:
            rules = Category.objects.filter(use=Category.Use.PUBLIC, stop="")
            self.fields["category"].queryset = rules.of(committee)

    def chosen_committee(self, places, venues):
        """Where it is, before anything else is known to be right."""
        rows, name = (places, "place") if venues is None else (venues, "venue")
        said = str(self.data.get(name, "") or self.initial.get(name, ""))
        if not (said.isascii() and said.isdecimal() and len(said) < 19):
            return None
        found = rows.filter(pk=said).first()
        return getattr(found, "committee", found)

    def clean_day(self):
        today = timezone.localdate()
        return within(self.cleaned_data["day"], today - LONGEST_AGO, today)

    def clean(self):
        said = super().clean()
        if bool(said.get("answer")) != bool(said.get("outcome")):
            missing = "outcome" if said.get("answer") else "answer"
            self.add_error(missing, _("Say what was answered, and what came of it."))
        place = said.pop("place", None)
        said["committee"] = said["venue"].committee if said.get("venue") else place
        return said
