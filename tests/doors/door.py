"""What a door is, and the usual ones."""

from dataclasses import dataclass, field

ROLES = (
    "anonymous", "stranger", "member", "clerk", "sister", "officer", "unit", "leader", "operator",
)  # fmt: skip
OURS = {"clerk", "officer", "leader"}  # a seat over the city that the records are of
KEEPERS = {"clerk", "officer"}
MAY_KEEP = KEEPERS | {"sister"}
AWAY, NOWHERE, CLOSED, NO_METHOD, GONE, BAD = 302, 404, 403, 405, 410, 422


def everybody(status: int) -> dict[str, int]:
    return dict.fromkeys(ROLES, status)


def signed_in(status: int = 200) -> dict[str, int]:
    return everybody(status) | {"anonymous": AWAY}


def only(roles: set[str], status: int = 200, others: int = NOWHERE) -> dict[str, int]:
    return {role: status if role in roles else others for role in ROLES} | {"anonymous": AWAY}


NOBODY = everybody(NO_METHOD)


@dataclass(frozen=True)
class Door:
    """What each role gets for reading, and for sending `body`."""

    reads: dict[str, int]
    sends: dict[str, int] = field(default_factory=lambda: NOBODY)
    args: tuple[str, ...] = ()  # names of what stands in the address
    body: dict[str, str] = field(default_factory=dict)


LIST = Door(signed_in())


def record(*args: str) -> Door:
    return Door(only(OURS), args=args)


def raiser(status: int) -> dict[str, int]:
    """Whoever raised it, here without a seat; all others are asked for the code."""
    return everybody(AWAY) | {"stranger": status}


PUBLIC = Door(everybody(200))
