"""What a reader asks a figure for, as it stands in the address."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Programme, Tally
from xieshang.figures.scope import Scope
from xieshang.people.models import Committee, Tier

# Days outside these are slips of the keyboard, and calendars have ends.
EARLIEST, LATEST = dt.date(1949, 1, 1), dt.date(2100, 12, 31)
LEAST = 0.1  # of the fullest year, for a year to be shown first
INDENT = {Tier.CITY: "\u3000", Tier.COUNTY: "\u3000\u3000"}


class Body:
    """The committees of the body, read once for a page."""

    @cached_property
    def committees(self) -> dict[int, Committee]:
        """All of them by code, each knowing those below it without asking again."""
        every = Committee.objects.public().told_as_sample().order_by("code")
        found = {one.pk: one for one in every}
        for one in found.values():
            below = Committee.objects.public().none()
            below._result_cache = [each for each in found.values() if each.parent_id == one.pk]
            one._prefetched_objects_cache = {"below": below}
        return found

    @cached_property
    def top(self) -> Committee | None:
        return next((one for one in self.committees.values() if one.parent_id is None), None)

    def below(self, committee: Committee) -> list[Committee]:
        return [one for one in self.committees.values() if one.parent_id == committee.pk]

    def choices(self) -> list[tuple[int, str]]:
        return [
            (one.pk, f"{INDENT.get(Tier(one.tier), '')}{one.title}")
            for one in self.committees.values()
        ]


def latest_year(top: Committee) -> int:
    """The last year with at least a tenth of what the fullest one has: of a year that has hardly
    begun there is little to see. This year before there is any."""
    held = Tally.objects.public().by_year(top)
    full = max(held.values(), default=0) * LEAST
    return max((year for year, many in held.items() if many >= full), default=this_year())


def this_year() -> int:
    return timezone.localdate().year


def day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)],
    )


class Asked(forms.Form):
    """Committee, days, own level or with all below; narrowed to a programme or a form."""

    own = forms.BooleanField(label=_("Own level only"), required=False)
    programme = forms.ModelChoiceField(
        Programme.objects.public(), required=False, widget=forms.HiddenInput
    )
    form = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(self, query: QueryDict, body: Body) -> None:
        self.body = body
        super().__init__(with_defaults(query, body))
        # `from` is a word of Python's own, so the fields are named here.
        self.fields = {
            "committee": forms.TypedChoiceField(
                label=_("Committee"),
                choices=body.choices(),
                coerce=lambda code: body.committees[int(code)],
            ),
            "from": day_field(_("From")),
            "to": day_field(_("To")),
            **self.fields,  # type: ignore[has-type]
        }

    def clean(self) -> dict:
        start, end = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if start and end and end < start:
            self.add_error("to", _("The last day lies before the first."))
        return self.cleaned_data

    @property
    def scope(self) -> Scope:
        """The scope asked for, once the form is valid."""
        said = self.cleaned_data
        return Scope(said["committee"], said["from"], said["to"], said["own"])

    @property
    def narrow(self) -> dict[str, object]:
        """The narrowing beside the scope, once the form is valid."""
        programme, form = self.cleaned_data["programme"], self.cleaned_data["form"]
        given = {"programme": programme and programme.pk, "form": form}
        return {facet: value for facet, value in given.items() if value}


def with_defaults(query: QueryDict, body: Body) -> QueryDict:
    """What is not said: the whole body, the last year that is well on record."""
    said = query.copy()
    if body.top and not said.get("committee"):
        said["committee"] = str(body.top.pk)
    if not said.get("from") and not said.get("to"):
        year = latest_year(body.top) if body.top else this_year()
        said["from"], said["to"] = f"{year}-01-01", f"{year}-12-31"
    return said


def query_of(scope: Scope, narrow: Mapping[str, object] | None = None) -> str:
    """A scope as an address says it."""
    query = QueryDict(mutable=True)
    query.update(
        {
            "committee": str(scope.committee.pk),
            "from": scope.start.isoformat(),
            "to": scope.end.isoformat(),
            **({"own": "on"} if scope.own else {}),
            **{facet: str(value) for facet, value in (narrow or {}).items()},
        }
    )
    return query.urlencode()


def years_around(path: str, scope: Scope) -> list[dict[str, object]]:
    """Links to the year shown, the one before, and the one after when it has begun."""
    year = scope.start.year
    last = min(year + 1, timezone.localdate().year)
    return [
        {
            "label": one,
            "href": f"{path}?{query_of(Scope.year(scope.committee, one, scope.own))}",
            "here": scope == Scope.year(scope.committee, one, scope.own),
        }
        for one in range(year - 1, last + 1)
    ]
