"""Talks between a client and a host: begun, ended, numbered."""

from collections.abc import Sequence
from dataclasses import dataclass

from db import talks
from db.errors import Refused
from db.records import Event, Reception, Staff
from db.store import Transaction
from desktop.rules.guides import ticks_text
from desktop.services.guides import guides
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
    recorder: str | None = None, observers: Sequence[str] = (), delegate_for: str | None = None,
    means: str = "on_site", campaign: str | None = None, started_at: int | None = None,
) -> Talk:  # fmt: skip
    """Begin a talk; without a recorder whoever enters it writes. Whoever waited in the hall was greeted by it.

    The host's level and post of today stay with it, and the version of the guide that leads it. `observers` only
    listen; `delegate_for` is whom the host stands in for. A call belongs to a `campaign`;
    `started_at` (UTC ms) is for what is entered afterwards. Raises Refused `talk_open` while one with this client is
    open here, `delegate_of_oneself`.
    """
    if client and talks.open_talk(tx, event, client):
        raise Refused("talk_open", client=client)
    number = form_number(caller, tx, event, client)
    receives, held_at = tx.known(Staff, host), tx.get(Event, event)
    guide = guides.current(tx, held_at.node) if held_at else None
    if delegate_for:
        _stands_in(tx, host, delegate_for)
    reception = tx.insert(
        Reception(
            id=tx.new_id(),
            created_at=tx.now,
            created_by=caller.staff,
            event=event,
            host=host,
            started_at=tx.now if started_at is None else started_at,
            number=number,
            client=client,
            place=place,
            recorder=recorder or caller.staff,
            means=means,
            campaign=campaign,
            guide=ticks_text(guide.version, frozenset()) if guide else None,
            observers=_listed(tx, observers),
            delegate_for=delegate_for,
            host_level=receives.level,
            host_post=receives.post,
        )
    )
    if client:
        greeted_by_talk(tx, event, client, host, place)
    tx.subject = reception
    return Talk(reception, number)


@verb("reception.end", roles=TALK_ROLES, devices=TALK_DEVICES)
def end(
    _caller: Caller, tx: Transaction, *, event: str, host: str, client: str | None = None, reception: str | None = None
) -> Talk:
    """End the open talk with this client. Raises Refused `no_open_talk` or `talk_of_another_host`.

    Of several with nobody named, at tables and on telephones side by side, `reception` says which.
    """
    talk = tx.get(Reception, reception) if reception else talks.open_talk(tx, event, client)
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
    tx.known(Reception, reception)
    tx.save("reception", reception, {"present": _listed(tx, staff)})
    tx.subject = reception


@verb("reception.observers", roles=TALK_ROLES, devices=TALK_DEVICES)
def set_observers(_caller: Caller, tx: Transaction, *, reception: str, staff: Sequence[str]) -> None:
    """Say who only listens at a talk: it counts for nobody's duty; others named before are left out."""
    tx.known(Reception, reception)
    tx.save("reception", reception, {"observers": _listed(tx, staff)})
    tx.subject = reception


@verb("reception.delegate", roles=TALK_ROLES, devices=TALK_DEVICES)
def set_delegate(_caller: Caller, tx: Transaction, *, reception: str, staff: str | None) -> None:
    """Say whom the host stands in for, or that it is nobody; the one who is absent is not relieved by it.

    Raises Refused `delegate_of_oneself`.
    """
    talk = tx.known(Reception, reception)
    if staff:
        _stands_in(tx, talk.host, staff)
    tx.save("reception", reception, {"delegate_for": staff or None})
    tx.subject = reception


@verb("reception.recorder", roles=TALK_ROLES, devices=TALK_DEVICES)
def set_recorder(_caller: Caller, tx: Transaction, *, reception: str, staff: str) -> None:
    """Say who of ours writes at a talk."""
    tx.known(Reception, reception)
    tx.known(Staff, staff)
    tx.save("reception", reception, {"recorder": staff})
    tx.subject = reception


@verb("reception.guide", roles=TALK_ROLES, devices=TALK_DEVICES)
def set_guide(_caller: Caller, tx: Transaction, *, reception: str, guide: str) -> None:
    """Keep what is ticked in the node's guide at a talk, with the guide's version."""
    tx.known(Reception, reception)
    tx.save("reception", reception, {"guide": guide})
    tx.subject = reception


def _listed(tx: Transaction, staff: Sequence[str]) -> str | None:
    """Ids of people, each once, as they are kept; None for nobody."""
    for person in staff:
        tx.known(Staff, person)
    return " ".join(dict.fromkeys(staff)) or None


def _stands_in(tx: Transaction, host: str, absent: str) -> None:
    if host == tx.known(Staff, absent).id:
        raise Refused("delegate_of_oneself")
