"""Asking for signatures, answering, and rating."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Person, Seat

from ..models import Rating
from .asked import Answers, day_field, within

LONGEST = timedelta(days=60)


class Invitation(Answers):
    """Who is asked to sign along, and until when."""

    note = None
    people = forms.ModelMultipleChoiceField(Person.objects.none(), label=_("Whom to ask"))
    due = day_field(_("They answer until"))

    def know(self, subject) -> None:
        members = Seat.objects.current().filter(committee=subject.committee, post=Seat.Post.MEMBER)
        self.fields["people"].queryset = (
            Person.objects.filter(seats__in=members, is_active=True)
            .exclude(pk=subject.raised_by_id)
            .distinct()
            .order_by("name", "pk")
        )

    def clean_due(self):
        today = timezone.localdate()
        return within(self.cleaned_data["due"], today, today + LONGEST)


class Answer(Answers):
    """Whether one signs along."""

    note = forms.CharField(label=_("A word beside it"), max_length=300, required=False)
    agreed = forms.TypedChoiceField(
        label=_("Do you sign along?"),
        choices=[("yes", _("Yes, I sign")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    field_order = ("agreed", "note")


class TakeBack(Answers):
    note = forms.CharField(label=_("A word beside it"), max_length=300, required=False)


class Rate(Answers):
    """How one round of replies is rated: how it was handled, and what came of it."""

    note = forms.CharField(
        label=_("In your own words"), max_length=1000, required=False, widget=forms.Textarea
    )
    process = forms.ChoiceField(
        label=_("How it was handled"), choices=Rating.Mark, widget=forms.RadioSelect
    )
    result = forms.ChoiceField(
        label=_("What came of it"), choices=Rating.Mark, widget=forms.RadioSelect
    )
    contact = forms.ChoiceField(
        label=_("Before the reply"), choices=Rating.Contact, widget=forms.RadioSelect
    )

    field_order = ("process", "result", "contact", "note")

    def clean(self):
        said = super().clean()
        if Rating.Mark.NOT in (said.get("process"), said.get("result")) and not said.get("note"):
            self.add_error("note", _("Say what is missing: the units will handle it again."))
        return said


FORMS = {"invitation": Invitation, "sign": Answer, "unsign": TakeBack, "rate": Rate}
