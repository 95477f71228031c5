"""A million texts, and which of them are like one; beside a TF-IDF scan and datasketch.

A copy has three tenths of its text edited. Right is an answer that names the text that was copied;
every other text that is offered is wrong, as is all that is offered for a text by somebody else.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from xieshang.matching.build import build
from xieshang.matching.groups import groups
from xieshang.matching.index import Index, Match

from .matching_peers import Scan, Signatures
from .table import Row, best_of, peak_mib
from .texts import edited, texts

ASKED, SHARE = 300, 0.3
LEAST = 1_000  # texts, to have enough to copy
MIB = 1 << 20
PEERS = {"a TF-IDF scan": Scan, "datasketch": Signatures}


@dataclass(frozen=True, slots=True)
class Questions:
    """Texts to ask about: copies edited in runs of one to five letters, and letter by letter."""

    sources: list[int]
    copies: list[str]
    letterwise: list[str]
    others: list[str]  # by somebody else
    titles: list[str]  # of the sources, with a fifth of their letters edited

    @classmethod
    def about(cls, count: int) -> "Questions":
        """What to ask of the first `count` texts."""
        random = Random(count)
        sources = sorted(random.sample(range(count), ASKED))
        wanted = set(sources)
        kept, others = [], []
        for number, text in enumerate(texts(count + ASKED)):
            if number in wanted:
                kept.append(text)
            elif number >= count:
                others.append(text)
        pairs = list(zip(kept, others, strict=True))
        runs = [edited(text, other, SHARE, 5, random) for text, other in pairs]
        letterwise = [edited(text, other, SHARE, 1, random) for text, other in pairs]
        titles = [edited(text.split("\n")[0], other, 0.2, 1, random) for text, other in pairs]
        return cls(sources, runs, letterwise, others, titles)


@dataclass(frozen=True, slots=True)
class Answers:
    """The keys that were offered for each text, and how many seconds each took."""

    found: list[list[int]]
    seconds: list[float]

    @classmethod
    def of(cls, ask: Callable[[str], list[int]], asked: list[str]) -> "Answers":
        """Each is asked twice, and the quicker one counts: the machine has other work too."""
        taken = [best_of(2, lambda: ask(text)) for text in asked]  # noqa: B023 called at once
        return cls([found for _took, found in taken], [took for took, _found in taken])

    def p50(self) -> float:
        return median(self.seconds)

    def p95(self) -> float:
        return quantiles(self.seconds, n=20)[-1]

    def right(self, sources: list[int]) -> int:
        """How many of the sources were named."""
        return sum(key in found for key, found in zip(sources, self.found, strict=True))

    def offered(self) -> int:
        """How many texts were offered in all."""
        return sum(map(len, self.found))


def keys(matches: list[Match]) -> list[int]:
    return [match.key for match in matches]


def apart(work: Callable, *given):
    """What a function gives, and MiB at most, in a process that does nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(alone, work, *given).result()


def alone(work: Callable, *given):
    return work(*given), peak_mib()


def build_ours(path: Path, count: int) -> float:
    """Seconds to build the index, without those to make the texts."""
    making = 0.0

    def made() -> Iterator[tuple[int, str]]:
        nonlocal making
        start = time.perf_counter()
        for key, text in enumerate(texts(count)):
            making += time.perf_counter() - start
            yield key, text
            start = time.perf_counter()

    took, _count = best_of(1, lambda: build(made(), path, count=count))
    return took - making


def ask_ours(path: Path, asked: Questions) -> list[Answers]:
    """Answers to copies, to copies letter by letter, to others and to titles."""
    index = Index.open(path)
    whole = (asked.copies, asked.letterwise, asked.others)
    answers = [Answers.of(lambda text: keys(index.similar(text)), each) for each in whole]
    return [*answers, Answers.of(lambda title: keys(index.about(title, most=5)), asked.titles)]


