"""The day on which a home was handed over, and how each part of it stands under warranty since."""

from dataclasses import dataclass

from db import clients, units
from db.errors import Misused
from db.spelling.rooms import read_room
from db.store import Reader, Transaction
from desktop.rules import warranty
from desktop.rules.times import day_of, kept_day, read_day
from desktop.services.registry import FOLLOW_ROLES, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class Delivered:
    """A home handed over on an ISO day; `news` is False where that was known."""

    unit: str
    spoken: str
    delivered_on: str
    news: bool = True


@dataclass(frozen=True, slots=True)
class Under:
    """How a part (a code) of a home stands: `last_day` is the last ISO day inside its warranty."""

    part: str
    last_day: str
    is_inside: bool


@verb("unit.delivered", roles=OFFICE_ROLES)
def deliver(_caller: Caller, tx: Transaction, *, room: str, on: str) -> Delivered:
    """Keep the day on which a home was handed over; warranty runs from it. Raises Misused `room_unreadable_typed`."""
    reading = read_room(room)
    if not reading.readable:
        raise Misused("room_unreadable_typed", value=room)
    unit = clients.put_unit(tx, reading)
    day = read_day(on).isoformat()
    news = units.put_delivery(tx, unit, day)
    tx.subject = unit
    return Delivered(unit, reading.spoken, day, news)


@question("unit.list", roles=FOLLOW_ROLES)
def delivered(_caller: Caller, reader: Reader) -> tuple[Delivered, ...]:
    """Every home that was handed over, by room."""
    return tuple(Delivered(unit, spoken, day) for unit, spoken, day in units.deliveries(reader))


@question("unit.warranty", roles=FOLLOW_ROLES)
def under_warranty(_caller: Caller, reader: Reader, *, room: str, now_ms: int) -> tuple[Under, ...]:
    """How the parts of a home stand now, in the order of the terms; nothing while it is not handed over.

    Raises Misused `room_unreadable_typed`.
    """
    reading = read_room(room)
    if not reading.readable:
        raise Misused("room_unreadable_typed", value=room)
    known = units.of_key(reader, reading.key)
    day = units.delivered_on(reader, known.id) if known else None
    if day is None:
        return ()
    asked = day_of(now_ms, zone_of(reader))
    found = ((part, warranty.standing(part, kept_day(day), asked)) for part in warranty.terms())
    return tuple(Under(part, one.last_day.isoformat(), one.is_inside) for part, one in found if one)
