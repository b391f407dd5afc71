"""How far somebody is in a campaign, counted from the calls that are kept."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from db import campaigns as kept
from db.campaign_records import Campaign, CampaignContact, CampaignMember
from db.store import Reader
from desktop.rules import campaigns as rules
from desktop.rules.campaigns import Call, Progress
from desktop.rules.times import day_of, kept_day
from desktop.services.zones import zone_of


def progress_of(
    reader: Reader, campaign: Campaign, member: CampaignMember, contacts: Sequence[CampaignContact] | None = None
) -> Progress:
    """Somebody's progress; `contacts` are their calls where they were read already."""
    made = kept.contacts(reader, campaign.id, member.staff) if contacts is None else contacts
    zone = zone_of(reader)
    return rules.progress([as_call(one, campaign, zone) for one in made], rules.owed(campaign.quota, member.carried))


def as_call(contact: CampaignContact, campaign: Campaign, zone: ZoneInfo) -> Call:
    """A call as far as it counts."""
    first, last = days_of(campaign)
    return Call(
        contact.direction, contact.result, contact.voided_at is not None,
        rules.is_within(day_of(contact.at, zone), first, last),
    )  # fmt: skip


def days_of(campaign: Campaign) -> tuple[date, date]:
    """Its first and last day; days that nobody can read let no call count."""
    return kept_day(campaign.starts_on) or date.max, kept_day(campaign.ends_on) or date.min
