"""Which files of attachments this device should have, has handed on, and waits for.

`blob_travel` holds a row per file and address: when it was handed on there (0 once somebody asks for it again), since
when it has been waited for there, and when it was last asked for there. The address of packages that a person carries
is empty.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from db.store import Reader, Transaction

# Packages that are carried by hand.
BY_HAND = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A file that a row names: the row, what it belongs to, its name for people, and when the picture was taken."""

    blob: str
    attachment: str
    belongs: str
    owner: str
    name: str
    at: int


def named(reader: "Reader") -> tuple[Named, ...]:
    """Every file that a row names and that its key could open, in the order in which the rows came."""
    rows = reader.query(
        "SELECT blob, id, belongs, owner, coalesce(name, ''), at FROM attachment"
        " WHERE deleted = 0 AND key IS NOT NULL GROUP BY blob ORDER BY min(rowid)"
    )
    return tuple(Named(*row) for row in rows)


def unsent(reader: "Reader", address: str) -> tuple[str, ...]:
    """The files of rows that have not been handed on at `address`, in the order in which the rows came."""
    rows = reader.query(
        "SELECT DISTINCT t.blob FROM attachment t WHERE t.deleted = 0 AND t.key IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM blob_travel b WHERE b.address = :address AND b.blob = t.blob AND b.sent_at > 0)"
        " ORDER BY t.rowid",
        address=address,
    )
    return tuple(row[0] for row in rows)


def came_from(reader: "Reader", present: Collection[str]) -> frozenset[str]:
    """The files whose rows came from one of the writers `present`, who hand them on themselves."""
    rows = reader.query(
        "SELECT t.blob FROM attachment t WHERE EXISTS ("
        "SELECT 1 FROM arrived a JOIN imported_package p ON p.sha256 = a.package"
        " WHERE a.tbl = 'attachment' AND t.rowid BETWEEN a.first_rowid AND a.last_rowid"
        " AND p.writer IN (SELECT value FROM json_each(:present)))",
        present=msgspec.json.encode(list(present)).decode(),
    )
    return frozenset(row[0] for row in rows)


def note_sent(tx: "Transaction", address: str, blobs: Iterable[str]) -> None:
    """Remember that files have been handed on at `address`."""
    tx.connection.executemany(
        "INSERT INTO blob_travel(address, blob, sent_at) VALUES (?, ?, ?)"
        " ON CONFLICT(address, blob) DO UPDATE SET sent_at = excluded.sent_at",
        [(address, blob, tx.now) for blob in blobs],
    )


def send_again(tx: "Transaction", blobs: Iterable[str]) -> None:
    """Let files that somebody asks for be handed on once more, wherever this device hands on anything."""
    tx.connection.executemany(
        "INSERT INTO blob_travel(address, blob, sent_at) SELECT address, ?, 0 FROM"
        " (SELECT address FROM outbox_position UNION SELECT '') WHERE true"
        " ON CONFLICT(address, blob) DO UPDATE SET sent_at = 0",
        [(blob,) for blob in blobs],
    )


def asked_for(reader: "Reader", address: str) -> frozenset[str]:
    """The files that somebody has asked for and that have not been handed on at `address` since."""
    rows = reader.query("SELECT blob FROM blob_travel WHERE address = :address AND sent_at = 0", address=address)
    return frozenset(row[0] for row in rows)


def to_ask_for(reader: "Reader", address: str, needed: Collection[str], *, since: int, asked: int) -> list[str]:
    """Of the files `needed`, those waited for at `address` since before `since` and last asked for before `asked`.

    Both are moments in UTC milliseconds.
    """
    rows = reader.query(
        "SELECT blob FROM blob_travel WHERE address = :address AND blob IN (SELECT value FROM json_each(:needed))"
        " AND needed_at <= :since AND coalesce(asked_at, :asked) <= :asked ORDER BY blob",
        address=address,
        needed=msgspec.json.encode(list(needed)).decode(),
        since=since,
        asked=asked,
    )
    return [row[0] for row in rows]


def note_needed(tx: "Transaction", address: str, needed: Iterable[str]) -> None:
    """Remember since when files have been waited for at `address`; those known already keep their moment."""
    tx.connection.executemany(
        "INSERT INTO blob_travel(address, blob, needed_at) VALUES (?, ?, ?)"
        " ON CONFLICT(address, blob) DO UPDATE SET needed_at = coalesce(needed_at, excluded.needed_at)",
        [(address, blob, tx.now) for blob in needed],
    )


def is_noted(reader: "Reader", address: str, needed: Collection[str]) -> bool:
    """Whether all files `needed` are noted as waited for at `address`."""
    found = reader.count(
        "SELECT count(*) FROM blob_travel WHERE address = :address AND needed_at IS NOT NULL"
        " AND blob IN (SELECT value FROM json_each(:needed))",
        address=address,
        needed=msgspec.json.encode(list(needed)).decode(),
    )
    return found == len(needed)


def note_asked(tx: "Transaction", address: str, blobs: Iterable[str]) -> None:
    """Remember that files were asked for at `address`."""
    tx.connection.executemany(
        "UPDATE blob_travel SET asked_at = ? WHERE address = ? AND blob = ?", [(tx.now, address, b) for b in blobs]
    )
