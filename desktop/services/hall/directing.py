"""Directing: to a companion, a table or an executive; taking a family over; leaving and coming back."""

from collections.abc import Iterable

from db.errors import Misused, Refused
from db.records import Turn
from db.store import Reader, Transaction
from desktop.rules import hall as rules
from desktop.rules.hall import Family
from desktop.services.hall.arriving import arrive, on_duty, proposed
from desktop.services.hall.lines import (
    Line,
    everybody,
    families_like,
    family_of,
    lines_of,
    staff_name,
    those_waiting,
)
from desktop.services.registry import DOOR_ROLES, Caller, question, verb

Cells = dict[str, str | int | None]


@question("hall.line", roles=DOOR_ROLES)
def line(_caller: Caller, reader: Reader, *, turn: str, now_ms: int) -> Line:
    """One family as staff see it, by any of its tickets. Raises Misused `id_unknown`."""
    return one_line(reader, turn, now_ms)


def one_line(reader: Reader, turn: str, now_ms: int) -> Line:
    """The family that holds a ticket, as it stands now."""
    found = family_of(reader, turn)
    (shown,) = lines_of(reader, found.turn.event, (found,), now_ms=now_ms)
    return shown


@question("hall.ticket", roles=DOOR_ROLES)
def ticket(_caller: Caller, reader: Reader, *, event: str, number: str) -> str:
    """The turn that a ticket's number stands for at the event, read aloud or typed: A23 is A023. Returns its id.

    Of several wishes of one family the one that waits. Raises Misused `ticket_unknown`.
    """
    said = rules.read_ticket(number)
    found = [one for one in everybody(reader, event) if said in {turn.number for turn in one.turns}]
    if not found:
        raise Misused("ticket_unknown", value=number[:20])
    return min(found, key=lambda one: one.state not in ("waiting", "called")).turn.id


@verb("hall.direct", roles=DOOR_ROLES)
def direct(
    caller: Caller,
    tx: Transaction,
    *,
    turn: str,
    direction: str | None = None,
    staff: str | None = None,
    place: str | None = None,
) -> Line:
    """Send a family to a companion, a table or an executive, by person; without a person whoever has the least to do.

    `place` is a table, else that of the person. One who was greeted gets a further turn under the same number. Raises
    Refused `not_on_duty`, `host_is_away`, `nobody_free`, `turn_left`, Misused `code_unknown`.
    """
    found = family_of(tx, turn)
    wish = direction or found.turn.direction
    if wish not in rules.DIRECTIONS:
        raise Misused("code_unknown", list="direction", value=wish, choices=" ".join(rules.DIRECTIONS))
    if found.state == "left":
        raise Refused("turn_left", number=found.turn.number)
    held = found.turn
    if found.state == "greeted":
        held = _further(caller, tx, found, wish)
    chosen, table = _chosen(tx, held, wish, staff, place)
    tx.save("turn", held.id, {"direction": wish, "staff": chosen, "place": table})
    tx.subject = held.id
    return one_line(tx, held.id, tx.now)


def _further(caller: Caller, tx: Transaction, found: Family, wish: str) -> Turn:
    """A turn for a wish that comes after the greeting; one that waits already goes on."""
    if found.client is None:
        raise Refused("turn_greeted", number=found.turn.number)
    waiting = [one for one in families_like(tx, found.turn) if one.state in ("waiting", "called")]
    if waiting:
        return waiting[-1].turn
    made = arrive(caller, tx, event=found.turn.event, client=found.client, direction=wish, anew=True, assign=False)
    return family_of(tx, made.turn).turn


def _chosen(
    tx: Transaction, held: Turn, wish: str, staff: str | None, place: str | None
) -> tuple[str | None, str | None]:
    """Person and table: those said, else whoever has the least to do."""
    if staff is not None:
        duty = on_duty(tx, held.event, staff)
        if duty.away_at is not None:
            raise Refused("host_is_away", staff=staff_name(tx, staff))
        return staff, place or duty.place
    if place is not None:
        return None, place
    best = proposed(tx, held.event, wish, held.number)
    if best is None:
        raise Refused("nobody_free", direction=wish)
    return best.staff, best.place


@verb("hall.take-over", roles=DOOR_ROLES)
def take_over(_caller: Caller, tx: Transaction, *, turn: str, staff: str) -> Line:
    """Take a family to oneself on purpose, whoever it was sent to; a call made already stays the only one.

    Raises Refused `turn_greeted`, `turn_left`.
    """
    held = _waiting(family_of(tx, turn))
    duty = on_duty(tx, held.event, staff)
    tx.save("turn", held.id, {"staff": staff, "place": duty.place})
    tx.subject = held.id
    return one_line(tx, held.id, tx.now)


@verb("hall.left", roles=DOOR_ROLES)
def left(_caller: Caller, tx: Transaction, *, turn: str) -> Line:
    """Note that a family went without a talk. Raises Refused `turn_greeted`, `turn_left`."""
    held = _waiting(family_of(tx, turn))
    tx.save("turn", held.id, {"left_at": tx.now})
    tx.subject = held.id
    return one_line(tx, held.id, tx.now)


@verb("hall.came-back", roles=DOOR_ROLES)
def came_back(_caller: Caller, tx: Transaction, *, turn: str) -> Line:
    """Let a family that had left wait again under its number. Raises Refused `turn_not_left`."""
    found = family_of(tx, turn)
    if found.state != "left":
        raise Refused("turn_not_left", number=found.turn.number)
    tx.save("turn", found.turn.id, {"left_at": None})
    tx.subject = found.turn.id
    return one_line(tx, found.turn.id, tx.now)


def _waiting(found: Family) -> Turn:
    """The turn of a family that waits or was called. Raises Refused `turn_greeted`, `turn_left`."""
    if found.state == "greeted":
        raise Refused("turn_greeted", number=found.turn.number)
    if found.state == "left":
        raise Refused("turn_left", number=found.turn.number)
    return found.turn


def hand_over(tx: Transaction, event: str, staff: str) -> tuple[str, ...]:
    """Send everybody who waits for this person, and was not called yet, to somebody else; returns their turns.

    Who can go to nobody stays without a person, for the coordinator to decide.
    """
    mine = [one for one in those_waiting(tx, event) if one.state == "waiting" and one.turn.staff == staff]
    for one in mine:
        best = proposed(tx, event, one.turn.direction, one.turn.number)
        cells: Cells = {"staff": best.staff if best else None, "place": best.place if best else None}
        tx.save("turn", one.turn.id, cells)
    return tuple(one.turn.id for one in mine)


def waiting_for(found: Iterable[Family], staff: str) -> tuple[Family, ...]:
    """Those who wait for this person: the called ones first, then by arrival."""
    mine = [one for one in found if one.turn.staff == staff and one.state in ("waiting", "called")]
    return tuple(sorted(mine, key=lambda one: one.state != "called"))
