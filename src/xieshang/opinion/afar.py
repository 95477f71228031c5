"""Work over participants on the workers of a Dask cluster: each holds some of the parts.

`dask[distributed]` is an extra: nothing else of this package needs it.
"""

from types import TracebackType

from distributed import Client

from .parts import Part, bounds, owned, pairs, part_of
from .votes import Votes

PATIENCE = 10  # seconds


class Afar:
    """On the workers of the scheduler at an address (`tcp://…`); to be closed, as by `with`.

    Every worker needs this package in the same version. Raises OSError where nobody answers.
    """

    def __init__(self, votes: Votes, scheduler: str) -> None:
        self.shape = votes.shape
        self.bounds = bounds(votes)
        self.parts = len(self.bounds) - 1
        self.client = Client(scheduler, timeout=PATIENCE)
        sent = [part_of(votes, *ends) for ends in pairs(self.bounds)]
        self.held = self.client.map(settled, self.client.scatter(sent, hash=False), pure=False)

    def __enter__(self) -> "Afar":
        return self

    def __exit__(
        self, kind: type | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()

    def each(self, work, *told, own=None, every=1) -> list:
        parts = list(zip(self.held, owned(self.bounds, own), strict=True))[::every]
        tasks = [self.client.submit(work, part, *told, *some, pure=False) for part, some in parts]
        return self.client.gather(tasks)


def settled(part: Part) -> Part:
    """A part in memory of the worker's own: what came over the wire cannot be written to, and
    loops would be compiled for it once more."""
    return Part(part.start.copy(), part.code.copy())
