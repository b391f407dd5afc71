"""A code made anew for somebody who lost theirs, and a revoked one that shall hold again."""

from dataclasses import dataclass

from db import clients, invite_contacts
from db.errors import Misused, Refused
from db.records import Invitation
from db.store import Transaction
from desktop.services.guests.codes import code_of, fresh_invitation
from desktop.services.inviting.lists import standing
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb


@dataclass(frozen=True, slots=True)
class Reissued:
    """The new invitation with its code and spoken number; `before` is the one whose code stands for it no longer."""

    invitation: str
    token: str
    spoken: str
    before: str


@verb("invitation.reissue", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def reissue(caller: Caller, tx: Transaction, *, event: str, client: str) -> Reissued:
    """Revoke a client's codes for an event and make a new one with the same slot, companions and channel.

    Raises Refused `not_invited` for somebody who never stood on the list.
    """
    root = clients.root(tx, client)
    mine = [one for one in invite_contacts.invited(tx, event) if one.client == root]
    before = tx.get(Invitation, standing(mine).invitation) if mine else None
    if before is None:
        raise Refused("not_invited", client=client)
    for one in mine:
        if one.revoked_at is None:
            tx.save("invitation", one.invitation, {"revoked_at": tx.now})
    made = fresh_invitation(
        caller, tx, event, root, slot=before.slot, companions=before.companions, channel=before.channel
    )
    row = tx.get(Invitation, made)
    token = code_of(tx, row) if row else None
    if row is None or token is None:
        raise Misused("id_unknown", table="invitation", value=made)
    tx.subject = root
    return Reissued(made, token, row.spoken, before.id)


@verb("invitation.restore", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def restore(_caller: Caller, tx: Transaction, *, invitation: str) -> None:
    """Let a revoked code hold again; other codes of the same client for the event are revoked in its place."""
    row = tx.known(Invitation, invitation)
    root = clients.root(tx, row.client)
    for one in invite_contacts.invited(tx, row.event):
        if one.client == root and one.revoked_at is None and one.invitation != invitation:
            tx.save("invitation", one.invitation, {"revoked_at": tx.now})
    tx.save("invitation", invitation, {"revoked_at": None})
    tx.subject = root
