"""Sitting beside somebody on the line: listening, and scoring the checklist by hand. No voice is ever measured."""

from collections.abc import Mapping

import msgspec

from db.campaign_records import CampaignContact, Observation
from db.errors import Misused, Refused
from db.records import Reception, Staff
from db.store import Transaction
from desktop.rules import campaigns as rules
from desktop.services.campaigns.campaigns import of_id
from desktop.services.registry import FOLLOW_ROLES, TALK_DEVICES, Caller, verb


@verb("campaign.observe", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def observe(
    caller: Caller,
    tx: Transaction,
    *,
    contact: str,
    observer: str,
    items: Mapping[str, bool | None] | None = None,
    words: str | None = None,
) -> int | None:
    """Note who listened to a call and, with `items` (line of the checklist -> done, not done, None for did not come
    up), how it was. Returns the score of 100, None for listening alone. Whoever listens owes nothing less for it.

    Raises Refused `observer_is_caller`; Misused `checklist_line_unknown`, `checklist_empty`.
    """
    row = tx.known(CampaignContact, contact)
    tx.known(Staff, observer)
    if observer == row.staff:
        raise Refused("observer_is_caller")
    talk = tx.get(Reception, row.reception) if row.reception else None
    if talk is not None:
        beside = dict.fromkeys((*(talk.observers or "").split(), observer))
        tx.save("reception", talk.id, {"observers": " ".join(beside)})
    tx.subject = contact
    if items is None:
        return None
    known = rules.lines_of(of_id(tx, row.campaign).checklist)
    strange = [line for line in items if line not in known]
    if strange:
        raise Misused("checklist_line_unknown", value=strange[0][:80])
    score = rules.score(items)
    tx.insert(
        Observation(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, contact=contact, observer=observer, at=tx.now,
            items=msgspec.json.encode(dict(items)).decode(), score=score, words=(words or "").strip() or None,
        )
    )  # fmt: skip
    return score
