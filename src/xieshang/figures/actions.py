"""Taking figures: a number is fixed, with a seal over the rows it was measured from."""

import secrets

from django.db import transaction

from xieshang.audit.actions import seal
from xieshang.reading.characters import LEGIBLE

from .metrics import METRICS
from .models import Figure, narrowed
from .scope import Scope


@transaction.atomic
def take_figure(name: str, scope: Scope, *, by, programme=None, form: str = "") -> Figure:
    """Measure a metric now and keep the number; the same number over the same rows is kept once."""
    metric = METRICS[name]
    narrow = narrowed(programme and programme.pk, form)
    measured, digest = metric.recounted(scope, narrow), metric.digest(scope, narrow)
    facts = {
        "metric": name,
        "committee": scope.committee,
        "own": scope.own,
        "start": scope.start,
        "end": scope.end,
        "programme": programme,
        "form": form,
        "value": measured.value,
        "base": measured.base,
        "rows": measured.rows,
        "digest": digest,
    }
    known = Figure.objects.filter(**facts).first()
    if known:
        return known
    figure = Figure.objects.create(code=new_code(), taken_by=by, **facts)
    seal(by, "take", figure, metric=name, value=figure.value, digest=digest)
    return figure


def new_code() -> str:
    """A short code for an address on paper: eight letters that can be read aloud."""
    return "".join(secrets.choice(LEGIBLE) for _letter in range(8))
