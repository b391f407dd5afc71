"""Who of ours looks after a client: given, handed over when somebody leaves, and told where two were given apart."""

from dataclasses import dataclass

from db import clients, owners, people
from db.errors import Misused
from db.records import Client, ClientOwner
from db.store import Reader, Transaction
from desktop.rules.codes import known_code
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import ANYONE, OFFICE_ROLES, Caller, question, verb

USUAL_KIND = "contact"


@dataclass(frozen=True, slots=True)
class TwoOwners:
    """A client whom several of ours were given apart; a person says who it is."""

    client: str
    name: str
    owners: tuple[str, ...]


@verb("client.owner", roles=OFFICE_ROLES)
def give(caller: Caller, tx: Transaction, *, client: str, name: str, kind: str | None = None) -> int:
    """Give the client one person of ours; whoever it was before ends now, an empty name leaves nobody.

    Without a kind it stays what it was. Returns how many rows changed.
    """
    person = clients.root(tx, client)
    if tx.get(Client, person) is None:
        raise Misused("id_unknown", table="client", value=client)
    before, wanted = owners.active(tx, person), name.strip()
    kind = known_code("owner_kind", kind) if kind else before[0].kind if before else USUAL_KIND
    tx.subject = person
    keeps = next((one for one in before if (one.name, one.kind) == (wanted, kind)), None)
    changed = 0
    for one in before:
        if one is not keeps:
            changed += tx.save("client_owner", one.id, {"until_at": tx.now})
    if wanted and keeps is None:
        _begin(caller, tx, person, wanted, kind)
        changed += 1
    return changed


@verb("client.hand-over", roles=OFFICE_ROLES)
def hand_over(caller: Caller, tx: Transaction, *, leaving: str, taking: str) -> int:
    """Give every client of somebody who leaves to somebody else. Returns how many clients.

    Raises Misused `name_missing` without a name, `owner_unknown` where nobody is looked after by who leaves.
    """
    taking, leaving = taking.strip(), leaving.strip()
    if not taking or taking == leaving:
        raise Misused("name_missing")
    held = owners.of_name(tx, leaving)
    if not held:
        raise Misused("owner_unknown", name=leaving)
    for one in held:
        tx.save("client_owner", one.id, {"until_at": tx.now})
    given = {one.client: one.kind for one in held}
    for client, kind in given.items():
        if not any(other.name == taking for other in owners.active(tx, client)):
            _begin(caller, tx, client, taking, kind)
    return len(given)


@question("client.owners-twice", roles=ANYONE)
def twice(_caller: Caller, reader: Reader) -> tuple[TwoOwners, ...]:
    """Clients whom two of ours look after: they were given on devices that had not heard of each other."""
    return tuple(
        TwoOwners(
            client,
            name_with_title(reader.get(Client, client)),
            tuple(dict.fromkeys(one.name for one in owners.active(reader, client))),
        )
        for client in owners.twice(reader)
    )


def _begin(caller: Caller, tx: Transaction, client: str, name: str, kind: str) -> None:
    tx.insert(
        ClientOwner(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, client=client, name=name, kind=kind,
            staff=people.named(tx, name), from_at=tx.now,
        )
    )  # fmt: skip
