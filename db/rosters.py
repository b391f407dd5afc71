"""What an import did, so that it can be undone; remembered mappings of headings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.records import Invitation

if TYPE_CHECKING:
    from db.store import Reader, Transaction


@dataclass(frozen=True, slots=True)
class Change:
    """One row added (`column` empty) or one cell changed by an import."""

    table: str
    row_id: str
    column: str
    before: str | None
    after: str | None


def note_changes(tx: "Transaction", roster: str, changes: Iterable[Change]) -> None:
    """Keep what the import did."""
    tx.connection.executemany(
        "INSERT INTO roster_change(roster, tbl, row_id, col, before, after) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        ((roster, c.table, c.row_id, c.column, c.before, c.after) for c in changes),
    )


def changes_of(reader: "Reader", roster: str) -> tuple[Change, ...]:
    """What the import did, in the order in which it was done."""
    rows = reader.query(
        "SELECT tbl, row_id, col, before, after FROM roster_change WHERE roster = :roster ORDER BY rowid", roster=roster
    )
    return tuple(Change(*row) for row in rows)


def remember_mapping(tx: "Transaction", fingerprint: str, mapping: Mapping[str, str]) -> None:
    """Keep a mapping made by hand for the next list with the same headings."""
    tx.connection.executemany(
        "INSERT INTO heading_map(fingerprint, heading, field) VALUES (?, ?, ?)"
        " ON CONFLICT(fingerprint, heading) DO UPDATE SET field = excluded.field",
        [(fingerprint, heading, field) for heading, field in mapping.items()],
    )


def remembered_mapping(reader: "Reader", fingerprint: str) -> dict[str, str]:
    """The mapping kept for these headings; empty when there is none."""
    rows = reader.query(
        "SELECT heading, field FROM heading_map WHERE fingerprint = :fingerprint", fingerprint=fingerprint
    )
    return {row[0]: row[1] for row in rows}


def invitation_of(reader: "Reader", event: str, client: str) -> Invitation | None:
    """The client's place on the event's list; one that was revoked counts, so a list never invites anew by itself."""
    return reader.first(
        Invitation,
        "WHERE client = :client AND event = :event AND deleted = 0 ORDER BY revoked_at IS NOT NULL, id LIMIT 1",
        client=client,
        event=event,
    )


def is_used(reader: "Reader", client: str) -> bool:
    """Whether the client has come, talked or said something: then an undone import keeps them."""
    return (
        reader.one(
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM check_in WHERE client = :client AND undone = 0)"
            " OR EXISTS (SELECT 1 FROM reception WHERE client = :client)"
            " OR EXISTS (SELECT 1 FROM concern WHERE client = :client)",
            client=client,
        )
        is not None
    )


def shown(reader: "Reader", change: Change) -> str | None:
    """What the changed cell shows now, as text."""
    sql = f"SELECT {change.column} FROM {change.table} WHERE id = :id"  # noqa: S608 - names are our own
    row = reader.one(sql, id=change.row_id)
    return None if row is None or row[0] is None else str(row[0])


def client_of(reader: "Reader", change: Change) -> str | None:
    """The client that a change is about."""
    if change.table == "client":
        return change.row_id
    if change.table == "unit_delivery":
        # A home's own fact: no client is lost with it.
        return None
    row = reader.one(f"SELECT client FROM {change.table} WHERE id = :id", id=change.row_id)  # noqa: S608 - own names
    return row[0] if row else None
