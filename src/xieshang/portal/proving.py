"""A published text is pasted in; each figure in it comes back with what the records say."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from xieshang.figures.claims.prove import DIFFERS, NO_RECORDS, PROVEN, ProvenClaim, prove
from xieshang.site.days import days_said
from xieshang.site.pages import show

from .asked import EARLIEST, LATEST, Body
from .figures import named
from .parts import href_of

LONGEST = 50_000
TONES = {PROVEN: "good", DIFFERS: "late", NO_RECORDS: ""}


class Text(forms.Form):
    """A text to check, and the year it speaks of where it does not say so itself."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        help_text=gettext_lazy("A report or an article, as it was published. It is not kept."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 12, "data-search": ""}),
    )
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        help_text=gettext_lazy("Only where the text does not name one."),
        required=False,
        validators=[MinValueValidator(EARLIEST.year), MaxValueValidator(LATEST.year)],
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text; with `claim`, a figure with its number in the table and its verdict."""

    text: str
    number: int = 0
    claim: ProvenClaim | None = None
    href: str = ""
    label: str = ""
    tone: str = ""
    days: str = ""


def label_of(verdict: str) -> str:
    return {PROVEN: _("proven"), DIFFERS: _("differs"), NO_RECORDS: _("no records")}[verdict]


def stretches(text: str, claims: list[ProvenClaim]) -> Iterator[Stretch]:
    """The whole text, cut at its figures."""
    end = 0
    for number, proven in enumerate(claims, 1):
        claim = proven.claim
        if claim.start < end:
            continue
        yield Stretch(text[end : claim.start])
        yield Stretch(
            text[claim.start : claim.end],
            number,
            proven,
            href_of_claim(proven),
            label_of(proven.verdict),
            TONES[proven.verdict],
            days_said(proven.scope.start, proven.scope.end) if proven.scope else "",
        )
        end = claim.end
    yield Stretch(text[end:])


def href_of_claim(proven: ProvenClaim) -> str:
    """Where the rows behind a claim open, when there are any."""
    if proven.metric is None or proven.scope is None:
        return ""
    narrow = {facet: getattr(value, "pk", value) for facet, value in proven.narrow.items()}
    return href_of(proven.metric.name, proven.scope, narrow)


def said(request: HttpRequest, body: Body) -> Mapping[str, str] | None:
    """What is to be checked: what was sent, or the sample article where the data are samples."""
    if request.method == "POST":
        return request.POST
    if "sample" in request.GET and body.top and body.top.sample:
        return {"text": settings.SAMPLE_ARTICLE.read_text(encoding="utf-8")}
    return None


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Find the figures of a text and put each to the records. Nothing is written."""
    body = Body()
    form = Text(said(request, body))
    context = {"form": form, **named(body)}
    if not form.is_bound:
        return show(request, "portal/prove.html", context)
    if not form.is_valid():
        return show(request, "portal/prove.html", context, status=422)
    text = form.cleaned_data["text"]
    claims = prove(text, year=form.cleaned_data["year"])
    counted = Counter(one.verdict for one in claims)
    context |= {
        "stretches": list(stretches(text, claims)),
        "claims": claims,
        "counts": [(label_of(v), counted[v], TONES[v]) for v in (PROVEN, DIFFERS, NO_RECORDS)],
    }
    return show(request, "portal/prove.html", context)
