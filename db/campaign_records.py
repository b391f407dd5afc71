"""The rows of the hotline practice (4008): campaigns, who takes part, calls, lists of calls to make."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Record):
    """One row per campaign; its concerns are numbered under `event`.

    `kind` is practice or onboarding, `quota` the real conversations each owes, `starts_on` and `ends_on` ISO days,
    `due_days` (onboarding) counts from a person's first day. `series` names what it was made from. `phrases` and
    `checklist` hold a line each; calls are made from `call_from` to `call_until`, like 09:00; what was heard is to be
    entered within `entry_min` minutes.
    """

    table: ClassVar[str] = "campaign"
    name: str
    kind: str
    event: str
    quota: int
    starts_on: str
    ends_on: str
    due_days: int | None = None
    series: str | None = None
    greeting: str | None = None
    phrases: str | None = None
    checklist: str | None = None
    call_from: str | None = None
    call_until: str | None = None
    entry_min: int | None = None
    closed_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignMember(Record):
    """One row per person of a campaign, with the level and post of that time; the id is UUIDv5 of both.

    `carried` is what of the quota came over from an earlier one, `shortfall_reason` why it was not reached here.
    """

    table: ClassVar[str] = "campaign_member"
    campaign: str
    staff: str
    level: str
    post: str | None = None
    coach: str | None = None
    extension: str | None = None
    due_on: str | None = None
    carried: int | None = None
    shortfall_reason: str | None = None
    untrained_reason: str | None = None
    certified_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignContact(Record):
    """One row per call, real or tried; `direction` is received or called_back, `result` a code: talked counts.

    `source` is hand or import; `rings`, `ring_s` and `talk_s` are as told by the telephone system or by whoever
    entered it. A voided one counts nowhere.
    """

    table: ClassVar[str] = "campaign_contact"
    write_once: ClassVar[frozenset[str]] = frozenset({"campaign", "direction", "at", "source"})
    campaign: str
    staff: str
    direction: str
    at: int
    result: str
    source: str = "hand"
    client: str | None = None
    caller: str | None = None
    phone: str | None = None
    order_number: str | None = None
    extension: str | None = None
    rings: int | None = None
    ring_s: int | None = None
    talk_s: int | None = None
    reception: str | None = None
    coach: str | None = None
    call_item: str | None = None
    batch: str | None = None
    voided_at: int | None = None
    voided_by: str | None = None
    void_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallItem(Record):
    """One row per call to make of an imported list; its order number is the telephone system's."""

    table: ClassVar[str] = "call_item"
    campaign: str
    order_number: str | None = None
    phone: str | None = None
    caller: str | None = None
    client: str | None = None
    staff: str | None = None
    asked_at: int | None = None
    words: str | None = None
    batch: str | None = None
    done_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLog(Record):
    """One row per line of the telephone system's log; `contact` is the call it was found to be."""

    table: ClassVar[str] = "call_log"
    write_once: ClassVar[frozenset[str]] = frozenset({"extension", "at", "direction", "ring_s", "talk_s", "result"})
    extension: str
    at: int
    direction: str | None = None
    ring_s: int | None = None
    talk_s: int | None = None
    result: str | None = None
    phone: str | None = None
    order_number: str | None = None
    client: str | None = None
    campaign: str | None = None
    contact: str | None = None
    batch: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Record):
    """One row per call listened to; `items` is a JSON object of the checklist's lines, `score` of 100."""

    table: ClassVar[str] = "observation"
    contact: str
    observer: str
    at: int
    items: str
    score: int
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoNotCall(Record):
    """One row per person, or bare number, that wants no calls; the id is UUIDv5 of whichever is known."""

    table: ClassVar[str] = "do_not_call"
    at: int
    client: str | None = None
    phone: str | None = None
    reason: str | None = None
    lifted_at: int | None = None
