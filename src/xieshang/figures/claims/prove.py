"""Every figure of a text put to the records: proven, differs, or no records."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from xieshang.people.models import Committee

from ..metric import Measured, Metric
from ..metrics import METRICS
from ..scope import Scope
from .agreement import agrees
from .claim import Claim
from .days import days_of, recorded_years, years_of
from .find import find_claims
from .readings import Reading, readings
from .records import Records
from .vocabulary import PROGRAMME, UNNUMBERED

VERDICTS = PROVEN, DIFFERS, NO_RECORDS = "proven", "differs", "no-records"  # the best first


@dataclass(frozen=True, slots=True)
class ProvenClaim:
    """A claim with what the records say: open `metric` for `scope` and `narrow` to see the rows.

    `found` is in the claim's own unit; for a share it is the percentage, and `note` begins with the
    part and its base. `note` tells in words how the claim was understood where it had to be.
    """

    claim: Claim
    verdict: str
    committee: Committee | None = None
    metric: Metric | None = None
    scope: Scope | None = None
    narrow: dict = field(default_factory=dict)
    measured: Measured | None = None
    found: Decimal | None = None
    note: str = ""

    def as_json(self) -> dict:
        """The claim as the command line and the interface say it."""
        claim, scope = self.claim, self.scope
        return {
            "sentence": claim.sentence,
            "subject": claim.subject,
            "committee": self.committee.pk if self.committee else None,
            "metric": self.metric.name if self.metric else claim.metric or None,
            "value": _number(claim.value),
            "unit": claim.unit,
            "approximation": claim.approximation,
            "from": scope.start.isoformat() if scope else None,
            "to": scope.end.isoformat() if scope else None,
            "verdict": self.verdict,
            "found": _number(self.found),
            "note": self.note,
        }


def prove(text: str, *, year: int | None = None) -> list[ProvenClaim]:
    """Every figure of a text with its verdict.

    A period named in a sentence is taken at its word. The year in question otherwise is that of
    the text's title or date, else `year`, else one of the latest years that have records: where
    several are possible, the one in which most of the figures are proven (the latest of equals).
    """
    claims = find_claims(text)
    years = years_of(text) or ([year] if year else recorded_years())
    records = Records()
    tried = [[_proven(claim, each, records) for claim in claims] for each in years]
    if not tried:
        return [ProvenClaim(claim, NO_RECORDS) for claim in claims]
    return max(tried, key=_fit)


def _fit(proven: list[ProvenClaim]) -> tuple[int, int]:
    """How well a year fits a text: how many claims are proven, then how many have records."""
    verdicts = Counter(one.verdict for one in proven)
    return verdicts[PROVEN], verdicts[DIFFERS]


def claims_json(proven: list[ProvenClaim]) -> dict:
    """All claims as one JSON object."""
    return {"claims": [one.as_json() for one in proven]}


def _proven(claim: Claim, year: int, records: Records) -> ProvenClaim:
    committee, breadth = records.committee(claim.places)
    names = (claim.metric, *(UNNUMBERED if claim.metric == PROGRAMME else ()))
    metrics = [METRICS[name] for name in names if name in METRICS]
    if committee is None or not metrics:
        return ProvenClaim(claim, NO_RECORDS, committee)
    tried = []
    for metric in metrics:
        days = days_of(claim.period, year, committee, metric)
        asked = readings(claim, metric, committee, breadth, days, records)
        tried.append(_likeliest([_measured(claim, metric, each, records) for each in asked]))
    unknown = ProvenClaim(claim, NO_RECORDS, committee, metrics[0])
    return _likeliest([one for one in tried if one]) or unknown


def _likeliest(understood: list[ProvenClaim]) -> ProvenClaim | None:
    """The first that is proven, else the first that has records, else the first of all."""
    return min(understood, key=lambda one: VERDICTS.index(one.verdict), default=None)


def _measured(claim: Claim, metric: Metric, reading: Reading, records: Records) -> ProvenClaim:
    measured = records.measured(metric, reading.scope, reading.narrow)
    found, note = Decimal(measured.value), reading.note
    if claim.share and measured.base:
        found = round(found * 100 / measured.base, 1)
        note = " · ".join(filter(None, (f"{measured.value}/{measured.base}", note)))
    verdict = PROVEN if agrees(claim, found) else DIFFERS
    return ProvenClaim(
        claim,
        verdict if measured.rows else NO_RECORDS,
        reading.scope.committee,
        metric,
        reading.scope,
        dict(reading.narrow),
        measured,
        found if measured.rows else None,
        note,
    )


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
