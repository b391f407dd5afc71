"""Who takes part in a campaign: as what, beside which coach, trained or why not, and with what carried over."""

from dataclasses import dataclass

from db import campaigns as kept
from db import people
from db.campaign_records import Campaign, CampaignMember
from db.errors import Misused, Refused
from db.ids import NAMED_AT
from db.records import Staff
from db.store import Reader, Transaction
from desktop.rules import campaigns as rules
from desktop.rules.times import day_of, kept_day
from desktop.services.campaigns.campaigns import of_id
from desktop.services.campaigns.counting import progress_of
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.training import training
from desktop.services.zones import zone_of

# What a course has to be needed for, so that it is asked of whoever answers calls.
PART = "calls"
FIELDS = ("coach", "extension", "post", "shortfall_reason", "untrained_reason")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody new who should have been through the practice by `due_on` (ISO) and was not; `joined` any campaign."""

    staff: str
    name: str
    post: str
    due_on: str
    days_late: int
    joined: bool


@question("campaign.untrained", roles=FOLLOW_ROLES)
def untrained(caller: Caller, reader: Reader, *, campaign: str, staff: str) -> tuple[str, ...]:
    """The courses that somebody lacks for answering calls on the campaign's first day."""
    row = of_id(reader, campaign)
    return training.missing(caller, reader, staff=staff, part=PART, on_day=row.starts_on)


@verb("campaign.join", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def join(
    caller: Caller,
    tx: Transaction,
    *,
    campaign: str,
    staff: str,
    coach: str | None = None,
    extension: str | None = None,
    post: str | None = None,
    untrained_reason: str | None = None,
) -> str:
    """Put somebody into a campaign with the level and post they have today; what they were short of comes along.

    Raises Refused `campaign_closed`, `member_already`, and `not_trained` without a reason for going on all the same.
    """
    row = of_id(tx, campaign)
    if row.closed_at is not None:
        raise Refused("campaign_closed", name=row.name)
    person = tx.known(Staff, staff)
    if coach is not None:
        tx.known(Staff, coach)
    lacks = training.missing(caller, tx, staff=staff, part=PART, on_day=row.starts_on)
    reason = (untrained_reason or "").strip()
    if lacks and not reason:
        raise Refused("not_trained", name=person.name, courses="、".join(lacks))
    place = kept.member_id(campaign, staff)
    known = tx.get(CampaignMember, place)
    if known is not None and not known.deleted:
        raise Refused("member_already", name=person.name)
    cells: dict[str, str | int | None] = {
        "level": person.level, "post": (post or "").strip() or person.post, "coach": coach,
        "extension": (extension or "").strip() or person.extension, "due_on": _due(row, person),
        "carried": _carried(tx, row, staff) or None, "untrained_reason": reason if lacks else None,
    }  # fmt: skip
    if known is not None:
        tx.save("campaign_member", place, cells | {"deleted": 0})
    else:
        tx.insert(CampaignMember(id=place, created_at=NAMED_AT, campaign=campaign, staff=staff, **cells))  # type: ignore[arg-type]  # the columns' own kinds
    tx.subject = campaign
    return place


def _due(row: Campaign, person: Staff) -> str | None:
    if row.kind != "onboarding":
        return None
    began = kept_day(person.started_on)
    return rules.due_on(began, row.due_days or rules.DUE_DAYS).isoformat() if began else row.ends_on


def _carried(tx: Transaction, row: Campaign, staff: str) -> int:
    """What somebody was short of in their last campaign that is closed; a later one has taken it over already."""
    for member, before in kept.memberships(tx, staff):
        if before.id != row.id and before.starts_on <= row.starts_on:
            return progress_of(tx, before, member).missing if before.closed_at is not None else 0
    return 0


@verb("campaign.member", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_member(_caller: Caller, tx: Transaction, *, campaign: str, staff: str, changes: dict[str, str]) -> int:
    """Change the coach, extension, post or a reason of somebody who takes part; returns how many changed."""
    unknown = sorted(set(changes) - set(FIELDS))
    if unknown:
        raise Misused("field_not_settable", field=unknown[0], choices=" ".join(FIELDS))
    member_of(tx, campaign, staff)
    if changes.get("coach"):
        tx.known(Staff, changes["coach"])
    tx.subject = campaign
    cells = {name: text.strip() or None for name, text in changes.items()}
    return tx.save("campaign_member", kept.member_id(campaign, staff), cells)


@verb("campaign.leave", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def leave(_caller: Caller, tx: Transaction, *, campaign: str, staff: str) -> None:
    """Take somebody out of a campaign; their calls stay. Raises Refused `member_has_calls` once there are any."""
    member = member_of(tx, campaign, staff)
    if any(one.voided_at is None for one in kept.contacts(tx, campaign, staff)):
        raise Refused("member_has_calls", name=tx.known(Staff, staff).name)
    tx.save("campaign_member", member.id, {"deleted": 1})
    tx.subject = campaign


@question("campaign.newcomers", roles=FOLLOW_ROLES)
def newcomers(_caller: Caller, reader: Reader, *, campaign: str, now_ms: int) -> tuple[Newcomer, ...]:
    """New people without a completed practice after the days that an onboarding campaign gives them, the latest first.

    Listed are its members, and project general managers who began in its time and joined none.
    """
    row = of_id(reader, campaign)
    if row.kind != "onboarding":
        return ()
    today, found = day_of(now_ms, zone_of(reader)), []
    for person in people.all_staff(reader):
        mine = kept.memberships(reader, person.id)
        here = next((member for member, at in mine if at.id == campaign), None)
        if here is None and not _began_within(person, row):
            continue
        due = kept_day((here.due_on if here else None) or _due(row, person) or row.ends_on) or today
        is_done = any(progress_of(reader, at, member).is_done for member, at in mine)
        if rules.is_overdue(due, today, is_done=is_done):
            late = (today - due).days
            found.append(Newcomer(person.id, person.name, person.post or "", due.isoformat(), late, bool(mine)))
    return tuple(sorted(found, key=lambda one: (-one.days_late, one.name)))


def _began_within(person: Staff, row: Campaign) -> bool:
    began = person.started_on
    return person.level == "project_gm" and began is not None and row.starts_on <= began <= row.ends_on


def member_of(reader: Reader, campaign: str, staff: str) -> CampaignMember:
    """Somebody's place in a campaign. Raises Refused `not_a_member`."""
    found = reader.get(CampaignMember, kept.member_id(campaign, staff))
    if found is None or found.deleted:
        raise Refused("not_a_member", name=people.names(reader).get(staff, ""))
    return found
