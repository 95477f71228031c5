"""The fourteen cities as a schematic grid. No borders are drawn: those need a reviewed map."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

# GB/T 2260 code: (row from the north, column from the west).
PLACES: dict[int, tuple[int, int]] = {
    451200: (1, 1),  # 河池
    450200: (1, 2),  # 柳州
    450300: (1, 3),  # 桂林
    451100: (1, 4),  # 贺州
    451000: (2, 1),  # 百色
    451300: (2, 2),  # 来宾
    450800: (2, 3),  # 贵港
    450400: (2, 4),  # 梧州
    451400: (3, 1),  # 崇左
    450100: (3, 2),  # 南宁
    450700: (3, 3),  # 钦州
    450900: (3, 4),  # 玉林
    450600: (4, 2),  # 防城港
    450500: (4, 3),  # 北海
}
STEPS = 5
ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)

Value = int | float | Decimal


@dataclass(frozen=True, slots=True)
class Tile:
    code: int
    name: str
    value: Value | None
    step: int
    row: int
    column: int
    href: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class TileMap:
    """Tiles in reading order, and the highest value of each step."""

    tiles: tuple[Tile, ...]
    bounds: tuple[int, ...]
    unit: str = ""


def width_of_step(most: Value) -> int:
    """A round whole number of which five reach `most`: 104 → 25, 0 → 1."""
    least = max(float(most) / STEPS, 1)
    scale = 10 ** floor(log10(least))
    return next(ceil(scale * one) for one in ROUND if ceil(scale * one) >= least)


def step_of(value: Value | None, width: int) -> int:
    """0 for nothing or nought, else 1 to 5."""
    return min(ceil(value / width), STEPS) if value else 0


def tile_map(
    values: Mapping[int, Value | None],
    names: Mapping[int, str],
    hrefs: Mapping[int, str] | None = None,
    *,
    unit: str = "",
    here: int | None = None,
) -> TileMap:
    """The cities of `names` on the grid, coloured in five steps by their values."""
    width = width_of_step(max((value or 0 for value in values.values()), default=0))
    tiles = [
        Tile(
            code,
            names[code],
            values.get(code),
            step_of(values.get(code), width),
            *PLACES[code],
            href=(hrefs or {}).get(code, ""),
            here=code == here,
        )
        for code in PLACES
        if code in names
    ]
    return TileMap(tuple(tiles), tuple(width * step for step in range(1, STEPS + 1)), unit)
