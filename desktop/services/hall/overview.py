"""The hall on one page, for staff: who waits and for how long, who is on duty, what was done twice apart."""

from dataclasses import dataclass

from db import hall
from db.records import Event
from db.store import Reader
from desktop.rules.hall import Waits, waits
from desktop.services.hall.doubles import DoubleTake, doubles_of
from desktop.services.hall.hosts import Host, hosts_of
from desktop.services.hall.lines import Line, everybody, lines_of
from desktop.services.registry import DOOR_ROLES, Caller, question


@dataclass(frozen=True, slots=True)
class Overview:
    """The hall now. `lines` are all families in the order of arrival, whatever their state; `hosts` those on duty.

    `waits` are of those who were greeted; `late` wait longer than is aimed at. `without` are check-ins (id, UTC ms)
    of people who came in and hold no ticket: `hall.arrive` gives them one. `doubles` wait for a person to decide.
    """

    paused_at: int | None
    lines: tuple[Line, ...]
    hosts: tuple[Host, ...]
    waits: Waits
    late: int
    without: tuple[tuple[str, int], ...]
    doubles: tuple[DoubleTake, ...]

    def in_state(self, *states: str) -> tuple[Line, ...]:
        """Those in one of these states, in the order of arrival."""
        return tuple(line for line in self.lines if line.state in states)


@question("hall.overview", roles=DOOR_ROLES)
def overview(_caller: Caller, reader: Reader, *, event: str, now_ms: int) -> Overview:
    """Everything that a coordinator needs to direct the hall; only for staff's eyes."""
    row = reader.known(Event, event)
    found = everybody(reader, event)
    lines = lines_of(reader, event, found, now_ms=now_ms)
    return Overview(
        row.paused_at,
        lines,
        hosts_of(reader, event),
        waits(one.turn for one in found),
        sum(line.is_late and line.state in ("waiting", "called") for line in lines),
        tuple((check_in, at) for check_in, _, at in hall.without_turn(reader, event)),
        doubles_of(reader, event, found),
    )
