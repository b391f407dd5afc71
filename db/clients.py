"""Clients, their rooms and who of ours looks after them."""

import re
from typing import TYPE_CHECKING

from db.ids import NAMED_AT, named_id
from db.records import Client, ClientOwner, ClientUnit, Unit
from db.spelling.rooms import RoomReading, join_room

if TYPE_CHECKING:
    from db.store import Reader, Transaction


# A client, as :client, with everybody who turned out to be the same person.
SAME = (
    "(WITH RECURSIVE same(id) AS (SELECT :client UNION SELECT c.id FROM same JOIN client c ON c.merged_into = same.id)"
    " SELECT id FROM same)"
)


def root(reader: "Reader", client: str) -> str:
    """The client that remains after all joins; ids only ever point to smaller ones, so this ends."""
    seen = client
    while row := reader.one("SELECT merged_into FROM client WHERE id = :id AND merged_into IS NOT NULL", id=seen):
        if row[0] >= seen:
            break
        seen = row[0]
    return seen


def same_name(reader: "Reader", name: str) -> tuple[tuple[str, str, str | None, str | None], ...]:
    """Living clients of exactly this name: (id, name, phone, second phone)."""
    return tuple(
        (row[0], row[1], row[2], row[3])
        for row in reader.query(
            "SELECT id, name, phone, phone2 FROM client"
            " WHERE name = :name AND deleted = 0 AND merged_into IS NULL ORDER BY id",
            name=name,
        )
    )


def with_phone(reader: "Reader", phone: str) -> tuple[tuple[str, str], ...]:
    """Living clients with this phone: (id, name)."""
    return tuple(
        (row[0], row[1])
        for row in reader.query(
            "SELECT id, name FROM client WHERE phone = :phone AND deleted = 0 AND merged_into IS NULL ORDER BY id",
            phone=phone,
        )
    )


def is_any(reader: "Reader") -> bool:
    """Whether any client is known at all."""
    return reader.one("SELECT 1 FROM client LIMIT 1") is not None


def room_keys(reader: "Reader", client: str) -> frozenset[str]:
    """The keys of a client's rooms."""
    return frozenset(
        row[0]
        for row in reader.query(
            "SELECT u.key FROM client_unit cu JOIN unit u ON u.id = cu.unit"
            " WHERE cu.client = :client AND cu.deleted = 0",
            client=client,
        )
    )


def room_spoken(reader: "Reader", client: str) -> str:
    """A client's rooms as one says them, or an empty text."""
    return "、".join(
        row[0]
        for row in reader.query(
            "SELECT u.spoken FROM client_unit cu JOIN unit u ON u.id = cu.unit"
            " WHERE cu.client = :client AND cu.deleted = 0 ORDER BY u.key",
            client=client,
        )
    )


def building_of(reader: "Reader", client: str) -> str:
    """The building of a client's first room, as it stands in the room's key; empty without one."""
    row = reader.one(
        "SELECT u.building FROM client_unit cu JOIN unit u ON u.id = cu.unit"
        " WHERE cu.client = :client AND cu.deleted = 0 AND u.building IS NOT NULL ORDER BY u.key LIMIT 1",
        client=client,
    )
    return str(row[0]) if row else ""


def relation(reader: "Reader", client: str) -> str:
    """What the client is to the first room: owner, family, tenant or intending; empty without a room."""
    row = reader.one(
        "SELECT relation FROM client_unit WHERE client = :client AND deleted = 0 ORDER BY id LIMIT 1", client=client
    )
    return str(row[0]) if row else ""


def owner(reader: "Reader", client: str) -> ClientOwner | None:
    """Who of ours looks after the client now."""
    return reader.first(
        ClientOwner, "WHERE client = :client AND until_at IS NULL AND deleted = 0 ORDER BY id LIMIT 1", client=client
    )


def owner_names(reader: "Reader", event: str) -> tuple[str, ...]:
    """Who of ours looks after clients on an event's list, each name once, in order."""
    rows = reader.query(
        """
        SELECT DISTINCT o.name FROM invitation i CROSS JOIN client_owner o ON o.client = i.client
        WHERE i.event = :event AND i.deleted = 0 AND i.revoked_at IS NULL AND o.until_at IS NULL AND o.deleted = 0
        ORDER BY o.name
        """,
        event=event,
    )
    return tuple(row[0] for row in rows)


def put_unit(tx: "Transaction", room: RoomReading) -> str:
    """Add the room unless it is known; returns its id. Everything kept follows from the room's key."""
    unit = unit_id(tx.store.identity.project, room.key)
    if not tx.one("SELECT 1 FROM unit WHERE id = :id", id=unit):
        # Nearly every room is spelt in the plain way already.
        is_plain = room.spoken == f"{room.building} 栋 {room.unit} 单元 {room.room}" and room.phase is None
        plain = room if is_plain else join_room(room.phase, room.building, room.unit, room.room)
        tx.insert(
            Unit(
                id=unit,
                created_at=NAMED_AT,
                key=room.key,
                spoken=plain.spoken or room.spoken,
                phase=room.phase,
                building=room.building,
                unit=room.unit,
                room=room.room,
            )
        )
    return unit


def unit_id(project: str, key: str) -> str:
    """The id that every device gives to this room of the project."""
    return named_id("unit", project, key)


def put_client_unit(tx: "Transaction", client: str, unit: str, relation: str) -> bool:
    """Link a client and a room; returns whether anything changed."""
    link = link_id(client, unit)
    row = tx.one("SELECT relation, deleted FROM client_unit WHERE id = :id", id=link)
    if row is None:
        add_client_unit(tx, client, unit, relation)
        return True
    return tx.save("client_unit", link, {"relation": relation, "deleted": 0}) > 0


def add_client_unit(tx: "Transaction", client: str, unit: str, relation: str) -> str:
    """Link a client and a room that were never linked; returns the link's id."""
    row = ClientUnit(id=link_id(client, unit), created_at=NAMED_AT, client=client, unit=unit, relation=relation)
    return tx.insert(row)


def walking_order(room: str) -> tuple[tuple[int, str], ...]:
    """A sort key of a spoken room in which 2 栋 comes before 10 栋; no room comes last."""
    parts = re.findall(r"(\d+)|(\D+)", room)
    return tuple((int(digits) if digits else 0, words) for digits, words in parts) or ((1 << 30, ""),)


def invited_to(reader: "Reader", event: str) -> tuple[Client, ...]:
    """Every client invited to the event, in the order of entry."""
    return reader.records(
        Client,
        "WHERE id IN (SELECT client FROM invitation WHERE event = :event AND deleted = 0 AND revoked_at IS NULL)"
        " AND deleted = 0 ORDER BY id",
        event=event,
    )


def link_id(client: str, unit: str) -> str:
    """The id that every device gives to the link of this client and this room."""
    return named_id("client_unit", client, unit)


def in_unit(reader: "Reader", unit: str) -> tuple[tuple[str, str, str | None], ...]:
    """Living clients of a room: (id, name, phone)."""
    return tuple(
        (row[0], row[1], row[2])
        for row in reader.query(
            "SELECT c.id, c.name, c.phone FROM client_unit cu JOIN client c ON c.id = cu.client"
            " WHERE cu.unit = :unit AND cu.deleted = 0 AND c.deleted = 0 AND c.merged_into IS NULL ORDER BY c.id",
            unit=unit,
        )
    )
