"""Checking, filing, merging and assigning."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Unit

from ..models import Assignment, Category, Check, Ground, Matter
from .asked import Answers, Reason, long_words


def units_for(committee):
    """The units that answer to a committee, or to one above it."""
    return Unit.objects.filter(committee__in=committee.line()).order_by("-committee_id", "name")


class Checked(Answers):
    """What was found of one aspect; what fails needs its reason."""

    note = forms.CharField(label=_("What was found"), max_length=500, required=False)
    aspect = forms.ChoiceField(label=_("Aspect"), choices=Check.Aspect)
    passed = forms.TypedChoiceField(
        label=_("Passed?"),
        choices=[("yes", _("Passed")), ("no", _("Not passed"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )

    def clean(self):
        said = super().clean()
        if said.get("passed") is False and not said.get("note"):
            self.add_error("note", _("Say what is missing."))
        return said


class Filing(Answers):
    """Under which categories it is filed, and which units were thought of."""

    category = forms.ModelChoiceField(Category.objects.none(), label=_("Category"))
    working = forms.ModelChoiceField(
        Category.objects.none(), label=_("Working category"), required=False
    )
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label=_("Suggested units"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("category", "working", "units", "note")

    def know(self, subject) -> None:
        rules = Category.objects
        Use = Category.Use
        self.fields["category"].queryset = of_use(rules, Use.REPORTING, subject.committee)
        self.fields["working"].queryset = of_use(rules, Use.WORKING, subject.committee)
        self.fields["units"].queryset = units_for(subject.committee)


def of_use(rules, use: str, committee):
    """The categories of one use in force for a committee."""
    return rules.filter(use=use).of(committee)


class Grounded(Reason):
    """On which of the place's grounds it is not taken up, and why."""

    ground = forms.ModelChoiceField(Ground.objects.none(), label=_("Ground"))

    def know(self, subject) -> None:
        self.fields["ground"].queryset = Ground.objects.of(subject.committee)


class ToMerge(Answers):
    """Into which proposal of the same committee it should be merged."""

    note = forms.CharField(label=_("Why"), max_length=500, required=False)
    main = forms.ModelChoiceField(Matter.objects.none(), label=_("Into which proposal"))

    def know(self, subject) -> None:
        filed = Matter.objects.filter(
            committee=subject.committee, life=subject.life, status="filed"
        )
        self.fields["main"].queryset = filed.exclude(pk=subject.pk)


class MergerAnswer(Answers):
    """Whether a lead proposer agrees that the two are handled together."""

    note = forms.CharField(label=_("A word beside it"), max_length=500, required=False)
    agreed = forms.TypedChoiceField(
        label=_("Do you agree?"),
        choices=[("yes", _("Yes, I agree")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )


class ToUnits(Answers):
    """To whom it is given: one in the lead with joint ones, or several that answer separately."""

    lead = forms.ModelChoiceField(Unit.objects.none(), label=_("Alone or lead"), required=False)
    joint = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label=_("Joint units"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    separate = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label=_("Separately"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    field_order = ("lead", "joint", "separate", "note")

    def know(self, subject) -> None:
        for name in ("lead", "joint", "separate"):
            self.fields[name].queryset = units_for(subject.committee)
        lead, *joint = [unit.pk for unit in subject.suggested.all()] or [None]
        self.fields["lead"].initial, self.fields["joint"].initial = lead, joint

    def clean(self):
        said = super().clean()
        lead, joint = said.get("lead"), list(said.get("joint") or ())
        separate = list(said.get("separate") or ())
        every = [*filter(None, [lead]), *joint, *separate]
        if not lead and not separate:
            raise ValidationError(_("Choose who answers."))
        if joint and not lead:
            self.add_error("lead", _("Joint units need one in the lead."))
        if len(every) != len(set(every)):
            raise ValidationError(_("A unit has one part in a matter."))
        return said


class OneUnit(Answers):
    """Another unit in the place of this one."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Unit"))

    def know(self, subject) -> None:
        matter = getattr(subject, "matter", subject)
        taken = matter.assignments.live().values("unit")
        self.fields["unit"].queryset = units_for(matter.committee).exclude(pk__in=taken)


class OneMore(OneUnit):
    """One more unit, joint or separate."""

    note = None
    part = forms.ChoiceField(
        label=_("Part"),
        choices=[(p.value, p.label) for p in (Assignment.Part.JOINT, Assignment.Part.SEPARATE)],
    )


class Dispute(OneUnit):
    """Why the matter is not for this unit, and for which it may be."""

    note = long_words(_("Reason"))
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Which unit would be right"), required=False
    )


FORMS = {
    "check": Checked,
    "filing": Filing,
    "ground": Grounded,
    "propose-merger": ToMerge,
    "answer-merger": MergerAnswer,
    "assignment": ToUnits,
    "other-unit": OneUnit,
    "assign-more": OneMore,
    "dispute": Dispute,
}
