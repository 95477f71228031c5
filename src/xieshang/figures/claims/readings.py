"""The ways a claim can be understood: whose records, of which days, narrowed to what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from xieshang.people.models import Committee

from ..metric import Metric
from ..scope import Scope
from .claim import Claim
from .records import Narrow, Records
from .vocabulary import KINDS, PROGRAMME


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of understanding a claim; `note` says it in words where there are others."""

    scope: Scope
    narrow: Narrow
    note: str


def readings(
    claim: Claim,
    metric: Metric,
    committee: Committee,
    breadth: str,
    days: tuple[date, date],
    records: Records,
) -> Iterator[Reading]:
    """Every way of understanding a claim, the likeliest first; none for an unknown programme."""
    for narrow, part in _parts(claim, metric, records, committee):
        for own, level in _levels(committee, breadth):
            note = " · ".join(filter(None, (part, level)))
            yield Reading(Scope(committee, *days, own), narrow, note)


def _levels(committee: Committee, breadth: str) -> list[tuple[bool, str]]:
    """Alone, or with all below it: a region's office speaks of itself first, a city of all."""
    if breadth:
        return [(breadth == "own", "")]
    alone = (True, _("own level only"))
    if committee.parent_id is None:
        return [alone, (False, _("with all below it"))]
    return [(False, ""), alone]


def _parts(
    claim: Claim, metric: Metric, records: Records, committee: Committee
) -> Iterator[tuple[Narrow, str]]:
    """The programme or the kind that the words name, if there is one, and then the whole."""
    forms = _forms(claim, metric)
    named = "programme" in metric.source.facets and claim.programmes
    programmes = records.programmes(committee, claim.programmes) if named else []
    for programme in programmes:
        yield (*forms, ("programme", programme)), _within(programme.name)
    if metric.source.words == "kind" and forms:  # 其中31件被采纳: of the last kind, or of all
        yield forms, _within("、".join(claim.forms))
        yield (), _beyond("、".join(claim.forms))
    elif claim.metric != PROGRAMME:
        yield forms, _beyond(programmes[0].name) if programmes else ""


def _within(name: str) -> str:
    return _("within “%(name)s”") % {"name": name}


def _beyond(name: str) -> str:
    return _("all, not “%(name)s” alone") % {"name": name}


def _forms(claim: Claim, metric: Metric) -> Narrow:
    """The offices' own forms that the words name, as the rows of this figure keep them."""
    if not claim.forms:
        return ()
    words = metric.source.words
    values = (KINDS[form] for form in claim.forms) if words == "kind" else claim.forms
    return ((f"{words}__in", tuple(values)),)
