"""Pairs rows with columns, one to one, so that the sum of their scores is the highest."""

from collections.abc import Sequence

FREE = -1


def assign(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row → column for scores (rows × columns); what has no score stays free.

    The Hungarian method with potentials, O(rows² × columns).
    """
    height, width = len(scores), len(scores[0]) if scores else 0
    pairs = _Pairs([[-score for score in row] + [0.0] * height for row in scores])
    for row in range(height):
        pairs.place(row)
    return {
        row: column
        for column, row in enumerate(pairs.row_of[:width])
        if row != FREE and scores[row][column] > 0
    }


class _Pairs:
    """Cheapest pairs so far. Every row has a blank column of its own, so it may stay free."""

    def __init__(self, costs: list[list[float]]):
        self.costs, self.width = costs, len(costs[0]) if costs else 0
        self.row_of = [FREE] * (self.width + 1)  # the last one holds the row being placed
        self.of_row, self.of_column = [0.0] * len(costs), [0.0] * (self.width + 1)

    def place(self, row: int) -> None:
        """Find the cheapest chain of moves that gives a row its column, and make them."""
        end = self.width
        slack, came_from = [float("inf")] * end, [end] * end
        used, column = {end}, end
        self.row_of[end] = row
        while self.row_of[column] != FREE:
            self._tighten(column, used, slack, came_from)
            column = min(set(range(end)) - used, key=slack.__getitem__)
            self._shift(slack[column], used, slack)
            used.add(column)
        while column != end:
            self.row_of[column] = self.row_of[came_from[column]]
            column = came_from[column]
        self.row_of[end] = FREE

    def _tighten(self, column: int, used: set, slack: list, came_from: list) -> None:
        at = self.row_of[column]
        for other in range(self.width):
            cost = self.costs[at][other] - self.of_row[at] - self.of_column[other]
            if other not in used and cost < slack[other]:
                slack[other], came_from[other] = cost, column

    def _shift(self, step: float, used: set, slack: list) -> None:
        for other in used:
            self.of_row[self.row_of[other]] += step
            self.of_column[other] -= step
        for other in set(range(self.width)) - used:
            slack[other] -= step
