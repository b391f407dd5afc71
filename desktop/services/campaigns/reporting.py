"""What a campaign looks like in figures: each person's progress, tries, waits, scores, and what came in late."""

from collections.abc import Sequence
from dataclasses import dataclass

from db import campaigns as kept
from db import people
from db.campaign_records import Campaign, CampaignContact, CampaignMember, Observation
from db.records import Reception, Staff
from db.store import Reader
from desktop.rules import campaigns as rules
from desktop.rules.campaigns import Progress, Standing, Waits
from desktop.rules.times import day_of, kept_day
from desktop.services.campaigns import members
from desktop.services.campaigns.campaigns import of_id
from desktop.services.campaigns.counting import days_of, progress_of
from desktop.services.campaigns.members import Newcomer
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody in a campaign. `late` concerns were entered after the limit, `to_enter` calls have no words yet."""

    member: CampaignMember
    name: str
    department: str
    coach: str
    progress: Progress
    standing: Standing
    late: int
    to_enter: int
    waits: Waits
    scored: int
    score: int | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody who sat beside: calls listened to, and how many of these they scored. They owe no calls for it."""

    staff: str
    name: str
    calls: int
    scored: int


@dataclass(frozen=True, slots=True)
class Report:
    """A campaign as it stands; `unmatched` are lines of the log that no call was found for."""

    campaign: Campaign
    people: tuple[MemberLine, ...]
    listeners: tuple[Listener, ...]
    newcomers: tuple[Newcomer, ...]
    items: int
    items_open: int
    log: int
    unmatched: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """How often people of one post took part: invited to campaigns, in touch with a client there, done."""

    post: str
    level: str
    people: int
    invited: int
    took_part: int
    done: int


@question("campaign.report", roles=FOLLOW_ROLES)
def report(caller: Caller, reader: Reader, *, campaign: str, now_ms: int) -> Report:
    """Everything that is counted of a campaign, as it stands at `now_ms`."""
    row = of_id(reader, campaign)
    calls, seen = kept.contacts(reader, campaign), kept.observations(reader, campaign)
    staff = {one.id: one for one in people.all_staff(reader)}
    names = people.names(reader)
    talks = kept.talks(reader, row.event)
    late = _late(reader, row, calls)
    today, (first, last) = day_of(now_ms, zone_of(reader)), days_of(row)
    lines = []
    for member in kept.members(reader, campaign):
        mine = [one for one in calls if one.staff == member.staff]
        made = progress_of(reader, row, member, mine)
        score = [one.score for one in seen if one.contact in {each.id for each in mine}]
        due = kept_day(member.due_on)
        standing = rules.standing(made, today, first, last)
        lines.append(
            MemberLine(
                member, names.get(member.staff, ""), _department(staff.get(member.staff)),
                names.get(member.coach or "", ""), made, standing, late.get(member.staff, 0),
                sum(one.result == rules.TALKED and one.voided_at is None and one.reception is None for one in mine),
                _waits(mine), len(score), round(sum(score) / len(score)) if score else None,
                due is not None and rules.is_overdue(due, today, is_done=made.is_done),
            )
        )  # fmt: skip
    items, log = kept.items(reader, campaign), kept.log(reader, campaign)
    return Report(
        row, tuple(sorted(lines, key=lambda one: one.name)), _listeners(calls, seen, talks, names),
        members.newcomers(caller, reader, campaign=campaign, now_ms=now_ms), len(items),
        sum(one.done_at is None for one in items), len(log), sum(one.contact is None for one in log),
    )  # fmt: skip


def _department(person: Staff | None) -> str:
    return (person.department or "") if person else ""


def _late(reader: Reader, row: Campaign, calls: Sequence[CampaignContact]) -> dict[str, int]:
    """Person -> concerns that were entered too late, counted from the call in which they were heard."""
    at: dict[str | None, int] = {one.reception: one.at for one in calls if one.reception}
    found: dict[str, int] = {}
    for concern in kept.heard(reader, row.event):
        heard_at, entered_at, talk, received_by = int(concern[5]), concern[6], concern[7], concern[10]
        if rules.is_late(at.get(talk, heard_at), entered_at, row.entry_min or rules.ENTRY_MIN):
            found[received_by] = found.get(received_by, 0) + 1
    return found


def _waits(calls: Sequence[CampaignContact]) -> Waits:
    rung = [one for one in calls if one.direction == rules.RECEIVED and one.voided_at is None]
    return rules.waits([(one.rings, one.ring_s) for one in rung])


def _listeners(
    calls: Sequence[CampaignContact], seen: Sequence[Observation], talks: dict[str, Reception], names: dict[str, str]
) -> tuple[Listener, ...]:
    heard: dict[str, set[str]] = {}
    scored: dict[str, set[str]] = {}
    for call in calls:
        talk = talks.get(call.reception or "")
        for person in (talk.observers or "").split() if talk else ():
            heard.setdefault(person, set()).add(call.id)
    for one in seen:
        heard.setdefault(one.observer, set()).add(one.contact)
        scored.setdefault(one.observer, set()).add(one.contact)
    found = [
        Listener(person, names.get(person, ""), len(ones), len(scored.get(person, ())))
        for person, ones in heard.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.calls, one.name)))


@question("campaign.attendance", roles=FOLLOW_ROLES)
def attendance(_caller: Caller, reader: Reader) -> tuple[Attendance, ...]:
    """Who was invited and who took part over all campaigns, by the post and level that they had then."""
    found: dict[tuple[str, str], list[tuple[str, bool, bool]]] = {}
    for row in kept.all_campaigns(reader):
        for member in kept.members(reader, row.id):
            made = progress_of(reader, row, member)
            came = made.talked + made.tried + made.outside > 0
            found.setdefault((member.post or "", member.level), []).append((member.staff, came, made.is_done))
    return tuple(
        Attendance(
            post, level, len({one[0] for one in ones}), len(ones), sum(one[1] for one in ones),
            sum(one[2] for one in ones),
        )
        for (post, level), ones in sorted(found.items())
    )  # fmt: skip
