"""`xieshang report`: a committee's report, with every number from its records."""

from pathlib import Path

import click
from django.utils.translation import gettext as _

from xieshang.people.actions import system
from xieshang.reports.actions import draft_report
from xieshang.reports.document.faults import TemplateFault
from xieshang.reports.document.fonts import NoChineseFont

from .asked import committee_of, committee_option, year_option
from .terminal import Refused, progress, say


@click.group(help=_("Reports, with every number from the records."))
def report() -> None:
    """Reports of committees."""


@report.command("draft", help=_("Draw up the report of a committee's year, as .docx or .pdf."))
@committee_option(required=True)
@year_option(required=True)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help=_("Where to write it; the ending says the kind"),
)
def draft(committee, year, out) -> None:
    """One report, kept among the reports as a draft and written to a file."""
    kind = out.suffix.lower().lstrip(".")
    if kind not in ("docx", "pdf"):
        raise click.BadParameter(_("The name must end in .docx or .pdf."), param_hint="--out")
    found = committee_of(committee)
    with progress() as tell:
        tell(0, 1, _("Drawing up the report"))
        try:
            drawn = draft_report(found, year, by=system())
        except (TemplateFault, NoChineseFont) as fault:
            raise Refused(str(fault)) from fault
        tell(1, 1, _("Drawing up the report"))
    out.write_bytes(getattr(drawn, kind).path.read_bytes())
    say(
        _("%(title)s: %(n)s figures, %(out)s")
        % {"title": drawn.title, "n": drawn.figures.count(), "out": out}
    )
