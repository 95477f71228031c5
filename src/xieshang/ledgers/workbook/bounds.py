"""How much of a file is read: counted while unpacking, never believed from a header."""

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class Bounds:
    """The most that a workbook may hold."""

    file_bytes: int = 32 * MEBIBYTE
    parts: int = 2_000
    directory_bytes: int = MEBIBYTE  # of a zip: 2,000 entries of 500 bytes
    unpacked_bytes: int = 256 * MEBIBYTE  # 200,000 rows of 12 columns unpack to about 200 MiB
    small_part_bytes: int = 16 * MEBIBYTE  # below it no ratio is asked: blank sheets pack well
    ratio: int = 200  # honest sheets unpack to 10 or 30 times their size
    rows: int = 300_000
    columns: int = 400
    stored_rows: int = 1_048_576  # empty ones included: what a spreadsheet program can show
    cells: int = 4_000_000  # of the rectangles around the content of all sheets together
    merged_cells: int = 4_000_000
    cell_characters: int = 131_072


BOUNDS = Bounds()


@dataclass(frozen=True)
class Limits:
    """What the child process that reads a file may use."""

    cpu_seconds: int = 60
    wall_seconds: float = 120
    memory_bytes: int = 512 * MEBIBYTE
    output_bytes: int = 384 * MEBIBYTE


LIMITS = Limits()
