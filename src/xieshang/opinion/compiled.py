"""Loops that are compiled for this machine when they are first called, and kept on disk."""

from collections.abc import Callable
from functools import cache, wraps


def compiled(loop: Callable) -> Callable:
    """The same function, compiled: whoever never calls it never loads a compiler.

    Where neither the source's folder nor the account's can be written, it is compiled anew by
    each process.
    """

    @cache
    def machine() -> Callable:
        import numba  # noqa: PLC0415 it takes most of a second and 60 MB

        # Sums that stand side by side are added at once. (The attribute is made at run time.)
        numba.config.SLP_VECTORIZE = True  # type: ignore[attr-defined]
        try:
            return numba.njit(cache=True, nogil=True)(loop)
        except RuntimeError:  # no folder to keep it in
            return numba.njit(nogil=True)(loop)

    @wraps(loop)
    def run(*told):
        return machine()(*told)

    return run
