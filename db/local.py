"""What this database keeps about its own device, under a name; it never leaves the device."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader, Transaction


def kept(reader: "Reader", key: str) -> str | None:
    """The text kept under `key`, or None."""
    row = reader.one("SELECT value FROM local_state WHERE key = :key", key=key)
    return str(row[0]) if row else None


def keep(tx: "Transaction", key: str, value: str | None) -> None:
    """Keep a text under `key`; None takes it away."""
    if value is None:
        tx.connection.execute("DELETE FROM local_state WHERE key = :key", {"key": key})
        return
    tx.connection.execute(
        "INSERT INTO local_state(key, value) VALUES (:key, :value)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        {"key": key, "value": value},
    )
