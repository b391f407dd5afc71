"""Keeping the vectors of what was said, after it was saved and never in its way."""

from collections.abc import Sequence
from typing import Final

from db import likeness
from db.store import Reader, Store, Transaction
from desktop.likeness import encoder
from desktop.likeness.grouping import MOST
from desktop.likeness.memory import Memory, Said
from desktop.services.registry import FOLLOW_ROLES, TALK_DEVICES, Caller, question, verb

# So many are made at a time: a twentieth of a second of work.
TOGETHER: Final = 32


@question("likeness.missing", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def missing(_caller: Caller, reader: Reader, *, limit: int = TOGETHER) -> tuple[tuple[str, str], ...]:
    """(concern, words) of those without a vector; none where the encoder is not installed."""
    return tuple(likeness.missing(reader, encoder.MODEL, limit=limit)) if encoder.is_there() else ()


def vectors_for(said: Sequence[tuple[str, str]]) -> tuple[tuple[str, bytes], ...]:
    """(concern, vector to keep) for (concern, words). Takes milliseconds each; needs no database."""
    vectors = encoder.encode([words for _, words in said])
    return tuple((concern, encoder.packed(row)) for (concern, _), row in zip(said, vectors, strict=True))


@verb("likeness.keep", roles=FOLLOW_ROLES, devices=TALK_DEVICES, journal=False)
def keep(_caller: Caller, tx: Transaction, *, vectors: Sequence[tuple[str, bytes]]) -> None:
    """Keep vectors of concerns on this device."""
    likeness.put(tx, encoder.MODEL, vectors)


def keep_up(caller: Caller, store: Store) -> int:
    """Make and keep every vector that is missing. Returns how many."""
    count = 0
    while found := missing(caller, store, limit=TOGETHER):
        keep(caller, store, vectors=vectors_for(found))
        count += len(found)
    return count


@question("likeness.remember", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def remember(_caller: Caller, reader: Reader) -> Memory:
    """Everything said, the newest ten thousand, ready to be asked; what has no vector yet gets one on the way."""
    return Memory([Said(row[0], row[1], row[2], row[3]) for row in likeness.said(reader, encoder.MODEL, limit=MOST)])


def mark(reader: Reader) -> tuple[int, int, int]:
    """Another value as soon as there is something else to remember."""
    return likeness.mark(reader)
