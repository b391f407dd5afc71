"""What the host's page shows: who waits, which talk is open, what is known of the client who sits there."""

from dataclasses import dataclass

from db import check_ins, clients, concerns, events, invitations, people, talks, units
from db.records import Client, Event, Reception
from db.spelling.phones import phone_masked
from db.store import Reader
from desktop.rules.times import day_of
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question
from desktop.services.zones import zone_of

NEARBY_MOST = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A client who came and has not been received; `since` is the first admission, UTC ms."""

    client: str
    name: str
    room: str
    relation: str
    since: int


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise to a client that is not kept yet; `due` is an ISO day, `by` a name."""

    promise: str
    text: str
    due: str
    by: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the client said before, with what was added later; `at` is UTC ms."""

    concern: str
    number: str
    words: str
    added: tuple[str, ...]
    state: str
    at: int


@dataclass(frozen=True, slots=True)
class HomeShown:
    """A room of the client: its key, how it is spoken, and the ISO day of its handover where it is known."""

    key: str
    spoken: str
    delivered_on: str = ""


@dataclass(frozen=True, slots=True)
class Nearby:
    """What somebody else of the same building said; no name."""

    words: str
    room: str
    at: int


@dataclass(frozen=True, slots=True)
class Passing:
    """What the client said in passing and no concern has come of yet; `at` is UTC ms."""

    aside: str
    words: str
    at: int


@dataclass(frozen=True, slots=True)
class ClientCard:
    """What is known of a client, fit to be shown: the phone is masked. The latest words come first.

    `companions` came along to the event, None where nobody said; `nearby` counts other clients of the same building,
    called `building`, who said something.
    """

    client: str
    name: str
    room: str
    relation: str
    phone_masked: str
    owed: tuple[Owed, ...]
    told: tuple[Told, ...]
    passing: tuple[Passing, ...] = ()
    companions: int | None = None
    building: str = ""
    nearby: tuple[Nearby, ...] = ()
    homes: tuple[HomeShown, ...] = ()


@question("reception.today", roles=TALK_ROLES, devices=TALK_DEVICES)
def today(_caller: Caller, reader: Reader, *, now_ms: int) -> Event | None:
    """The event of today; of several the one that begins last without being still to come, else the first."""
    zone = zone_of(reader)
    day = day_of(now_ms, zone)
    found = [
        line.event
        for line in events.all_events(reader)
        if day_of(line.event.starts_at, zone) <= day <= day_of(line.event.ends_at, zone)
    ]
    begun = [event for event in found if event.starts_at <= now_ms]
    if begun:
        return max(begun, key=lambda event: (event.starts_at, event.id))
    return min(found, key=lambda event: (event.starts_at, event.id), default=None)


@question("reception.waiting", roles=TALK_ROLES, devices=TALK_DEVICES)
def waiting(_caller: Caller, reader: Reader, *, event: str) -> tuple[Waiting, ...]:
    """Clients who came to the event and with whom nobody has begun to talk, the longest waiting first."""
    received = {clients.root(reader, talk.client) for talk in talks.of_event(reader, event) if talk.client}
    since: dict[str, int] = {}
    for row in check_ins.of_event(reader, event):
        if row.client and row.admitted and not row.undone:
            since.setdefault(clients.root(reader, row.client), row.at)
    return tuple(Waiting(client, *_shown(reader, client), at) for client, at in since.items() if client not in received)


def _shown(reader: Reader, client: str) -> tuple[str, str, str]:
    """Name, rooms and relation."""
    return (
        name_with_title(reader.get(Client, client)),
        clients.room_spoken(reader, client),
        clients.relation(reader, client),
    )


@question("reception.open", roles=TALK_ROLES, devices=TALK_DEVICES)
def open_talk_of(_caller: Caller, reader: Reader, *, event: str, host: str) -> Reception | None:
    """The latest talk of this host at the event that has not ended."""
    mine = [talk for talk in talks.of_event(reader, event) if talk.host == host and talk.ended_at is None]
    return mine[-1] if mine else None


@question("reception.card", roles=TALK_ROLES, devices=TALK_DEVICES)
def client_card(_caller: Caller, reader: Reader, *, client: str, event: str | None = None) -> ClientCard:
    """What is known of a client, with promises not kept and what was said before, by them and in their building."""
    client = clients.root(reader, client)
    known = reader.get(Client, client)
    name, room, relation = _shown(reader, client)
    phone = phone_masked(known.phone) if known and known.phone else ""
    names = people.names(reader)
    mine = concerns.of_client(reader, client)
    owed = [
        Owed(one.id, one.text, one.due, names.get(one.promised_by, ""))
        for concern in mine
        for one in concerns.promises(reader, concern.id)
        if one.kept_at is None
    ]
    told = [
        Told(
            concern.id,
            concern.number,
            concern.words,
            tuple(addition.words for addition in concerns.additions(reader, concern.id)),
            (concerns.now(reader, concern.id) or ("recorded",))[0],
            concern.occurred_at,
        )
        for concern in mine
    ]
    building = clients.building_of(reader, client)
    nearby: tuple[Nearby, ...] = ()
    if building:
        found = concerns.in_building(reader, building, client, limit=NEARBY_MOST)
        nearby = tuple(Nearby(words, spoken, at) for words, spoken, at in found)
    return ClientCard(
        client, name, room, relation, phone,
        tuple(sorted(owed, key=lambda one: (one.due, one.promise))),
        tuple(sorted(told, key=lambda one: (one.at, one.concern), reverse=True)),
        tuple(Passing(one.id, one.words, one.at) for one in talks.asides_of_client(reader, client) if not one.concern),
        invitations.companions(reader, event, client) if event else None,
        building,
        nearby,
        homes_of(reader, client),
    )  # fmt: skip


def homes_of(reader: Reader, client: str) -> tuple[HomeShown, ...]:
    """The rooms of a client, by key."""
    return tuple(
        HomeShown(one.key, one.spoken, units.delivered_on(reader, one.id) or "")
        for one in units.of_client(reader, client)
    )
