"""What whoever sits on the line sees: their campaign, how far they are, whom to call, what they did today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db import campaigns as kept
from db import clients, people
from db.campaign_records import CallItem, Campaign, CampaignContact, CampaignMember
from db.records import Client, Event
from db.spelling.phones import phone_masked
from db.store import Reader
from desktop.rules import campaigns as rules
from desktop.rules.campaigns import Progress, Standing
from desktop.rules.times import local
from desktop.services.campaigns import quiet
from desktop.services.campaigns.calls import call_of
from desktop.services.campaigns.campaigns import of_id
from desktop.services.campaigns.counting import days_of, progress_of
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import FOLLOW_ROLES, TALK_DEVICES, Caller, question
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class ToCall:
    """A call to make, fit to be shown: the number is masked. `last_result` is of the last try, "" before the first."""

    item: str
    order_number: str
    name: str
    phone_masked: str
    room: str
    words: str
    asked_at: int | None
    tries: int
    last_result: str
    last_at: int | None
    is_quiet: bool
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A call that was made; `number` is that of its sheet, "" for a try or one still without words."""

    contact: str
    staff: str
    at: int
    direction: str
    result: str
    name: str
    phone_masked: str
    order_number: str
    number: str
    talk_s: int | None
    source: str
    is_named: bool
    is_voided: bool
    void_reason: str
    is_scored: bool


@dataclass(frozen=True, slots=True)
class MyCalls:
    """Somebody's campaign: the one of today, else the last or the next one."""

    campaign: Campaign
    member: CampaignMember
    coach: str
    progress: Progress
    standing: Standing
    may_call: bool
    to_call: tuple[ToCall, ...]
    made: tuple[Made, ...]

    @property
    def phrases(self) -> tuple[str, ...]:
        """The cards, a sentence each."""
        return rules.lines_of(self.campaign.phrases)

    @property
    def checklist(self) -> tuple[str, ...]:
        """What a listener looks at."""
        return rules.lines_of(self.campaign.checklist)


@question("call.mine", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def of_person(_caller: Caller, reader: Reader, *, staff: str, now_ms: int) -> MyCalls | None:
    """The calls of somebody who takes part in a campaign; None for everybody else."""
    now = local(now_ms, zone_of(reader))
    found = _now(kept.memberships(reader, staff), now.date())
    if found is None:
        return None
    member, row = found
    made = kept.contacts(reader, row.id, staff)
    progress = progress_of(reader, row, member, made)
    return MyCalls(
        row, member, people.names(reader).get(member.coach or "", ""), progress,
        rules.standing(progress, now.date(), *days_of(row)), rules.may_call(now.time(), row.call_from, row.call_until),
        _to_call(reader, row, staff), calls_made(reader, row, made),
    )  # fmt: skip


def _now(
    mine: Sequence[tuple[CampaignMember, Campaign]], today: date
) -> tuple[CampaignMember, Campaign] | None:  # fmt: skip
    living = [pair for pair in mine if pair[1].closed_at is None]
    day = today.isoformat()
    runs = [pair for pair in living if pair[1].starts_on <= day <= pair[1].ends_on]
    past = [pair for pair in living if pair[1].ends_on < day]
    # The list is the latest first: the next one to come is the last of those ahead.
    ahead = [pair for pair in living if pair[1].starts_on > day][-1:]
    return next(iter((*runs, *past, *ahead)), None)


def _to_call(reader: Reader, row: Campaign, staff: str) -> tuple[ToCall, ...]:
    tries: dict[str, list[CampaignContact]] = {}
    for one in kept.contacts(reader, row.id):
        if one.call_item and one.voided_at is None:
            tries.setdefault(one.call_item, []).append(one)
    shown = [
        _shown(reader, item, tries.get(item.id, []), staff)
        for item in kept.items(reader, row.id)
        if item.done_at is None and item.staff in (None, staff)
    ]
    # Whoever was never tried comes first, and what is meant for this person before what is anybody's.
    return tuple(sorted(shown, key=lambda one: (one.tries > 0, not one.is_mine)))


def _shown(reader: Reader, item: CallItem, tries: Sequence[CampaignContact], staff: str) -> ToCall:
    person = reader.get(Client, clients.root(reader, item.client)) if item.client else None
    phone = item.phone or (person.phone if person else None) or ""
    last = tries[-1] if tries else None
    return ToCall(
        item.id, item.order_number or "", name_with_title(person) or item.caller or "",
        phone_masked(phone) if phone else "", clients.room_spoken(reader, person.id) if person else "",
        item.words or "", item.asked_at, len(tries), last.result if last else "", last.at if last else None,
        quiet.is_quiet(reader, item.client, phone or None), item.staff == staff,
    )  # fmt: skip


@question("call.list", roles=FOLLOW_ROLES)
def listed(_caller: Caller, reader: Reader, *, campaign: str, staff: str | None = None) -> tuple[Made, ...]:
    """The calls of a campaign, or of one person in it, the latest first."""
    row = of_id(reader, campaign)
    return calls_made(reader, row, kept.contacts(reader, campaign, staff))


def calls_made(reader: Reader, row: Campaign, contacts: Sequence[CampaignContact]) -> tuple[Made, ...]:
    """Calls as they are shown, the latest first."""
    talks = kept.talks(reader, row.event)
    scored = {one.contact for one in kept.observations(reader, row.id)}
    shown = []
    for one in reversed(contacts):
        person = reader.get(Client, clients.root(reader, one.client)) if one.client else None
        phone = one.phone or (person.phone if person else None) or ""
        talk = talks.get(one.reception or "")
        shown.append(
            Made(
                one.id, one.staff, one.at, one.direction, one.result, name_with_title(person) or one.caller or "",
                phone_masked(phone) if phone else "", one.order_number or "", talk.number if talk else "", one.talk_s,
                one.source, one.client is not None, one.voided_at is not None, one.void_reason or "", one.id in scored,
            )
        )  # fmt: skip
    return tuple(shown)


@question("call.person", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def person_of(_caller: Caller, reader: Reader, *, item: str) -> tuple[str | None, str | None]:
    """Whom a call to make is for: the client, and the number of the list. Raises Misused `id_unknown`."""
    row = reader.known(CallItem, item)
    return row.client, row.phone


@question("call.event", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def event_of_call(_caller: Caller, reader: Reader, *, host: str) -> Event | None:
    """The event under which a call of this host is open now, None where there is none."""
    talk = kept.open_call(reader, host)
    return reader.get(Event, talk.event) if talk else None


@question("campaign.lines", roles=FOLLOW_ROLES)
def lines_of(_caller: Caller, reader: Reader, *, campaign: str) -> tuple[str, ...]:
    """What a listener looks at in the calls of a campaign."""
    return rules.lines_of(of_id(reader, campaign).checklist)


@question("campaign.checklist", roles=FOLLOW_ROLES)
def checklist_of(_caller: Caller, reader: Reader, *, contact: str) -> tuple[str, ...]:
    """The lines by which a call is scored. Raises Misused `id_unknown`."""
    return rules.lines_of(of_id(reader, call_of(reader, contact).campaign).checklist)
