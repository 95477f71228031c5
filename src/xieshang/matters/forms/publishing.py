"""What is said of publishing and of distinguishing a matter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Consent, Distinction
from .asked import Answers, long_words


class Consented(Answers):
    """For which side one speaks, and whether it may be published."""

    note = forms.CharField(label=_("Reason"), max_length=300, required=False)
    side = forms.ChoiceField(label=_("Speaking for"), choices=Consent.Side)
    agreed = forms.TypedChoiceField(
        label=_("May it be published?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )

    def know(self, subject) -> None:
        """Only for the sides this person is on; for one alone it is not asked."""
        if self.person is None:
            return
        roles = subject.roles_of(self.person)
        sides = [each for each in Consent.Side.choices if each[0] in roles]
        self.fields["side"].choices = sides
        if len(sides) == 1:
            self.fields["side"].widget = forms.HiddenInput()
            self.fields["side"].initial = sides[0][0]

    def clean(self):
        said = super().clean()
        if said.get("agreed") is False and not said.get("note"):
            self.add_error("note", _("Say why not."))
        return said


class Published(Answers):
    """The masked words, as the public will read them."""

    note = None
    title = forms.CharField(label=_("Title"), max_length=200)
    text = long_words(_("The text"), 20_000)
    reply = long_words(_("Reply"), 20_000, required=False)
    text.widget.attrs["rows"] = 14
    reply.widget.attrs["rows"] = 8


class Unpublished(Answers):
    """Why it is taken back from the public; the reason stands in its place."""

    note = None
    why = forms.CharField(label=_("Reason"), max_length=300)


class Distinguished(Answers):
    """How it is distinguished, and why."""

    note = None
    kind = forms.ChoiceField(label=_("As"), choices=Distinction.Kind, widget=forms.RadioSelect)
    why = long_words(_("Reason"), 500)

    def know(self, subject) -> None:
        """Not as what it is already."""
        given = set(subject.distinctions.filter(ended_at=None).values_list("kind", flat=True))
        kinds = Distinction.Kind.choices
        self.fields["kind"].choices = [each for each in kinds if each[0] not in given]


class Ended(Answers):
    """Why a distinction is taken back."""

    note = None
    why = forms.CharField(label=_("Reason"), max_length=300)


FORMS = {
    "consent": Consented,
    "publish": Published,
    "unpublish": Unpublished,
    "distinguish": Distinguished,
    "end-distinction": Ended,
}
