"""The rules applied to a text: every figure in it that contradicts another."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations

from xieshang.reading.unreadable import gettext_noop

from .facts import Fact, Sum, Text, texts_of
from .rules import (
    BASES,
    DISPOSALS,
    FILED,
    MERGED,
    NAMED_PARTS,
    NEVER_OVER,
    ORDERED,
    PARTITIONS,
    RATES,
    RECEIVED,
    SHARE_PARTS,
    WHOLE_SHARES,
    Partition,
)

ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A figure that the others of its text do not bear out.

    `rule` is a slug (see RULES and WORDS), `figure` the kind accused, `sum` the arithmetic in the
    text's own names and numbers.
    """

    place: str
    period: str
    rule: str
    figure: str
    stated: Decimal
    computed: Decimal
    sum: str = ""

    def as_json(self) -> dict:
        """The contradiction as the command line says it."""
        return {
            "place": self.place,
            "period": self.period,
            "rule": self.rule,
            "figure": self.figure,
            "stated": _number(self.stated),
            "computed": _number(self.computed),
            "sum": self.sum,
        }


Division = tuple[Sum, tuple[Sum, ...]]  # the part, and the bases it may be divided by
Accusation = tuple[str, Decimal, Decimal, str]  # figure, stated, computed, the arithmetic


def reconcile_rows(rows: Iterable[Mapping[str, str | None]]) -> list[Contradiction]:
    """Every contradiction inside the texts of a table, text by text; raises BadTable."""
    return [found for text in texts_of(rows) for found in contradictions(text)]


def contradictions(text: Text) -> list[Contradiction]:
    """Every contradiction inside one text."""
    return [
        Contradiction(text.place, text.period, rule, *accusation)
        for rule, check in RULES.items()
        for accusation in check(text)
    ]


def parts_and_total(text: Text) -> Iterator[Accusation]:
    """Parts make more than their total, or less where they claim to be all of it."""
    for partition in PARTITIONS:
        parts = _parts(text, partition)
        wholes = text.totals(partition.wholes)
        made = sum((part.value for part in parts), Decimal(0))
        if len(parts) < 2 or not wholes or made in wholes:
            continue
        if made > max(wholes) or _claims_all(text, partition, parts):
            kind = next(kinds[0] for kinds in partition.wholes if text.total(kinds) is not None)
            yield kind, wholes[0], made, _plus(text, tuple(part.kind for part in parts))


def _parts(text: Text, partition: Partition) -> list[Fact]:
    """The parts of a partition that the text gives; none where one of them is not exact."""
    if text.doubtful(partition.stem):
        return []
    parts = text.under(partition.stem)
    if not partition.only:
        return parts
    return [part for part in parts if part.kind.rsplit(".", 1)[1] in partition.only]


def _claims_all(text: Text, partition: Partition, parts: list[Fact]) -> bool:
    ends = {part.kind.rsplit(".", 1)[1] for part in parts}
    if f"{partition.stem}.{partition.unless}" in text.facts:
        return False
    if partition.needs and not text.facts.keys() & {*partition.needs}:
        return False
    if partition.closing in ends:
        return True
    if 0 < partition.enough <= len(ends) and partition.only[0] in ends:
        return True
    shares = [text.facts.get(f"{partition.shares}.{end}") for end in ends]
    return all(shares) and _make_100([share for share in shares if share])


def _make_100(shares: list[Fact]) -> bool:
    slack = sum((share.half for share in shares), Decimal(0))
    return abs(_together(shares) - ALL) <= slack


def received_and_disposals(text: Text) -> Iterator[Accusation]:
    """What was received is not what was filed with all that else became of it."""
    received, filed = text.total((RECEIVED,)), text.total((FILED,))
    others = [kind for kind in DISPOSALS if kind in text.facts]
    if received is None or filed is None or not others or text.unsure & {*DISPOSALS, MERGED}:
        return
    optional = [text.facts[kind].value for kind in (*others, MERGED) if kind in text.facts]
    subsets = chain.from_iterable(combinations(optional, size) for size in range(len(optional) + 1))
    if not any(filed + sum(subset) == received for subset in subsets):
        kinds = (FILED, *others)
        yield RECEIVED, received, text.total(kinds) or filed, _plus(text, kinds)


