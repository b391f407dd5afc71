"""What is told to somebody who has been answered at the door: the ticket they hold, how they may be called."""

from dataclasses import dataclass

from db import parties
from db.records import CheckIn, Client, Event
from db.spelling.names import masked
from db.store import Reader
from desktop.rules import slots
from desktop.services.hall.lines import families_of, staff_name
from desktop.services.registry import DOOR_ROLES, Caller, question


@dataclass(frozen=True, slots=True)
class Ticket:
    """The ticket that a family holds and its row; `table` and `host` are "" while nobody has decided."""

    number: str
    turn: str
    direction: str
    table: str
    host: str


@question("check-in.ticket", roles=DOOR_ROLES)
def ticket(_caller: Caller, reader: Reader, *, check_in: str) -> Ticket | None:
    """The ticket of whoever a decision was about, by whichever check-in they came in; None where they hold none."""
    row = reader.get(CheckIn, check_in)
    if row is None:
        return None
    found = families_of(reader, row.event, row.client, row.code_hash)
    if not found or not (row.client or row.code_hash):
        return None
    turn = found[-1].turn
    return Ticket(
        turn.number, turn.id, turn.direction, turn.place or "", staff_name(reader, turn.staff) if turn.staff else ""
    )


@dataclass(frozen=True, slots=True)
class SlotHint:
    """The slot of somebody's invitation as one says it ("10:00"), and whether more are in than it was meant for."""

    said: str
    is_full: bool


@question("check-in.slot", roles=DOOR_ROLES)
def slot(_caller: Caller, reader: Reader, *, check_in: str) -> SlotHint | None:
    """The slot of whoever was let in, a hint for staff: no slot ever turns anybody away."""
    row, held = reader.get(CheckIn, check_in), parties.slot_of(reader, check_in)
    event = reader.get(Event, row.event) if row else None
    if event is None or not held:
        return None
    # A list may name a slot that the event does not know: it is said, and never full.
    known = next((one for one in (*slots.read(event.slots), *slots.read(held)) if one.text == held.strip()), None)
    if known is None:
        return SlotHint(held.strip(), is_full=False)
    said = f"{known.starts // 60}:{known.starts % 60:02}" if known.starts is not None else known.text
    is_full = known.capacity is not None and parties.heads_in_slot(reader, event.id, held) > known.capacity
    return SlotHint(said, is_full)


@question("check-in.shown-name", roles=DOOR_ROLES)
def shown_name(_caller: Caller, reader: Reader, *, client: str) -> str:
    """A client as the hall may see them: half of the name hidden, with the title; "" for nobody known here."""
    row = reader.get(Client, client)
    return f"{masked(row.name)} {row.title or ''}".strip() if row else ""
