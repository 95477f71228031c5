"""How a tier adopts an opinion report, and what a leader wrote on it."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Adoption, Instruction, Text
from .asked import Answers, day_field, long_words, within

FIRST = date(1990, 1, 1)
ADVISED, MOST = 1500, 3000  # characters of a report; offices ask for about 1,500 or fewer


class Reported(forms.Form):
    """The text of a report: what is so, why, and what should be done."""

    title = forms.CharField(label=_("Title"), max_length=200)
    situation = long_words(_("What is so"), MOST)
    analysis = long_words(_("Why it is so"), MOST, required=False)
    advice = long_words(_("What should be done"), MOST, required=False)

    def clean(self):
        said = super().clean()
        length = sum(len(said.get(name, "")) for name in Text.PARTS)
        if length > MOST:
            raise ValidationError(
                _("It has %(n)s characters, %(over)s more than a report may have."),
                params={"n": length, "over": length - MOST},
            )
        return said


class Declared(Answers):
    """What an author says with their name before a report goes to the office."""

    declared = forms.BooleanField(
        label=_("It speaks of one matter, is true, and holds no state secret."),
    )

    def clean(self):
        said = super().clean()
        said.pop("declared", None)  # it is a condition, not a fact that is kept
        return said


class Adopted(Answers):
    """The mode, the issue it stands in, its day, and what of a combined issue is its own."""

    mode = forms.ChoiceField(label=_("How"), choices=Adoption.Mode, widget=forms.RadioSelect)
    bulletin = forms.CharField(label=_("Bulletin"), max_length=40, required=False)
    number = forms.IntegerField(
        label=_("Issue number"),
        required=False,
        validators=[MinValueValidator(1), MaxValueValidator(9999)],
    )
    heading = forms.CharField(label=_("Title of the issue"), max_length=200, required=False)
    adopted_on = day_field(_("Adopted on"))
    share = forms.CharField(label=_("What of it comes from this report"), max_length=300,
                            required=False)  # fmt: skip

    def know(self, subject) -> None:
        """Begin with what was written before; else with the next number of the bulletin."""
        matter = getattr(subject, "matter", subject)
        rows = matter.adoptions.filter(committee=subject.committee).select_related("issue")
        row = rows.first()
        self.initial |= as_written(row) if row else next_issue(subject.committee)

    def clean_adopted_on(self):
        return within(self.cleaned_data["adopted_on"], FIRST, timezone.localdate())

    def clean(self):
        said = super().clean()
        if said.get("mode") and said["mode"] != Adoption.Mode.FORWARDED:
            for name in ("bulletin", "number"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("Which issue is it in?"))
        return said


def as_written(row: Adoption) -> dict[str, object]:
    """An adoption as its form had it."""
    facts = {"mode": row.mode, "adopted_on": row.adopted_on, "share": row.share}
    issue = row.issue
    if issue is None:
        return facts
    return facts | {"bulletin": issue.bulletin, "number": issue.number, "heading": issue.title}


def next_issue(committee) -> dict[str, object]:
    """Today, and the number after the last one of the bulletin that was written to last."""
    today = timezone.localdate()
    last = committee.issues.order_by("-pk").first()
    if last is None:
        return {"mode": Adoption.Mode.SINGLE, "adopted_on": today}
    number = last.number + 1 if last.year == today.year else 1
    facts = {"bulletin": last.bulletin, "number": number}
    return {"mode": Adoption.Mode.SINGLE, "adopted_on": today, **facts}


class Instructed(Answers):
    """A leader's instruction; restricted words are shown to the office alone."""

    note = None
    level = forms.ChoiceField(label=_("Level"), choices=Instruction.Level)
    post = forms.CharField(label=_("Post of the leader"), max_length=60)
    given_on = day_field(_("On"))
    words = long_words(_("Words"), 2000, required=False)
    restricted = forms.BooleanField(
        label=_("Only the office may read the words"), required=False, initial=True
    )

    def clean_given_on(self):
        return within(self.cleaned_data["given_on"], FIRST, timezone.localdate())


FORMS = {
    "declaration": Declared,
    "adoption": Adopted,
    "instruct": Instructed,
    "send-up": Answers,
    "send-further": Answers,
}
