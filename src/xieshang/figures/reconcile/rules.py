"""What must agree with what in a yearly text, declared in the dotted vocabulary of its figures.

A rule accuses only when no known reading fits: 立案 with merged proposals (并案) inside or
outside, a rate on what was received, filed, assigned or answered. Parts are held against a total
only where they claim to be all of it; a part greater than its whole is always wrong.
"""

from dataclasses import dataclass

from .facts import Sum

RECEIVED, FILED, MERGED = "proposal.received", "proposal.filed", "proposal.merged"
ASSIGNED, REPLIED, RESULT = "proposal.assigned", "proposal.replied", "proposal.result"
LED, RETURNED = "proposal.assigned.lead", "feedback.returned"

ALL_RECEIVED: tuple[Sum, ...] = ((RECEIVED,),)
ALL_FILED: tuple[Sum, ...] = ((FILED,), (FILED, MERGED), (FILED, f"-{MERGED}"))
HANDLED: tuple[Sum, ...] = ((REPLIED,), (ASSIGNED,), *ALL_FILED, (LED,))
ALL_MEMBERS: tuple[Sum, ...] = (("member.total",), ("member.expected",), ("member.registered",))


@dataclass(frozen=True, slots=True)
class Partition:
    """The parts below `stem` and the totals they may make up.

    `only` limits the parts to these endings. They claim to be all of the total when there are
    `enough` of them, the first among them, when `closing` (其他, "other") is there, or when the
    shares printed beside them (below `shares`) make 100 %; but not while `unless`, which holds
    several of them, is there too, nor before one of `needs` says out of how many.
    """

    stem: str
    wholes: tuple[Sum, ...]
    only: tuple[str, ...] = ()
    enough: int = 0
    closing: str = ""
    shares: str = ""
    unless: str = ""
    needs: tuple[str, ...] = ()


PROPOSERS = ("member", "party", "people_org", "committee", "sector")
PARTITIONS = (
    Partition(FILED, ALL_FILED, ("member", "collective"), 2),
    Partition(FILED, ALL_FILED, PROPOSERS, 4, unless="collective"),
    Partition(RECEIVED, ALL_RECEIVED, ("member", "collective"), 2),
    Partition(RECEIVED, ALL_RECEIVED, ("individual", "collective"), 2),
    Partition(RECEIVED, ALL_RECEIVED, PROPOSERS, 4, unless="collective"),
    Partition(RECEIVED, ALL_RECEIVED, ("plenary", "offsession"), 2),
    Partition(
        f"{FILED}.cat",
        (*ALL_FILED, (RECEIVED,)),
        closing="other",
        shares="share.cat",
        needs=(FILED,),
    ),
    Partition(f"{RECEIVED}.cat", ALL_RECEIVED, closing="other", shares="share.cat"),
    Partition(
        RESULT,
        HANDLED,
        ("a", "b", "c", "d"),
        3,
        shares="share.result",
        needs=(REPLIED, ASSIGNED),
    ),
)

# What became of the proposals received, besides being filed. The text that tells of one of
# these accounts for all of them; merged ones may be inside 立案, withdrawn ones too.
DISPOSALS = tuple(
    f"proposal.{end}"
    for end in (
        ("rejected", "withdrawn", "transferred_letter", "to_opinion", "to_suggestion")
        + ("escalated_or_opinion", "returned")
    )
)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate, what may be counted for it, and out of what.

    It is judged where of each group in `given` one figure is given.
    """

    kind: str
    parts: tuple[Sum, ...]
    bases: tuple[Sum, ...]
    given: tuple[tuple[str, ...], ...]


ANSWERED: tuple[Sum, ...] = ((RETURNED,), *HANDLED)
RATES = (
    Rate("rate.filed", ((FILED,), (FILED, MERGED)), ALL_RECEIVED, ((RECEIVED,),)),
    Rate(
        "rate.replied", ((REPLIED,),), ((ASSIGNED,), *ALL_FILED, (RECEIVED,)), ((ASSIGNED, FILED),)
    ),
    Rate(
        "rate.satisfied",
        (("feedback.satisfied", "feedback.basically_satisfied"), ("feedback.satisfied",)),
        ANSWERED,
        ((RETURNED,), ("feedback.basically_satisfied",)),
    ),
    Rate("rate.satisfied.process", (("feedback.process.satisfied",),), ANSWERED, ((RETURNED,),)),
    Rate("rate.satisfied.result", (("feedback.result.satisfied",),), ANSWERED, ((RETURNED,),)),
    Rate(
        "rate.present",
        (("member.present",),),
        (("member.expected",), ("member.total",)),
        (),
    ),
)


# share.<end> is the share of one of these, wherever the text gives it …
SHARE_PARTS = (f"{FILED}.{{}}", f"{RECEIVED}.{{}}", "proposal.{}", "{}")
NAMED_PARTS = {"share.assigned.gov": ASSIGNED, "share.cat.livelihood": f"{FILED}.livelihood"}
# … in a base that goes with the beginning of the part: (one must be given, any may fit).
BASES: dict[str, tuple[frozenset[str], tuple[Sum, ...]]] = {
    FILED: (frozenset({FILED}), (*ALL_FILED, (RECEIVED,))),
    RECEIVED: (frozenset({RECEIVED}), ALL_RECEIVED),
    ASSIGNED: (frozenset({RECEIVED, FILED}), (*ALL_RECEIVED, *ALL_FILED)),
    RESULT: (frozenset({REPLIED, ASSIGNED, FILED}), HANDLED),
    "member": (frozenset(kinds[0] for kinds in ALL_MEMBERS), ALL_MEMBERS),
}

# Shares that together are everything, and of how many that is certain.
WHOLE_SHARES = (
    ("share.filed", ("member", "collective"), 2),
    ("share.received", ("member", "collective"), 2),
    ("share.received", ("plenary", "offsession"), 2),
    ("share.result", ("a", "b", "c", "d"), 3),
    ("share.member", ("new", "renominated"), 2),
    ("share.member", ("women", "men"), 2),
    ("share.member", ("cpc", "noncpc"), 2),
)
NEVER_OVER = ("share.cat", "share.result", "share.filed")  # together at most 100 %

# (part, whole): the part is never the greater one.
ORDERED = (
    (FILED, RECEIVED),
    (MERGED, RECEIVED),
    (LED, ASSIGNED),
    ("member.present", "member.expected"),
    ("member.proposing", "member.total"),
    ("presidium.present", "presidium.expected"),
    ("feedback.satisfied", RETURNED),
    ("feedback.basically_satisfied", RETURNED),
    ("feedback.process.satisfied", RETURNED),
    ("feedback.result.satisfied", RETURNED),
)
