"""What all texts of the field have in common, taken out of their vectors so that what sets them apart remains.

The mean and the three strongest directions of everything stored; while little is stored, those of sentences that we
wrote ourselves, which come with the program (`general`). An event is never its own ground: its largest matter would
pull the mean towards itself and be taken out with it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from desktop.likeness.encoder import SIZE, Vectors, one_thread
from resources import path

DIRECTIONS: Final = 3
# From so many stored texts on they are their own ground.
ENOUGH: Final = 300
FILE: Final = "likeness/general.f16"


@dataclass(frozen=True, slots=True)
class Ground:
    """The mean of the vectors, and their strongest directions as rows."""

    mean: Vectors
    directions: Vectors

    def cleared(self, vectors: Vectors) -> Vectors:
        """The vectors without what they all share, each of length 1 (0 where nothing is left)."""
        rest = vectors - self.mean
        rest -= (rest @ self.directions.T) @ self.directions
        lengths = np.linalg.norm(rest, axis=1, keepdims=True)
        rest /= np.where(lengths > 0, lengths, 1)
        return rest

    def packed(self) -> bytes:
        """As it lies in a file: the mean and the directions, float16."""
        return np.vstack((self.mean[None, :], self.directions)).astype("<f2").tobytes()


def ground_of(vectors: Vectors) -> Ground:
    """The ground of at least `DIRECTIONS` + 1 vectors."""
    mean = vectors.mean(axis=0)
    rest = vectors - mean
    with one_thread():
        _, found = np.linalg.eigh(rest.T @ rest)
    return Ground(mean, np.ascontiguousarray(found.T[: -DIRECTIONS - 1 : -1], np.float32))


@cache
def general() -> Ground:
    """The ground that comes with the program."""
    rows = np.frombuffer(path(FILE).read_bytes(), "<f2").reshape(-1, SIZE).astype(np.float32)
    return Ground(rows[0], rows[1:])


def ground_for(stored: Vectors) -> tuple[Ground, bool]:
    """The ground of what is stored if that is enough, else the general one; and whether it is the stored one's."""
    if len(stored) >= ENOUGH:
        return ground_of(stored), True
    return general(), False
