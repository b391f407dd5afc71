"""Clients looked at: the list, one with everything known of them, the phone in full for those who may see it."""

from dataclasses import dataclass

from db import clients, dossiers, owners, people, search
from db.dossiers import Change, Visit
from db.errors import Misused, Refused
from db.records import Client
from db.spelling.phones import phone_masked
from db.store import Reader, Transaction
from desktop.services.registry import ANYONE, OFFICE_ROLES, Caller, question, verb

SHOWN = 500
FOUND = 100
# Who calls clients may read the number; everybody else sees it masked.
UNMASK_ROLES = OFFICE_ROLES | {"callback"}
_NUMBERS = ("phone", "phone2", "phone_typed")


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client of the list, fit to be shown: the phone is masked."""

    id: str
    name: str
    title: str
    rooms: str
    phone: str
    source: str
    owner: str
    open_concerns: int
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClientList:
    """Clients, at most a page of them; `total` counts all."""

    rows: tuple[ClientRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class HeardLine:
    """One concern of a client."""

    concern: str
    number: str
    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the pane shows of a client; phones are masked, also in the history. `marks`: vip, risk."""

    row: ClientRow
    phone2: str
    note: str
    rooms: tuple[tuple[str, str], ...]
    owner_kind: str
    visits: tuple[Visit, ...]
    concerns: tuple[HeardLine, ...]
    changes: tuple[Change, ...]
    names: dict[str, str]
    joined: int
    marks: tuple[str, ...] = ()
    # More than one only where devices gave them apart.
    owners: tuple[str, ...] = ()


@question("client.list", roles=ANYONE)
def everything(_caller: Caller, reader: Reader, *, query: str = "") -> ClientList:
    """Clients in the order of entry, or those found by name, pinyin, phone tail, room or number."""
    if query.strip():
        found = (dossiers.line(reader, hit.id) for hit in search.find(reader, query, limit=FOUND))
        lines = tuple(line for line in found if line)
    else:
        lines = dossiers.first(reader, SHOWN)
    return ClientList(tuple(_row(line) for line in lines), dossiers.count(reader))


def _row(line: dossiers.ClientLine) -> ClientRow:
    return ClientRow(
        line.id, line.name, line.title or "", line.rooms or "", phone_masked(line.phone) if line.phone else "",
        line.source, line.owner or "", line.open_concerns, tuple(map(int, (line.events or "").split())),
    )  # fmt: skip


@question("client.show", roles=ANYONE)
def show(_caller: Caller, reader: Reader, *, client: str) -> Dossier | None:
    """One client with rooms, owner, events, concerns and the history of fields; None for an unknown one."""
    person = reader.get(Client, clients.root(reader, client))
    line = dossiers.line(reader, person.id) if person else None
    if person is None or line is None:
        return None
    looking = owners.active(reader, person.id)
    return Dossier(
        row=_row(line),
        phone2=phone_masked(person.phone2) if person.phone2 else "",
        note=person.note or "",
        rooms=dossiers.rooms(reader, person.id),
        owner_kind=looking[0].kind if looking else "",
        visits=dossiers.visits(reader, person.id),
        concerns=tuple(HeardLine(*row) for row in dossiers.concerns(reader, person.id)),
        changes=tuple(_masked(one) for one in dossiers.changes(reader, "client", person.id)),
        names=people.names(reader),
        joined=len(dossiers.joined_ids(reader, person.id)),
        marks=tuple((person.marks or "").split()),
        owners=tuple(dict.fromkeys(one.name for one in looking)),
    )


def _masked(change: Change) -> Change:
    if change.column not in _NUMBERS:
        return change
    before, after = (phone_masked(value) if value else value for value in (change.before, change.after))
    return Change(change.column, before, after, change.stamp, change.who, change.writer)


@verb("client.unmask", roles=UNMASK_ROLES)
def unmask(_caller: Caller, tx: Transaction, *, client: str) -> tuple[str, str]:
    """The client's two phones in full, "" for none; the journal says who has read them."""
    person = tx.get(Client, clients.root(tx, client))
    if person is None:
        raise Misused("id_unknown", table="client", value=client)
    tx.subject = person.id
    return person.phone or "", person.phone2 or ""


@verb("client.part", roles=OFFICE_ROLES)
def part(_caller: Caller, tx: Transaction, *, client: str) -> str:
    """Take back that this record is the same person as another. Returns its id. Raises Refused `not_joined`."""
    person = tx.known(Client, client)
    if person.merged_into is None:
        raise Refused("not_joined", id=client)
    tx.save("client", client, {"merged_into": None})
    tx.subject = client
    return client
