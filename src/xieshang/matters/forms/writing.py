"""The text of a proposal and what its author wishes for it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee, Unit

from .asked import long_words
from .reviewing import units_for

LONGEST = 3000  # characters of each part; offices ask for 800 to 1,500 in all


def part(label: str, about: str, rows: int, *, required: bool = False) -> forms.CharField:
    field = long_words(label, LONGEST, required=required)
    field.help_text = about
    field.widget.attrs |= {"rows": rows, "data-count": LONGEST}
    return field


class ProposalText(forms.Form):
    """One matter in three parts, and the wishes. A draft may still lack a part."""

    title = forms.CharField(
        label=_("Subject of the proposal"),
        max_length=200,
        help_text=_("One matter only, in one line."),
    )
    situation = part(
        _("Situation"),
        _("What is so, with places, days and numbers. Needed before it is handed in."),
        8,
    )
    analysis = part(_("Analysis"), _("Why it is so."), 6)
    advice = part(
        _("Suggestion"),
        _("What should be done, by whom; number several. Needed before it is handed in."),
        8,
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Which unit should answer"), required=False,
        empty_label=_("The office decides"),
    )  # fmt: skip
    contact = forms.BooleanField(
        label=_("The unit should speak with me before it answers"), required=False
    )
    convert = forms.BooleanField(
        label=_("It may become an opinion report where it is not filed"), required=False
    )
    hidden = forms.BooleanField(label=_("It should not be made public"), required=False)
    why_not = forms.CharField(label=_("Why it should not be public"), max_length=300,
                              required=False)  # fmt: skip

    TEXT = ("title", "situation", "analysis", "advice")
    WISHES = ("unit", "contact", "convert", "hidden", "why_not")

    def __init__(self, data=None, *, committee=None, **more):
        super().__init__(data, **more)
        if committee is not None:
            self.fields["unit"].queryset = units_for(committee)

    def clean(self):
        said = super().clean()
        if said.get("hidden") and not said.get("why_not"):
            self.add_error("why_not", _("Say why not."))
        return said

    def parts(self) -> list[forms.BoundField]:
        return [self[name] for name in self.TEXT]

    def wishes(self) -> list[forms.BoundField]:
        return [self[name] for name in self.WISHES]


class NewProposal(ProposalText):
    """With whom it is raised, and for which organisation, if for one."""

    committee = forms.ModelChoiceField(
        Committee.objects.none(), label=_("Raised with"), empty_label=None
    )
    organisation = forms.CharField(
        label=_("Proposed for an organisation"),
        max_length=80,
        required=False,
        help_text=_("A party, a people's organisation, a special committee, a sector or a group."),
    )
    field_order = ("committee", "organisation", *ProposalText.TEXT, *ProposalText.WISHES)

    def __init__(self, data=None, *, places, alone, **more):
        """`places`: where one may raise it; `alone`: the keys of those where one is a member."""
        super().__init__(data, **more)
        self.alone = alone
        self.fields["committee"].queryset = places
        lines = {code for place in places for code in place.line()}
        self.fields["unit"].queryset = Unit.objects.filter(committee__in=lines)

    def clean(self):
        said = super().clean()
        place, unit = said.get("committee"), said.get("unit")
        if place and place.pk not in self.alone and not said.get("organisation"):
            self.add_error("organisation", _("An office proposes only for an organisation."))
        if place and unit and unit.committee_id not in place.line():
            self.add_error("unit", _("This unit does not answer to that committee."))
        return said
