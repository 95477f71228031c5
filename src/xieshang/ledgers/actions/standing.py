"""Which rows count: letting rows go, letting them count again, writing their records anew."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from django.db.models import F, Q, QuerySet

from xieshang.activities.actions import withdraw_register
from xieshang.activities.models import Activity, Programme
from xieshang.matters.models import Matter, MatterStep
from xieshang.people.models import Committee

from ..models import TakenRow, TakeOver
from .lookups import Lookups
from .registers import ALL, REGISTERS

Affected = Mapping[str, set[int]]  # the name of a register → keys of its records
BATCH = 500


def wait_for_others(office: Committee) -> None:
    """Let one file of a region be taken over or undone at a time: two may tell of one meeting."""
    top = office.line()[-1]
    Committee.objects.select_for_update(no_key=True).filter(pk=top).first()


def let_go(rows: QuerySet[TakenRow]) -> Affected:
    """Let live rows count no more; returns the records they were cited by."""
    keys = list(rows.filter(live=True).values_list("pk", flat=True))
    affected: dict[str, set[int]] = defaultdict(set)
    for some in batches(keys):
        for register in ALL:
            mine = TakenRow.objects.filter(pk__in=some, **{f"{register.name}__isnull": False})
            affected[register.name].update(mine.values_list(register.key, flat=True))
            mine.update(live=False, was=F(register.key), **{register.name: None})
    return affected


def revive(take_over: TakeOver) -> Affected:
    """Let the rows of a take-over count again, each for the record it was of."""
    affected: dict[str, set[int]] = defaultdict(set)
    for register in ALL:
        kinds = register.kinds
        rows = take_over.rows.filter(live=False, kind__in=kinds, was__isnull=False)
        affected[register.name].update(rows.values_list("was", flat=True))
        rows.update(live=True, **{register.key: F("was")})
    return affected


def restate(affected: Affected, lookups: Lookups, by) -> None:
    """Write the records of these keys as their live rows now say."""
    for register in ALL:
        for some in batches(sorted(affected.get(register.name, ()))):
            rows = defaultdict(list)
            live = TakenRow.objects.filter(**{f"{register.name}__in": some})
            for row in live.select_related("take_over", "evidence"):
                rows[getattr(row, register.key)].append(row)
            register.restate(some, rows, lookups, by)


def sweep(office: int) -> None:
    """Take out the series that were opened for rows which count no more, if nothing cites them."""
    made = TakeOver.objects.filter(office=office).exclude(state=TakeOver.State.TAKEN)
    keys = {key for keys in made.values_list("made", flat=True) for key in keys}
    for some in batches(sorted(keys)):
        idle = Programme.objects.filter(
            pk__in=some, kind=Programme.Kind.SERIES, evidence__isnull=True
        )
        cited = Activity.objects.filter(programme__in=some).values("programme")
        withdraw_register(Programme, list(idle.exclude(pk__in=cited).values_list("pk", flat=True)))


def moved_on(rows: QuerySet[TakenRow], take_over: TakeOver) -> QuerySet[Matter]:
    """The matters of these rows that somebody has moved since they were taken over, or given to
    a unit."""
    later = MatterStep.objects.filter(at__gt=take_over.ended)
    ours = rows.filter(live=True, matter__isnull=False).values("matter")
    moved = Q(steps__in=later) | Q(assignments__isnull=False)
    return Matter.objects.filter(moved, pk__in=ours).distinct()


def cite(rows: Sequence[TakenRow]) -> None:
    """Let records that stay as they are rest on the new file as well."""
    by_register = defaultdict(list)
    for row in rows:
        by_register[REGISTERS[row.kind]].append(row)
    for register, some in by_register.items():
        model = TakenRow._meta.get_field(register.name).related_model
        link, name = model.evidence.through, f"{model._meta.model_name}_id"
        link.objects.bulk_create(
            [
                link(**{name: getattr(row, register.key), "evidence_id": row.evidence_id})
                for row in some
            ],
            2_000,
            ignore_conflicts=True,
        )


def gone_on(keys: Collection[int], take_over: TakeOver) -> set[int]:
    """Those of these matters that somebody has moved, or given to a unit, since any file but this
    one told of them."""
    told = TakenRow.objects.filter(live=True, matter__in=keys).exclude(take_over=take_over)
    files = TakeOver.objects.filter(pk__in=told.values("take_over"))
    return {
        matter.pk for file in files for matter in moved_on(told.filter(take_over=file), file)
    }  # fmt: skip


def merged(*several: Affected) -> Affected:
    """All the records of several changes."""
    whole: dict[str, set[int]] = defaultdict(set)
    for affected in several:
        for name, keys in affected.items():
            whole[name] |= keys
    return whole


def batches(keys: Collection):
    keys = list(keys)
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
