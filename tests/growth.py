"""How the work grows with what it is given: a ratio within one run, the same on a busy machine."""

import time
from collections.abc import Callable

TRIES = 5  # the least of these is what the work itself took


def growth(work: Callable[[int], object], size: int, times: int = 4) -> float:
    """How much longer the work on `times` the size takes: about `times` where it is linear."""
    least = {size: float("inf"), size * times: float("inf")}
    for each in list(least) * TRIES:
        began = time.process_time()
        work(each)
        least[each] = min(least[each], time.process_time() - began)
    return least[size * times] / least[size]
