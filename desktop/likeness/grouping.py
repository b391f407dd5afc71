"""Suggested groups of texts that say the same: a tree once, cut anywhere afterwards; a person decides."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from desktop.likeness.characters import Characters, Floats, characters_of
from desktop.likeness.encoder import Vectors, one_thread
from desktop.likeness.linkage import Join, clusters, joined

# Mean distances at which groups are cut: hardly anything together, the middle, much together.
STRICT: Final = 0.30
NORMAL: Final = 0.58
WIDE: Final = 0.80
# The cut to begin with is so many times the median distance to the nearest neighbour, by meaning and by characters.
OF_MEDIAN: Final = 1.9
OF_MEDIAN_SIMPLE: Final = 1.7
# So few texts, with a ground that is not their own, are cut wide: their own distances say too little.
EVENT_SIZED: Final = 300
# Shares of meaning and of characters in likeness.
MEANING: Final = 0.7
CHARACTERS: Final = 0.3
# The square of it is kept in memory.
MOST: Final = 10_000
_ROWS: Final = 1_000
_DECIMALS: Final = 6


@dataclass(frozen=True, slots=True)
class Group:
    """Texts by their places, the most central first; `likeness` of each to the others, 0 to 1."""

    members: tuple[int, ...]
    likeness: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Texts ready to be cut into groups; `start` is the cut to begin with.

    `is_simple` says that only characters are compared.
    """

    texts: int
    joins: list[Join] = field(repr=False)
    start: float
    is_simple: bool
    vectors: Vectors | None = field(repr=False)
    characters: Characters = field(repr=False)

    def groups(self, cut: float | None = None) -> tuple[Group, ...]:
        """The groups of two and more at a cut (the one to begin with), the largest first, then by first member."""
        found = clusters(self.texts, self.joins, self.start if cut is None else cut)
        found.sort(key=lambda members: (-len(members), members[0]))
        return tuple(map(self.group, found))

    def group(self, members: Sequence[int]) -> Group:
        """These texts as one group."""
        places = np.asarray(sorted(members), np.int64)
        alike = self.characters.of_texts(places)
        if self.vectors is not None:
            few = self.vectors[places]
            alike = CHARACTERS * alike + MEANING * (few @ few.T)
        np.fill_diagonal(alike, 0)
        means = np.round(alike.sum(axis=1) / max(1, len(places) - 1), _DECIMALS).clip(0, 1)
        order = np.lexsort((places, -means))
        return Group(tuple(places[order].tolist()), tuple(means[order].tolist()))


def tree_of(
    texts: Sequence[str],
    vectors: Vectors | None,
    *,
    is_own_ground: bool = False,
    together: Sequence[Sequence[int]] = (),
    apart: Sequence[tuple[Sequence[int], Sequence[int]]] = (),
) -> Tree:
    """The tree of up to `MOST` texts.

    `vectors` are cleared of their ground, None compares characters alone; `is_own_ground` says that the ground was
    taken from these very texts. Each of `together` stays one group, no two texts of a pair of `apart` are ever in one.
    The same texts in the same order give the same tree.
    """
    characters = characters_of(texts)
    with one_thread():
        far = _distances(characters, vectors)
    start = _start(far, is_simple=vectors is None, is_own_ground=is_own_ground)
    for one in together:
        if len(one) > 1:
            far[np.ix_(one, one)] = -1
    for some, others in apart:
        far[np.ix_(some, others)] = np.inf
        far[np.ix_(others, some)] = np.inf
    return Tree(len(texts), joined(far, WIDE), start, vectors is None, vectors, characters)


def _distances(characters: Characters, vectors: Vectors | None) -> Floats:
    count = characters.count
    share = 1.0 if vectors is None else CHARACTERS
    columns, rest = characters.matrix()
    columns *= np.float32(share**0.5)
    if vectors is not None:
        columns = np.hstack((columns, vectors * np.float32(MEANING**0.5)))
    far = np.empty((count, count), np.float32)
    for start in range(0, count, _ROWS):
        # One half is enough: the other is its mirror, number for number.
        end = min(start + _ROWS, count)
        np.matmul(columns[start:end], columns[start:].T, out=far[start:end, start:])
        far[end:, start:end] = far[start:end, end:].T
        square = far[start:end, start:end]
        square[:] = np.triu(square) + np.triu(square, 1).T
    characters.add_products(far, rest, share)
    for start in range(0, count, _ROWS):
        rows = far[start : start + _ROWS]
        np.subtract(np.float32(1), rows, out=rows)
        np.round(rows, _DECIMALS, out=rows)
        np.maximum(rows, 0, out=rows)
    return far


def _start(far: Floats, *, is_simple: bool, is_own_ground: bool) -> float:
    """The cut to begin with."""
    if len(far) < 2 or (len(far) <= EVENT_SIZED and not is_own_ground and not is_simple):
        return WIDE
    nearest = np.empty(len(far), np.float32)
    for row, distances in enumerate(far):
        own, distances[row] = distances[row].copy(), np.inf
        nearest[row] = distances.min()
        distances[row] = own
    factor = OF_MEDIAN_SIMPLE if is_simple else OF_MEDIAN
    return round(float(np.clip(factor * np.median(nearest), STRICT, WIDE)), _DECIMALS)
