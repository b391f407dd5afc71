"""Arrivals without a code: a client found by name, and one whom a member of staff lets in after all."""

from db import check_ins, clients, invitations
from db.errors import Misused, Refused
from db.records import CheckIn, Client, Event
from db.spelling.phones import phone_tail
from db.store import Reader, Transaction
from desktop.rules.admission import Outcome
from desktop.services.guests.check_ins import Scan
from desktop.services.registry import DOOR_ROLES, Caller, question, verb
from desktop.tokens.code import event_mark, read_code

TAIL_DIGITS = 4


@verb("check-in.found", roles=DOOR_ROLES)
def let_in_found(
    caller: Caller, tx: Transaction, *, event: str, client: str, tail: str | None = None, desk: str | None = None
) -> Scan | None:
    """Answer a client found by name; with `tail` only if a phone of theirs ends in it, else None and nothing is kept.

    With `tail`, which is to say without staff, an invitation is asked for as well.
    """
    root = clients.root(tx, client)
    person = tx.get(Client, root)
    if person is None:
        raise Misused("id_unknown", table="client", value=client)
    if tail is not None and not _ends_in(person, tail):
        return None
    earlier = check_ins.first_admission(tx, event, root, None)
    invitation = invitations.of_client(tx, event, root)
    is_invited = invitation is not None and invitation.revoked_at is None
    outcome: Outcome = "already" if earlier else "welcomed" if is_invited or tail is None else "revoked"
    row = CheckIn(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, outcome=outcome, at=tx.now,
        means="search", admitted=int(outcome == "welcomed"), client=root,
        invitation=invitation.id if invitation else None,
        desk=desk or tx.store.identity.name, device=tx.writer,
        first_at=earlier[0] if earlier else None, first_desk=earlier[1] if earlier else None,
    )  # fmt: skip
    tx.insert(row)
    tx.subject = row.id
    return Scan("", outcome, bool(row.admitted), root, person.name, row.first_at, row.first_desk, row.id)


@verb("check-in.let-in", roles=DOOR_ROLES)
def let_in(caller: Caller, tx: Transaction, *, check_in: str, reason: str | None = None) -> str:
    """Let somebody in whom a decision did not; a second row says who did and, in a word, why. Returns its id.

    Raises Refused `let_in_already`.
    """
    decided = tx.known(CheckIn, check_in)
    if decided.admitted:
        raise Refused("let_in_already", id=check_in)
    row = CheckIn(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=decided.event, outcome=decided.outcome,
        at=tx.now, means="staff", admitted=1, client=decided.client, invitation=decided.invitation,
        code_hash=decided.code_hash, desk=decided.desk, device=tx.writer,
        first_at=decided.first_at, first_desk=decided.first_desk, reason=reason,
    )  # fmt: skip
    tx.insert(row)
    tx.subject = row.id
    return row.id


@question("check-in.event-of-code", roles=DOOR_ROLES)
def event_of_code(_caller: Caller, reader: Reader, *, token: str) -> Event | None:
    """The event that a code was made for, where this device knows it."""
    code = read_code(token)
    marked = [one for one in reader.records(Event, "WHERE deleted = 0 ORDER BY id") if code]
    return next((one for one in marked if code and event_mark(one.id) == code.event_mark), None)


def _ends_in(person: Client, tail: str) -> bool:
    phones = (person.phone, person.phone2)
    return len(tail) == TAIL_DIGITS and any(phone_tail(phone, TAIL_DIGITS) == tail for phone in phones if phone)
