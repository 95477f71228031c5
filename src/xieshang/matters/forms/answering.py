"""What a unit writes: contacts, opinions, replies."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..lifecycles import OUTCOMES
from ..models import AnswerClass, Contact
from .asked import Answers, day_field, long_words, within


class Spoken(Answers):
    """How and when the unit spoke with whoever raised the matter, and of what."""

    note = long_words(_("What was said"), 1000)
    way = forms.ChoiceField(label=_("How"), choices=Contact.Way, widget=forms.RadioSelect)
    on = day_field(_("On"))

    def clean_on(self):
        first = self.subject.given_on if self.subject else timezone.localdate()
        return within(self.cleaned_data["on"], first, timezone.localdate())


class Opinion(Answers):
    """A joint unit's opinion, for the lead."""

    note = None
    opinion = long_words(_("Opinion"), 5000)


class Written(Answers):
    """A reply: its class, its number, each suggestion answered, who can be asked."""

    note = None
    answer_class = forms.ModelChoiceField(AnswerClass.objects.none(), label=_("Class"))
    number = forms.CharField(label=_("Document number"), max_length=40)
    text = long_words(_("Reply"), 20_000)
    contact_name = forms.CharField(label=_("Who can be asked"), max_length=40)
    telephone = forms.RegexField(
        r"^[0-9+ ()-]{5,30}$", label=_("Telephone"), max_length=30, strip=True
    )

    def know(self, subject) -> None:
        self.fields["answer_class"].queryset = AnswerClass.objects.of(subject.matter.committee)


class SignedBy(Answers):
    """Which responsible leader signed."""

    note = None
    leader = forms.CharField(label=_("Signed by"), max_length=40)


class Found(Answers):
    """What a look-back found."""

    note = None
    found = forms.ChoiceField(
        label=_("What it came to"), choices=OUTCOMES, widget=forms.RadioSelect
    )
    words = long_words(_("What was seen"), 1000)


FORMS = {
    "note-contact": Spoken,
    "opinion": Opinion,
    "reply": Written,
    "signature": SignedBy,
    "look-back": Found,
}
