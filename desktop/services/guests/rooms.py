"""Linking a client and a room as typed."""

from db import clients
from db.errors import Misused
from db.records import Unit
from db.spelling.rooms import RoomReading
from db.store import Transaction
from desktop.services.registry import Caller


def link_room(caller: Caller, tx: Transaction, client: str, room: RoomReading, relation: str = "owner") -> bool:
    """Link a client with the room; returns whether anything changed. Raises Misused `room_unreadable_typed`."""
    if not room.readable:
        raise Misused("room_unreadable_typed", value=room.typed)
    unit = clients.put_unit(
        tx,
        Unit(
            id=clients.unit_id(tx.store.identity.project, room.key),
            created_at=tx.now,
            created_by=caller.staff,
            key=room.key,
            spoken=room.spoken,
            typed=room.typed,
            phase=room.phase,
            building=room.building,
            unit=room.unit,
            floor=room.floor,
            room=room.room,
        ),
    )
    return clients.put_client_unit(tx, client, unit, relation)
