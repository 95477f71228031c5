"""The same map to the last bit, whoever computes it: threads, or workers on other machines."""

import re
import subprocess
import sys
from contextlib import ExitStack

import numpy as np
import pytest
from distributed import Client

from xieshang.opinion import Votes, map_opinions, parts
from xieshang.opinion.afar import Afar
from xieshang.opinion.components import SOME
from xieshang.opinion.parts import Here

from .conversations import camps

pytestmark = pytest.mark.long

LOCAL = ("--host", "127.0.0.1", "--no-dashboard")


@pytest.fixture(scope="module")
def many():
    """Votes of so many parts that the search begins in some of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "LEAST", 1 << 15)
        votes = Votes.of(*camps((5_000, 4_000, 3_000), statements=30))
        assert Here(votes).parts >= SOME
        yield votes


@pytest.fixture(scope="module")
def here(many):
    return map_opinions(many, hidden=[3])


def same(one, other):
    assert one.digest == other.digest
    assert one.places.tobytes() == other.places.tobytes()
    assert one.components.directions.tobytes() == other.components.directions.tobytes()
    assert one.groups.group.tobytes() == other.groups.group.tobytes()
    assert one.group_counts.seen.tobytes() == other.group_counts.seen.tobytes()


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_any_number_of_threads(many, here, threads):
    same(here, map_opinions(many, hidden=[3], spread=Here(many, threads)))


@pytest.fixture(scope="module")
def scheduler():
    """A scheduler with two worker processes, on this machine alone."""
    with ExitStack() as stack:

        def started(*command, **options):
            command = [sys.executable, "-m", "dask", *command]
            process = stack.enter_context(subprocess.Popen(command, **options))
            stack.callback(process.terminate)
            return process

        told = started("scheduler", "--port", "0", *LOCAL, stderr=subprocess.PIPE, text=True)
        at = next(filter(None, (re.search(r"(tcp://\S+)", line) for line in told.stderr)))[1]
        for _worker in range(2):
            started("worker", at, "--nthreads", "1", "--no-nanny", *LOCAL,
                    stderr=subprocess.DEVNULL)  # fmt: skip
        with Client(at) as client:
            client.wait_for_workers(2, timeout=60)
        yield at


def test_two_workers(many, here, scheduler):
    with Afar(many, scheduler) as spread:
        same(here, map_opinions(many, hidden=[3], spread=spread))
        held = spread.client.who_has(spread.held)
        assert len({worker for workers in held.values() for worker in workers}) == 2


def test_what_a_part_gives_is_added_in_their_order(many):
    spread = Here(many)
    assert spread.parts > 2
    assert [part.start[0] for part in spread.held] == [0] * spread.parts
    assert np.concatenate([part.code for part in spread.held]).tobytes() == many.code.tobytes()
    ends = np.cumsum([len(part.start) - 1 for part in spread.held]).tolist()
    assert spread.bounds.tolist() == [0, *ends]
