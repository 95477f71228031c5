"""The groups of near duplicates among many texts, for an office that wants to merge them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .index import Index
from .letters import same_text

LEAST = 0.6  # stricter than what is offered to a reader: a group is proposed for merging
LINKS = 10  # of each text, to those that are likest
TOLD = 1_000  # texts between two words about the progress


@dataclass(frozen=True, slots=True)
class Group:
    """Two texts or more that are near duplicates, each of at least one other."""

    keys: tuple[int, ...]  # in order
    likeness: float  # of the weakest link without which they would fall apart


def groups(
    texts: Iterable[tuple[int, str]],
    least: float = LEAST,
    progress: Callable[[int, int], object] = lambda _done, _total: None,
) -> list[Group]:
    """The groups of texts that links of likeness `least` or more hold together, likest first.

    No text stands in two groups. Texts that are the same are compared once, however many.
    """
    known = dict(sorted(texts))
    first: dict[bytes, int] = {}
    links = [(1.0, key, first.setdefault(same_text(known[key]), key)) for key in known]
    index = Index.of((key, known[key]) for key in first.values())
    for done, key in enumerate(first.values(), 1):
        likest = index.similar(known[key], LINKS + 1, least)
        links += [(match.likeness, key, match.key) for match in likest]
        if done % TOLD == 0 or done == len(first):
            progress(done, len(first))
    return grown(links)


def grown(links: list[tuple[float, int, int]]) -> list[Group]:
    """What links join, the strongest first: a greatest spanning forest (Kruskal 1956)."""
    head: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    weakest: dict[int, float] = {}
    for likeness, one, other in sorted(links, key=lambda link: (-link[0], link[1:])):
        for key in (one, other):
            members.setdefault(head.setdefault(key, key), [key])
        small, large = sorted((head[one], head[other]), key=lambda key: len(members[key]))
        if small != large:
            members[large] += members[small]
            head |= dict.fromkeys(members.pop(small), large)
            weakest[large] = likeness
    found = [
        Group(tuple(sorted(members[top])), share)
        for top, share in weakest.items()
        if top in members
    ]
    return sorted(found, key=lambda group: (-group.likeness, group.keys))
