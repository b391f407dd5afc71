"""Campaigns of the hotline: made, made again every month, changed, closed with what was not reached."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from db import campaigns as kept
from db import events as held
from db import people
from db.campaign_records import Campaign, CampaignMember
from db.errors import Misused, Refused
from db.ids import NAMED_AT, named_id
from db.records import Event, Project
from db.store import Reader, Transaction
from desktop.rules import campaigns as rules
from desktop.rules.times import day_bounds, read_day
from desktop.services.campaigns.counting import progress_of
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of
from resources import path

NODE = "complaint_reception"
FIELDS = (
    "name", "quota", "starts_on", "ends_on", "due_days", "greeting", "phrases", "checklist", "call_from", "call_until",
    "entry_min",
)  # fmt: skip
_NUMBERS = ("quota", "due_days", "entry_min")
_LONGEST_MIN = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign in the list; `done` of `people` have reached their quota, `talked` counts real conversations."""

    campaign: Campaign
    people: int
    done: int
    talked: int


@cache
def _shipped() -> Mapping[str, str | list[str]]:
    with path("calls.toml").open("rb") as file:
        return tomllib.load(file)


def shipped_lines(name: str) -> str:
    """The phrases or the checklist that a new campaign begins with, a line each."""
    return "\n".join(_shipped()[name])


def greeting_of(project: Project) -> str:
    """How a call is answered: the one name that everybody bears to the client."""
    return str(_shipped()["greeting"]).replace("{company}", project.company or project.name)


