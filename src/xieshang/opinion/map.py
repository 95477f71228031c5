"""Votes in, one frozen map out."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np

from . import places
from .agreement import Agreed, across_groups, consensus, division, unsureness
from .components import SEED, Components, components
from .counts import Counts, count, count_groups, means
from .groups import BASE, ENOUGH, MOST, PATIENCE, Before, Grouping, grouped
from .ids import Ids, found_in
from .parts import Here, Spread
from .represent import SURE, Represent, representing
from .votes import Votes

PARAMETERS: Mapping[str, object] = {
    "method": "1", "seed": SEED, "enough": ENOUGH, "base": BASE, "most": MOST,
    "patience": PATIENCE, "sure": SURE,
}  # fmt: skip
STEPS = ("count", "components", "places", "groups", "statements")


@dataclass(frozen=True)
class Earlier:
    """An earlier map, as far as the next one looks at it."""

    participants: Ids
    statements: Ids
    components: Components
    groups: Grouping


@dataclass(frozen=True)
class OpinionMap:
    """Where everybody stands, who thinks alike, what each group says, what all agree on.

    `participants[i]` stands at `places[i]` (n, 2) in group `groups.group[i]`, -1 for none;
    `statements[j]` stands at `statement_places[j]` (m, 2). `counts` are over all (m,),
    `group_counts` by group (groups, m). `digest` names the votes it was made of, `hidden` the
    statements that were left out: a mask (m,).
    """

    participants: Ids
    statements: Ids
    hidden: np.ndarray
    mean: np.ndarray
    components: Components
    places: np.ndarray
    statement_places: np.ndarray
    groups: Grouping
    counts: Counts
    group_counts: Counts
    representative: tuple[tuple[Represent, ...], ...]
    agreed: tuple[Agreed, ...]
    disagreed: tuple[Agreed, ...]
    consensus: np.ndarray  # across groups, (m,)
    division: np.ndarray
    unsureness: np.ndarray
    parameters: Mapping[str, object]
    digest: str

    def sizes(self) -> list[int]:
        """How many participants each group has."""
        inside = self.groups.group[self.groups.group >= 0]
        return np.bincount(inside, minlength=self.groups.many).tolist()


def map_opinions(
    votes: Votes,
    *,
    hidden: Collection = (),
    before: OpinionMap | Earlier | None = None,
    spread: Spread | None = None,
    step: Callable[[str], object] = str,
) -> OpinionMap:
    """The map of these votes, without the `hidden` statements; it keeps the axes and groups of the
    one `before`, as far as the votes let it.

    The same votes give the same map, whatever the order they came in, and wherever their parts are
    held (`spread`; on the cores of this machine where nothing is said). `step` is told the name of
    each step as it begins, one of STEPS.
    """
    spread = spread or Here(votes)
    masked = votes.columns_of(hidden)
    step("count")
    counts = count(spread)
    mean = means(counts, masked)
    step("components")
    axes = components(spread, mean, masked, None if before is None else carried(votes, before))
    step("places")
    where = places.of_participants(spread, mean, masked, axes.directions)
    step("groups")
    then = None if before is None else remembered(votes, before)
    groups = grouped(where, votes.lengths, votes.shape[1], then)
    by_group = count_groups(spread, groups.group, groups.many)
    step("statements")
    return OpinionMap(
        votes.participants, votes.statements, masked, mean, axes, where,
        places.of_statements(mean, axes.directions), groups, counts, by_group,
        tuple(representing(by_group, group, masked) for group in range(groups.many)),
        consensus(counts, masked, 1), consensus(counts, masked, -1),
        across_groups(by_group), division(by_group), unsureness(counts), PARAMETERS, votes.digest,
    )  # fmt: skip


def carried(votes: Votes, before: OpinionMap | Earlier) -> Components:
    """The directions of an earlier map over the statements of now; 0 for new ones."""
    place, known = found_in(before.statements, votes.statements)
    held = before.components
    directions, basis = (
        np.where(known, each[:, place], 0.0) for each in (held.directions, held.basis)
    )
    return Components(directions, held.variances, held.residual, basis)


def remembered(votes: Votes, before: OpinionMap | Earlier) -> Before:
    """The groups of an earlier map, for the participants of now."""
    place, known = found_in(before.participants, votes.participants)

    def then(label: np.ndarray) -> np.ndarray:
        return np.where(known, label[place], -1)

    held = before.groups
    inside = held.base >= 0
    groups = {
        k: then(np.where(inside, label[np.maximum(held.base, 0)], -1))
        for k, label in held.of_base.items()
    }
    return Before(
        then(held.base), then(held.group), groups, held.best, held.times, held.chosen
    )  # fmt: skip
