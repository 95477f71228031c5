"""What something came to, whatever letters a place writes it with."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Outcome(StrEnum):
    """The result of a matter or of a reply, apart from where its handling stands."""

    DONE = "done"
    PARTLY = "partly"
    PLANNED = "planned"
    NOT_NOW = "not-now"
    REFERENCE = "reference"
    NOT_OURS = "not-ours"


# Keyed by plain words, as the database keeps them.
OUTCOMES: dict[str, str] = {
    Outcome.DONE.value: _("Solved"),
    Outcome.PARTLY.value: _("Partly solved"),
    Outcome.PLANNED.value: _("Planned"),
    Outcome.NOT_NOW.value: _("Not possible now"),
    Outcome.REFERENCE.value: _("For reference"),
    Outcome.NOT_OURS.value: _("For another body"),
}
