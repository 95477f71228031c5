"""Figures of opinion reports: what each tier adopted, and what was instructed."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from xieshang.matters.models import Adoption, Instruction

from ..metric import Metric
from ..source import Source

ADOPTED = Source(
    name="adoptions",
    rows=lambda scope: (
        Adoption.objects.filter(
            committee__code__range=scope.span, adopted_on__range=(scope.start, scope.end)
        )
        .annotate(instructed=Exists(Instruction.objects.filter(adoption=OuterRef("pk"))))
        .select_related("committee", "matter__committee", "issue")
    ),
    facets={
        "committee": "committee",
        "kind": "matter__kind",
        "day": "adopted_on",
        "mode": "mode",
        "tier": "committee__tier",
    },
    columns=(
        ("committee__title", _("Committee")),
        ("adopted_on", _("Adopted on")),
        ("mode", _("How")),
        ("issue", _("Issue")),
        ("matter__title", _("Title")),
        ("matter__committee__title", _("Came from")),
    ),
    order=("committee_id", "adopted_on", "pk"),
    record="matter",
    words="kind",
)


def adopted_by(tier: str, label: str) -> Metric:
    return Metric(
        f"reports-adopted-by-{tier}",
        label,
        _("Opinion reports that committees of this tier adopted in the period, one row a tier."),
        _("adoptions"),
        ADOPTED,
        (("tier", tier),),
    )


METRICS = (
    adopted_by("region", _("Opinion reports adopted by the region")),
    adopted_by("city", _("Opinion reports adopted by cities")),
    adopted_by("county", _("Opinion reports adopted by counties")),
    Metric(
        "reports-instructed",
        _("Adoptions with an instruction"),
        _("How many of the adoptions of the period a leader wrote an instruction on."),
        _("adoptions"),
        ADOPTED,
        share=Q(instructed=True),
    ),
)
