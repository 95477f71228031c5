"""An index as one file: the arrays of its shards end to end, then a directory of where they are.

A reader maps the file, so web processes share one copy of it, and finds the directory from the
end. What is cut short or of another make is refused when it is opened.
"""

import hashlib
import json
import mmap
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import numpy as np

from .shard import Shard

MAKE = b"XIESHANG TEXTS 1"
KINDS = {
    "keys": "<i8",
    "starts": "<u4",
    "units": "<u2",
    "known": "<u4",
    "ends": "<u4",
    "holders": "<u2",
}
DIGEST, LENGTH, EVEN = 16, 8, 8  # bytes


class Unusable(Exception):
    """There is no index in this file, or not a whole one: build it anew."""


def write(file: BinaryIO, shards: Iterable[Shard]) -> None:
    """Write an index to an empty file, a shard at a time."""
    sums = hashlib.blake2b(MAKE, digest_size=DIGEST)
    file.write(MAKE)
    directory = []
    for shard in shards:
        places = {}
        for name, kind in KINDS.items():
            array = np.ascontiguousarray(getattr(shard, name), kind)
            places[name] = [file.tell(), len(array)]
            for part in (array.data, bytes(-array.nbytes % EVEN)):
                file.write(part)
                sums.update(part)
        directory.append(places)
    listed = json.dumps({"shards": directory, "digest": sums.hexdigest()}).encode()
    file.write(listed + digest(listed) + len(listed).to_bytes(LENGTH, "little") + MAKE)


def read(path: Path, *, thorough: bool) -> list[Shard]:
    """The shards of the index in a file, mapped; raises Unusable."""
    try:
        with path.open("rb") as file:
            held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as reason:  # an empty file cannot be mapped
        raise Unusable(f"{path} cannot be opened: {reason}") from reason
    end = len(held) - len(MAKE) - LENGTH - DIGEST
    if end < len(MAKE) or held[: len(MAKE)] != MAKE or held[-len(MAKE) :] != MAKE:
        raise Unusable(f"{path} is not an index, or not a whole one")
    start = end - int.from_bytes(held[end + DIGEST : -len(MAKE)], "little")
    listed = bytes(held[max(0, start) : end])
    if digest(listed) != held[end : end + DIGEST]:
        raise Unusable(f"{path} has lost its directory")
    directory = json.loads(listed)
    if thorough and digest(held[:start]).hex() != directory["digest"]:
        raise Unusable(f"{path} was changed after it was built")
    return [mapped(held, places) for places in directory["shards"]]


def mapped(held: memoryview, places: dict[str, list[int]]) -> Shard:
    """A shard whose arrays are parts of the file."""
    return Shard(
        **{
            name: np.frombuffer(held, kind, count=places[name][1], offset=places[name][0])
            for name, kind in KINDS.items()
        }
    )


def digest(data: bytes | memoryview) -> bytes:
    """Sixteen bytes that tell one content from another."""
    return hashlib.blake2b(data, digest_size=DIGEST).digest()
