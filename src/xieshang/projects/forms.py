"""What is asked of whoever looks after projects and campaigns."""

from django import forms
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Project
from xieshang.matters.forms.asked import day_field, long_words
from xieshang.people.models import Committee, seated_on

from .models import Campaign, Introducer, Stage

MOST = 10_000_000


def sum_field(label: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_digits=12, decimal_places=4
    )


class NewProject(forms.Form):
    """A project that an office enters by hand."""

    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    name = forms.CharField(label=_("Name"), max_length=200)
    day = day_field(_("Day"))
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    jobs = forms.IntegerField(label=_("Jobs"), required=False, min_value=0, max_value=MOST)

    def __init__(self, person, data=None):
        super().__init__(data)
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)


class SumsForm(forms.Form):
    """Two sums that are never mixed."""

    contract = sum_field(_("By contract, 10,000 yuan"))
    paid_in = sum_field(_("Paid in so far, 10,000 yuan"))


class StageForm(forms.Form):
    """How far it came, when."""

    stage = forms.ChoiceField(label=_("Stage"), choices=Stage.choices)
    day = day_field(_("Day"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class IntroducerForm(forms.Form):
    """Who brought it in."""

    person = forms.ModelChoiceField(None, label=_("Who brought it in"))
    way = forms.ChoiceField(label=_("How it was brought in"), choices=Introducer.Way.choices)

    def __init__(self, project: Project, data=None):
        super().__init__(data)
        self.fields["person"].queryset = seated_on(project.committee_id)


class CampaignForm(forms.Form):
    """A campaign of an office."""

    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    name = forms.CharField(label=_("Name"), max_length=120)
    since = day_field(_("Since"))
    goal = long_words(_("Goal"), 2000, required=False)

    def __init__(self, person, data=None):
        super().__init__(data)
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)

    def clean(self):
        said = super().clean()
        same = Campaign.objects.filter(committee=said.get("committee"), name=said.get("name"))
        if same.exists():
            self.add_error("name", _("There is one of that name already."))
        return said


class ServiceForm(forms.Form):
    """What was done for whom."""

    title = forms.CharField(label=_("What was done"), max_length=200)
    day = day_field(_("Day"))
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    beneficiaries = forms.IntegerField(
        label=_("For how many people"), required=False, min_value=0, max_value=MOST
    )
    members = forms.ModelMultipleChoiceField(
        None, label=_("Members who did it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, campaign: Campaign, data=None):
        super().__init__(data)
        self.fields["members"].queryset = seated_on(campaign.committee_id)
