"""Maps of opinions, in CPU seconds, beside the same maths over a full matrix and a peer."""

import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from xieshang.opinion import Votes, map_opinions
from xieshang.opinion.components import sums_back
from xieshang.opinion.parts import Here

from .conversations import columns, drawn
from .table import Row

SIZES = (  # participants, statements, votes of each in the mean, goals: CPU seconds, GiB
    (1_000, 100, 12, None, None),
    (10_000, 300, 17, 0.08, 0.3),
    (100_000, 1_000, 56, 0.5, 0.4),
    (1_000_000, 1_000, 57, 3, 1.2),
)
PEERS = 10_000  # participants that those beside us still manage
LATER = ((1_000, 0.35), (100_000, 0.65))  # new votes, goal in CPU seconds
PASS, OTHERS = 4, 29  # bytes of votes and columns read and written: by a pass, by all else, a vote


def rows(count: int) -> Iterator[Row]:
    """Each size up to `count` participants: packing the votes, the map of them, what it holds; then
    new votes upon the largest."""
    yield Row("opinion: the first map on a machine, loops compiled", cold())
    for participants, statements, mean, goal, held in SIZES:
        if participants <= count:
            told = drawn(participants, statements, mean)
            yield from mapped(told, goal, held, beside=participants == PEERS)
    yield from upon(told)
    if folder := conversations():
        yield from real(folder)


def mapped(told, goal: float | None, held: float | None, *, beside: bool) -> Iterator[Row]:
    Votes.of(*(each[:5_000] for each in told))  # compiled for columns of this kind
    before = resident("VmRSS")
    forget_peak()
    packing, votes = seconds(lambda: Votes.of(*told))
    spread = Counting(votes)
    mapping, _found = seconds(lambda: map_opinions(votes, spread=spread))
    name = f"opinion: {len(votes.code):,} votes"
    peak = (resident("VmHWM") - before + sum(each.nbytes for each in told)) / 2**30
    whole = packing + mapping
    yield Row(f"{name}, packed and mapped", whole, goal, over_a_matrix(votes) if beside else None)
    if beside:
        yield Row(f"{name}, the same beside red-dwarf", whole, None, red_dwarf(*told))
    yield Row(f"{name}, packing alone", packing)
    yield Row(f"{name}, each", whole / len(votes.code) * 1e9, unit="ns")
    yield Row(f"{name}, with its columns, beside what the process held", peak, held, unit="GiB")
    touched = len(votes.code) * (OTHERS + PASS * spread.passes / spread.parts)
    yield Row(f"{name}, bytes touched a second, beside a copy of memory", touched / whole / 1e9,
              None, bandwidth(), "GB/s", least=True)  # fmt: skip


def upon(told) -> Iterator[Row]:
    """New votes upon the votes and the map there were; all is as if made anew (see the tests)."""
    votes = Votes.of(*told)
    found = map_opinions(votes)
    again, _found = seconds(lambda: map_opinions(Votes.of(*told), before=found))
    random = np.random.default_rng(5)
    for many, goal in LATER:
        later = columns(
            random.integers(0, votes.shape[0], many),
            random.integers(0, votes.shape[1], many),
            random.integers(-1, 2, many),
        )
        spent, _found = seconds(lambda later=later: map_opinions(
            votes.with_votes(*later), before=found))  # fmt: skip
        name = f"opinion: {many:,} votes upon {len(votes.code):,}, beside all again"
        yield Row(name, spent, goal, again)


def real(folder: Path) -> Iterator[Row]:
    """The conversations that lie beside the project."""
    from xieshang.opinion import read_export  # noqa: PLC0415

    spent = []
    for file in sorted(folder.glob("*/votes.csv")):
        votes = read_export(file)
        spent.append(seconds(lambda votes=votes: map_opinions(votes))[0])
    yield Row(f"opinion: {len(spent)} real conversations, all", sum(spent), 1.5)
    yield Row(f"opinion: {len(spent)} real conversations, the slowest", max(spent), 0.3)


def conversations() -> Path | None:
    here = Path(__file__).resolve().parent.parent.parent
    folder = Path(os.environ.get("XIESHANG_SHARED", here / "shared")) / "data" / "opinion"
    return folder if folder.is_dir() else None


class Counting(Here):
    """Counts how often a part is passed over for the components."""

    passes = 0

    def each(self, work, *told, own=None, every=1) -> list:
        given = super().each(work, *told, own=own, every=every)
        self.passes += len(given) if work is sums_back else 0
        return given


def seconds(work: Callable[[], object]) -> tuple[float, object]:
    """CPU seconds of all threads, the less of two runs, and what the last one gave."""
    least = float("inf")
    for _run in range(2):
        began = time.process_time()
        given = work()
        least = min(least, time.process_time() - began)
    return least, given


def cold() -> float:
    """CPU seconds of a process that maps a few votes where nothing has been compiled before."""
    work = (
        "import time; from xieshang.opinion import Votes, map_opinions;"
        "map_opinions(Votes.of([1, 1, 2, 2], [1, 2, 1, 2], [1, -1, 0, 1]));"
        "print(time.process_time())"
    )
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-c", work], env=os.environ | {"NUMBA_CACHE_DIR": folder},
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    return float(told.stdout)


def forget_peak() -> None:
    """Let the most memory this process ever held be what it holds now (Linux)."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def resident(what: str) -> int:
    """Bytes of memory: VmRSS held now, VmHWM the most."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith(what))


def bandwidth() -> float:
    """GB/s of copying memory, read and written, the best of five."""
    source, least = np.ones(1 << 25), float("inf")
    target = np.empty_like(source)
    for _run in range(5):
        began = time.process_time()
        np.copyto(target, source)
        least = min(least, time.process_time() - began)
    return 2 * source.nbytes / least / 1e9


def red_dwarf(who, what, said) -> float:
    """CPU seconds of the peer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from reddwarf.implementations.base import run_pipeline  # noqa: PLC0415

        latest = dict(
            zip(zip(who.tolist(), what.tolist(), strict=True), said.tolist(), strict=True)
        )
        votes = [
            {"participant_id": i, "statement_id": j, "vote": vote, "modified": 0}
            for (i, j), vote in latest.items()
        ]
        began = time.process_time()
        run_pipeline(votes, random_state=0)
        return time.process_time() - began


def over_a_matrix(votes: Votes) -> float:
    """CPU seconds of components, places and a hundred clusters the plain way: over every cell."""
    began = time.process_time()
    matrix = np.full(votes.shape, np.nan)
    rows = np.repeat(np.arange(len(votes.participants)), votes.lengths)
    matrix[rows, votes.code >> 2] = votes.code.astype(int) % 4 - 1
    centred = np.nan_to_num(matrix - np.nanmean(matrix, axis=0))
    axes = np.linalg.svd(centred, full_matrices=False)[2][:2]
    points = np.sqrt(votes.shape[1] / votes.lengths)[:, None] * (centred @ axes.T)
    centres = points[:100]
    for _step in range(100):
        label = ((points[:, None] - centres) ** 2).sum(2).argmin(1)
        centres = np.stack([points[label == each].mean(0) for each in np.unique(label)])
    return time.process_time() - began
