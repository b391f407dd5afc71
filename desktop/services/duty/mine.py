"""One person's duty in the period that runs now."""

from dataclasses import dataclass

from db import talks
from db.errors import Misused
from db.records import Event, Reception, Staff
from db.store import Reader
from desktop.rules.duty import owed, period_of
from desktop.rules.times import day_bounds, day_of
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class Received:
    """An event at which the person received clients; `day` is an ISO day of the first talk there."""

    event: str
    day: str
    title: str
    clients: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """A period of `months` months, the `number`th of its year; `first` and `last` are its ISO days.

    An event counts once, however many clients were received there. Calls are no reception and count apart.
    """

    months: int
    number: int
    first: str
    last: str
    owed: int
    received: tuple[Received, ...]
    calls: int


@question("duty.mine", roles=FOLLOW_ROLES)
def of_person(_caller: Caller, reader: Reader, *, staff: str, now_ms: int) -> Duty:
    """What this person owes and did in the period of their level that runs at `now_ms`."""
    person = reader.get(Staff, staff)
    if person is None:
        raise Misused("id_unknown", table="staff", value=staff)
    zone = zone_of(reader)
    period = period_of(person.level, day_of(now_ms, zone))
    low, high = day_bounds(period.first, zone)[0], day_bounds(period.after, zone)[0]
    mine = talks.hosted_by(reader, staff, low, high)
    by_event: dict[str, list[Reception]] = {}
    for talk in mine:
        if talk.means != "call":
            by_event.setdefault(talk.event, []).append(talk)
    received = []
    for event, held in by_event.items():
        known = reader.get(Event, event)
        received.append(
            Received(
                event,
                day_of(held[0].started_at, zone).isoformat(),
                known.title if known else "",
                len({talk.client or talk.id for talk in held}),
                any(talk.ended_at is None for talk in held),
            )
        )
    last = day_of(high - 1, zone)
    return Duty(
        period.months,
        period.number,
        period.first.isoformat(),
        last.isoformat(),
        owed(person.level),
        tuple(received),
        sum(talk.means == "call" for talk in mine),
    )
