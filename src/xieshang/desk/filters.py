"""What a list may be narrowed by. All of it lives in the address."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee, span_of


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class Choices(forms.Select):
    """A select written in one go: Django renders a template for each of hundreds of options."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(said) for said in self.format_value(value)}
        attributes = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        options = (
            (key, mark(" selected", str(key) in chosen), label) for key, label in self.choices
        )
        return format_html(
            "<select{}>{}</select>",
            flatatt(attributes),
            format_html_join("", '<option value="{}"{}>{}</option>', options),
        )


def mark(attribute: str, told: bool) -> SafeString:
    return SafeString(attribute if told else "")


def word(label: str, **attributes: str) -> forms.CharField:
    widget = forms.TextInput(attrs=attributes)
    return forms.CharField(label=label, max_length=60, required=False, widget=widget)


def choice(label: str, choices) -> forms.ChoiceField:
    every = [("", _("All")), *choices]
    return forms.ChoiceField(label=label, choices=every, required=False, widget=Choices)


def day(label: str) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=DayInput())


class Filters(forms.Form):
    """Fields of one list; what is not understood is said beside its field, and left out.

    `lookups` says which condition a field's value makes; `place` is the path to the committee.
    Where a list has many fields, `usual` names those that stand open.
    """

    lookups: ClassVar[Mapping[str, str]] = {}
    usual: ClassVar[tuple[str, ...]] = ()
    place: ClassVar[str] = "committee__code"

    q = word(_("Search"), **{"data-search": ""})

    def __init__(self, query: Mapping[str, str], person):
        asked = {name: query.get(name, "") for name in self.base_fields}
        super().__init__(asked if any(asked.values()) else None)
        self.person = person
        self.offer(person)
        self.full_clean()

    def offer(self, person) -> None:
        """Fill in what may be chosen."""
        if "committee" in self.fields:
            seen = Committee.objects.visible_to(person).values_list("code", "title")
            self.fields["committee"].choices = [("", _("All")), *seen]

    @property
    def chosen(self) -> dict[str, Any]:
        """The values that were understood and say something."""
        cleaned = getattr(self, "cleaned_data", {})
        return {name: value for name, value in cleaned.items() if value not in ("", None, False)}

    def first_fields(self) -> list[forms.BoundField]:
        """The fields that stand open: all, or the usual ones."""
        return [f for f in self.visible_fields() if not self.usual or f.name in self.usual]

    def more_fields(self) -> list[forms.BoundField]:
        """The fields that are folded away."""
        return [f for f in self.visible_fields() if self.usual and f.name not in self.usual]

    def more_chosen(self) -> bool:
        """Whether one that is folded away says something: then it is not."""
        return bool({*self.chosen, *self.errors} & {f.name for f in self.more_fields()})

    def narrow(self, rows: QuerySet) -> QuerySet:
        """The rows that match every value."""
        chosen = self.chosen
        for name, lookup in self.lookups.items():
            if name in chosen:
                rows = rows.filter(**{lookup: chosen[name]})
        if "committee" in chosen:
            code = int(chosen["committee"])
            rows = self.of(rows, (code, code) if chosen.get("own") else span_of(code))
        return rows

    def of(self, rows: QuerySet, span: tuple[int, int]) -> QuerySet:
        """The rows of a range of committees."""
        return rows.filter(Q(**{f"{self.place}__range": span}))

    def told(self) -> list[tuple[str, str]]:
        """Every value in words, for whoever reads the list as a file."""
        return [(str(self.fields[name].label), self.said(name)) for name in self.chosen]

    def said(self, name: str) -> str:
        value, field = self.cleaned_data[name], self.fields[name]
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices).get(value, dict(field.choices).get(str(value), value)))
        return str(_("Yes")) if value is True else str(value)


class PlaceFilters(Filters):
    """With the committee: it and everything below it, or it alone."""

    committee = forms.ChoiceField(label=_("Committee"), required=False, widget=Choices)
    own = forms.BooleanField(label=_("Own level only"), required=False)


class DayFilters(PlaceFilters):
    """With a period; the list says which day it means."""

    since = day(_("From"))
    until = day(_("Until"))
