"""`xieshang prove`: every figure of a published text, put to the records."""

from pathlib import Path

import click
from django.utils.translation import gettext as _

from xieshang.figures.claims.claim import Claim
from xieshang.figures.claims.prove import (
    DIFFERS,
    NO_RECORDS,
    PROVEN,
    ProvenClaim,
    claims_json,
)
from xieshang.figures.claims.prove import prove as prove_text

from .asked import year_option
from .terminal import as_json, dump, say, show
from .texts import text_of

MARKS = {PROVEN: "✓", DIFFERS: "✗", NO_RECORDS: "?"}


@click.command(
    help=_(
        "Put every figure of a text to the records: proven, differs, or no records. Ends with 1"
        " when a figure differs."
    )
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@year_option()
@as_json
@click.pass_context
def prove(ctx, file, year, plain) -> None:
    """A text against the records."""
    claims = prove_text(text_of(file), year=year)
    if plain:
        dump(claims_json(claims))
    else:
        show(
            ["", _("Stated"), _("Found"), _("Whose"), _("Figure"), _("Sentence")],
            map(line, claims),
            right=(1, 2),
        )
        said = {verdict: sum(c.verdict == verdict for c in claims) for verdict in MARKS}
        say(
            _("%(proven)s proven, %(differs)s differ, %(none)s without records")
            % {"proven": said[PROVEN], "differs": said[DIFFERS], "none": said[NO_RECORDS]}
        )
    ctx.exit(1 if any(claim.verdict == DIFFERS for claim in claims) else 0)


def line(proven: ProvenClaim) -> list:
    """One claim for a person."""
    claim = proven.claim
    return [
        MARKS[proven.verdict],
        stated(claim),
        proven.found,
        proven.committee or "",
        proven.metric.label if proven.metric else claim.subject,
        claim.sentence,
    ]


def stated(claim: Claim) -> str:
    """The number as the text states it, with the word beside it: 5400人次 (余)."""
    range_ = f"–{claim.upper.normalize():f}" if claim.upper is not None else ""
    beside = f" ({claim.approximation})" if claim.approximation else ""
    return f"{claim.value.normalize():f}{range_}{claim.unit}{beside}"
