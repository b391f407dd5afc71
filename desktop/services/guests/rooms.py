"""Linking a client and a room as typed."""

from db import clients
from db.errors import Misused
from db.spelling.rooms import RoomReading
from db.store import Transaction


def link_room(tx: Transaction, client: str, room: RoomReading, relation: str = "owner") -> bool:
    """Link a client with the room; returns whether anything changed. Raises Misused `room_unreadable_typed`."""
    if not room.readable:
        raise Misused("room_unreadable_typed", value=room.typed)
    return clients.put_client_unit(tx, client, clients.put_unit(tx, room), relation)
