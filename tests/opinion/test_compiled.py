"""A loop is compiled when it is first called, also where nothing can be kept on disk."""

import numba

from xieshang.opinion.compiled import compiled


def test_where_nothing_can_be_kept_it_is_compiled_all_the_same(monkeypatch):
    plain, asked = numba.njit, []

    def njit(**how):
        asked.append(how)
        if how.get("cache"):
            raise RuntimeError("cannot cache function: no locator available")
        return plain(**how)

    monkeypatch.setattr(numba, "njit", njit)

    @compiled
    def doubled(number):
        return number * 2

    assert asked == []
    assert (doubled(21), doubled(4)) == (42, 8)
    assert asked == [{"cache": True, "nogil": True}, {"nogil": True}]
