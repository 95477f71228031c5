"""Figures of proposals that went through the whole procedure: filed, answered, rated."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.matters.lifecycles import Outcome
from xieshang.matters.models import RatingForm

from ..metric import Metric
from ..source import Source
from .matters import RAISED, STEPS

PROPOSALS = (("life", "proposal"),)
FILED = (*PROPOSALS, ("number__isnull", False))
ANSWERED = ("replied", "tracked", "archived")
IN_HAND = (*FILED, ("status__in", ("filed", "handling", *ANSWERED)))  # merged ones follow another
RETURNED = (("returned__isnull", False),)

FORMS = Source(
    name="rating-forms",
    rows=lambda scope: RatingForm.objects.filter(
        matter__committee__code__range=scope.span, sent_on__range=(scope.start, scope.end)
    ).select_related("matter__committee", "rating"),
    facets={
        "committee": "matter__committee",
        "kind": "matter__kind",
        "day": "sent_on",
        "returned": "rating",
        "process": "rating__process",
        "result": "rating__result",
    },
    columns=(
        ("matter__committee__title", _("Committee")),
        ("sent_on", _("Sent on")),
        ("matter__number", _("Number")),
        ("matter__title", _("Title")),
        ("round", _("Round")),
        ("rating__process", _("How it was handled")),
        ("rating__result", _("What came of it")),
    ),
    order=("matter__committee_id", "sent_on", "pk"),
    record="matter",
    words="kind",
)


def came_to(name: str, label: str, outcome: str, definition: str) -> Metric:
    """Proposals by what their first answer came to."""
    where = (*IN_HAND, ("status__in", ANSWERED))
    return Metric(name, label, definition, _("proposals"), RAISED, where,
                  share=Q(outcome=outcome))  # fmt: skip


METRICS = (
    Metric(
        "proposals-filed",
        _("Proposals filed"),
        _(
            "Proposals of the period that were filed (立案), by the day they were handed in;"
            " those merged into others are inside."
        ),
        _("proposals"),
        RAISED,
        FILED,
    ),
    Metric(
        "proposals-filed-merged-outside",
        _("Proposals filed, merged ones left out"),
        _(
            "Proposals of the period that were filed (立案), by the day they were handed in;"
            " those merged into others (并案) are left out."
        ),
        _("proposals"),
        RAISED,
        IN_HAND,
    ),
    Metric(
        "proposals-merged",
        _("Proposals merged"),
        _("Filed proposals of the period that are handled together with another one (并案)."),
        _("proposals"),
        RAISED,
        (*FILED, ("status", "merged")),
    ),
    Metric(
        "proposals-filing-share",
        _("Filed of the proposals handed in"),
        _("How many of the proposals handed in during the period were filed, merged ones inside."),
        _("proposals"),
        RAISED,
        PROPOSALS,
        share=Q(number__isnull=False),
    ),
    Metric(
        "proposals-replied-share",
        _("Replied of the proposals filed"),
        _(
            "How many of the filed proposals of the period have been replied to by every unit"
            " that owes a reply; merged ones follow another and are left out."
        ),
        _("proposals"),
        RAISED,
        IN_HAND,
        share=Q(status__in=ANSWERED),
    ),
    came_to(
        "proposals-answered-solved",
        _("Answered: solved"),
        Outcome.DONE,
        _("Replied proposals whose first answer came to “solved”, whatever its letter."),
    ),
    came_to(
        "proposals-answered-planned",
        _("Answered: planned"),
        Outcome.PLANNED,
        _("Replied proposals whose first answer came to “planned”, whatever its letter."),
    ),
    came_to(
        "proposals-answered-not-now",
        _("Answered: not possible now"),
        Outcome.NOT_NOW,
        _("Replied proposals whose first answer came to “not possible now”."),
    ),
    Metric(
        "rating-forms-returned",
        _("Rating forms returned"),
        _("How many of the forms sent to proposers and co-signers in the period came back."),
        _("forms"),
        FORMS,
        share=Q(rating__isnull=False),
    ),
    Metric(
        "satisfied-with-handling",
        _("Satisfied with the handling"),
        _("How many of the forms that came back say “satisfied” of how it was handled."),
        _("forms"),
        FORMS,
        RETURNED,
        share=Q(rating__process="satisfied"),
    ),
    Metric(
        "satisfied-with-result",
        _("Satisfied with the result"),
        _("How many of the forms that came back say “satisfied” of what came of it."),
        _("forms"),
        FORMS,
        RETURNED,
        share=Q(rating__result="satisfied"),
    ),
    Metric(
        "proposal-working-days",
        _("Working days to the answer of a proposal"),
        _(
            "The middle number of working days from the day a proposal was handed in to the day"
            " the last unit had replied, of the proposals answered in the period."
        ),
        _("working days"),
        STEPS,
        (("kind", "proposal"), ("verb", "answered")),
        spans=("raised", "day"),
    ),
    Metric(
        "problem-working-days",
        _("Working days to the solution of a problem"),
        _(
            "The middle number of working days from the day a problem was raised to the day it was"
            " solved, of the problems solved in the period."
        ),
        _("working days"),
        STEPS,
        (("kind", "problem"), ("outcome", "done")),
        spans=("raised", "day"),
    ),
)
