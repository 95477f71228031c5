"""What a row of a received file is in the tree of its take-over."""

import json
from collections.abc import Sequence

from xieshang.audit import merkle


def leaf_of(sheet: str, row: int, cells: Sequence[str]) -> bytes:
    """The hash of a row: its sheet, its number, its cells as kept."""
    facts = [sheet, row, list(cells)]
    return merkle.leaf(json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode())