@verb("campaign.add", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def add(
    caller: Caller,
    tx: Transaction,
    *,
    name: str,
    starts_on: str,
    ends_on: str | None = None,
    kind: str = "practice",
    said: Mapping[str, str] | None = None,
) -> str:
    """Add a campaign and the event under which its concerns are numbered; `said` sets further FIELDS. Returns its id.

    Raises Misused `name_missing`, `code_unknown`, `ends_before_start`, `campaign_too_long`, `quota_out_of_range`.
    """
    if not name.strip():
        raise Misused("name_missing")
    if kind not in rules.KINDS:
        raise Misused("code_unknown", list="campaign_kind", value=kind, choices=" ".join(rules.KINDS))
    first, last = read_day(starts_on), read_day(ends_on or starts_on)
    rules.checked_window(first, last, kind)
    campaign = tx.new_id()
    started: dict[str, str | int | None] = {
        "quota": rules.QUOTA, "entry_min": rules.ENTRY_MIN, "call_from": rules.CALL_FROM,
        "call_until": rules.CALL_UNTIL, "greeting": greeting_of(held.project(tx)),
        "phrases": shipped_lines("phrases"), "checklist": shipped_lines("checklist"),
        "due_days": rules.DUE_DAYS if kind == "onboarding" else None,
    }  # fmt: skip
    cells = started | _cells({field: text for field, text in (said or {}).items() if text.strip()})
    event = _event(caller, tx, tx.new_id(), tx.now, name.strip(), first, last)
    tx.insert(
        Campaign(
            id=campaign, created_at=tx.now, created_by=caller.staff, name=name.strip(), kind=kind, event=event,
            starts_on=first.isoformat(), ends_on=last.isoformat(), **cells,  # type: ignore[arg-type]  # checked above
        )
    )  # fmt: skip
    tx.subject = campaign
    return campaign


def _event(
    caller: Caller, tx: Transaction, event: str, made_at: int, title: str, first: date, last: date
) -> str:  # fmt: skip
    """The event of a campaign. It begins at midnight: an open day of the same date stays the event of that day."""
    zone = zone_of(tx)
    return tx.insert(
        Event(
            id=event, created_at=made_at, created_by=caller.staff if made_at else None, number=held.next_number(tx),
            node=NODE, title=title, starts_at=day_bounds(first, zone)[0], ends_at=day_bounds(last, zone)[1] - 1,
        )
    )  # fmt: skip


@verb("campaign.series", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def series(caller: Caller, tx: Transaction, *, campaign: str, months: int = 12) -> tuple[str, ...]:
    """Make a campaign again for each of `months` months, its own included; a month that has one is left alone.

    Returns the ids of those that are new. What is changed at one campaign later is not changed at the others.
    """
    asked = of_id(tx, campaign)
    pattern = of_id(tx, asked.series) if asked.series and asked.series != asked.id else asked
    first, last = read_day(pattern.starts_on), read_day(pattern.ends_on)
    made: list[str] = []
    for day in rules.months_on(first, months)[1:]:
        again = kept.in_series(pattern.id, rules.month_key(day))
        if tx.get(Campaign, again) is not None:
            continue
        until = day + (last - first)
        name = f"{pattern.name} {rules.month_key(day)}"
        event = _event(caller, tx, named_id("campaign_event", again), NAMED_AT, name, day, until)
        tx.insert(
            Campaign(
                id=again, created_at=NAMED_AT, name=name, kind=pattern.kind, event=event, quota=pattern.quota,
                starts_on=day.isoformat(), ends_on=until.isoformat(), due_days=pattern.due_days, series=pattern.id,
                greeting=pattern.greeting, phrases=pattern.phrases, checklist=pattern.checklist,
                call_from=pattern.call_from, call_until=pattern.call_until, entry_min=pattern.entry_min,
            )
        )  # fmt: skip
        made.append(again)
    if made:
        tx.save("campaign", pattern.id, {"series": pattern.id})
    tx.subject = pattern.id
    return tuple(made)


@verb("campaign.set", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_fields(_caller: Caller, tx: Transaction, *, campaign: str, changes: Mapping[str, str]) -> int:
    """Change FIELDS of a campaign; returns how many changed. Its event takes the name and the days along."""
    row = of_id(tx, campaign)
    cells = _cells(changes)
    first = read_day(str(cells.get("starts_on", row.starts_on)))
    last = read_day(str(cells.get("ends_on", row.ends_on)))
    rules.checked_window(first, last, row.kind)
    if "name" in cells and not cells["name"]:
        raise Misused("name_missing")
    zone = zone_of(tx)
    changed = tx.save("campaign", campaign, cells) if cells else 0
    tx.save(
        "event", row.event,
        {
            "title": cells.get("name", row.name), "starts_at": day_bounds(first, zone)[0],
            "ends_at": day_bounds(last, zone)[1] - 1,
        },
    )  # fmt: skip
    tx.subject = campaign
    return changed


def _cells(changes: Mapping[str, str]) -> dict[str, str | int | None]:
    """Fields as they are kept. Raises Misused for one that cannot be set, or cannot be read."""
    unknown = sorted(set(changes) - set(FIELDS))
    if unknown:
        raise Misused("field_not_settable", field=unknown[0], choices=" ".join(FIELDS))
    cells: dict[str, str | int | None] = {}
    for name, text in changes.items():
        typed = text.strip()
        if name in _NUMBERS:
            cells[name] = _number(name, typed)
        elif name in ("starts_on", "ends_on"):
            cells[name] = read_day(typed).isoformat()
        elif name in ("call_from", "call_until"):
            cells[name] = f"{rules.read_clock(typed):%H:%M}"
        elif name in ("phrases", "checklist"):
            cells[name] = "\n".join(rules.lines_of(text)) or None
        else:
            cells[name] = typed or None
    return cells


def _number(name: str, typed: str) -> int:
    if not typed.isdecimal():
        raise Misused("number_expected", field=name, value=typed[:20])
    number = int(typed[:9])
    if name == "quota":
        return rules.checked_quota(number)
    most = _LONGEST_MIN if name == "entry_min" else 366
    if not 1 <= number <= most:
        raise Misused("number_out_of_range", field=name, value=number, least=1, most=most)
    return number


@verb("campaign.close", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def close(caller: Caller, tx: Transaction, *, campaign: str, reasons: Mapping[str, str] | None = None) -> None:
    """Say that a campaign is over; `reasons` (person -> why) for those who did not reach their quota.

    Raises Refused `campaign_closed`, and `shortfall_reason_missing` while somebody's reason is not known.
    """
    row = of_id(tx, campaign)
    if row.closed_at is not None:
        raise Refused("campaign_closed", name=row.name)
    for staff, reason in (reasons or {}).items():
        if reason.strip():
            tx.save("campaign_member", kept.member_id(campaign, staff), {"shortfall_reason": reason.strip()})
    short = [one for one in kept.members(tx, campaign) if not progress_of(tx, row, one).is_done]
    silent = [one for one in short if not one.shortfall_reason]
    if silent:
        names = _names(tx, silent)
        raise Refused("shortfall_reason_missing", names=names, count=len(silent))
    tx.save("campaign", campaign, {"closed_at": tx.now})
    tx.subject = campaign


@verb("campaign.reopen", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def reopen(_caller: Caller, tx: Transaction, *, campaign: str) -> None:
    """Take back that a campaign is over."""
    of_id(tx, campaign)
    tx.save("campaign", campaign, {"closed_at": None})
    tx.subject = campaign


@question("campaign.list", roles=FOLLOW_ROLES)
def listed(_caller: Caller, reader: Reader) -> tuple[CampaignLine, ...]:
    """Every campaign, the latest first."""
    lines = []
    for one in kept.all_campaigns(reader):
        made = [progress_of(reader, one, member) for member in kept.members(reader, one.id)]
        lines.append(
            CampaignLine(one, len(made), sum(each.is_done for each in made), sum(each.talked for each in made))
        )
    return tuple(lines)


def of_id(reader: Reader, campaign: str) -> Campaign:
    """The campaign with this id. Raises Misused `id_unknown`."""
    return reader.known(Campaign, campaign, living=True)


def _names(reader: Reader, members: list[CampaignMember]) -> str:
    """The names of members, for a sentence."""
    names = people.names(reader)
    return "、".join(names.get(one.staff, "") for one in members)
