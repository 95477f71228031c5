"""Running a module in a child process that cannot take more than its share."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from xieshang.ledgers.workbook.bounds import MEBIBYTE, Limits
from xieshang.ledgers.workbook.refusals import WorkbookRefused

CONFINED = "xieshang.ledgers.workbook.confined"
SOURCES = Path(__file__).parents[3]
LAST_WORDS = 2_000

logger = logging.getLogger(__name__)


def run_confined(
    module: str,
    arguments: Sequence[str],
    output: IO[bytes],
    limits: Limits,
    *,
    sources: Path = SOURCES,
) -> None:
    """Run a module of `sources` with its standard output in a file, within the limits.

    Raises WorkbookRefused: out-of-memory or too-slow, or damaged where the child failed otherwise.
    """
    command = [sys.executable, "-P", "-m", CONFINED]
    command += [str(limits.cpu_seconds), str(limits.memory_bytes), str(limits.output_bytes)]
    with TemporaryFile() as words:
        try:
            code = subprocess.run(
                [*command, module, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=words,
                timeout=limits.wall_seconds,
                check=False,
                env=surroundings(sources),
            ).returncode
        except subprocess.TimeoutExpired as late:
            raise WorkbookRefused("too-slow", seconds=limits.wall_seconds) from late
        if code:
            words.seek(0)
            last = words.read(LAST_WORDS).decode("utf-8", "replace")
            logger.warning("%s ended with %d: %s", module, code, last)
            raise verdict(code, last, limits)


def surroundings(sources: Path) -> dict[str, str]:
    """What the child may know of its surroundings: where Python and the sources are, no secrets."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}
    return {**kept, "PYTHONPATH": f"{SOURCES}:{sources}", "PYTHONUTF8": "1"}


def verdict(code: int, last_words: str, limits: Limits) -> WorkbookRefused:
    """What a child's end means: killed for its time, for its memory, or failed."""
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return WorkbookRefused("too-slow", seconds=limits.cpu_seconds)
    starved = "MemoryError" in last_words or "memory allocation" in last_words
    if starved or code in (-signal.SIGABRT, -signal.SIGSEGV):
        return WorkbookRefused("out-of-memory", megabytes=limits.memory_bytes // MEBIBYTE)
    return WorkbookRefused("damaged", part="workbook")
