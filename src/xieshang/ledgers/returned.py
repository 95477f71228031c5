"""Giving an office its own file back, with the reason beside each row that was not taken."""

from pathlib import Path

from django.utils.translation import gettext as _

from .actions.choice import Outcome
from .annotate import RefusedRow, annotated_copy


def copy_with_reasons(path: Path, outcome: Outcome, folder: Path) -> Path | None:
    """Write the copy into `folder` and say where; None where no row came back."""
    rows = [RefusedRow(back.sheet, back.row, back.reason) for back in outcome.refused if back.row]
    if not rows:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    unnamed = folder / f"{path.stem}.part"
    suffix = annotated_copy(path, rows, unnamed, heading=_("Why it came back"), name=path.name)
    return unnamed.replace(folder / f"{path.stem}{suffix}")
