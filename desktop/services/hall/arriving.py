"""An arrival becomes a turn: a ticket, what the family wishes, and whom they are sent to."""

from dataclasses import dataclass, replace

from db import clients, events, hall, hall_duty, local
from db.errors import Misused, Refused
from db.records import CheckIn, Event, EventStaff, Turn
from db.store import Reader, Transaction
from desktop.rules import hall as rules
from desktop.rules.hall import Candidate, Family
from desktop.services.hall.lines import families_of, staff_name
from desktop.services.registry import DOOR_ROLES, Caller, verb

# The letter of this device's tickets at an event, kept on this device.
_LETTER = "hall.letter:"
# Up to which row position tickets of other devices were looked at, and the letters on them.
_SEEN = "hall.letters-seen:"
_ALREADY_IN = "already"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A family's ticket: `is_new` is false where they held one already, which goes on counting.

    `host` is the name of whoever they are sent to, `place` the table; both None while nobody is free or has decided.
    """

    turn: str
    number: str
    direction: str
    staff: str | None
    host: str | None
    place: str | None
    party: int | None
    is_new: bool


@verb("hall.arrive", roles=DOOR_ROLES)
def arrive(
    caller: Caller,
    tx: Transaction,
    *,
    event: str,
    check_in: str | None = None,
    client: str | None = None,
    direction: str = "table",
    party: int | None = None,
    anew: bool = False,
    assign: bool = True,
) -> Arrived:
    """Give a family that came in its ticket, or find the one they hold; with `assign` they are sent to somebody.

    Known by the check-in or by the client. Whoever had left has come back and keeps the number. With `anew` and a
    client, one who was greeted gets a further turn under the same number. `party` counts the people, 1 or more. Raises
    Refused `not_admitted` for somebody who was not let in, Misused `code_unknown` for another direction.
    """
    tx.known(Event, event)
    if direction not in rules.DIRECTIONS:
        raise Misused("code_unknown", list="direction", value=direction, choices=" ".join(rules.DIRECTIONS))
    if party is not None and party < 1:
        raise Misused("party_too_small", value=party)
    came, who = _who(tx, event, check_in, client)
    found = _held(tx, event, came, who)
    if found and not anew:
        return _held_already(tx, found, party)
    number = found.turn.number if found else _next_number(tx, event)
    # Without a check-in a turn stands for a wish of its own.
    made = Turn(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, number=number, arrived_at=tx.now,
        client=who, check_in=None if found else came.id, party=party or came.party, direction=direction,
    )  # fmt: skip
    chosen = proposed(tx, event, direction, number) if assign else None
    if chosen:
        made = replace(made, staff=chosen.staff, place=chosen.place)
    tx.insert(made)
    tx.subject = made.id
    return _arrived(tx, made, is_new=True)


def _who(tx: Transaction, event: str, check_in: str | None, client: str | None) -> tuple[CheckIn, str | None]:
    """The check-in by which the family is in the house, and who they are if that is known."""
    root = clients.root(tx, client) if client else None
    named = check_in or (hall.admission(tx, event, root) if root else None)
    row = tx.get(CheckIn, named) if named else None
    if row is None and check_in:
        raise Misused("id_unknown", table="check_in", value=check_in)
    if row is None or row.event != event or row.undone or not (row.admitted or row.outcome == _ALREADY_IN):
        raise Refused("not_admitted", id=check_in or client or "")
    return row, root or (clients.root(tx, row.client) if row.client else None)


def _held(tx: Transaction, event: str, came: CheckIn, who: str | None) -> Family | None:
    """What the family waits for already; the latest wish of several."""
    found = families_of(tx, event, who, came.code_hash)
    # Without a code and without a name only the check-in itself tells.
    mine = [one for one in found if who or came.code_hash or any(turn.check_in == came.id for turn in one.turns)]
    return mine[-1] if mine else None


def _held_already(tx: Transaction, found: Family, party: int | None) -> Arrived:
    turn = found.turn
    changes: dict[str, str | int | None] = {}
    if found.state == "left":
        changes["left_at"] = None
    if party is not None:
        changes["party"] = party
    if changes:
        tx.save("turn", turn.id, changes)
    tx.subject = turn.id
    return _arrived(tx, turn, is_new=False, party=party or turn.party)


def _arrived(reader: Reader, turn: Turn, *, is_new: bool, party: int | None = None) -> Arrived:
    host = staff_name(reader, turn.staff) if turn.staff else None
    counted = party or turn.party
    return Arrived(turn.id, turn.number, turn.direction, turn.staff, host, turn.place, counted, is_new)


# -- the number --------------------------------------------------------------------------------------------------------


def _next_number(tx: Transaction, event: str) -> str:
    """The next ticket of this device; it changes its letter once it sees that another device has the same."""
    letter = _letter(tx, event)
    # A device that goes on from a copy counts on behind what the copy knows.
    scope = f"ticket:{event}:{letter}:{tx.writer}"
    return rules.ticket(letter, events.next_running(tx, scope, after=lambda: hall.last_ticket(tx, event, letter)))


def _letter(tx: Transaction, event: str) -> str:
    kept, taken = local.kept(tx, _LETTER + event), _letters_of_others(tx, event)
    if kept and kept not in taken:
        return kept
    chosen = rules.free_letter(hall.place_among_devices(tx, event, tx.store.identity), taken)
    local.keep(tx, _LETTER + event, chosen)
    return chosen


def _letters_of_others(tx: Transaction, event: str) -> frozenset[str]:
    """The letters on tickets that other devices gave out; only what came since the last look is looked at."""
    position, *known = (local.kept(tx, _SEEN + event) or "0").split()
    fresh, last = hall.letters_arrived(tx, event, int(position))
    letters = fresh.union(known)
    if last > int(position):
        local.keep(tx, _SEEN + event, " ".join((str(last), *sorted(letters))))
    return letters


# -- to whom -----------------------------------------------------------------------------------------------------------


def candidates(reader: Reader, event: str) -> tuple[Candidate, ...]:
    """Everybody on duty at the event, with what they have to do."""
    return tuple(
        Candidate(one.duty.staff, one.duty.part, one.duty.place, one.duty.away_at is not None, one.waiting, one.talking)
        for one in hall_duty.loads(reader, event)
    )


def proposed(reader: Reader, event: str, direction: str, number: str) -> Candidate | None:
    """Whom the holder of this ticket is best sent to; None where nobody is on duty for it or all are away."""
    letter = rules.letter_of(number)
    running = int(number[len(letter) :] or 0)
    device = rules.place_of_letter(letter)
    return rules.propose(direction, candidates(reader, event), device=device, running=running)


def on_duty(reader: Reader, event: str, staff: str) -> EventStaff:
    """Somebody's duty at the event. Raises Refused `not_on_duty`."""
    for one in hall_duty.loads(reader, event):
        if one.duty.staff == staff:
            return one.duty
    raise Refused("not_on_duty", staff=staff_name(reader, staff))
