"""Brands are written over the series of their name, which activities may cite already."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from xieshang.activities.actions import record_register, withdraw_register
from xieshang.activities.models import Activity, Programme

from ..models import TakenRow
from .lookups import Lookups

KEPT = ("kind", *Programme.SLOTS)  # what a series or a brand had before a row was written over it
SERIES = dict.fromkeys(Programme.SLOTS, "") | {"kind": Programme.Kind.SERIES}


@dataclass(frozen=True)
class Brands:
    """The register of brands. A row remembers in `fields["before"]` what it was written over."""

    name: str
    kinds: tuple[str, ...]
    compose: Callable

    @property
    def key(self) -> str:
        return f"{self.name}_id"

    def add(self, rows: Sequence[TakenRow], lookups: Lookups, by) -> None:
        """Let each row cite the programme of its name, opened or written over."""
        fresh: dict[int | None, list[TakenRow]] = {}
        for row in rows:
            key = lookups.known(row.fields["committee"], row.fields["name"])
            others = [*_live_rows(key), *fresh.get(key, [])]
            row.fields["before"] = others[0].fields["before"] if others else _before(key)
            row.programme_id = self._write(key, [row, *others], lookups)
            fresh.setdefault(row.programme_id, []).append(row)

    def restate(
        self,
        keys: Collection[int],
        rows: Mapping[int, Sequence[TakenRow]],
        lookups: Lookups,
        by,
    ) -> None:
        """Write the brands of these keys as their rows say; one without rows is as it was."""
        for key in keys:
            if not rows.get(key):
                if not _restored(key):
                    lookups.forget(key)
                continue
            facts = rows[key][0].fields
            known = lookups.known(facts["committee"], facts["name"]) or key
            self._write(known, rows[key], lookups)
            if known != key:  # somebody has opened a series of that name meanwhile
                TakenRow.objects.filter(programme=key).update(programme=known)

    def _write(self, key: int | None, rows: Sequence[TakenRow], lookups: Lookups) -> int:
        brand, evidence = self.compose(key, rows, lookups)
        if key is None:
            record_register([(brand, evidence)])
            lookups.keep(brand)
        else:
            brand.save()
            brand.evidence.set(evidence)
            lookups.learn(brand)
        return brand.pk


def _live_rows(key: int | None) -> Sequence[TakenRow]:
    if key is None:
        return []
    return TakenRow.objects.filter(programme=key).select_related("take_over", "evidence")


def _before(key: int | None) -> dict | None:
    return Programme.objects.values(*KEPT).get(pk=key) if key else None


def _restored(key: int) -> bool:
    """Give a programme back what it was before its rows; False where only they made it: it goes."""
    last = TakenRow.objects.filter(kind="brand", was=key).order_by("pk").last()
    before = last and last.fields["before"]
    if before is None and not Activity.objects.filter(programme=key).exists():
        withdraw_register(Programme, [key])
        return False
    programme = Programme.objects.get(pk=key)
    programme.evidence.clear()
    for name, value in (before or SERIES).items():
        setattr(programme, name, value)
    programme.save()
    return True
