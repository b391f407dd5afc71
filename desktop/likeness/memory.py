"""Everything that was said, ready to be asked what is like it: kept in memory, asked while a person types."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop.likeness import encoder
from desktop.likeness.characters import characters_of
from desktop.likeness.encoder import Vectors
from desktop.likeness.ground import Ground, ground_for
from desktop.likeness.grouping import CHARACTERS, MEANING
from desktop.likeness.texts import LEAST_TYPED, plain

# From here on two texts are called very like, and from here on like; what is below is not shown.
VERY_LIKE: Final = 0.42
LIKE: Final = 0.20
_DECIMALS: Final = 6


@dataclass(frozen=True, slots=True)
class Said:
    """A text to remember: the row it belongs to, and its kept vector if there is one. Newer ones have larger `at`."""

    row: str
    text: str
    at: int
    vector: bytes | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """A row that is like the text asked about; `likeness` from 0 to 1."""

    row: str
    likeness: float

    @property
    def is_very(self) -> bool:
        """Whether it is called very like."""
        return self.likeness >= VERY_LIKE


class Memory:
    """What was said, as it stood when the memory was made. Without the encoder only characters are compared."""

    def __init__(self, said: Sequence[Said]) -> None:
        # Of equally like ones the newest is found first.
        self._said = sorted(said, key=lambda one: (-one.at, one.row))
        self._characters = characters_of([one.text for one in self._said])
        self._ground: Ground | None = None
        self._vectors: Vectors | None = None
        self.is_simple = not encoder.is_there()
        if not self.is_simple:
            vectors = vectors_of(self._said)
            self._ground, _ = ground_for(vectors)
            self._vectors = self._ground.cleared(vectors)

    def __len__(self) -> int:
        return len(self._said)

    def nearest(self, text: str, most: int, besides: Collection[str] = ()) -> tuple[Near, ...]:
        """The most like rows, none of `besides`; nothing for a text of less than four letters or digits."""
        if len(plain(text)) < LEAST_TYPED or not self._said:
            return ()
        scores = self._characters.scores(text)
        if self._vectors is not None and self._ground is not None:
            asked = self._ground.cleared(encoder.encode([text]))[0]
            with encoder.one_thread():
                scores = CHARACTERS * scores + MEANING * (self._vectors @ asked)
        scores = np.round(scores, _DECIMALS)
        found: list[Near] = []
        for place in _best(scores, most + len(besides)):
            row = self._said[place].row
            if scores[place] >= LIKE and row not in besides:
                found.append(Near(row, min(1.0, float(scores[place]))))
        return tuple(found[:most])


def vectors_of(said: Sequence[Said]) -> Vectors:
    """The vectors of these texts: the kept ones, and those still missing made now."""
    missing = [place for place, one in enumerate(said) if one.vector is None]
    vectors = np.zeros((len(said), encoder.SIZE), np.float32)
    kept = [place for place, one in enumerate(said) if one.vector is not None]
    vectors[kept] = encoder.unpacked([one.vector for one in said if one.vector is not None])
    # Rounded as a kept one would be: a text is compared alike before and after its vector is kept.
    vectors[missing] = encoder.encode([said[place].text for place in missing]).astype(np.float16)
    return vectors


def _best(scores: Vectors, most: int) -> list[int]:
    """The places of the largest scores, the largest first, the earlier place at ties."""
    few = min(most, len(scores))
    least = np.partition(scores, len(scores) - few)[len(scores) - few]
    places = np.flatnonzero(scores >= least)
    order = np.lexsort((places, -scores[places]))
    return [int(place) for place in places[order][:few]]
