"""Calls of a campaign: begun, tried in vain, entered afterwards, completed, declared void; every call is kept."""

from dataclasses import dataclass

from db import campaigns as kept
from db import clients
from db.campaign_records import CallItem, Campaign, CampaignContact, CampaignMember
from db.errors import Misused, Refused
from db.records import Client
from db.store import Reader, Transaction
from desktop.rules import campaigns as rules
from desktop.rules.codes import known_code
from desktop.rules.times import iso_text, read_time
from desktop.services.campaigns import quiet
from desktop.services.campaigns.campaigns import of_id
from desktop.services.campaigns.members import member_of
from desktop.services.concerns import recording
from desktop.services.receptions import talks
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, verb
from desktop.services.zones import zone_of

# How a client comes to be known who was only heard.
SOURCE = "call"
MOST_RINGS, MOST_SECONDS = 60, 24 * 3600


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a call besides who made it: the client, or a name and a number; rings and seconds."""

    client: str | None = None
    caller: str | None = None
    phone: str | None = None
    order_number: str | None = None
    item: str | None = None
    rings: int | None = None
    ring_s: int | None = None
    talk_s: int | None = None
    coach: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A call that was kept; a talk has a `reception` and a `number`, and a `concern` where words came with it."""

    contact: str
    reception: str | None = None
    number: str = ""
    concern: str | None = None


@verb("call.begin", roles=TALK_ROLES, devices=TALK_DEVICES)
def begin(
    caller: Caller, tx: Transaction, *, campaign: str, staff: str, direction: str, told: Told | None = None,
    recorder: str | None = None,
) -> Contact:  # fmt: skip
    """Somebody is on the line: the talk is open from now on, and the call counts. Raises Refused `call_open`."""
    if kept.open_call(tx, staff) is not None:
        raise Refused("call_open")
    row = of_id(tx, campaign)
    return _talk(caller, tx, row, member_of(tx, campaign, staff), direction, told or Told(), tx.now, recorder, "hand")


@verb("call.tried", roles=TALK_ROLES, devices=TALK_DEVICES)
def tried(
    caller: Caller, tx: Transaction, *, campaign: str, staff: str, result: str, told: Told | None = None
) -> Contact:
    """A call that came to nothing: it is shown and does not count. An unanswered one stays on the list of calls."""
    known_code("call_result", result)
    if result == rules.TALKED:
        raise Misused("code_unknown", list="call_result", value=result, choices=" ".join(rules.RESULTS[1:]))
    row = of_id(tx, campaign)
    member = member_of(tx, campaign, staff)
    return _tried(caller, tx, row, member, rules.CALLED_BACK, result, told or Told(), tx.now, "hand")


@verb("call.add", roles=TALK_ROLES, devices=TALK_DEVICES)
def add(
    caller: Caller,
    tx: Transaction,
    *,
    campaign: str,
    staff: str,
    direction: str,
    result: str,
    at: str | None = None,
    told: Told | None = None,
    words: str | None = None,
    type_code: str | None = None,
    area: str | None = None,
) -> Contact:
    """Enter a call afterwards, with what the client said if there was anything; `at` is when the call was.

    Raises Misused `code_unknown`, `time_unreadable`, `call_not_yet`, `words_without_talk`.
    """
    if direction not in rules.DIRECTIONS:
        raise Misused("code_unknown", list="call_direction", value=direction, choices=" ".join(rules.DIRECTIONS))
    known_code("call_result", result)
    row, zone = of_id(tx, campaign), zone_of(tx)
    member = member_of(tx, campaign, staff)
    when = read_time(at, zone) if at else tx.now
    if when > tx.now:
        raise Misused("call_not_yet", value=at or "")
    if result != rules.TALKED:
        if words:
            raise Misused("words_without_talk")
        return _tried(caller, tx, row, member, direction, result, told or Told(), when, "hand")
    made = _talk(caller, tx, row, member, direction, told or Told(), when, None, "hand")
    if made.reception is None:
        return made
    tx.save("reception", made.reception, {"ended_at": when + 1000 * ((told.talk_s if told else None) or 0)})
    if not words:
        return made
    heard = recording.add(
        caller, tx, event=row.event, received_by=staff, words=words, type_code=type_code or "", area=area,
        client=call_of(tx, made.contact).client, channel="call", means="phone", occurred=iso_text(when, zone),
        sheet=made.number,
    )  # fmt: skip
    tx.save("concern", heard.concern, {"reception": made.reception})
    tx.subject = made.contact
    return Contact(made.contact, made.reception, made.number, heard.concern)


