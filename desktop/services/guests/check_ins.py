"""The door: scans, walk-ins, and taking a wrong one back. One decision, one row, one durable transaction."""

from dataclasses import dataclass

from db import check_ins, clients
from db.errors import Misused, Refused
from db.records import CheckIn, Client, Event
from db.spelling.phones import read_phones
from db.spelling.rooms import read_room
from db.store import Transaction
from desktop.rules.admission import Decision, DoorEvent, Earlier, Invited, decide
from desktop.rules.times import day_of, local
from desktop.services.guests.rooms import link_room
from desktop.services.registry import DOOR_ROLES, Caller, verb
from desktop.services.zones import zone_of
from desktop.tokens.code import code_hash, event_mark, read_code


@dataclass(frozen=True, slots=True)
class Scan:
    """What the screen shows: `token` as it came, the client's id if known, the first admission if there was one."""

    token: str
    outcome: str
    admitted: bool
    client: str | None
    name: str | None
    first_at: int | None
    first_desk: str | None
    check_in: str


@verb("check-in.scan", roles=DOOR_ROLES)
def scan(
    caller: Caller, tx: Transaction, *, event: str, token: str, desk: str | None = None, staffed: bool = True
) -> Scan:
    """Answer one code and keep the answer. Never refuses: what the code is worth is the outcome."""
    code = read_code(token)
    hashed = code_hash(code.text) if code else None
    holder = check_ins.invitation_by_code(tx, hashed) if hashed else None
    client, name = _client_of(tx, holder)
    earlier = check_ins.first_admission(tx, event, client, hashed) if hashed else None
    decision = _decide(tx, event, code.event_mark if code else None, holder, earlier, staffed=staffed)
    if decision.outcome not in ("already", "unknown"):
        earlier = None
    first_at, first_desk = earlier or (None, None)
    row = CheckIn(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, outcome=decision.outcome, at=tx.now,
        means="scan", admitted=int(decision.admitted), client=client, invitation=holder.invitation if holder else None,
        code_hash=hashed, desk=desk or tx.store.identity.name, device=tx.writer,
        first_at=first_at, first_desk=first_desk,
    )  # fmt: skip
    tx.insert(row)
    tx.subject = row.id
    known = name if decision.outcome in ("welcomed", "already") else None
    return Scan(token, decision.outcome, decision.admitted, client, known, first_at, first_desk, row.id)


def _client_of(tx: Transaction, holder: check_ins.Holder | None) -> tuple[str | None, str | None]:
    """Id and name of the client who remains after all joins."""
    if holder is None or holder.merged_into is None:
        return (holder.client, holder.name) if holder else (None, None)
    root = clients.root(tx, holder.client)
    remaining = tx.get(Client, root)
    return root, remaining.name if remaining else None


def _decide(
    tx: Transaction,
    event_id: str,
    mark: str | None,
    holder: check_ins.Holder | None,
    earlier: tuple[int, str] | None,
    *,
    staffed: bool,
) -> Decision:
    event = tx.get(Event, event_id)
    if event is None:
        raise Misused("id_unknown", table="event", value=event_id)
    zone = zone_of(tx)
    return decide(
        mark,
        Invited(holder.event, holder.client, revoked=holder.revoked_at is not None) if holder else None,
        DoorEvent(event.id, event_mark(event.id), day_of(event.starts_at, zone), day_of(event.ends_at, zone)),
        Earlier(local(earlier[0], zone), earlier[1]) if earlier else None,
        day_of(tx.now, zone),
        staffed=staffed,
    )


@verb("check-in.walk-in", roles=DOOR_ROLES)
def walk_in(
    caller: Caller,
    tx: Transaction,
    *,
    event: str,
    name: str,
    phone: str | None = None,
    room: str | None = None,
    desk: str | None = None,
) -> tuple[str, str]:
    """Let somebody in who has no code, with a name and what they like to give. Returns (check-in id, client id)."""
    if not name.strip():
        raise Misused("name_missing")
    reading = read_phones(phone) if phone else None
    if reading and reading.problem:
        raise Misused("phone_unreadable_typed", value=phone or "")
    client = tx.insert(
        Client(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            name=name.strip(),
            source="walk_in",
            phone=reading.phones[0] if reading and reading.phones else None,
            phone_typed=phone,
        )
    )
    if room:
        link_room(tx, client, read_room(room))
    check_in = tx.insert(
        CheckIn(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            event=event,
            outcome="welcomed",
            at=tx.now,
            means="walk_in",
            admitted=1,
            client=client,
            desk=desk or tx.store.identity.name,
            device=tx.writer,
        )
    )
    tx.subject = check_in
    return check_in, client


@verb("check-in.undo", roles=DOOR_ROLES)
def undo(_caller: Caller, tx: Transaction, *, check_in: str) -> None:
    """Take a check-in back; the row stays and says that it was undone. Raises Refused `check_in_undone_already`."""
    row = tx.get(CheckIn, check_in)
    if row is None:
        raise Misused("id_unknown", table="check_in", value=check_in)
    if row.undone:
        raise Refused("check_in_undone_already", id=check_in)
    tx.save("check_in", check_in, {"undone": 1})
    tx.subject = check_in
