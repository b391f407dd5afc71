"""Rooms and the day each was handed over, from which its warranty runs."""

from typing import TYPE_CHECKING

from db.clients import SAME
from db.ids import NAMED_AT, named_id
from db.records import Unit, UnitDelivery

if TYPE_CHECKING:
    from db.store import Reader, Transaction


def of_key(reader: "Reader", key: str) -> Unit | None:
    """The room with this key, if it is known."""
    return reader.first(Unit, "WHERE key = :key AND deleted = 0 ORDER BY id LIMIT 1", key=key)


def of_client(reader: "Reader", client: str) -> tuple[Unit, ...]:
    """The rooms of a client and of everybody joined to them, by key."""
    return reader.records(
        Unit,
        f"WHERE deleted = 0 AND id IN (SELECT unit FROM client_unit WHERE client IN {SAME} AND deleted = 0)"  # noqa: S608 - our own words
        " ORDER BY key",
        client=client,
    )


def delivered_on(reader: "Reader", unit: str) -> str | None:
    """The ISO day on which the room was handed over; None while it was not, or nobody said."""
    row = reader.one("SELECT delivered_on FROM unit_delivery WHERE id = :id AND deleted = 0", id=delivery_id(unit))
    return str(row[0]) if row else None


def put_delivery(tx: "Transaction", unit: str, day: str) -> bool:
    """Keep the day on which a room was handed over; whether that was news."""
    kept = delivery_id(unit)
    if tx.one("SELECT 1 FROM unit_delivery WHERE id = :id", id=kept):
        return tx.save("unit_delivery", kept, {"delivered_on": day, "deleted": 0}) > 0
    tx.insert(UnitDelivery(id=kept, created_at=NAMED_AT, unit=unit, delivered_on=day))
    return True


def delivery_id(unit: str) -> str:
    """The id of the row that says when a room was handed over: two offices make the same one."""
    return named_id("unit_delivery", unit)


def deliveries(reader: "Reader") -> tuple[tuple[str, str, str], ...]:
    """(unit id, room as one says it, ISO day), by room."""
    rows = reader.query(
        "SELECT d.unit, u.spoken, d.delivered_on FROM unit_delivery d JOIN unit u ON u.id = d.unit"
        " WHERE d.deleted = 0 ORDER BY u.key"
    )
    return tuple((row[0], row[1], row[2]) for row in rows)
