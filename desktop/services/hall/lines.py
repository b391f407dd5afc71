"""One family in the hall as staff see it, and the lookups that every verb of the hall needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db import clients, hall, people
from db.records import CheckIn, Client, Turn
from db.store import Reader
from desktop.rules.hall import MARKS, Family, State, families, is_late, target_ms, waited_ms


@dataclass(frozen=True, slots=True)
class Line:
    """A family that came, for staff's eyes: `name` with the title where it is known, empty for a code nobody knows.

    `number` is the ticket that counts, `numbers` all they hold. `direction` is companion, table or executive; `staff`,
    `host` (their name) and `place` (a table) are None until somebody decided; of a greeted one they are who greeted.
    `marks` are of vip and risk. Times are UTC ms, `waited_ms` until the greeting or until now; `is_late` compares it
    with `target_ms`. `called_by` is a name.
    """

    turn: str
    number: str
    numbers: tuple[str, ...]
    client: str | None
    name: str
    room: str
    marks: tuple[str, ...]
    party: int | None
    direction: str
    staff: str | None
    host: str | None
    place: str | None
    state: State
    arrived_at: int
    called_at: int | None
    called_by: str | None
    again_at: int | None
    greeted_at: int | None
    left_at: int | None
    waited_ms: int
    target_ms: int
    is_late: bool


def everybody(reader: Reader, event: str) -> tuple[Family, ...]:
    """Every family that came to the event, each once for every wish, in the order of arrival."""
    return families(hall.of_event(reader, event))


def those_waiting(reader: Reader, event: str) -> tuple[Family, ...]:
    """Every family that waits or was called, in the order of arrival."""
    found = families(hall.unfinished(reader, event))
    return tuple(one for one in found if one.state in ("waiting", "called"))


def lines_of(reader: Reader, event: str, found: Sequence[Family], *, now_ms: int) -> tuple[Line, ...]:
    """The families as staff see them."""
    names = people.names(reader)
    known = _clients(found)
    persons, rooms = hall.people(reader, event, known), hall.rooms(reader, known)
    return tuple(_line(one, names, persons, rooms, now_ms) for one in found)


def _clients(found: Iterable[Family]) -> list[str]:
    return [one.client for one in found if one.client]


def _line(
    one: Family, names: dict[str, str], persons: dict[str, hall.Person], rooms: dict[str, str], now_ms: int
) -> Line:
    turn, person = one.turn, persons.get(one.client or "")
    name = f"{person.name} {person.title}" if person and person.title else person.name if person else ""
    marks = (person.marks or "").split() if person else []
    staff, place = turn.staff, turn.place
    if turn.greeted_at is not None and turn.greeted_by not in (None, turn.staff):
        staff, place = turn.greeted_by, None
    return Line(
        turn.id, turn.number, tuple(dict.fromkeys(each.number for each in one.turns)), one.client, name,
        rooms.get(one.client or "", ""), tuple(mark for mark in MARKS if mark in marks), turn.party, turn.direction,
        staff, names.get(staff) if staff else None, place, one.state, turn.arrived_at,
        turn.called_at, names.get(turn.called_by) if turn.called_by else None, turn.again_at, turn.greeted_at,
        turn.left_at, waited_ms(turn, now_ms), target_ms(turn.direction), is_late(turn, now_ms),
    )  # fmt: skip


def family_of(reader: Reader, turn: str) -> Family:
    """The family that holds this ticket, by the turn's id. Raises Misused `id_unknown`."""
    row = reader.known(Turn, turn, living=True)
    return next((one for one in families_like(reader, row) if row in one.turns), _alone(row))


def families_like(reader: Reader, row: Turn) -> tuple[Family, ...]:
    """The families of whoever holds this ticket: one for every wish of theirs."""
    check_in = reader.get(CheckIn, row.check_in) if row.check_in else None
    client = row.client or (check_in.client if check_in else None)
    return families_of(reader, row.event, client, check_in.code_hash if check_in else None)


def families_of(reader: Reader, event: str, client: str | None, code_hash: str | None) -> tuple[Family, ...]:
    """What one client, or the holder of one code, waits for."""
    root = clients.root(reader, client) if client else None
    return families(hall.of_person(reader, event, root, code_hash))


def _alone(row: Turn) -> Family:
    """A ticket whose check-in was taken back stands for itself."""
    (alone,) = families([hall.Held(row, row.client, None, is_other=True, is_undone=False)])
    return alone


def client_name(reader: Reader, client: str | None) -> str:
    """A client's name for a refusal's sentence; empty where nobody knows it."""
    row = reader.get(Client, client) if client else None
    return row.name if row else ""


def staff_name(reader: Reader, staff: str | None) -> str:
    """A name of ours for a refusal's sentence; empty where nobody is named."""
    return people.names(reader).get(staff or "", "")
