"""Projects that may be one and the same, claimed by two offices or twice by one."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from xieshang.activities.models import Project

from .models import Twin

WORDS = re.compile(r"(项目|工程|有限公司|有限责任公司|公司|一期|二期|建设|投资|[（）()\s·、，。-])")
NEAR = Decimal("0.02")  # of the larger sum, within which two sums are taken for one


def bare(name: str) -> str:
    """A name without the words that many have."""
    return WORDS.sub("", name) or name


def pairs_of(name: str) -> set[str]:
    return {a + b for a, b in zip(name, name[1:], strict=False)} or {name}


def alike(one: str, other: str) -> float:
    """The share of pairs of letters that both names have (Dice 1945), 0 to 1."""
    ours, theirs = pairs_of(bare(one)), pairs_of(bare(other))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def may_be_one(one: Project, other: Project) -> bool:
    """Equal names but for common words; or names much alike with nearly the same sum."""
    if bare(one.name) == bare(other.name):
        return True
    if alike(one.name, other.name) < 0.6 or one.amount is None or other.amount is None:
        return False
    return abs(one.amount - other.amount) <= NEAR * max(one.amount, other.amount)


def twins(projects: Sequence[Project]) -> Iterator[tuple[Project, Project]]:
    """The pairs that nobody has looked at yet: those that share a pair of letters are compared."""
    known = set(Twin.objects.values_list("one", "other"))
    by_pair: dict[str, list[Project]] = {}
    for each in sorted(projects, key=lambda p: p.pk):
        met: set[int] = set()
        for pair in pairs_of(bare(each.name)):
            for other in by_pair.setdefault(pair, []):
                if other.pk not in met and (other.pk, each.pk) not in known:
                    met.add(other.pk)
                    if may_be_one(other, each):
                        yield other, each
            by_pair[pair].append(each)
