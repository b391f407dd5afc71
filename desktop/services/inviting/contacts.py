"""What a try to reach somebody gave: sent, confirmed, moved, declined or not reached; room counted on the way."""

from dataclasses import dataclass, replace

from db.errors import Misused, Refused
from db.hall_records import InviteContact
from db.invite_contacts import RESULTS
from db.records import Invitation
from db.store import Transaction
from desktop.rules import slots
from desktop.services.inviting.lists import NOT_SENT, REVOKED, SENT, CallLine, call_list, line_of, slot_of, slots_of
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb

MOVED = "moved"
# Whoever says so comes, and needs room where none was kept for them.
_COMES = ("confirmed", MOVED)


@dataclass(frozen=True, slots=True)
class Contacted:
    """A result that was noted: `line` is the person as they stand now, `slot_before` what their invitation said."""

    contact: str
    line: CallLine
    slot_before: str | None


@verb("invitation.contact", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def contact(
    caller: Caller,
    tx: Transaction,
    *,
    event: str,
    client: str,
    result: str,
    words: str | None = None,
    slot: str | None = None,
    over: str | None = None,
) -> Contacted:
    """Note what a try to reach somebody gave, with what they said; `moved` changes the slot of their invitation.

    `over` is a word on why somebody comes into a slot that is full; without it that is Refused `slot_full`. Raises
    Refused `not_invited`, `invitation_revoked`, Misused `code_unknown`, `slot_unknown`, `slot_missing`.
    """
    if result not in RESULTS:
        raise Misused("code_unknown", list="contact_result", value=result, choices=" ".join(RESULTS))
    line = line_of(tx, event, client)
    if line is None:
        raise Refused("not_invited", client=client)
    if line.state == REVOKED:
        raise Refused("invitation_revoked", client=line.shown_name)
    chosen = line.slot
    if result == MOVED:
        event_slots = slots_of(tx, event)
        if not (slot or "").strip():
            raise Misused("slot_missing", choices="；".join(one.text for one in event_slots))
        chosen = slot_of(event_slots, slot or "")
    if result in _COMES and not (over or "").strip():
        _ask_for_room(tx, event, line, chosen)
    said = "；".join(filter(None, ((words or "").strip(), (over or "").strip()))) or None
    row = InviteContact(
        id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, invitation=line.invitation,
        client=line.client, result=result, at=tx.now, slot=chosen if result == MOVED else None, words=said,
    )  # fmt: skip
    tx.insert(row)
    before = tx.get(Invitation, line.invitation)
    if result == MOVED:
        tx.save("invitation", line.invitation, {"slot": chosen})
    tx.subject = line.client
    now = replace(
        line, slot=chosen, state=result if result != SENT else line.state if line.state != NOT_SENT else SENT,
        tries=line.tries + (result != SENT), last_at=tx.now, words=said or line.words,
        is_new_code=line.is_new_code and result != SENT,
    )  # fmt: skip
    return Contacted(row.id, now, before.slot if before else None)


@verb("invitation.sent", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def sent(caller: Caller, tx: Transaction, *, event: str, owner: str | None = None) -> tuple[str, ...]:
    """Note that everybody to whom nothing had been sent has their invitation now; returns the ids of what was noted.

    With `owner`, the name of one of ours, only those of the clients whom that person looks after.
    """
    rows = tuple(
        InviteContact(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, event=event, invitation=line.invitation,
            client=line.client, result=SENT, at=tx.now,
        )
        for line in call_list(tx, event).lines
        if line.state == NOT_SENT and owner in (None, line.owner)
    )  # fmt: skip
    tx.subject = event
    return tuple(tx.insert(row) for row in rows)


@verb("invitation.take-back-contacts", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def take_back(_caller: Caller, tx: Transaction, *, contacts: tuple[str, ...], slot_before: str | None = None) -> None:
    """Take back results that were noted by mistake; of one that moved somebody, `slot_before` is the slot again."""
    for one in contacts:
        row = tx.known(InviteContact, one)
        tx.save("invite_contact", one, {"deleted": 1})
        if row.result == MOVED:
            tx.save("invitation", row.invitation, {"slot": slot_before})
        tx.subject = row.client


def _ask_for_room(tx: Transaction, event: str, line: CallLine, slot: str) -> None:
    """Refused `slot_full` where the person, with their companions, no longer fits into a slot that is new to them."""
    if line.takes_room and line.slot == slot:
        return
    # Only where there is a limit is everybody counted.
    meant = slots.meant(slot, slots_of(tx, event))
    if meant is None or meant.capacity is None:
        return
    taken = next((one.heads for one in call_list(tx, event).fills if one.slot == meant), 0)
    if taken + line.heads > meant.capacity:
        raise Refused(
            "slot_full", slot=meant.text, capacity=meant.capacity, taken=taken, heads=line.heads,
            left=max(meant.capacity - taken, 0),
        )  # fmt: skip
