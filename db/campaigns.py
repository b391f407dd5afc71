"""Campaigns of the hotline: who takes part, their calls, the calls to make, the telephone system's log."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from db.campaign_records import CallItem, CallLog, Campaign, CampaignContact, CampaignMember, DoNotCall, Observation
from db.driver import Row
from db.ids import named_id
from db.records import Reception

if TYPE_CHECKING:
    from db.store import Reader


def member_id(campaign: str, staff: str) -> str:
    """The id of somebody's place in a campaign, the same on every device."""
    return named_id("campaign_member", campaign, staff)


def in_series(series: str, month: str) -> str:
    """The id of the campaign of a month, such as 2026-05, that was made from the campaign `series`."""
    return named_id("campaign", series, month)


def item_id(campaign: str, mark: str) -> str:
    """The id of a call to make; `mark` is what tells it from the others of its list."""
    return named_id("call_item", campaign, mark)


def log_id(extension: str, at: int, phone: str, direction: str) -> str:
    """The id of a line of the log: the same line read twice, or on two devices, is one."""
    return named_id("call_log", extension, str(at), phone, direction)


def quiet_id(client_or_phone: str) -> str:
    """The id of somebody's wish not to be called."""
    return named_id("do_not_call", client_or_phone)


def all_campaigns(reader: "Reader") -> tuple[Campaign, ...]:
    """Every campaign, the latest first."""
    return reader.records(Campaign, "WHERE deleted = 0 ORDER BY starts_on DESC, id")


def of_event(reader: "Reader", event: str) -> Campaign | None:
    """The campaign whose concerns are numbered under an event."""
    return reader.first(Campaign, "WHERE event = :event AND deleted = 0 ORDER BY id LIMIT 1", event=event)


def members(reader: "Reader", campaign: str) -> tuple[CampaignMember, ...]:
    """Who takes part, in the order of their ids."""
    return reader.records(CampaignMember, "WHERE campaign = :campaign AND deleted = 0 ORDER BY id", campaign=campaign)


def memberships(reader: "Reader", staff: str) -> tuple[tuple[CampaignMember, Campaign], ...]:
    """The campaigns somebody takes or took part in, the latest first."""
    mine = reader.records(CampaignMember, "WHERE staff = :staff AND deleted = 0", staff=staff)
    known = {one.id: one for one in all_campaigns(reader)}
    both = [(one, known[one.campaign]) for one in mine if one.campaign in known]
    return tuple(sorted(both, key=lambda pair: (pair[1].starts_on, pair[1].id), reverse=True))


def contacts(reader: "Reader", campaign: str, staff: str | None = None) -> tuple[CampaignContact, ...]:
    """The calls of a campaign, or of one person in it, in time order."""
    return reader.records(
        CampaignContact,
        "WHERE campaign = :campaign AND (:staff IS NULL OR staff = :staff) AND deleted = 0 ORDER BY at, id",
        campaign=campaign,
        staff=staff,
    )


def open_call(reader: "Reader", host: str) -> Reception | None:
    """The latest call of this host that has not ended."""
    return reader.first(
        Reception,
        "WHERE host = :host AND campaign IS NOT NULL AND ended_at IS NULL AND deleted = 0"
        " ORDER BY started_at DESC, id DESC LIMIT 1",
        host=host,
    )


def items(reader: "Reader", campaign: str) -> tuple[CallItem, ...]:
    """The calls to make, those asked for first at the head."""
    return reader.records(
        CallItem,
        "WHERE campaign = :campaign AND deleted = 0 ORDER BY coalesce(asked_at, created_at), order_number, id",
        campaign=campaign,
    )


def log(reader: "Reader", campaign: str) -> tuple[CallLog, ...]:
    """The telephone system's lines of a campaign, in time order."""
    return reader.records(CallLog, "WHERE campaign = :campaign AND deleted = 0 ORDER BY at, id", campaign=campaign)


def observations(reader: "Reader", campaign: str) -> tuple[Observation, ...]:
    """The calls of a campaign that were listened to and scored."""
    return reader.records(
        Observation,
        "WHERE deleted = 0 AND contact IN (SELECT id FROM campaign_contact WHERE campaign = :campaign) ORDER BY at, id",
        campaign=campaign,
    )


def talks(reader: "Reader", event: str) -> dict[str, Reception]:
    """The talks of a campaign's event, by their ids."""
    found = reader.records(Reception, "WHERE event = :event AND deleted = 0", event=event)
    return {one.id: one for one in found}


def heard(reader: "Reader", event: str) -> list[Row]:
    """(concern, number, words, type, state, heard at, entered at in UTC ms, talk, client, handler, received by) of a
    campaign's event, in time order; voided concerns are left out."""
    return reader.query(
        """
        SELECT c.id, c.number, c.words, c.type, n.state, c.occurred_at, c.created_at, c.reception, c.client, c.handler,
          c.received_by
        FROM concern c JOIN concern_now n ON n.concern = c.id
        WHERE c.event = :event AND c.deleted = 0 AND n.state <> 'void' ORDER BY c.occurred_at, c.number, c.id
        """,
        event=event,
    )


def quiet(reader: "Reader") -> tuple[DoNotCall, ...]:
    """Who is not to be called now, the latest wish first."""
    return reader.records(DoNotCall, "WHERE deleted = 0 AND lifted_at IS NULL ORDER BY at DESC, id")


def is_quiet(reader: "Reader", clients: Sequence[str], phones: Sequence[str]) -> bool:
    """Whether any of these clients, or of these numbers, is not to be called."""
    sql = (
        "SELECT 1 FROM do_not_call WHERE deleted = 0 AND lifted_at IS NULL"
        " AND (client IN (SELECT value FROM json_each(:clients)) OR phone IN (SELECT value FROM json_each(:phones)))"
    )
    asked = {"clients": msgspec.json.encode(clients).decode(), "phones": msgspec.json.encode(phones).decode()}
    return reader.one(sql, **asked) is not None
