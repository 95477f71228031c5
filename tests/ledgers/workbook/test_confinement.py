"""The child that reads a file cannot take more than its share, and says so when it would."""

import resource
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.ledgers import hostile
from xieshang.ledgers.workbook import WorkbookRefused, open_workbook, opening
from xieshang.ledgers.workbook.bounds import BOUNDS, LIMITS, MEBIBYTE
from xieshang.ledgers.workbook.confinement import SOURCES, run_confined

GREEDY = {
    "spins": ("while True:\n    pass\n", {"cpu_seconds": 1}, "too-slow"),
    "waits": ("import time\ntime.sleep(60)\n", {"wall_seconds": 0.5}, "too-slow"),
    "eats": ("bytearray(1 << 30)\n", {"memory_bytes": 128 * MEBIBYTE}, "out-of-memory"),
    "aborts": ("import os\nos.abort()\n", {}, "out-of-memory"),
    "fails": ("raise ValueError('torn inside')\n", {}, "damaged"),
}
TEN_NUMBERS = f"<row>{'<c><v>1</v></c>' * 10}</row>"


@pytest.mark.parametrize("habit", GREEDY)
def test_a_greedy_child_is_stopped(habit, tmp_path):
    source, less, reason = GREEDY[habit]
    (tmp_path / "greedy.py").write_text(source)
    limits = replace(LIMITS, **less)
    with (tmp_path / "out").open("w+b") as out, pytest.raises(WorkbookRefused) as refused:
        run_confined("greedy", [], out, limits, sources=tmp_path)
    assert refused.value.reason == reason


def test_a_child_cannot_raise_its_own_limits(tmp_path):
    (tmp_path / "greedy.py").write_text(
        "import resource\n"
        "print(resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU))\n"
    )
    with (tmp_path / "out").open("w+b") as out:
        run_confined("greedy", [], out, LIMITS, sources=tmp_path)
        out.seek(0)
        said = out.read().decode().strip()
    memory, seconds = LIMITS.memory_bytes, LIMITS.cpu_seconds
    assert said == f"{(memory, memory)} {(seconds, seconds)}"


def test_a_child_knows_no_secrets(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://office:secret@db/xieshang")
    (tmp_path / "greedy.py").write_text("import os\nprint('DATABASE_URL' in os.environ)\n")
    with (tmp_path / "out").open("w+b") as out:
        run_confined("greedy", [], out, LIMITS, sources=tmp_path)
        out.seek(0)
        assert out.read() == b"False\n"


def test_a_child_writes_no_more_than_it_may(tmp_path):
    (tmp_path / "greedy.py").write_text("import sys\nsys.stdout.buffer.write(bytes(1 << 20))\n")
    with (tmp_path / "out").open("w+b") as out:
        with pytest.raises(WorkbookRefused):
            run_confined("greedy", [], out, replace(LIMITS, output_bytes=1000), sources=tmp_path)
        assert (tmp_path / "out").stat().st_size <= 1000


@pytest.mark.parametrize(
    ("less", "reason"),
    [
        ({"memory_bytes": 64 * MEBIBYTE}, "out-of-memory"),
        ({"wall_seconds": 0.02}, "too-slow"),
    ],
)
def test_a_workbook_beyond_the_limits_is_refused(less, reason, tmp_path, monkeypatch):
    place = tmp_path / "long.xlsx"
    place.write_bytes(hostile.rows_alike(TEN_NUMBERS, 60_000))
    monkeypatch.setattr(opening, "LIMITS", replace(LIMITS, **less))
    with pytest.raises(WorkbookRefused) as refused:
        open_workbook(place)
    assert refused.value.reason == reason


def test_a_file_beyond_the_bounds_is_not_even_read_whole(tmp_path, monkeypatch):
    place = tmp_path / "large.csv"
    place.write_bytes(b"1,2\n" * 1000)
    monkeypatch.setattr(opening, "BOUNDS", replace(BOUNDS, file_bytes=1000))
    with pytest.raises(WorkbookRefused) as refused:
        open_workbook(place)
    assert (refused.value.reason, refused.value.values) == (
        "too-big",
        {"size": 1001, "limit": 1000},
    )


BOMBS = {
    "3 million empty rows": lambda: hostile.rows_alike("<row></row>", 3_000_000),
    "400 MB of shared strings": lambda: hostile.shared_strings(400),
    "400 MB that say they are 100 bytes": lambda: hostile.lying_size(400),
    "parts that overlap": hostile.overlapping,
    "1,900 parts": lambda: hostile.many_parts(1_900),
}
LOOK = """
import re, sys, time
from pathlib import Path
from xieshang.ledgers.workbook import WorkbookRefused
from xieshang.ledgers.workbook.guard import inspect
try:
    inspect(Path(sys.argv[1]).read_bytes())
except WorkbookRefused as refused:
    # Not ru_maxrss: that begins with what the process had before it became this program.
    peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
    print(refused.reason, int(peak[1]) // 1024, time.process_time())
"""


@pytest.mark.parametrize("bomb", BOMBS)
def test_the_guard_needs_little_for_a_bomb(bomb, tmp_path):
    place = tmp_path / "bomb.xlsx"
    place.write_bytes(BOMBS[bomb]())
    said = subprocess.run(
        [sys.executable, "-c", LOOK, str(place)],
        env={"PYTHONPATH": str(SOURCES)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert int(said[1]) < 64, f"{said[1]} MiB for {bomb}"
    assert float(said[2]) < 10, f"{said[2]} s of CPU for {bomb}"


def test_refusing_a_bomb_leaves_the_parent_small(tmp_path):
    place = tmp_path / "bomb.xlsx"
    place.write_bytes(hostile.shared_strings(400))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(WorkbookRefused):
        open_workbook(place)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 * 1024
