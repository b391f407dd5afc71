"""Who wants no calls, and at what hours nobody is called: asked before a number is shown for dialling."""

from dataclasses import dataclass

from db import campaigns as kept
from db import clients
from db.campaign_records import Campaign, DoNotCall
from db.errors import Misused, Refused
from db.ids import NAMED_AT
from db.records import Client
from db.spelling.phones import phone_masked, read_phones
from db.store import Reader, Transaction
from desktop.rules import campaigns as rules
from desktop.rules.times import local
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import FOLLOW_ROLES, TALK_DEVICES, TALK_ROLES, Caller, question, verb
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class Quiet:
    """Somebody who is not to be called, fit to be shown; `at` is UTC ms."""

    quiet: str
    client: str | None
    name: str
    phone_masked: str
    reason: str
    at: int


@verb("do-not-call.add", roles=TALK_ROLES | {"callback"}, devices=TALK_DEVICES)
def add(
    _caller: Caller, tx: Transaction, *, client: str | None = None, phone: str | None = None, reason: str = ""
) -> str:
    """Note that a client, or whoever has this number, wants no calls. Returns the id.

    Raises Misused `quiet_of_nobody`, `phone_unreadable_typed`.
    """
    if client is not None:
        tx.known(Client, client)
        client, number = clients.root(tx, client), None
    elif phone:
        number = one_phone(phone)
    else:
        raise Misused("quiet_of_nobody")
    quiet = kept.quiet_id(client or number or "")
    cells: dict[str, str | int | None] = {"at": tx.now, "reason": reason.strip() or None, "lifted_at": None}
    if tx.get(DoNotCall, quiet) is not None:
        tx.save("do_not_call", quiet, cells | {"deleted": 0})
    else:
        tx.insert(
            DoNotCall(
                id=quiet, created_at=NAMED_AT, at=tx.now, client=client, phone=number, reason=reason.strip() or None
            )
        )
    tx.subject = client or quiet
    return quiet


@verb("do-not-call.lift", roles=TALK_ROLES | {"callback"}, devices=TALK_DEVICES)
def lift(_caller: Caller, tx: Transaction, *, quiet: str) -> None:
    """Note that somebody may be called again, because they said so."""
    tx.known(DoNotCall, quiet)
    tx.save("do_not_call", quiet, {"lifted_at": tx.now})
    tx.subject = quiet


@question("do-not-call.list", roles=FOLLOW_ROLES)
def listed(_caller: Caller, reader: Reader) -> tuple[Quiet, ...]:
    """Who is not to be called, the latest first."""
    found = []
    for one in kept.quiet(reader):
        person = reader.get(Client, one.client) if one.client else None
        phone = one.phone or (person.phone if person else None) or ""
        found.append(
            Quiet(
                one.id, one.client, name_with_title(person), phone_masked(phone) if phone else "", one.reason or "",
                one.at,
            )
        )  # fmt: skip
    return tuple(found)


def is_quiet(reader: Reader, client: str | None, phone: str | None) -> bool:
    """Whether a client, one of the client's numbers, or a bare number is not to be called."""
    roots = [clients.root(reader, client)] if client else []
    people = [person for root in roots if (person := reader.get(Client, root)) is not None]
    phones = [phone] if phone else []
    phones += [number for person in people for number in (person.phone, person.phone2) if number]
    if phone and not roots:
        roots = [known for known, _name in clients.with_phone(reader, phone)]
    return bool(roots or phones) and kept.is_quiet(reader, roots, phones)


def refuse_call(reader: Reader, campaign: Campaign, client: str | None, phone: str | None, now_ms: int) -> None:
    """Raise Refused `do_not_call` or `calling_hours` where nobody may be called now."""
    if is_quiet(reader, client, phone):
        raise Refused("do_not_call")
    first, last = campaign.call_from or rules.CALL_FROM, campaign.call_until or rules.CALL_UNTIL
    now = local(now_ms, zone_of(reader))
    if not rules.may_call(now.time(), first, last):
        raise Refused("calling_hours", now=f"{now:%H:%M}", first=first, last=last)


def one_phone(typed: str) -> str:
    """One number in the way numbers are kept. Raises Misused `phone_unreadable_typed`."""
    reading = read_phones(typed)
    if reading.problem or len(reading.phones) != 1:
        raise Misused("phone_unreadable_typed", value=typed[:40])
    return reading.phones[0]
