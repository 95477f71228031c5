"""The eight kinds of ledgers and their columns: the one table to extend."""

from .field import Field, Kind, Reads
from .matters import PROBLEM, SUGGESTION
from .meetings import CONSULTATION, STUDY
from .proposals import PROPOSAL
from .things import BRAND, PROJECT, VENUE

KINDS = {
    kind.name: kind
    for kind in (STUDY, CONSULTATION, PROBLEM, SUGGESTION, PROPOSAL, PROJECT, VENUE, BRAND)
}

__all__ = ["KINDS", "Field", "Kind", "Reads"]