def _talk(
    caller: Caller, tx: Transaction, row: Campaign, member: CampaignMember, direction: str, told: Told, at: int,
    recorder: str | None, source: str,
) -> Contact:  # fmt: skip
    told = _filled(tx, row, told)
    client = told.client or (client_of(caller, tx, told.caller, told.phone) if told.caller else None)
    talk = talks.start(
        caller, tx, event=row.event, host=member.staff, client=client, recorder=recorder, means="call",
        campaign=row.id, started_at=at,
    )  # fmt: skip
    contact = _insert(caller, tx, row, member, direction, rules.TALKED, told, at, source, client, talk.reception)
    if told.item:
        tx.save("call_item", told.item, {"done_at": at})
    tx.subject = contact
    return Contact(contact, talk.reception, talk.number)


def _tried(
    caller: Caller, tx: Transaction, row: Campaign, member: CampaignMember, direction: str, result: str, told: Told,
    at: int, source: str,
) -> Contact:  # fmt: skip
    told = _filled(tx, row, told)
    contact = _insert(caller, tx, row, member, direction, result, told, at, source, told.client, None)
    if told.item and result != "no_answer":
        tx.save("call_item", told.item, {"done_at": at})
    tx.subject = contact
    return Contact(contact)


def _filled(tx: Transaction, row: Campaign, told: Told) -> Told:
    """What the list says of a call to make stands for what nobody said; numbers are kept in one way."""
    for name, value, most in (("rings", told.rings, MOST_RINGS), ("ring_s", told.ring_s, MOST_SECONDS),
                              ("talk_s", told.talk_s, MOST_SECONDS)):  # fmt: skip
        if value is not None and not 0 <= value <= most:
            raise Misused("number_out_of_range", field=name, value=value, least=0, most=most)
    if told.client is not None:
        tx.known(Client, told.client)
    item = tx.get(CallItem, told.item) if told.item else None
    if told.item and (item is None or item.campaign != row.id):
        raise Misused("id_unknown", table="call_item", value=told.item)
    phone = quiet.one_phone(told.phone) if told.phone else (item.phone if item else None)
    client = told.client or (item.client if item else None)
    if client is None and phone:
        found = clients.with_phone(tx, phone)
        client = found[0][0] if len(found) == 1 else None
    return Told(
        client, (told.caller or "").strip() or (item.caller if item else None), phone,
        told.order_number or (item.order_number if item else None), told.item, told.rings, told.ring_s, told.talk_s,
        told.coach,
    )  # fmt: skip


def client_of(caller: Caller, tx: Transaction, name: str, phone: str | None) -> str:
    """The only client with this number, else a new one: whoever gave a name can be promised something."""
    found = clients.with_phone(tx, phone) if phone else ()
    if len(found) == 1:
        return found[0][0]
    return tx.insert(
        Client(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, name=name[:60], phone=phone, source=SOURCE
        )
    )  # fmt: skip


def _insert(
    caller: Caller, tx: Transaction, row: Campaign, member: CampaignMember, direction: str, result: str, told: Told,
    at: int, source: str, client: str | None, reception: str | None,
) -> str:  # fmt: skip
    return tx.insert(
        CampaignContact(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, campaign=row.id, staff=member.staff,
            direction=direction, at=at, result=result, source=source, client=client, caller=told.caller,
            phone=told.phone, order_number=told.order_number, extension=member.extension, rings=told.rings,
            ring_s=told.ring_s, talk_s=told.talk_s, reception=reception, coach=told.coach or member.coach,
            call_item=told.item,
        )
    )  # fmt: skip


def call_of(reader: Reader, contact: str) -> CampaignContact:
    """The call with this id. Raises Misused `id_unknown`."""
    return reader.known(CampaignContact, contact, living=True)
