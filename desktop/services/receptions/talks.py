"""Talks between a client and a host: begun, ended, numbered."""

from collections.abc import Sequence
from dataclasses import dataclass

from db import talks
from db.errors import Misused, Refused
from db.records import Reception, Staff
from db.store import Transaction
from desktop.services.hall.calling import greeted_by_talk
from desktop.services.receptions.numbers import form_number
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, verb


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk and the number of its sheet."""

    reception: str
    number: str


@verb("reception.start", roles=TALK_ROLES, devices=TALK_DEVICES)
def start(
    caller: Caller, tx: Transaction, *, event: str, host: str, client: str | None = None, place: str | None = None,
    recorder: str | None = None,
) -> Talk:  # fmt: skip
    """Begin a talk; without a recorder whoever enters it writes. Whoever waited in the hall was greeted by it.

    Raises Refused `talk_open` while one with this client is open here.
    """
    if client and talks.open_talk(tx, event, client):
        raise Refused("talk_open", client=client)
    number = form_number(caller, tx, event, client)
    reception = tx.insert(
        Reception(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            event=event,
            host=host,
            started_at=tx.now,
            number=number,
            client=client,
            place=place,
            recorder=recorder or caller.staff,
        )
    )
    if client:
        greeted_by_talk(tx, event, client, host, place)
    tx.subject = reception
    return Talk(reception, number)


@verb("reception.end", roles=TALK_ROLES, devices=TALK_DEVICES)
def end(_caller: Caller, tx: Transaction, *, event: str, host: str, client: str | None = None) -> Talk:
    """End the open talk with this client. Raises Refused `no_open_talk` or `talk_of_another_host`."""
    talk = talks.open_talk(tx, event, client)
    if talk is None:
        raise Refused("no_open_talk", client=client or "")
    if talk.host != host:
        raise Refused("talk_of_another_host", host=talk.host)
    tx.save("reception", talk.id, {"ended_at": tx.now})
    tx.subject = talk.id
    return Talk(talk.id, talk.number)


@verb("reception.present", roles=TALK_ROLES, devices=TALK_DEVICES)
def set_present(_caller: Caller, tx: Transaction, *, reception: str, staff: Sequence[str]) -> None:
    """Say who of ours sits by at a talk besides the host and the recorder; others named before are left out."""
    if tx.get(Reception, reception) is None:
        raise Misused("id_unknown", table="reception", value=reception)
    for person in staff:
        if tx.get(Staff, person) is None:
            raise Misused("id_unknown", table="staff", value=person)
    tx.save("reception", reception, {"present": " ".join(dict.fromkeys(staff)) or None})
    tx.subject = reception


@verb("reception.recorder", roles=TALK_ROLES, devices=TALK_DEVICES)
def set_recorder(_caller: Caller, tx: Transaction, *, reception: str, staff: str) -> None:
    """Say who of ours writes at a talk."""
    if tx.get(Reception, reception) is None:
        raise Misused("id_unknown", table="reception", value=reception)
    if tx.get(Staff, staff) is None:
        raise Misused("id_unknown", table="staff", value=staff)
    tx.save("reception", reception, {"recorder": staff})
    tx.subject = reception


@verb("reception.guide", roles=TALK_ROLES, devices=TALK_DEVICES)
def set_guide(_caller: Caller, tx: Transaction, *, reception: str, guide: str) -> None:
    """Keep what is ticked in the node's guide at a talk, with the guide's version."""
    if tx.get(Reception, reception) is None:
        raise Misused("id_unknown", table="reception", value=reception)
    tx.save("reception", reception, {"guide": guide})
    tx.subject = reception
