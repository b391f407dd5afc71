"""Calls to make: put onto the list by hand, and the number in full for dialling, which the journal notes."""

from db import clients
from db.campaign_records import CallItem
from db.errors import Misused, Refused
from db.records import Client
from db.store import Transaction
from desktop.services.campaigns import quiet
from desktop.services.campaigns.campaigns import of_id
from desktop.services.campaigns.members import member_of
from desktop.services.registry import FOLLOW_ROLES, TALK_DEVICES, TALK_ROLES, Caller, verb


@verb("call.dial", roles=TALK_ROLES | {"callback"}, devices=TALK_DEVICES)
def dial(_caller: Caller, tx: Transaction, *, item: str) -> str:
    """The number of a call to make, in full, for dialling it now; the journal says who has read it.

    Raises Refused `do_not_call`, `calling_hours`, `no_number`.
    """
    row = tx.known(CallItem, item)
    client = tx.get(Client, clients.root(tx, row.client)) if row.client else None
    phone = row.phone or (client.phone if client else None)
    if not phone:
        raise Refused("no_number")
    quiet.refuse_call(tx, of_id(tx, row.campaign), row.client, phone, tx.now)
    tx.subject = client.id if client else item
    return phone


@verb("call.plan", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def plan(
    caller: Caller, tx: Transaction, *, campaign: str, phone: str | None = None, client: str | None = None,
    name: str | None = None, words: str | None = None, order_number: str | None = None, staff: str | None = None,
) -> str:  # fmt: skip
    """Put a call onto the list of calls to make, by hand. Returns its id. Raises Misused `quiet_of_nobody`."""
    of_id(tx, campaign)
    known = tx.get(Client, client) if client else None
    number = quiet.one_phone(phone) if phone else (known.phone if known else None)
    if not number and known is None:
        raise Misused("quiet_of_nobody")
    if staff:
        member_of(tx, campaign, staff)
    item = tx.insert(
        CallItem(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, campaign=campaign, phone=number,
            caller=(name or "").strip() or (known.name if known else None), client=client, asked_at=tx.now,
            words=(words or "").strip() or None, order_number=(order_number or "").strip() or None, staff=staff,
        )
    )  # fmt: skip
    tx.subject = item
    return item
