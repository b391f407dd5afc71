"""A kiosk where clients are alone: its own list of guests, finding oneself in it, and proving it by the phone's end.

Nothing here asks for a client's row: what the list does not hold cannot come onto the screen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from db import check_ins, clients, delivery, guests, invitations, local
from db.devices import own_writer
from db.errors import Misused
from db.guests import Guest
from db.records import CheckIn, Client, Event, Invitation
from db.spelling.names import split_surname
from db.spelling.phones import phone_tail
from db.spelling.pinyin import name_readings
from db.spelling.rooms import compact_room
from db.spelling.terms import search_terms
from db.store import Reader, Store, Transaction
from desktop.rules.admission import Outcome
from desktop.rules.masking import building_of, surname_only
from desktop.services.guests.check_ins import Scan
from desktop.services.registry import DOOR_ROLES, Caller, question, verb

TAIL_DIGITS = 4
# Whoever comes the day after is let in too.
_A_DAY_MS = 86_400_000
_DESTROYED = "guests_destroyed"


@dataclass(frozen=True, slots=True)
class Seen:
    """A guest as the hall may see them; `invitation` is what `let_in_guest` asks for."""

    invitation: str
    shown: str
    building: str


@verb("guest.fill", roles=DOOR_ROLES)
def fill(_caller: Caller, tx: Transaction, *, event: str) -> int:
    """Make this device's list of guests from the event's list anew; returns how many they are.

    Stays on this device. Asking for it again after it was destroyed makes it again.
    """
    tx.known(Event, event)
    guests.refill(tx, event, _guests(tx, event))
    local.keep(tx, _DESTROYED, None)
    tx.subject = event
    return guests.how_many(tx, event)


@verb("guest.purge", roles=DOOR_ROLES)
def purge(_caller: Caller, tx: Transaction, *, event: str | None = None) -> int:
    """Destroy this device's list of guests, of one event or all, when the office has everything; returns how many."""
    local.keep(tx, _DESTROYED, event or "all")
    tx.subject = event
    return guests.purge(tx, event)


@question("guest.may-purge", roles=DOOR_ROLES)
def may_purge(_caller: Caller, reader: Reader) -> bool:
    """Whether an office has said that it took in everything written at this door."""
    return delivery.is_delivered(reader, own_writer(reader))


def purge_when_over(caller: Caller, store: Store, *, now_ms: int) -> int:
    """Destroy the lists of events that are over, once an office has everything; returns how many guests they held."""
    over = [
        event for event in guests.events(store)
        if (row := store.get(Event, event)) is None or row.closed_at is not None or row.ends_at < now_ms - _A_DAY_MS
    ]  # fmt: skip
    if not over or not may_purge(caller, store):
        return 0
    return sum(purge(caller, store, event=event) for event in over)


@question("guest.is-wanted", roles=DOOR_ROLES)
def is_wanted(_caller: Caller, reader: Reader, *, event: str) -> bool:
    """Whether a kiosk at this event has still to be given its list: there is none, and nobody destroyed it."""
    return not guests.how_many(reader, event) and local.kept(reader, _DESTROYED) not in (event, "all")


@question("guest.count", roles=DOOR_ROLES)
def how_many(_caller: Caller, reader: Reader, *, event: str) -> int:
    """How many guests of the event are on this device's list."""
    return guests.how_many(reader, event)


@question("guest.find", roles=DOOR_ROLES)
def find(_caller: Caller, reader: Reader, *, event: str, query: str, limit: int = 20) -> tuple[Seen, ...]:
    """Guests of the event by first letters of the name, by room, surname or spoken number."""
    word = compact_room("".join(filter(_is_part, query)))
    if not word:
        return ()
    return tuple(Seen(one.invitation, one.shown, one.building) for one in guests.find(reader, event, word, limit))


@verb("check-in.guest", roles=DOOR_ROLES)
def let_in_guest(
    caller: Caller, tx: Transaction, *, event: str, invitation: str, tail: str, desk: str | None = None
) -> Scan | None:
    """Answer a guest who has found themselves; None, and nothing is kept, where no phone of theirs ends in `tail`."""
    guest = guests.get(tx, invitation)
    if guest is None or guest.event != event:
        raise Misused("id_unknown", table="guest", value=invitation)
    if len(tail) != TAIL_DIGITS or tail not in guest.tails.split():
        return None
    earlier = check_ins.first_admission(tx, event, guest.client, _code_hash(tx, invitation))
    invited = tx.get(Invitation, invitation)
    is_living = invited is None or invited.revoked_at is None
    outcome: Outcome = "already" if earlier else "welcomed" if is_living else "revoked"
    row = CheckIn(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, outcome=outcome, at=tx.now,
        means="search", admitted=int(outcome == "welcomed"), client=guest.client, invitation=invitation,
        desk=desk or tx.store.identity.name, device=tx.writer,
        first_at=earlier[0] if earlier else None, first_desk=earlier[1] if earlier else None,
    )  # fmt: skip
    tx.insert(row)
    tx.subject = row.id
    return Scan("", outcome, bool(row.admitted), guest.client, None, row.first_at, row.first_desk, row.id)


def _guests(tx: Transaction, event: str) -> Iterator[Guest]:
    """One guest per person on the list; two invitations of one person are one guest."""
    seen: set[str] = set()
    for invitation in invitations.living(tx, event):
        root = clients.root(tx, invitation.client)
        client = tx.get(Client, root)
        if client is None or root in seen:
            continue
        seen.add(root)
        keys = sorted(clients.room_keys(tx, root))
        tails = [phone_tail(phone, TAIL_DIGITS) for phone in (client.phone, client.phone2) if phone]
        yield Guest(
            invitation.id, event, root, surname_only(client.name), building_of(clients.room_spoken(tx, root)),
            search_terms("", (), keys, ()), _initials(client.name), " ".join(dict.fromkeys(tails)), invitation.spoken,
        )  # fmt: skip


def _initials(name: str) -> str:
    """First letters of each spelling, then the same with the surname in full; of a Latin name those of its words.

    Somebody called 李清和 who types LI before they have read the example finds themselves too, and the list gives
    away nothing more: the surname stands in it.
    """
    spellings = name_readings(name)
    if not spellings:
        return "".join(word[0] for word in name.split()).casefold()
    surname = len(split_surname(name)[0])
    short = ["".join(syllable[0] for syllable in syllables) for syllables in spellings]
    # In full only as the surname is read: nobody called 任 types LIN, and many called 林 do.
    called = spellings[0][:surname]
    whole = [
        "".join(called) + first[surname:]
        for syllables, first in zip(spellings, short, strict=True)
        if syllables[:surname] == called
    ]
    return " ".join(dict.fromkeys([*short, *whole]))


def _is_part(character: str) -> bool:
    """Letters, digits and what stands between the parts of a room; nothing that means something to a database."""
    return character.isalnum() or character in "-#/ "


def _code_hash(reader: Reader, invitation: str) -> str | None:
    kept = reader.get(Invitation, invitation)
    return kept.code_hash if kept else None
