"""Trees of digests: one root speaks for many rows, a short proof shows that a row is under it.

Shapes and hashes as in RFC 6962 section 2.1: a leaf is H(0x00 ‖ data), a node H(0x01 ‖ left ‖
right), and the left part of n leaves holds the largest power of two below n.
"""

import hashlib
from collections.abc import Sequence


def leaf(data: bytes) -> bytes:
    """The hash of one row."""
    return hashlib.sha256(b"\x00" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash over two trees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(count: int) -> int:
    """The largest power of two below `count`, for count ≥ 2."""
    return 1 << (count - 1).bit_length() - 1


def root(leaves: Sequence[bytes]) -> bytes:
    """The hash that speaks for all leaves; of none, the hash of nothing."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    middle = split(len(leaves))
    return node(root(leaves[:middle]), root(leaves[middle:]))


def proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from leaf `index` to the root, nearest first."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return []
    middle = split(len(leaves))
    if index < middle:
        return [*proof(leaves[:middle], index), root(leaves[middle:])]
    return [*proof(leaves[middle:], index - middle), root(leaves[:middle])]


def proven(found: bytes, index: int, count: int, path: Sequence[bytes], wanted: bytes) -> bool:
    """Whether `path` leads from the leaf `found` at `index` of `count` to the root `wanted`."""
    return 0 <= index < count and climb(found, index, count, list(path)) == wanted


def climb(found: bytes, index: int, count: int, path: list[bytes]) -> bytes | None:
    """The root that a proof leads to; None when it has too few or too many hashes."""
    if count == 1:
        return None if path else found
    if not path:
        return None
    middle, sister = split(count), path[-1]
    if index < middle:
        below = climb(found, index, middle, path[:-1])
        return below and node(below, sister)
    below = climb(found, index - middle, count - middle, path[:-1])
    return below and node(sister, below)
