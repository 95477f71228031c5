"""Writing the registers: programmes, venues, projects."""

from collections.abc import Collection, Sequence

from django.db import models, transaction

Cited = tuple[models.Model, Collection[int]]


@transaction.atomic
def record_register(rows: Sequence[Cited], batch: int = 2000) -> None:
    """Write new programmes, venues or projects, each with the evidence it rests on.

    All rows are of one model. The caller seals.
    """
    if not rows:
        return
    model = type(rows[0][0])
    model.objects.bulk_create([row for row, _evidence in rows], batch)
    link = model.evidence.through
    name = f"{model._meta.model_name}_id"
    link.objects.bulk_create(
        [link(**{name: row.pk, "evidence_id": key}) for row, keys in rows for key in keys],
        batch,
        ignore_conflicts=True,
    )


@transaction.atomic
def withdraw_register(model: type[models.Model], keys: Collection[int]) -> None:
    """Take rows out of a register again; their evidence stays. The caller seals."""
    model.objects.filter(pk__in=list(keys)).delete()
