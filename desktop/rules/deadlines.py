"""How long a step may take, until when that is by a calendar, and how far a clock has run."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final, Literal
from zoneinfo import ZoneInfo

from db.errors import Misused
from db.follow_records import ClockRule
from desktop.rules.calendar import Calendar
from desktop.rules.times import day_bounds, local, read_time
from resources import path

Stage = Literal["in_time", "remind", "supervise", "report", "paused"]

ANY: Final = "any"
UNITS: Final = ("hour", "work_hour", "work_day", "day", "percent")
# The two that are parts of the time a concern has; all others are times.
SHARES: Final = ("remind", "supervise")
HIGHEST_GRADE: Final = "4"
# What puts a concern under the shortest clock whatever its grade.
URGENT_RISKS: Final = ("safety", "group")
_HOUR_MS: Final = 3_600_000
_WHOLE: Final = 100
_DAY_CHARACTERS: Final = len("2026-05-20")


@dataclass(frozen=True, slots=True)
class Limit:
    """So many of a unit: hour, work_hour, work_day, day or percent."""

    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs for a concern, from `since` to `due` (UTC ms); `stage` says how far it has run."""

    clock: str
    since: int
    due: int
    stage: Stage = "in_time"


Limits = Mapping[tuple[str, str], Limit]


@cache
def shipped() -> Limits:
    """(clock, grade or "any") -> limit, as the program ships them."""
    with path("clocks.toml").open("rb") as file:
        read = tomllib.load(file)
    return MappingProxyType(
        {(clock, grade): Limit(**limit) for clock, grades in read.items() for grade, limit in grades.items()}
    )


def limits(rules: Iterable[ClockRule] = ()) -> Limits:
    """The shipped limits with what the project set otherwise."""
    own = {(one.clock, one.grade or ANY): Limit(one.amount, one.unit) for one in rules}
    return MappingProxyType({**shipped(), **own})


def limit_of(known: Limits, clock: str, grade: str = "") -> Limit:
    """The limit of a clock for a grade, else for any grade. KeyError for a clock that nobody knows."""
    return known.get((clock, grade)) or known[clock, ANY]


def due(limit: Limit, since: int, calendar: Calendar) -> int:
    """The moment (UTC ms) until which the limit runs. A share of something else has none (ValueError)."""
    if limit.unit == "hour":
        return since + limit.amount * _HOUR_MS
    if limit.unit == "work_hour":
        return calendar.after_hours(since, limit.amount * _HOUR_MS)
    if limit.unit == "work_day":
        return calendar.closing_after(since, limit.amount)
    if limit.unit == "day":
        return calendar.end_of_day(since, limit.amount)
    raise ValueError(limit.unit)


def urgency(grade: str | None, risk: str | None) -> str:
    """The grade by which the clocks run: a danger or a crowd of complaints stands above what was chosen."""
    return HIGHEST_GRADE if set((risk or "").split()) & set(URGENT_RISKS) else grade or ""


def due_text(at: int, zone: ZoneInfo) -> str:
    """A deadline as it is kept: 2026-05-26T18:00 in the project's zone."""
    return local(at, zone).strftime("%Y-%m-%dT%H:%M")


def due_moment(text: str | None, zone: ZoneInfo) -> int | None:
    """The moment (UTC ms) at which a kept deadline has passed; a day alone lasts to its end. None for no deadline."""
    if not text:
        return None
    try:
        if len(text.strip()) <= _DAY_CHARACTERS:
            return day_bounds(date.fromisoformat(text.strip()), zone)[1] - 1
        return read_time(text, zone)
    except (ValueError, Misused):
        return None


def stage(since: int, until: int, now: int, calendar: Calendar, known: Limits) -> Stage:
    """How far a clock has run: the reminder and the supervision at their shares of it, the report after its end."""
    if now > until:
        return "report" if now > due(known["report", ANY], until, calendar) else "supervise"
    # Outside working hours nothing runs; a clock that has none in it at all runs by the hour.
    whole = calendar.working_ms(since, until)
    used = calendar.working_ms(since, now)
    if not whole:
        whole, used = max(until - since, 1), max(now - since, 0)
    share, supervised = used * _WHOLE, known["supervise", ANY].amount
    # The whole of the time is over when its end has passed, not when the last working hour before it has.
    if supervised < _WHOLE and share >= whole * supervised:
        return "supervise"
    return "remind" if share >= whole * known["remind", ANY].amount else "in_time"


def moved(text: str | None, since: int, until: int, calendar: Calendar) -> str | None:
    """A deadline put off by the working time between two moments, as text; None where there is nothing to put off."""
    at = due_moment(text, calendar.zone)
    pause = calendar.working_ms(since, until)
    return due_text(calendar.after_hours(at, pause), calendar.zone) if at is not None and pause else None
