"""A map in plain numbers, as it is kept and shown: no participant is in it.

`statements` gives for each statement (by key) how many said what, in all and by group; `cells`
how many stand in each small square of the map, by group: what is drawn, however many there are.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from xieshang.opinion import OpinionMap
from xieshang.opinion.places import of_one

SIDE = 40  # squares along each axis of the drawing
DIGITS = 9


def told_of(found: OpinionMap) -> dict[str, Any]:
    """All that pages show of a map."""
    return {
        "digest": found.digest,
        "parameters": dict(found.parameters),
        "groups": groups_of(found),
        "agreed": [plainly(found, each) for each in found.agreed],
        "disagreed": [plainly(found, each) for each in found.disagreed],
        "statements": dict(statements_of(found)),
        "order": found.statements.tolist(),
        "hidden": found.hidden.tolist(),
        "mean": rounded(found.mean),
        "directions": rounded(found.components.directions),
        "centres": rounded(found.groups.centres),
        "cells": list(cells_of(found.places, found.groups.group)),
        "reach": reach(found.places),
    }


def rounded(values: np.ndarray) -> list:
    return np.round(values, DIGITS).tolist()


def groups_of(found: OpinionMap) -> list[dict[str, Any]]:
    """Each group: how many are in it, and what tells it from the others."""
    told = zip(found.sizes(), found.representative, strict=True)
    return [
        {"size": size, "statements": [plainly(found, each) for each in said]} for size, said in told
    ]


def plainly(found: OpinionMap, each) -> dict[str, Any]:
    """One statement that stands for many: which, what they say, how many of those who saw it."""
    key = int(found.statements[each.statement])
    return {"statement": key, "said": each.said, "votes": each.votes, "seen": each.seen}


def statements_of(found: OpinionMap) -> Iterator[tuple[str, dict[str, Any]]]:
    """What was said of each statement: in all, and by group; where it stands on the map."""
    counts, groups = found.counts, found.group_counts
    for place, key in enumerate(found.statements.tolist()):
        by_group = zip(groups.agree, groups.disagree, groups.seen, strict=True)
        yield (
            str(key),
            {
                "agree": int(counts.agree[place]),
                "disagree": int(counts.disagree[place]),
                "seen": int(counts.seen[place]),
                "groups": [[int(each[place]) for each in told] for told in by_group],
                "consensus": round(float(found.consensus[place]), DIGITS),
                "division": round(float(found.division[place]), DIGITS),
                "unsure": round(float(found.unsureness[place]), DIGITS),
                "at": rounded(found.statement_places[place]),
            },
        )


def reach(places: np.ndarray) -> float:
    """How far the drawing goes from its middle: as far as whoever stands farthest out."""
    return round(float(np.abs(places).max()), DIGITS) if places.size else 0.0


def cells_of(places: np.ndarray, group: np.ndarray) -> Iterator[list[int]]:
    """[column, row, group, how many], for every square in which somebody of a group stands."""
    span = reach(places) or 1.0
    square = np.clip(((places / span + 1) / 2 * SIDE).astype(np.int64), 0, SIDE - 1)
    keys = (square[:, 0] * SIDE + square[:, 1]) * 8 + group
    for key, many in zip(*np.unique(keys[group >= 0], return_counts=True), strict=True):
        cell, which = divmod(int(key), 8)
        yield [*divmod(cell, SIDE), which, int(many)]


def place_of(told: Mapping[str, Any], votes: Iterable[tuple[int, int]]) -> tuple[list[float], int]:
    """Where somebody with these votes (statement, vote) stands, and in which group: -1 for none.

    By the axes and centres of the kept map: nothing is computed anew.
    """
    known = {key: place for place, key in enumerate(told["order"])}
    said = sorted((known[key], value) for key, value in votes if key in known)
    if not said or not told["centres"]:
        return [0.0, 0.0], -1
    code = np.array([4 * place + value + 1 for place, value in said])
    mean, hidden = np.array(told["mean"]), np.array(told["hidden"], bool)
    where = of_one(code, mean, hidden, np.array(told["directions"]))
    away = np.linalg.norm(np.array(told["centres"]) - where, axis=1)
    return where.tolist(), int(away.argmin())
