"""How a tier adopts an opinion report, and what a leader wrote on it."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from xieshang.people.models import Committee, Person

from ..models import Adoption, Instruction, Text
from .asked import Answers, day_field, long_words, within
from .writing import part

FIRST = date(1990, 1, 1)
ADVISED, MOST = 1500, 3000  # characters of a report; offices ask for about 1,500 or fewer


class Reported(forms.Form):
    """The text of a report: what is so, why, and what should be done."""

    title = forms.CharField(
        label=pgettext_lazy("of a text", "Title"),
        max_length=200,
        help_text=_("One matter only, in one line."),
    )
    situation = part(_("Situation"), _("What is so, with places, days and numbers."), 8,
                     required=True)  # fmt: skip
    analysis = part(_("Analysis"), _("Why it is so."), 5)
    advice = part(_("Suggestion"), _("What should be done, by whom; number several."), 6)

    TEXT = ("title", *Text.PARTS)

    def clean(self):
        """Line ends of any machine are one sign, on every side of a comparison."""
        said = super().clean()
        said |= {name: said[name].replace("\r\n", "\n") for name in Text.PARTS if name in said}
        length = sum(len(said.get(name, "")) for name in Text.PARTS)
        if length > MOST:
            raise ValidationError(
                _("It has %(n)s characters, %(over)s more than a report may have."),
                params={"n": length, "over": length - MOST},
            )
        return said

    def text(self) -> list[forms.BoundField]:
        return [self[name] for name in self.TEXT]


class Inviting(forms.Form):
    """Whom a committee invites to write for it: somebody who has an account."""

    username = forms.CharField(
        label=_("User name"), max_length=150, help_text=_("The operator opens accounts.")
    )
    committee = forms.ModelChoiceField(
        Committee.objects.none(), label=_("Committee"), empty_label=None
    )

    def __init__(self, data=None, *, places):
        super().__init__(data)
        self.fields["committee"].queryset = places

    def clean_username(self):
        known = Person.objects.filter(username=self.cleaned_data["username"], is_active=True)
        self.cleaned_data["person"] = known.first()
        if self.cleaned_data["person"] is None:
            raise ValidationError(_("There is no account of that name."))
        return self.cleaned_data["username"]


class Declared(Answers):
    """What an author says with their name before a report goes to the office."""

    declared = forms.BooleanField(
        label=_("It speaks of one matter, is true, and holds no state secret."),
    )
    field_order = ("declared", "note")

    def clean(self):
        said = super().clean()
        said.pop("declared", None)  # it is a condition, not a fact that is kept
        return said


class Adopted(Answers):
    """The mode, the issue it stands in, its day, and what of a combined issue is its own."""

    mode = forms.ChoiceField(label=_("How"), choices=Adoption.Mode, widget=forms.RadioSelect)
    bulletin = forms.CharField(
        label=_("Bulletin"),
        max_length=40,
        required=False,
        help_text=_("With its number, unless it is only forwarded to departments."),
        widget=forms.TextInput(attrs={"list": "bulletins"}),
    )
    number = forms.IntegerField(
        label=_("Issue number"),
        required=False,
        validators=[MinValueValidator(1), MaxValueValidator(9999)],
    )
    heading = forms.CharField(label=_("Title of the issue"), max_length=200, required=False)
    adopted_on = day_field(_("Adopted on"))
    share = forms.CharField(label=_("What of it comes from this report"), max_length=300,
                            required=False)  # fmt: skip

    field_order = ("mode", "bulletin", "number", "heading", "adopted_on", "share", "note")

    def know(self, subject) -> None:
        """Begin with what was written before; else with the next number of the bulletin."""
        matter = getattr(subject, "matter", subject)
        mine = (a for a in matter.adoptions.all() if a.committee_id == subject.committee_id)
        row = next(mine, None)
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


class Composed(forms.Form):
    """An issue out of several reports: which number, under which title, in which words."""

    bulletin = forms.CharField(
        label=_("Bulletin"), max_length=40, widget=forms.TextInput(attrs={"list": "bulletins"})
    )
    number = forms.IntegerField(label=_("Issue number"), min_value=1, max_value=9999)
    heading = forms.CharField(label=_("Title of the issue"), max_length=200)
    adopted_on = day_field(_("Issued on"))
    text = long_words(_("Text of the issue"), 20_000, required=False)

    def __init__(self, data=None, *, committee, text=""):
        super().__init__(data, initial=next_issue(committee) | {"text": text})
        self.fields["text"].widget.attrs["rows"] = 14

    def clean_adopted_on(self):
        return within(self.cleaned_data["adopted_on"], FIRST, timezone.localdate())


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
    words = long_words(_("Words of the instruction"), 2000, required=False)
    restricted = forms.BooleanField(
        label=_("Only the office may read the words"), required=False, initial=True
    )

    def clean_given_on(self):
        return within(self.cleaned_data["given_on"], FIRST, timezone.localdate())


class Mistaken(Answers):
    """Why what was noted is taken back; whoever was told of it reads this."""

    note = None
    why = forms.CharField(label=_("Reason"), max_length=300)


FORMS = {
    "declaration": Declared,
    "adoption": Adopted,
    "instruct": Instructed,
    "send-up": Answers,
    "send-further": Answers,
}
