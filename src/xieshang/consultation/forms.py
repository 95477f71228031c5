"""What is asked of who plans a year, proposes a topic, and answers it."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.matters.forms.asked import Reason, day_field, long_words, within
from xieshang.matters.models import Matter
from xieshang.meetings.models import Form
from xieshang.people.models import Committee

from .models import Topic

AHEAD = timedelta(days=400)
MONTHS = [(number, f"{number}") for number in range(1, 13)]


class NewPlan(forms.Form):
    """Of which committee and year, and until when topics are asked for."""

    committee = forms.ModelChoiceField(None, label=_("Planned by"), empty_label=None)
    year = forms.IntegerField(label=_("Year"))
    asks_until = day_field(_("Topics are asked for until"))

    def __init__(self, person, data=None):
        now = timezone.localdate()
        start = {"year": now.year + 1, "asks_until": now + timedelta(days=30)}
        super().__init__(data, initial=start)
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)

    def clean_year(self):
        year, now = self.cleaned_data["year"], timezone.localdate().year
        if not now <= year <= now + 2:
            raise forms.ValidationError(_("This year or one of the next two, please."))
        return year

    def clean_asks_until(self):
        today = timezone.localdate()
        return within(self.cleaned_data["asks_until"], today, today + AHEAD)


class ProposeForm(forms.Form):
    """A topic; an office may say whose it is, and which matter it comes from."""

    title = forms.CharField(label=_("Topic of consultation"), max_length=120)
    why = long_words(_("Why this topic"), 1000, required=False)
    on_behalf = forms.CharField(
        label=_("On whose behalf"), max_length=60, required=False,
        help_text=_("Where an office, a unit or residents said it and you write it down."),
    )  # fmt: skip
    matter = forms.CharField(
        label=_("Number of the matter it comes from"), max_length=20, required=False
    )

    def __init__(self, person, office: bool, data=None):
        super().__init__(data)
        self.person = person
        if not office:
            del self.fields["on_behalf"], self.fields["matter"]

    def clean_matter(self) -> Matter | None:
        number = self.cleaned_data["matter"].strip().upper().lstrip("M")
        if not number:
            return None
        known = number.isascii() and number.isdecimal() and len(number) <= 12
        found = Matter.objects.visible_to(self.person).filter(pk=int(number)) if known else None
        if not found or not found.exists():
            raise forms.ValidationError(_("There is no such matter that you may see."))
        return found.get()


class ChooseForm(forms.Form):
    """Chosen, with its form and month; or not, and why."""

    answer = forms.ChoiceField(
        label=_("Into the plan or not"), choices=Topic.Answer, widget=forms.RadioSelect
    )
    form = forms.ModelChoiceField(None, label=_("Form"), required=False, empty_label="—")
    month = forms.TypedChoiceField(
        label=_("Month"), choices=[("", "—"), *MONTHS], coerce=int, empty_value=None,
        required=False,
    )  # fmt: skip
    why_not = forms.CharField(label=_("Why it is not chosen"), max_length=300, required=False)

    def __init__(self, topic: Topic, data=None):
        said = {name: getattr(topic, name) for name in ("answer", "form", "month", "why_not")}
        super().__init__(data, initial=said, auto_id=f"id_topic{topic.pk}_%s")
        ours = Q(committee=topic.plan.committee_id) | Q(committee__parent=None)
        self.fields["form"].queryset = Form.objects.filter(ours, kind="consultation")

    def clean(self):
        said = super().clean()
        if said.get("answer") == "chosen":
            said["why_not"] = ""
            for name in ("form", "month"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("Needed for a topic that is chosen."))
        elif said.get("answer") == "left":
            said["form"] = said["month"] = None
            if not said.get("why_not"):
                self.add_error("why_not", _("Whoever proposed it is told why."))
        return said


class DecisionForm(Reason):
    """The paper by which the plan was decided."""

    note = forms.CharField(label=_("Decided by which paper"), max_length=200)


class SummaryForm(Reason):
    """What became of the plan, for all members to read."""

    note = long_words(_("What became of the year"), 8000)


FORMS = {"": forms.Form, "reason": Reason, "decision": DecisionForm, "summary": SummaryForm}
