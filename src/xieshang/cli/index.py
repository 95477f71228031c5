"""`xieshang index`: make everything findable anew; and the duty that keeps up with changes."""

from collections.abc import Mapping
from datetime import datetime

import click
from django.utils.translation import gettext as _

from xieshang.activities.actions import findable as activities
from xieshang.evidence import actions as files
from xieshang.matters.actions import findable as matters
from xieshang.matters.alike import build_alike
from xieshang.reports.actions import findable as reports
from xieshang.search.actions import Source, catch_up, rebuild

from .terminal import say

SOURCES: Mapping[str, Source] = {
    matters.KIND: matters.documents,
    matters.PUBLISHED: matters.published,
    activities.KIND: activities.documents,
    reports.KIND: reports.documents,
    files.KIND: files.documents,
}


def keep_up(_now: datetime) -> int:
    """Look up the words of records that many at once have changed; returns how many."""
    return catch_up(SOURCES)


@click.command(help=_("Make all records findable by their words anew, and similar matters too."))
def index() -> None:
    done = rebuild(source(None) for source in SOURCES.values())
    say(_("Findable by their words: %(n)s records.") % {"n": done})
    say(_("Compared for similar texts: %(n)s matters.") % {"n": build_alike()})
