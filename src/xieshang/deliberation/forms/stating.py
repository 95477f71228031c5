"""A statement, a mended one, a card of paper, and what is made of a consensus."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from xieshang.matters.forms.voicing import PlainLine
from xieshang.people.models import Committee

from ..models.statement import LONGEST

SHORTEST = 4
SAID = {"1": 1, "0": 0, "-1": -1}
ANSWERS = [("1", _("Agree")), ("-1", _("Disagree")), ("0", _("Pass")), ("", _("Not ticked"))]
LARGEST = 20 * 2**20  # bytes of a scan
ENDINGS = (".pdf", ".jpg", ".jpeg", ".png")


class Stating(forms.Form):
    """One idea in one sentence."""

    text = PlainLine(
        label=_("Your statement"),
        min_length=SHORTEST,
        max_length=LONGEST,
        help_text=_("One idea that others can agree or disagree with; at most 140 characters."),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST}),
    )


class Mending(forms.Form):
    """The words as they should have been, and why."""

    text = PlainLine(label=_("As it should read"), min_length=SHORTEST, max_length=LONGEST)
    why = PlainLine(
        label=_("What was mended"), max_length=200, help_text=_("Everybody can read it.")
    )


class CardForm(forms.Form):
    """What stands on a card, statement by statement, and its scan."""

    scan = forms.FileField(label=_("Scan or photo of the card"))

    def __init__(self, statements, data=None, files=None):
        super().__init__(data, files)
        self.statements = list(statements)
        for each in self.statements:
            self.fields[f"s{each.pk}"] = forms.ChoiceField(
                label=f"{each.number}　{each.text}",
                choices=ANSWERS,
                required=False,
                widget=forms.RadioSelect,
                initial="",
            )

    def clean_scan(self):
        scan = self.cleaned_data["scan"]
        if scan.size > LARGEST or not scan.name.lower().endswith(ENDINGS):
            raise ValidationError(_("A PDF, JPEG or PNG of at most 20 MB, please."))
        return scan

    def clean(self):
        said = super().clean()
        if not self.votes():
            raise ValidationError(_("Nothing is ticked."))
        return said

    def votes(self) -> dict[int, int]:
        """Statement (by key) → what was ticked."""
        told = {each.pk: self.cleaned_data.get(f"s{each.pk}", "") for each in self.statements}
        return {key: SAID[value] for key, value in told.items() if value in SAID}


class HandOnForm(forms.Form):
    """Of which statement which matter is made, for whom."""

    statement = forms.ModelChoiceField(None)
    kind = forms.ChoiceField(
        label=_("As a"), choices=[("proposal", _("Proposal")), ("problem", _("Problem"))]
    )
    committee = forms.ModelChoiceField(None, label=_("For"), empty_label=None)

    def __init__(self, deliberation, person, data=None):
        super().__init__(data)
        self.fields["statement"].queryset = deliberation.statements.shown()
        kept = Committee.objects.kept_by(person)
        self.fields["committee"].queryset = kept.filter(
            pk__in=deliberation.owners.values("committee")
        )
