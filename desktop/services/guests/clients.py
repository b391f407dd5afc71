"""Clients: correcting, joining two that are one person, finding."""

from dataclasses import dataclass

from db import clients, erasure, search
from db.errors import Misused, Refused
from db.records import Client
from db.spelling.phones import phone_masked, read_phones
from db.spelling.rooms import read_room
from db.store import Reader, Transaction
from desktop.rules.codes import codes, known_code
from desktop.services.guests.rooms import link_room
from desktop.services.registry import ANYONE, DOOR_ROLES, OFFICE_ROLES, TALK_ROLES, Caller, question, verb

FIELDS = ("name", "title", "phone", "phone2", "note", "room", "marks")


@dataclass(frozen=True, slots=True)
class Found:
    """A client found, fit to be shown: the phone is masked."""

    id: str
    name: str
    title: str | None
    room: str | None
    phone_masked: str | None


@verb("client.set", roles=DOOR_ROLES)
def set_fields(caller: Caller, tx: Transaction, *, client: str, changes: dict[str, str]) -> int:
    """Correct fields of a client (name title phone phone2 note room marks); returns how many changed.

    `marks` are vip and risk, with a space between, or nothing. Raises Refused `role_missing` where the door sets them.
    """
    unknown = sorted(set(changes) - set(FIELDS))
    if unknown:
        raise Misused("field_not_settable", field=unknown[0], choices=" ".join(FIELDS))
    cells: dict[str, str | int | None] = {}
    for field, value in changes.items():
        if field in ("phone", "phone2") and value:
            cells[field] = _phone(value)
        elif field == "name" and not value.strip():
            raise Misused("name_missing")
        elif field == "marks":
            cells[field] = _marks(caller, value)
        elif field != "room":
            cells[field] = value.strip() or None
    changed = tx.save("client", client, cells) if cells else 0
    if "room" in changes:
        changed += link_room(tx, client, read_room(changes["room"]))
    tx.subject = client
    return changed


def _phone(value: str) -> str:
    reading = read_phones(value)
    if reading.problem or len(reading.phones) != 1:
        raise Misused("phone_unreadable_typed", value=value)
    return reading.phones[0]


def _marks(caller: Caller, value: str) -> str | None:
    """Which marks a client bears, each once and in the order of the list."""
    if caller.roles.isdisjoint(TALK_ROLES):
        raise Refused("role_missing", role=" ".join(sorted(TALK_ROLES)))
    wanted = {known_code("client_mark", mark) for mark in value.replace(",", " ").split()}
    return " ".join(mark for mark in codes("client_mark") if mark in wanted) or None


@verb("client.join", roles=OFFICE_ROLES)
def join(_caller: Caller, tx: Transaction, *, first: str, second: str) -> str:
    """Say that two clients are one person; the older record remains, nothing is lost. Returns the remaining id."""
    left, right = clients.root(tx, first), clients.root(tx, second)
    if left == right:
        raise Refused("same_client", id=left)
    if any(erasure.is_erased(tx, Client.table, one) for one in (left, right)):
        raise Refused("person_erased")
    smaller, larger = sorted((left, right))
    tx.save("client", larger, {"merged_into": smaller})
    tx.subject = smaller
    return smaller


@question("client.search", roles=ANYONE)
def find(
    _caller: Caller, reader: Reader, *, query: str, event: str | None = None, limit: int = 20
) -> tuple[Found, ...]:
    """Find clients by name, pinyin, initials, phone tail, room or number."""
    return tuple(
        Found(hit.id, hit.name, hit.title, hit.room, phone_masked(hit.phone) if hit.phone else None)
        for hit in search.find(reader, query, event=event, limit=limit)
    )


def name_with_title(client: Client | None) -> str:
    """A client's name as one writes it: 陈知夏 女士."""
    if client is None:
        return ""
    return f"{client.name} {client.title}" if client.title else client.name
