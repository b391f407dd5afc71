"""Receipts: which packages have come."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader, Transaction


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a package was taken in: whose, which of its journal numbers, how many rows were read, and when (UTC ms)."""

    sha256: str
    writer: str
    kind: str
    seq_from: int
    seq_to: int
    rows: int
    at: int


def receipt(reader: "Reader", sha256: str) -> Receipt | None:
    """The receipt of a package; None where it has not been taken in."""
    row = reader.one(
        "SELECT sha256, writer, kind, seq_from, seq_to, rows, at FROM imported_package WHERE sha256 = :sha256",
        sha256=sha256,
    )
    return Receipt(*row) if row else None


def is_known(reader: "Reader", sha256: str) -> bool:
    """Whether this very file has been merged before."""
    return reader.one("SELECT 1 FROM imported_package WHERE sha256 = :sha256", sha256=sha256) is not None


def note(
    tx: "Transaction", sha256: str, writer: str, kind: str, seq_from: int, seq_to: int, rows: int, made_at: int
) -> None:
    """Keep the receipt of a package; `made_at` is by its writer's clock."""
    tx.connection.execute(
        "INSERT INTO imported_package(sha256, writer, kind, seq_from, seq_to, rows, at, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(sha256) DO NOTHING",
        (sha256, writer, kind, seq_from, seq_to, rows, tx.now, made_at),
    )


def last_exchange(reader: "Reader") -> int | None:
    """When a package last came in or went out here (UTC ms); None for never."""
    row = reader.one("SELECT max(at) FROM (SELECT at FROM imported_package UNION ALL SELECT at FROM sent_package)")
    return row[0] if row else None


def writers(reader: "Reader") -> int:
    """How many devices have written anything that is here."""
    return reader.count("SELECT count(DISTINCT writer) FROM journal")


def first_own_seq(reader: "Reader", writer: str, after: int) -> int:
    """The first journal number of `writer` behind the row position `after`; 0 when there is none."""
    return reader.count(
        "SELECT min(seq) FROM journal WHERE writer = :writer AND rowid > :after", writer=writer, after=after
    )
