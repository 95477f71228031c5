"""What is asked of whoever plans, visits, finds, and writes reports."""

import re
from datetime import timedelta
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.matters.forms.asked import Reason, day_field, long_words, within
from xieshang.matters.forms.photos import PicturesField
from xieshang.people.models import Committee, Unit, seated_on

from .models.advice import Advice, Level, Sort
from .models.finding import Came
from .models.supervision import Supervision
from .models.visit import Said, Visit

MOST_CHECKS, LONGEST_CHECK = 40, 200
LONG_AGO, FAR = timedelta(days=400), timedelta(days=800)
LINE = re.compile(r"\s*\n\s*")


class NewSupervision(forms.Form):
    """What is to be looked into, by whom."""

    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    title = forms.CharField(label=_("Topic"), max_length=120)
    topic = long_words(_("Why this topic"), required=False)

    def __init__(self, person, data=None):
        super().__init__(data)
        self.fields["committee"].queryset = Committee.objects.inside().kept_by(person)


class PlanForm(forms.Form):
    """The plan, the team, and what every visit looks at."""

    words = long_words(_("Plan"), 8000, required=False)
    checks = long_words(_("What every visit looks at, a line each"), 8000, required=False)
    team = forms.ModelMultipleChoiceField(
        None, label=_("Who goes"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, supervision: Supervision, data=None):
        said = {
            "words": supervision.plan,
            "checks": "\n".join(check.text for check in supervision.checks.all()),
            "team": supervision.team.all(),
        }
        super().__init__(data, initial=said)
        self.fields["team"].queryset = seated_on(supervision.committee_id)

    def clean_checks(self):
        lines = [line for line in LINE.split(self.cleaned_data["checks"].strip()) if line]
        if len(lines) > MOST_CHECKS:
            raise ValidationError(_("At most %(n)d lines, please.") % {"n": MOST_CHECKS})
        if any(len(line) > LONGEST_CHECK for line in lines):
            raise ValidationError(_("A line has at most %(n)d signs.") % {"n": LONGEST_CHECK})
        return lines


class ReportForm(Reason):
    """The report, or whatever stands where it can be read whole."""

    note = long_words(_("Report"), 20000)


class SendingForm(Reason):
    """To whom it goes."""

    note = forms.CharField(label=_("To whom"), max_length=200)


FORMS = {"": forms.Form, "reason": Reason, "report": ReportForm, "sending": SendingForm}


class VisitForm(forms.Form):
    """A visit: where, when, what was seen of each thing, in words and pictures."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    place = forms.CharField(label=_("Place"), max_length=120)
    day = day_field(_("Day"))
    note = long_words(_("What was seen and heard"), 4000, required=False)
    photos = PicturesField()

    def __init__(self, supervision: Supervision, data=None, files=None):
        super().__init__(data, files, initial={"key": uuid4(), "day": timezone.localdate()})
        self.checks = list(supervision.checks.all())
        for check in self.checks:
            self.fields[f"said-{check.number}"] = forms.ChoiceField(
                label=check.text,
                choices=[("", _("Not looked at")), *Said.choices],
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"words-{check.number}"] = forms.CharField(
                label=_("In words"), max_length=300, required=False
            )

    @property
    def lines(self):
        """Each thing that is looked at with its two fields."""
        return [(c, self[f"said-{c.number}"], self[f"words-{c.number}"]) for c in self.checks]

    def clean_day(self):
        today = timezone.localdate()
        return within(self.cleaned_data["day"], today - LONG_AGO, today)

    def answers(self) -> dict[int, tuple[str, str]]:
        """By number, what was looked at."""
        said = self.cleaned_data
        told = {
            c.number: (said[f"said-{c.number}"], said[f"words-{c.number}"]) for c in self.checks
        }
        return {number: each for number, each in told.items() if each[0]}


class FindingForm(forms.Form):
    """What is not as it should be, who puts it right until when, when it is looked at again."""

    words = long_words(_("What is amiss"))
    visit = forms.ModelChoiceField(None, label=_("Seen on the visit"), required=False)
    unit = forms.ModelChoiceField(None, label=_("Who puts it right"), required=False)
    due_on = day_field(_("To be put right by"))
    revisit_on = day_field(_("Looked at again on"))

    def __init__(self, supervision: Supervision, data=None):
        super().__init__(data)
        self.fields["visit"].queryset = Visit.objects.filter(supervision=supervision)
        self.fields["unit"].queryset = Unit.objects.filter(committee=supervision.committee_id)

    def clean(self):
        said = super().clean()
        due, again = said.get("due_on"), said.get("revisit_on")
        today = timezone.localdate()
        for day in filter(None, (due, again)):
            within(day, today - LONG_AGO, today + FAR)
        if due and again and again < due:
            self.add_error("revisit_on", _("It is looked at again once it is due, not before."))
        return said


class LookForm(forms.Form):
    """What was seen when somebody looked again."""

    came = forms.ChoiceField(label=_("How it came out"), choices=Came.choices)
    day = day_field(_("Day"))
    words = long_words(_("In words"), 1000, required=False)
    revisit_on = day_field(_("Looked at again on"), required=False)

    def __init__(self, of: int, data=None):
        self.of = of  # the key of the finding: a page has one form for each
        super().__init__(data, auto_id=f"id_look{of}_%s")

    def clean_day(self):
        today = timezone.localdate()
        return within(self.cleaned_data["day"], today - LONG_AGO, today)

    def clean(self):
        said = super().clean()
        if said.get("came") not in (None, "done") and not said.get("revisit_on"):
            self.add_error("revisit_on", _("Say when it is looked at again."))
        return said


class AdviceForm(forms.Form):
    """A research report or a formal recommendation."""

    committee = forms.ModelChoiceField(None, label=_("Held by"), empty_label=None)
    sort = forms.ChoiceField(label=_("Sort"), choices=Sort.choices)
    title = forms.CharField(label=_("Title"), max_length=200)
    day = day_field(_("Day"))
    supervision = forms.ModelChoiceField(
        None, label=_("Out of which supervision"), required=False, empty_label=_("None")
    )
    words = long_words(_("What it says"), 20000, required=False)

    def __init__(self, person, data=None):
        super().__init__(data)
        kept = Committee.objects.inside().kept_by(person)
        self.fields["committee"].queryset = kept
        self.fields["supervision"].queryset = Supervision.objects.filter(committee__in=kept)


class AuthorsForm(forms.Form):
    """Who wrote it: of those with a seat there, each ticked."""

    authors = forms.ModelMultipleChoiceField(
        None, label=_("Written by"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, advice: Advice, data=None):
        there = advice.authors.all()
        super().__init__(data, initial={"authors": there})
        self.fields["authors"].queryset = seated_on(advice.committee_id) | there.order_by()


class AdoptedForm(forms.Form):
    level = forms.ChoiceField(label=_("Passed by"), choices=Level.choices)
    day = day_field(_("Day"))


class SentForm(forms.Form):
    to = forms.CharField(label=_("To whom"), max_length=200)
    day = day_field(_("Day"))


class AnsweredForm(forms.Form):
    words = long_words(_("Answer in words"), 4000)
    day = day_field(_("Day"))
