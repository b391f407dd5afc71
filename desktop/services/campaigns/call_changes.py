"""What becomes of a call that is kept: whose it was, its words entered later, declared void and taken back."""

from db import campaigns as kept
from db import concerns
from db.errors import Misused
from db.store import Transaction
from desktop.rules import campaigns as rules
from desktop.rules.times import iso_text
from desktop.services.campaigns import quiet
from desktop.services.campaigns.calls import Contact, call_of, client_of
from desktop.services.campaigns.campaigns import of_id
from desktop.services.concerns import recording
from desktop.services.receptions import talks
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, verb
from desktop.services.zones import zone_of


@verb("call.name", roles=TALK_ROLES, devices=TALK_DEVICES)
def name_caller(
    caller: Caller, tx: Transaction, *, contact: str, name: str, phone: str | None = None
) -> str | None:  # fmt: skip
    """Say who called, as they told it: the call, its talk and its concerns are theirs from now on, unless a client is
    known already. Returns the client: the only one with this number, else a new one. Raises Misused `name_missing`."""
    row = call_of(tx, contact)
    if not name.strip():
        raise Misused("name_missing")
    number = quiet.one_phone(phone) if phone and phone.strip() else row.phone
    tx.save("campaign_contact", contact, {"caller": name.strip()[:60], "phone": number})
    tx.subject = contact
    if row.client is not None or row.reception is None:
        return row.client
    client = client_of(caller, tx, name.strip(), number)
    tx.save("campaign_contact", contact, {"client": client})
    tx.save("reception", row.reception, {"client": client})
    for concern in concerns.of_talk(tx, row.reception):
        if concern.client is None:
            tx.save("concern", concern.id, {"client": client})
    return client


@verb("call.enter", roles=TALK_ROLES, devices=TALK_DEVICES)
def enter(
    caller: Caller, tx: Transaction, *, contact: str, words: str, type_code: str, area: str | None = None
) -> Contact:
    """Take down what was heard in a call that came in by the log alone, or had no words yet."""
    row = call_of(tx, contact)
    if row.result != rules.TALKED or row.voided_at is not None:
        raise Misused("words_without_talk")
    campaign, zone = of_id(tx, row.campaign), zone_of(tx)
    reception, number = row.reception, None
    if reception is None:
        talk = talks.start(
            caller, tx, event=campaign.event, host=row.staff, client=row.client, means="call", campaign=campaign.id,
            started_at=row.at,
        )  # fmt: skip
        reception, number = talk.reception, talk.number
        tx.save("reception", reception, {"ended_at": row.at + 1000 * (row.talk_s or 0)})
        tx.save("campaign_contact", contact, {"reception": reception})
    else:
        held = kept.talks(tx, campaign.event).get(reception)
        number = held.number if held else None
    heard = recording.add(
        caller, tx, event=campaign.event, received_by=row.staff, words=words, type_code=type_code, area=area,
        client=row.client, channel="call", means="phone", occurred=iso_text(row.at, zone), sheet=number,
    )  # fmt: skip
    tx.save("concern", heard.concern, {"reception": reception})
    tx.subject = contact
    return Contact(contact, reception, number or "", heard.concern)


@verb("call.void", roles=TALK_ROLES, devices=TALK_DEVICES)
def void(caller: Caller, tx: Transaction, *, contact: str, reason: str) -> None:
    """Say that a call counts nowhere, and why; it stays in sight. Its words stay too, they are a client's.

    Raises Misused `words_missing` without a reason.
    """
    row = call_of(tx, contact)
    if not reason.strip():
        raise Misused("words_missing")
    tx.save(
        "campaign_contact", contact,
        {"voided_at": tx.now, "voided_by": caller.staff, "void_reason": reason.strip()},
    )  # fmt: skip
    if row.call_item:
        tx.save("call_item", row.call_item, {"done_at": None})
    tx.subject = contact


@verb("call.restore", roles=TALK_ROLES, devices=TALK_DEVICES)
def restore(_caller: Caller, tx: Transaction, *, contact: str) -> None:
    """Take back that a call counts nowhere."""
    row = call_of(tx, contact)
    tx.save("campaign_contact", contact, {"voided_at": None, "voided_by": None, "void_reason": None})
    if row.call_item and row.result != "no_answer":
        tx.save("call_item", row.call_item, {"done_at": row.at})
    tx.subject = contact
