"""Those on duty in the hall: their tables, who is away, a table that closes."""

from dataclasses import dataclass

from db import hall, hall_duty, people
from db.errors import Misused, Refused
from db.records import Event
from db.store import Reader, Transaction
from desktop.rules.hall import PARTS
from desktop.services.events.events import put_on_duty
from desktop.services.hall.arriving import on_duty
from desktop.services.hall.directing import hand_over
from desktop.services.hall.lines import staff_name
from desktop.services.registry import DOOR_ROLES, Caller, question, verb

# Those to whom families are sent.
RECEIVING = frozenset(part for parts in PARTS.values() for part in parts)


@dataclass(frozen=True, slots=True)
class Host:
    """Somebody on duty to whom families are sent: part host, companion or executive; the table, if any.

    `away_at` is UTC ms, None for somebody who is there. `waiting` families are theirs next; `client` names who sits
    with them now, with the title, empty for nobody; `since` is when that talk began, UTC ms.
    """

    staff: str
    name: str
    part: str
    place: str | None
    away_at: int | None
    waiting: int
    client: str
    since: int | None


@question("hall.hosts", roles=DOOR_ROLES)
def hosts(_caller: Caller, reader: Reader, *, event: str) -> tuple[Host, ...]:
    """Those to whom families are sent, by table, then those without one."""
    return hosts_of(reader, event)


def hosts_of(reader: Reader, event: str) -> tuple[Host, ...]:
    """Those to whom families are sent, by table, then those without one."""
    talks = {one.host: one for one in hall_duty.open_talks(reader, event)}
    roots = hall.joins(reader)
    clients = {one.host: roots.get(one.client, one.client) for one in talks.values() if one.client}
    names = hall.people(reader, event, clients.values())
    found: list[Host] = []
    for load in hall_duty.loads(reader, event):
        duty, talk = load.duty, talks.get(load.duty.staff)
        person = names.get(clients.get(duty.staff, ""))
        said = f"{person.name} {person.title or ''}".strip() if person else ""
        if duty.part in RECEIVING:
            found.append(
                Host(
                    duty.staff, load.name, duty.part, duty.place, duty.away_at, load.waiting, said,
                    talk.started_at if talk else None,
                )
            )  # fmt: skip
    return tuple(found)


@verb("hall.away", roles=DOOR_ROLES)
def away(_caller: Caller, tx: Transaction, *, event: str, staff: str) -> tuple[str, ...]:
    """Note that somebody is away: nobody is sent to them; those who wait go to others, called ones stay.

    Returns the turns that were handed over. Raises Refused `not_on_duty`, `away_already`.
    """
    duty = on_duty(tx, event, staff)
    if duty.away_at is not None:
        raise Refused("away_already", staff=staff_name(tx, staff))
    tx.save("event_staff", duty.id, {"away_at": tx.now})
    moved = hand_over(tx, event, staff)
    tx.subject = event
    return moved


@verb("hall.back", roles=DOOR_ROLES)
def back(_caller: Caller, tx: Transaction, *, event: str, staff: str, place: str | None = None) -> None:
    """Note that somebody is back, at the same table or at another. Raises Refused `not_on_duty`, `not_away`."""
    duty = on_duty(tx, event, staff)
    if duty.away_at is None and place is None:
        raise Refused("not_away", staff=staff_name(tx, staff))
    tx.save("event_staff", duty.id, {"away_at": None, **({"place": place.strip()} if place else {})})
    tx.subject = event


@verb("hall.seat", roles=DOOR_ROLES)
def seat(
    _caller: Caller,
    tx: Transaction,
    *,
    event: str,
    staff: str,
    part: str | None = None,
    place: str | None = None,
    untrained_reason: str = "",
) -> None:
    """Put somebody on duty in the hall: as host, companion or executive, at a table or, with an empty one, at none.

    Whoever is on duty already keeps what is not said. Raises Misused `code_unknown` for another part, Refused
    `untrained` for somebody without the training unless a reason is given.
    """
    tx.known(Event, event)
    if people.names(tx).get(staff) is None:
        raise Misused("id_unknown", table="staff", value=staff)
    if part is not None and part not in RECEIVING:
        raise Misused("code_unknown", list="part", value=part, choices=" ".join(sorted(RECEIVING)))
    known = {one.duty.staff: one.duty for one in hall_duty.loads(tx, event)}
    before = known.get(staff)
    put_on_duty(tx, event, staff, part or (before.part if before else "host"), place, untrained_reason)
    tx.subject = event


@verb("hall.close-table", roles=DOOR_ROLES)
def close_table(_caller: Caller, tx: Transaction, *, event: str, place: str) -> tuple[str, ...]:
    """Close a table: whoever sits there has none and is away until they are given another; those who wait go on.

    Returns the turns that were handed over. Raises Refused `table_unknown`.
    """
    here = [one.duty for one in hall_duty.loads(tx, event) if one.duty.place == place]
    if not here:
        raise Refused("table_unknown", value=place)
    moved: tuple[str, ...] = ()
    for duty in here:
        tx.save("event_staff", duty.id, {"place": None, "away_at": duty.away_at or tx.now})
    for duty in here:
        moved += hand_over(tx, event, duty.staff)
    tx.subject = event
    return moved
