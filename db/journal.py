"""The journal: one row per transaction, chained per writer; audit, export sequence, gap and clone detector in one.

`digest` covers the rows written, salted, so that a person's data can be erased together with the salt while the
chain still proves that nothing was slipped in, taken out or put in another order.
"""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from db.store import Reader, Transaction

COLUMNS = ("hash", "writer", "seq", "at", "staff", "verb", "object", "digest", "salt", "prev")
START = "0" * 64


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a writer's chain does not hold: `kind` is gap, altered, forked or unlinked."""

    writer: str
    seq: int
    kind: str


def entry_hash(
    writer: str, seq: int, at: int, staff: str | None, verb: str, subject: str | None, digest: str, prev: str
) -> str:
    """SHA-256 of the entry in canonical JSON, the salt left out."""
    return hashlib.sha256(msgspec.json.encode([writer, seq, at, staff, verb, subject, digest, prev])).hexdigest()


def append(transaction: "Transaction", *, digest: str, salt: str) -> tuple[int, str]:
    """Write the row of this transaction at the end of this writer's chain; returns its number and hash."""
    last = transaction.one(
        "SELECT seq, hash FROM journal WHERE writer = :writer ORDER BY seq DESC, hash DESC LIMIT 1",
        writer=transaction.writer,
    )
    seq, prev = (last[0] + 1, last[1]) if last else (1, START)
    entry = (
        transaction.writer, seq, transaction.now, transaction.by, transaction.verb, transaction.subject, digest, prev,
    )  # fmt: skip
    hashed = entry_hash(*entry)
    transaction.connection.execute(
        "INSERT INTO journal(hash, writer, seq, at, staff, verb, object, digest, prev, salt)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (hashed, *entry, salt),
    )
    return seq, hashed


def last_seq(reader: "Reader", writer: str) -> int:
    """The largest sequence number known of `writer`; 0 when nothing is."""
    return reader.count("SELECT max(seq) FROM journal WHERE writer = :writer", writer=writer)


def last_moment(reader: "Reader", writer: str) -> int:
    """The latest moment (UTC ms) at which `writer` says to have written; 0 when nothing is known of it."""
    return reader.count("SELECT max(at) FROM journal WHERE writer = :writer", writer=writer)


def breaks(reader: "Reader") -> tuple[Break, ...]:
    """Every place where a chain does not hold: gaps, altered entries, forks (two entries with one number)."""
    found: list[Break] = []
    writer, seq, known = "", 0, {START}
    for row in reader.query(
        "SELECT writer, seq, at, staff, verb, object, digest, prev, hash FROM journal ORDER BY writer, seq, hash"
    ):
        if row[0] != writer:
            writer, seq, known = row[0], 0, {START}
        if entry_hash(*row[:8]) != row[8]:
            found.append(Break(writer, row[1], "altered"))
        if row[1] == seq:
            found.append(Break(writer, row[1], "forked"))
        elif row[1] > seq + 1:
            found.append(Break(writer, seq + 1, "gap"))
        elif row[7] not in known:
            found.append(Break(writer, row[1], "unlinked"))
        seq = row[1]
        known.add(row[8])
    return tuple(found)
