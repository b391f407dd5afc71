"""Average linkage by the chain of nearest neighbours: exact, in time and room of the square of the count."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

# The matrix is drawn together when fewer than this share of its rows is still at work.
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Join:
    """Two clusters became one at this mean distance; each is named by its smallest member."""

    first: int
    second: int
    height: float


class _Chain:
    """The state of one run. Rows and columns of `far` belong to the clusters named in `names`."""

    def __init__(self, far: Matrix, ceiling: float) -> None:
        self._far, self._ceiling = far, ceiling
        self._names = np.arange(len(far))
        self._sizes = np.ones(len(far), np.float32)
        # 0 for a row at work, without end for one that is done: added to a row it hides what is done.
        self._done = np.zeros(len(far), np.float32)
        self._left = len(far)

    def run(self) -> list[Join]:
        """All joins up to the ceiling."""
        joins: list[Join] = []
        chain: list[int] = []
        start = 0
        while self._left > 1:
            if not chain:
                if self._left < _SHARE * len(self._names):
                    self._draw_together()
                    start = 0
                while self._done[start]:
                    start += 1
                chain.append(start)
            last = chain[-1]
            nearest, distance = self._nearest(last, chain[-2] if len(chain) > 1 else None)
            if distance > self._ceiling:
                # Joining others can only bring them farther away: this one stays as it is.
                self._finish(chain.pop())
            elif len(chain) > 1 and nearest == chain[-2]:
                chain[-2:] = []
                joins.append(self._join(min(last, nearest), max(last, nearest), distance))
            else:
                chain.append(nearest)
        return joins

    def _nearest(self, row: int, before: int | None) -> tuple[int, float]:
        """The nearest other cluster; of equally near ones the one `before` in the chain, then the first."""
        distances = self._far[row] + self._done
        distances[row] = np.inf
        nearest = int(distances.argmin())
        if before is not None and distances[before] == distances[nearest]:
            nearest = before
        return nearest, float(distances[nearest])

    def _join(self, kept: int, gone: int, distance: float) -> Join:
        first, second = self._sizes[kept], self._sizes[gone]
        mean = (self._far[kept] * first + self._far[gone] * second) / (first + second)
        self._far[kept] = mean
        self._far[:, kept] = mean
        self._sizes[kept] = first + second
        self._finish(gone)
        return Join(int(self._names[kept]), int(self._names[gone]), distance)

    def _finish(self, row: int) -> None:
        self._done[row] = np.inf
        self._left -= 1

    def _draw_together(self) -> None:
        """Move the rows at work to the front of the same memory: their way through it gets shorter."""
        rows = np.flatnonzero(self._done == 0)
        for place, row in enumerate(rows):
            self._far[place, : len(rows)] = self._far[row][rows]
        self._far = self._far[: len(rows), : len(rows)]
        self._names, self._sizes, self._done = self._names[rows], self._sizes[rows], self._done[rows]


def joined(far: Matrix, ceiling: float) -> list[Join]:
    """Every join at a mean distance up to `ceiling`, in no certain order. `far` is symmetric and is used up.

    A pair at an endless distance is never in one cluster. Cutting at any height up to the ceiling is taking the joins
    up to it: average linkage never joins lower than before.
    """
    return _Chain(far, ceiling).run()


def clusters(count: int, joins: list[Join], height: float) -> list[list[int]]:
    """The clusters of two and more at a height, each in order, by their first members."""
    parent = list(range(count))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for join in joins:
        if join.height <= height:
            low, high = sorted((root(join.first), root(join.second)))
            parent[high] = low
    found: dict[int, list[int]] = {}
    for one in range(count):
        found.setdefault(root(one), []).append(one)
    return [members for members in found.values() if len(members) > 1]