def ask_peer(name: str, count: int, asked: Questions) -> tuple[float, Answers]:
    """Seconds to build another way's index, and its answers to copies."""
    known = list(texts(count))
    took, peer = best_of(1, lambda: PEERS[name](known))
    return took, Answers.of(peer.ask, asked.copies)


def rows(count: int) -> Iterator[Row]:
    """How quick and how right, how much it holds, and how all that grows; `count` ≥ 1,000."""
    with TemporaryDirectory() as folder:
        for size in (count // 100, count // 10, count):
            if size >= LEAST:
                yield from of_size(Path(folder, "texts.index"), size, whole=size == count)
    yield from beside(max(LEAST, count // 10))
    yield in_groups(max(LEAST, count // 100))


def of_size(path: Path, count: int, *, whole: bool) -> Iterator[Row]:
    """The figures of an index of so many texts; more of them of the largest."""
    where = f"{count:,} texts"
    asked = Questions.about(count)
    took, building = apart(build_ours, path, count)
    (copies, letterwise, others, titles), asking = apart(ask_ours, path, asked)
    yield Row(f"matching: building the index of {where}", took)
    yield Row(f"matching: index of {where} on disk", path.stat().st_size / MIB, 1536, unit="MiB")
    every = Answers([], [*copies.seconds, *letterwise.seconds, *others.seconds])
    yield Row(f"matching: similar among {where}, p50", every.p50())
    yield Row(f"matching: similar among {where}, p95", every.p95(), 0.015)
    if not whole:
        return
    yield Row(f"matching: a title among {where}, p95", titles.p95(), 0.05)
    named = copies.right(asked.sources), letterwise.right(asked.sources)
    offered = copies.offered() + letterwise.offered() + others.offered()
    share = 100 / len(asked.sources)
    yield percent("recall, 30 % edited in runs of 1 to 5", share * named[0], 99)
    yield percent("recall, 30 % edited letter by letter", share * named[1], 99)
    yield percent("precision", 100 * sum(named) / offered, 95)
    yield percent("titles with 20 % edited, in five", share * titles.right(asked.sources), 95)
    yield Row("matching: memory of a process that asks", asking, 1536, unit="MiB")
    yield Row("matching: memory of the process that builds", building, unit="MiB")
    index, newer = Index.open(path), [(count + n, text) for n, text in enumerate(asked.others)]
    yield Row(
        f"matching: {ASKED} newer texts taken in", best_of(3, lambda: index.with_newer(newer))[0]
    )


def percent(name: str, value: float, goal: float, plain: float | None = None) -> Row:
    return Row(f"matching: {name}", value, goal, plain, unit="%", least=True)


def beside(count: int) -> Iterator[Row]:
    """Ours and two other ways, on as many texts as those can hold."""
    asked = Questions.about(count)
    with TemporaryDirectory() as folder:
        path = Path(folder, "texts.index")
        built, building = apart(build_ours, path, count)
        (copies, *_more), _asking = apart(ask_ours, path, asked)
    share = 100 / len(asked.sources)
    for name in PEERS:
        where = f"{count:,} texts, beside {name}"
        (took, answers), peak = apart(ask_peer, name, count, asked)
        yield Row(f"matching: building over {where}", built, None, took)
        yield Row(f"matching: memory over {where}", building, None, peak, unit="MiB")
        yield Row(f"matching: similar among {where}, p50", copies.p50(), None, answers.p50())
        ours, other = (share * each.right(asked.sources) for each in (copies, answers))
        yield percent(f"recall among {where}", ours, 99, other)


def in_groups(count: int) -> Row:
    """Seconds to find all near duplicates among so many texts, a tenth of them copied."""
    random, known = Random(count), list(enumerate(texts(count)))
    for key in range(0, count, 10):
        other = known[key + 1][1]
        known.append((count + key, edited(known[key][1], other, SHARE, 5, random)))
    took, found = best_of(1, lambda: groups(known))
    assert [group.keys for group in sorted(found, key=lambda group: group.keys)] == [
        (key, count + key) for key in range(0, count, 10)
    ]
    return Row(f"matching: groups among {len(known):,} texts", took)
