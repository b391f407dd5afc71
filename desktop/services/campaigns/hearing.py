"""The concerns that somebody heard on the line, looked at again after seven and thirty days; who calls back."""

from collections.abc import Sequence
from dataclasses import dataclass

from db import campaigns as kept
from db import clients, concerns, people
from db.campaign_records import CallItem
from db.ids import NAMED_AT
from db.records import Client, ConcernStep
from db.store import Reader, Transaction
from desktop.rules import campaigns as rules
from desktop.services.campaigns.campaigns import of_id
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb

_DAY_MS = 24 * 3600_000
# The client is to be asked: the work is said to be done, or somebody is asking already.
_TO_CALL = ("resolved", "callback")


@dataclass(frozen=True, slots=True)
class Heard:
    """A concern of a campaign. `after` holds (days, state then) for each look whose day has come; `calls_back` is who
    calls back first, "" where the leader works on it and somebody else has to. Times are UTC ms."""

    concern: str
    number: str
    words: str
    type_code: str
    state: str
    staff: str
    leader: str
    client: str
    heard_at: int
    entered_at: int
    is_late: bool
    after: tuple[tuple[int, str], ...]
    calls_back: str
    is_to_call: bool


@question("campaign.heard", roles=FOLLOW_ROLES)
def heard(
    _caller: Caller, reader: Reader, *, campaign: str, now_ms: int, staff: str | None = None
) -> tuple[Heard, ...]:
    """What was heard in a campaign, or by one person in it, in time order."""
    row = of_id(reader, campaign)
    found = [one for one in kept.heard(reader, row.event) if staff in (None, one[10])]
    steps = concerns.steps_of(reader, [one[0] for one in found])
    at: dict[str | None, int] = {one.reception: one.at for one in kept.contacts(reader, campaign) if one.reception}
    names = people.names(reader)
    lines = []
    for concern, number, words, kind, state, occurred, entered, talk, client, handler, leader in found:
        heard_at = at.get(talk, int(occurred))
        looks = tuple(
            (days, _state_at(steps.get(concern, ()), heard_at + days * _DAY_MS))
            for days in rules.LOOKED_AT_AGAIN
            if now_ms >= heard_at + days * _DAY_MS
        )
        lines.append(
            Heard(
                concern, number, words, kind, state, leader, names.get(leader, ""),
                name_with_title(reader.get(Client, clients.root(reader, client))) if client else "", heard_at, entered,
                rules.is_late(heard_at, entered, row.entry_min or rules.ENTRY_MIN), looks,
                "" if handler == leader else names.get(leader, ""), state in _TO_CALL,
            )
        )  # fmt: skip
    return tuple(lines)


def _state_at(steps: Sequence[ConcernStep], moment: int) -> str:
    """The state in which a concern stood; before its first step it was being recorded."""
    past = [one for one in steps if one.at <= moment]
    return max(past, key=lambda one: (one.at, one.id)).state if past else "recorded"


@verb("campaign.recall", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def recall(caller: Caller, tx: Transaction, *, campaign: str) -> int:
    """Put each concern whose client is to be asked onto the list of calls of the leader who heard it; returns how many
    are new. Where the leader works on it, the call is for anybody else."""
    new, of_event = 0, kept.heard(tx, of_id(tx, campaign).event)
    known = {one[0]: one[8] for one in of_event}
    for one in heard(caller, tx, campaign=campaign, now_ms=tx.now):
        item = kept.item_id(campaign, one.concern)
        if not one.is_to_call or tx.get(CallItem, item) is not None:
            continue
        client = known[one.concern]
        person = tx.get(Client, clients.root(tx, client)) if client else None
        tx.insert(
            CallItem(
                id=item, created_at=NAMED_AT, campaign=campaign, order_number=one.number,
                phone=person.phone if person else None, caller=person.name if person else None,
                client=person.id if person else None, staff=one.staff if one.calls_back else None, asked_at=tx.now,
                words=one.words,
            )
        )  # fmt: skip
        new += 1
    tx.subject = campaign
    return new
