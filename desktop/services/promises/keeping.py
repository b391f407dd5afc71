"""How many promises were kept (兑现 x / y), by who made them and by event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db import concern_clocks
from db.store import Reader
from desktop.rules.times import day_of
from desktop.services.registry import FOLLOW_ROLES, Caller, question
from desktop.services.zones import zone_of


@dataclass(frozen=True, slots=True)
class KeptShare:
    """`kept` of `made`; of those kept `kept_late` after their day, of the others `late` are past it."""

    made: int = 0
    kept: int = 0
    kept_late: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Shares:
    """Of the whole project, of each person (id of the staff) and of each event (id)."""

    project: KeptShare
    people: Mapping[str, KeptShare]
    events: Mapping[str, KeptShare]


@question("promise.kept-share", roles=FOLLOW_ROLES)
def kept_share(_caller: Caller, reader: Reader, *, now_ms: int) -> Shares:
    """How many promises were made and kept so far."""
    zone = zone_of(reader)
    today = day_of(now_ms, zone)
    project, people, events = KeptShare(), dict[str, KeptShare](), dict[str, KeptShare]()
    for staff, event, due, kept_at in concern_clocks.promises_kept(reader):
        kept_on = day_of(kept_at, zone) if kept_at is not None else None
        one = _one(due, kept_on, today)
        project = _sum(project, one)
        people[staff] = _sum(people.get(staff, KeptShare()), one)
        events[event] = _sum(events.get(event, KeptShare()), one)
    return Shares(project, people, events)


def _one(due: str, kept_on: date | None, today: date) -> KeptShare:
    if kept_on is not None:
        return KeptShare(1, 1, int(kept_on.isoformat() > due))
    return KeptShare(1, 0, 0, int(today.isoformat() > due))


def _sum(so_far: KeptShare, one: KeptShare) -> KeptShare:
    return KeptShare(
        so_far.made + one.made, so_far.kept + one.kept, so_far.kept_late + one.kept_late, so_far.late + one.late
    )
