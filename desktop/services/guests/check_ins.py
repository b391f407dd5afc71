"""The door: scans, walk-ins, and taking a wrong one back. One decision, one row, one durable transaction."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from db import check_ins, clients
from db.errors import Misused, Refused
from db.records import CheckIn, Client, Passage
from db.spelling.phones import read_phones
from db.spelling.rooms import read_room
from db.store import Transaction
from desktop.rules.admission import Decision, DoorEvent, Earlier, Invited, decide
from desktop.rules.times import day_of, local, zone_named
from desktop.services.guests.notices import note_read
from desktop.services.guests.parties import LARGEST_PARTY
from desktop.services.guests.rooms import link_room
from desktop.services.registry import DOOR_ROLES, Caller, verb
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
    judged = judge(tx, event=event, token=token, staffed=staffed)
    decision = judged.decision
    earlier = judged.earlier if decision.outcome in ("already", "unknown") else None
    first_at, first_desk = earlier or (None, None)
    row = CheckIn(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, outcome=decision.outcome, at=tx.now,
        means="scan", admitted=int(decision.admitted), client=judged.client, invitation=judged.invitation,
        code_hash=judged.code_hash, desk=desk or tx.store.identity.name, device=tx.writer,
        first_at=first_at, first_desk=first_desk,
    )  # fmt: skip
    tx.insert(row)
    tx.subject = row.id
    known = judged.name if decision.outcome in ("welcomed", "already") else None
    return Scan(token, decision.outcome, decision.admitted, judged.client, known, first_at, first_desk, row.id)


class Judged(NamedTuple):
    """What a code is worth at a door: the decision, and the rows that it was made from; nothing is kept of it.

    `client` is the one who remains after joins, with the name; `earlier` the first admission (UTC ms, desk).
    """

    decision: Decision
    code_hash: str | None
    client: str | None
    name: str | None
    invitation: str | None
    earlier: tuple[int, str] | None


def judge(tx: Transaction, *, event: str, token: str, staffed: bool) -> Judged:
    """Weigh a code without keeping anything. Raises Misused `id_unknown` where there is no such event."""
    code = read_code(token)
    hashed = code_hash(code.text) if code else None
    asked = check_ins.asked(tx, event, hashed)
    if asked is None:
        raise Misused("id_unknown", table="event", value=event)
    client, name = _client_of(tx, asked)
    earlier = None
    if hashed:
        is_joined = bool(asked.has_joined or asked.merged_into)
        earlier = check_ins.first_admission(tx, event, client, hashed, is_joined=is_joined)
    decision = _decide(tx.now, event, code.event_mark if code else None, asked, earlier, staffed=staffed)
    return Judged(decision, hashed, client, name, asked.invitation, earlier)


def _client_of(tx: Transaction, asked: check_ins.Asked) -> tuple[str | None, str | None]:
    """Id and name of the client who remains after all joins."""
    if asked.client is None or asked.merged_into is None:
        return asked.client, asked.name
    root = clients.root(tx, asked.client)
    remaining = tx.get(Client, root)
    return root, remaining.name if remaining else None


def _decide(
    now: int,
    event_id: str,
    mark: str | None,
    asked: check_ins.Asked,
    earlier: tuple[int, str] | None,
    *,
    staffed: bool,
) -> Decision:
    zone = zone_named(asked.time_zone)
    invited = None
    if asked.client is not None and asked.invited_to is not None:
        invited = Invited(asked.invited_to, asked.client, revoked=asked.revoked_at is not None)
    return decide(
        mark,
        invited,
        _door_event(event_id, asked.starts_at, asked.ends_at, zone),
        Earlier(local(earlier[0], zone), earlier[1]) if earlier else None,
        day_of(now, zone),
        staffed=staffed,
    )


@lru_cache(maxsize=8)
def _door_event(event_id: str, starts_at: int, ends_at: int, zone: ZoneInfo) -> DoorEvent:
    """The event as the rules know it; the same for everybody in the queue."""
    return DoorEvent(event_id, event_mark(event_id), day_of(starts_at, zone), day_of(ends_at, zone))


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
    party: int | None = None,
    notice: str | None = None,
    means: str = "screen",
) -> tuple[str, str]:
    """Let somebody in who has no code, with a name and what they like to give. Returns (check-in id, client id).

    `party` is how many came, the client included; `notice` the wording that they have read (walk_in:1), by `means`.
    Raises Misused `name_missing`, `phone_unreadable_typed`, `party_out_of_range` and `notice_unknown`.
    """
    if not name.strip():
        raise Misused("name_missing")
    if party is not None and not 1 <= party <= LARGEST_PARTY:
        raise Misused("party_out_of_range", value=str(party), most=LARGEST_PARTY)
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
            party=party,
        )
    )
    if notice:
        note_read(caller, tx, client=client, notice=notice, means=means)
    tx.subject = check_in
    return check_in, client


@verb("check-in.undo", roles=DOOR_ROLES)
def undo(_caller: Caller, tx: Transaction, *, check_in: str) -> None:
    """Take a check-in back; the row stays and says that it was undone. Raises Refused `check_in_undone_already`."""
    note_undone(tx, CheckIn, check_in)


def note_undone(tx: Transaction, kind: type[CheckIn] | type[Passage], row_id: str) -> None:
    """Let a check-in or a passage count no more. Raises Refused `check_in_undone_already`, Misused `id_unknown`."""
    row = tx.known(kind, row_id)
    if row.undone:
        raise Refused("check_in_undone_already", id=row_id)
    tx.save(kind.table, row_id, {"undone": 1})
    tx.subject = row_id
