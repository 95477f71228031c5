"""What many people think of many statements, as one map: votes in, groups and consensus out.

Pure: no Django, no clock, no chance. Same votes, same map. The method is that of Polis; formulas
and constants are named where they stand.
"""

from .export import read_export
from .map import OpinionMap, map_opinions
from .votes import Votes

__all__ = ["OpinionMap", "Votes", "map_opinions", "read_export"]
