"""The index of all texts, made as a batch in little memory and put in place at once."""

import fcntl
import os
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from operator import length_hint
from pathlib import Path
from typing import IO

import numpy as np

from .file import write
from .letters import letters
from .shard import Shard, cut, first_of_each

Progress = Callable[[int, int], object]
TOLD = 10_000  # texts between two words about the progress


class Busy(Exception):
    """Another process is building this index."""


def build(
    texts: Iterable[tuple[int, str]],
    path: Path,
    *,
    count: int = 0,
    progress: Progress = lambda _done, _total: None,
) -> int:
    """Write the index of texts, each under a key of its own; how many there are.

    They may come in any order: the file is the same to the byte. Until all is done, `path` is what
    it was. Each text is told of twice, when read and when listed; `count` is how many to expect.
    Raises ValueError when a key comes again, Busy when another process builds the same index.
    """
    with alone(path), tempfile.TemporaryFile(dir=path.parent) as letters_in_turn:
        keys, lengths = spool(texts, letters_in_turn, progress, count or length_hint(texts))
        order = np.argsort(keys)
        in_order = keys[order]
        if not first_of_each(in_order).all():
            raise ValueError(f"key {in_order[~first_of_each(in_order)][0]} comes more than once")
        part = path.with_name(f"{path.name}.part")
        with part.open("wb") as file:
            write(file, shards(order, keys, lengths, letters_in_turn, progress))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        keep_name(path.parent)
    return len(keys)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Only one process builds an index; its lock falls with it, whatever it died of."""
    with path.with_name(f"{path.name}.lock").open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as reason:
            raise Busy(f"{path} is being built") from reason
        yield


def spool(
    texts: Iterable[tuple[int, str]], file: IO[bytes], progress: Progress, expected: int
) -> tuple[np.ndarray, np.ndarray]:
    """Put the letters of all texts in a file as they come; their keys and how many units each."""
    keys, lengths = array("q"), array("q")
    for key, text in texts:
        units = letters(text)
        file.write(units.data)
        keys.append(key)
        lengths.append(len(units))
        if len(keys) % TOLD == 0:
            progress(len(keys), 2 * max(expected, len(keys)))
    file.flush()
    return np.frombuffer(keys, np.int64), np.frombuffer(lengths, np.int64)


def shards(
    order: np.ndarray, keys: np.ndarray, lengths: np.ndarray, file: IO[bytes], progress: Progress
) -> Iterator[Shard]:
    """The shards of all texts in the order of their keys, one in memory at a time."""
    ends = np.cumsum(lengths)
    if not len(ends):
        return
    units = np.memmap(file, "<u2", "r", shape=max(1, int(ends[-1]))) if ends[-1] else ends[:0]
    for part in cut(lengths[order].tolist()):
        chosen = order[part]
        bounds = zip((ends - lengths)[chosen].tolist(), ends[chosen].tolist(), strict=True)
        yield Shard.of(keys[chosen], [units[start:end] for start, end in bounds])
        progress(len(keys) + part.stop, 2 * len(keys))


def keep_name(folder: Path) -> None:
    """See that a file's new name outlives a loss of power."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
