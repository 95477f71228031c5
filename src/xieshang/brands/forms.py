"""What is asked of whoever looks after a brand."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Activity, Programme, Venue
from xieshang.evidence.models import File
from xieshang.matters.forms.asked import day_field, long_words
from xieshang.matters.models import Matter
from xieshang.people.models import Committee

from .models import IMPACT, Holder, has_outcome

NUMBER = re.compile(r"\s*([AMVF])\s*0*([1-9][0-9]{0,17})\s*", re.IGNORECASE)
SHOWN: dict[str, tuple[str, type[Any]]] = {
    "A": ("activity", Activity),
    "M": ("matter", Matter),
    "V": ("venue", Venue),
}
SLOT_CHOICES = [(slot, slot) for slot in Programme.SLOTS]


class NewBrand(forms.Form):
    """A brand or series that an office opens by hand."""

    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=Programme.Kind.choices, widget=forms.RadioSelect, initial="brand"
    )
    since = day_field(_("Since"))

    def __init__(self, person, data=None):
        super().__init__(data)
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)

    def clean(self):
        said = super().clean()
        same = Programme.objects.filter(committee=said.get("committee"), name=said.get("name"))
        if same.exists():
            self.add_error("name", _("There is one of that name already."))
        return said


class SlotText(forms.Form):
    """What is written for one of the six."""

    slot = forms.ChoiceField(choices=SLOT_CHOICES, widget=forms.HiddenInput)
    text = long_words(_("What is said"), 2000, required=False)


class ShowRecord(forms.Form):
    """A record by its number, as evidence for one of the six."""

    slot = forms.ChoiceField(choices=SLOT_CHOICES, widget=forms.HiddenInput)
    number = forms.CharField(
        label=_("Number of the record"),
        max_length=24,
        help_text=_("An activity (A12), a matter (M34), a venue (V5) or a file (F6)."),
    )

    def __init__(self, person, data=None, initial=None):
        super().__init__(data, initial=initial)
        self.person = person

    def clean(self):
        said = super().clean()
        found = NUMBER.fullmatch(said.get("number") or "")
        if not found:
            if "number" in said:
                self.add_error("number", _("A number such as A12, M34, V5 or F6, please."))
            return said
        letter, key = found[1].upper(), int(found[2])
        name, record = self.record_of(letter, key)
        if said.get("slot") == IMPACT and not (name == "matter" and has_outcome(record)):
            raise ValidationError(
                _("Impact is shown by matters that came to something: adopted, solved, published.")
            )
        said["record"] = {name: record}
        return said

    def record_of(self, letter: str, key: int):
        """The field and the record; raises ValidationError for what this person cannot see."""
        name, model = SHOWN.get(letter, ("file", File))
        record = model.objects.visible_to(self.person).filter(pk=key).first()
        if record is None:
            raise ValidationError(_("No record of that number is known here."))
        return name, record


class LookedOver(forms.Form):
    """That a slot was looked over."""

    slot = forms.ChoiceField(choices=SLOT_CHOICES, widget=forms.HiddenInput)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class NewHolder(forms.Form):
    """A special committee, branch or sector that is to have a brand."""

    committee = forms.ModelChoiceField(None, label=_("Of the committee"), empty_label=None)
    sort = forms.ChoiceField(label=_("Kind"), choices=Holder.Sort.choices)
    name = forms.CharField(label=_("Name"), max_length=60)

    def __init__(self, person, data=None):
        super().__init__(data)
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)


class Held(forms.Form):
    """Whose own a brand is."""

    holder = forms.ModelChoiceField(
        None, label=_("Whose brand it is"), required=False, empty_label=_("The committee's own")
    )

    def __init__(self, programme: Programme, data=None):
        super().__init__(data)
        self.fields["holder"].queryset = Holder.objects.filter(committee=programme.committee_id)
