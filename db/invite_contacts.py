"""The week before: who is on an event's list, through whom, and what every try to reach them gave."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from db.clients import owner, room_spoken
from db.hall_records import InviteContact
from db.records import Client

if TYPE_CHECKING:
    from db.store import Reader

RESULTS = ("sent", "confirmed", "moved", "declined", "unreachable")


@dataclass(frozen=True, slots=True)
class Invited:
    """One invitation of an event's list; `client` is the one who remains after joins. Times in UTC ms."""

    invitation: str
    client: str
    slot: str
    companions: int
    channel: str
    spoken: str
    issued_at: int | None
    revoked_at: int | None


@dataclass(frozen=True, slots=True)
class Person:
    """A client as the list shows them; `owner` is who of ours looks after them, "" for nobody."""

    id: str
    name: str
    title: str
    phone: str
    room: str
    owner: str


def roots(reader: "Reader") -> dict[str, str]:
    """Client that was joined to another one -> the client that remains after all joins."""
    rows = reader.query("SELECT id, merged_into FROM client WHERE merged_into IS NOT NULL")
    joined: dict[str, str] = {row[0]: row[1] for row in rows}
    found: dict[str, str] = {}
    for client in joined:
        root = client
        # Ids only ever point to smaller ones, so this ends.
        while (into := joined.get(root)) is not None and into < root:
            root = into
        found[client] = root
    return found


def invited(reader: "Reader", event: str) -> tuple[Invited, ...]:
    """Every invitation of an event, revoked ones too, whose client is still there; in the order of entry."""
    root = roots(reader)
    rows = reader.query(
        """
        SELECT i.id, i.client, coalesce(i.slot, ''), coalesce(i.companions, 0), coalesce(i.channel, ''), i.spoken,
          i.issued_at, i.revoked_at
        FROM invitation i LEFT JOIN client c ON c.id = i.client
        WHERE i.event = :event AND i.deleted = 0 AND coalesce(c.deleted, 0) = 0 ORDER BY i.id
        """,
        event=event,
    )
    return tuple(Invited(row[0], root.get(str(row[1]), str(row[1])), *row[2:]) for row in rows)


def people(reader: "Reader", event: str, clients: Iterable[str]) -> dict[str, Person]:
    """The clients of an event's list by id; `clients` are those wanted, joined ones under the id that remains."""
    rows = reader.query(
        """
        SELECT c.id, c.name, coalesce(c.title, ''), coalesce(c.phone, ''),
          (SELECT group_concat(spoken, '、') FROM (SELECT u.spoken FROM client_unit cu JOIN unit u ON u.id = cu.unit
             WHERE cu.client = c.id AND cu.deleted = 0 ORDER BY u.key)),
          (SELECT o.name FROM client_owner o WHERE o.client = c.id AND o.until_at IS NULL AND o.deleted = 0
             ORDER BY o.id LIMIT 1)
        FROM client c WHERE c.deleted = 0 AND c.id IN (SELECT client FROM invitation WHERE event = :event)
        """,
        event=event,
    )
    found = {row[0]: Person(row[0], row[1], row[2], row[3], row[4] or "", row[5] or "") for row in rows}
    for client in {*clients} - found.keys():
        beside = person(reader, client)
        if beside is not None:
            found[client] = beside
    return found


def tries(reader: "Reader", event: str) -> tuple[InviteContact, ...]:
    """Every try to reach somebody of the event's list that was not taken back, in the order of time."""
    return reader.records(
        InviteContact,
        "WHERE invitation IN (SELECT id FROM invitation WHERE event = :event) AND deleted = 0 ORDER BY at, id",
        event=event,
    )


def tries_of(reader: "Reader", invitations: Iterable[Invited]) -> tuple[InviteContact, ...]:
    """The tries of these invitations, in the order of time."""
    found = (
        reader.records(InviteContact, "WHERE invitation = :id AND deleted = 0", id=one.invitation)
        for one in invitations
    )
    return tuple(sorted(chain.from_iterable(found), key=lambda one: (one.at, one.id)))


def person(reader: "Reader", client: str) -> Person | None:
    """One client as the list shows them; None for one who is gone."""
    kept = reader.get(Client, client)
    if kept is None or kept.deleted:
        return None
    named = owner(reader, client)
    return Person(
        client, kept.name, kept.title or "", kept.phone or "", room_spoken(reader, client), named.name if named else ""
    )
