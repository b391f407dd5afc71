"""Events: what is held, where and when."""

from db import events as kept
from db.errors import Misused
from db.events import EventLine
from db.records import Event
from db.store import Reader, Transaction
from desktop.rules.codes import known_code
from desktop.rules.times import read_time
from desktop.services.people.staff import additions
from desktop.services.registry import ANYONE, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of


@verb("event.add", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def add(
    caller: Caller, tx: Transaction, *, node: str, title: str, starts: str, ends: str, place: str | None = None
) -> str:
    """Add an event; times without an offset are meant in the project's zone. Returns the event id."""
    known_code("node", node, additions(tx))
    if not title.strip():
        raise Misused("title_missing")
    zone = zone_of(tx)
    starts_at, ends_at = read_time(starts, zone), read_time(ends, zone)
    if ends_at <= starts_at:
        raise Misused("ends_before_start", starts=starts, ends=ends)
    event = tx.insert(
        Event(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            number=kept.next_number(tx),
            node=node,
            title=title.strip(),
            starts_at=starts_at,
            ends_at=ends_at,
            place=place,
        )
    )
    tx.subject = event
    return event


@question("event.list", roles=ANYONE)
def everything(_caller: Caller, reader: Reader) -> tuple[EventLine, ...]:
    """Every event with how many were invited and how many came."""
    return kept.all_events(reader)
