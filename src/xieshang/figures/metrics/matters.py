"""Figures of what was raised, and what became of it."""

from django.utils.translation import gettext_lazy as _

from xieshang.matters.lifecycles import ADVISED as KINDS_OF_ADVICE
from xieshang.matters.models import Matter, MatterStep

from ..metric import Metric
from ..source import Source

RAISED = Source(
    name="matters",
    rows=lambda scope: Matter.objects.within(scope).select_related("committee"),
    facets={
        "kind": "kind",
        "life": "life",
        "committee": "committee",
        "day": "raised_on",
        "source": "source",
        "status": "status",
        "number": "number",
        "session": "session",
        "outcome": "outcome",
    },
    columns=(
        ("committee__title", _("Committee")),
        ("raised_on", _("Raised on")),
        ("ledger_number", _("Number")),
        ("title", _("Title")),
        ("author", _("Author")),
        ("source", _("Source")),
        ("unit", _("Handling unit")),
        ("status", _("State")),
    ),
    order=("committee_id", "raised_on", "pk"),
    words="kind",
)

STEPS = Source(
    name="steps",
    rows=lambda scope: (
        MatterStep.objects.within(scope).standing().select_related("subject", "subject__committee")
    ),
    facets={
        "kind": "subject__kind",
        "committee": "subject__committee",
        "day": "day",
        "source": "subject__source",
        "went_to": "went_to",
        "outcome": "outcome",
        "verb": "verb",
        "raised": "subject__raised_on",
    },
    columns=(
        ("subject__committee__title", _("Committee")),
        ("day", _("Day")),
        ("subject__ledger_number", _("Number")),
        ("subject__title", _("Title")),
        ("subject__author", _("Author")),
        ("subject__unit", _("Handling unit")),
        ("note", _("Recorded as")),
    ),
    order=("subject__committee_id", "day", "pk"),
    record="subject",
    words="kind",
)

ADVISED = ("kind__in", KINDS_OF_ADVICE)

METRICS = (
    Metric(
        "problems-registered",
        _("Problems registered"),
        _("Problems that were found or raised in the period, by the day they were raised."),
        _("problems"),
        RAISED,
        (("kind", "problem"),),
    ),
    Metric(
        "problems-solved",
        _("Problems solved"),
        _(
            "Problems whose last step, taken in the period, came to “solved”: said by whoever"
            " raised it, shown by evidence, or recorded as 办结, 已办结 or 已解决. One that was"
            " only closed, or opened again, does not count."
        ),
        _("problems"),
        STEPS,
        (("kind", "problem"), ("outcome", "done")),
    ),
    Metric(
        "suggestions-submitted",
        _("Suggestions submitted"),
        _(
            "Everything that was advised in the period: proposals, opinion reports, plenary"
            " speeches, research reports and others."
        ),
        _("items"),
        RAISED,
        (ADVISED,),
    ),
    Metric(
        "suggestions-adopted",
        _("Suggestions adopted"),
        _(
            "Suggestions adopted in the period, by the day of adoption: recorded as 采用, 被采用,"
            " 采纳 or 获批示."
        ),
        _("items"),
        STEPS,
        (ADVISED, ("went_to", "adopted")),
    ),
    Metric(
        "proposals-submitted",
        _("Proposals submitted"),
        _("Proposals (提案) handed in during the period, filed or not."),
        _("proposals"),
        RAISED,
        (("kind", "proposal"),),
    ),
    Metric(
        "opinion-reports-submitted",
        _("Opinion reports submitted"),
        _("Reports on social conditions and public opinion (社情民意信息) handed in."),
        _("reports"),
        RAISED,
        (("kind", "opinion-report"),),
    ),
)