def rate_and_base(text: Text) -> Iterator[Accusation]:
    """A rate is not its part divided by any base it can have."""
    for rate in RATES:
        fact = text.facts.get(rate.kind)
        if fact and all(text.facts.keys() & {*group} for group in rate.given):
            yield from _quotient(text, fact, [(part, rate.bases) for part in rate.parts])


def share_and_base(text: Text) -> Iterator[Accusation]:
    """A share is not its part divided by any base it can have."""
    for fact in list(text.facts.values()):
        if fact.kind.startswith("share."):
            yield from _quotient(text, fact, list(_share_readings(text, fact.kind)))


def _share_readings(text: Text, share: str) -> Iterator[Division]:
    """The part a share is of, with every base that goes with it."""
    end = share.removeprefix("share.")
    parts = [NAMED_PARTS.get(share, ""), *(part.format(end) for part in SHARE_PARTS)]
    for part in parts:
        stem = next((stem for stem in BASES if f"{part}.".startswith(f"{stem}.")), "")
        if part in text.facts and stem and BASES[stem][0] & text.facts.keys():
            beside = tuple(fact.kind for fact in text.under(part.rsplit(".", 1)[0]))
            yield (part,), (*BASES[stem][1], beside)


def _quotient(text: Text, fact: Fact, divisions: list[Division]) -> Iterator[Accusation]:
    """Accuses a percentage when none of the divisions that can be made rounds to it."""
    made = [
        (100 * part / base, f"{_plus(text, parts)} ÷ {_plus(text, kinds)}")
        for parts, bases in divisions
        for kinds in bases
        if (part := text.total(parts)) is not None and (base := text.total(kinds))
    ]
    if made and not any(fact.rounds(true) for true, _sum in made):
        true, arithmetic = made[0]
        yield fact.kind, fact.value, round(true, max(fact.places, 1)), arithmetic


def shares_and_hundred(text: Text) -> Iterator[Accusation]:
    """Shares of one whole do not make 100 %, or one alone is more."""
    for fact in text.facts.values():
        if fact.kind.startswith(("share.", "rate.")) and fact.value > ALL:
            yield fact.kind, fact.value, ALL, fact.name
    accused = set()
    for stem, ends, enough in WHOLE_SHARES:
        shares = [text.facts[f"{stem}.{end}"] for end in ends if f"{stem}.{end}" in text.facts]
        if len(shares) >= enough and not _make_100(shares):
            accused.add(stem)
            yield _hundred(text, stem, shares)
    for stem in NEVER_OVER:
        shares = text.under(stem)
        if stem not in accused and _together(shares) > ALL and not _make_100(shares):
            yield _hundred(text, stem, shares)


def _hundred(text: Text, stem: str, shares: list[Fact]) -> Accusation:
    return stem, ALL, _together(shares), _plus(text, tuple(share.kind for share in shares))


def part_over_whole(text: Text) -> Iterator[Accusation]:
    """A part is greater than its whole."""
    for part, whole in ORDERED:
        one, other = text.facts.get(part), text.facts.get(whole)
        if one and other and one.value > other.value:
            yield part, one.value, other.value, f"{one.name} ≤ {other.name}"


RULES: dict[str, Callable[[Text], Iterator[Accusation]]] = {
    "parts-and-total": parts_and_total,
    "received-and-disposals": received_and_disposals,
    "rate-and-base": rate_and_base,
    "share-and-base": share_and_base,
    "shares-and-hundred": shares_and_hundred,
    "part-over-whole": part_over_whole,
}
WORDS = {  # for people
    "parts-and-total": gettext_noop("The parts do not make the total."),
    "received-and-disposals": gettext_noop("What became of them is not what was received."),
    "rate-and-base": gettext_noop("The rate is not what its figures give."),
    "share-and-base": gettext_noop("The share is not what its figures give."),
    "shares-and-hundred": gettext_noop("The shares do not make 100 %."),
    "part-over-whole": gettext_noop("The part is greater than the whole."),
}


def _together(shares: list[Fact]) -> Decimal:
    return sum((share.value for share in shares), Decimal(0))


def _plus(text: Text, kinds: Sum) -> str:
    """A sum in the text's own names: 立案 890 + 转信 49."""
    facts = [text.facts[kind.lstrip("-")] for kind in kinds]
    signs = ("−" if kind.startswith("-") else "+" for kind in kinds)
    terms = (f"{sign} {fact.name} {fact.value}" for sign, fact in zip(signs, facts, strict=True))
    return " ".join(terms).removeprefix("+ ")


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
