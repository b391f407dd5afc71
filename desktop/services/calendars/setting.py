"""Setting when departments work and how long a clock runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from db import calendars
from db.errors import Misused
from db.records import WorkDay
from db.store import Reader, Transaction
from desktop.roster.work_days import UnreadLine, read_work_days
from desktop.rules.calendar import Hours
from desktop.rules.codes import codes, known_code
from desktop.rules.deadlines import ANY, SHARES, UNITS, Limit, limits, shipped
from desktop.services.calendars.working import hours_of
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb

_WEEKDAYS = range(1, 8)
LONGEST_SHARE = 100
LONGEST_AMOUNT = 1_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What a list of days brought: days read, days said anew, rows that could not be read."""

    days: int
    changed: int
    unread: tuple[UnreadLine, ...]


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One limit; `grade` is "" for any, `is_own` says that the project set it."""

    clock: str
    grade: str
    limit: Limit
    is_own: bool


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Everything that is set: hours by department (None for all), days against the week's rule, limits."""

    hours: tuple[tuple[str | None, Hours], ...]
    days: tuple[WorkDay, ...]
    clocks: tuple[ClockLine, ...]


@verb("calendar.import", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def import_days(caller: Caller, tx: Transaction, *, file: Path, department: str | None = None) -> Imported:
    """Take in a year's swapped weekends from an XLSX or CSV list: day, work or rest, name. A row that cannot be read
    is told and the others come in.

    Raises Unreadable, Misused `calendar_headings`.
    """
    if department:
        known_code("department", department, additions(tx))
    lines, unread = read_work_days(file)
    changed = 0
    for line in lines:
        day = line.day.isoformat()
        changed += calendars.put_day(tx, day, department or None, is_work=line.is_work, name=line.name or None)
    tx.subject = file.name
    return Imported(len(lines), changed, unread)


@verb("calendar.hours", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_hours(
    _caller: Caller,
    tx: Transaction,
    *,
    department: str | None = None,
    weekdays: Sequence[int] = (1, 2, 3, 4, 5),
    from_time: str = "09:00",
    until_time: str = "18:00",
    event_days: bool = False,
) -> bool:
    """Say on which weekdays (Monday is 1) and hours a department works, all for None. Returns whether that is new.

    Raises Misused `weekday_unknown`, `hours_unreadable`.
    """
    if department:
        known_code("department", department, additions(tx))
    days = sorted(dict.fromkeys(weekdays))
    if not days or any(day not in _WEEKDAYS for day in days):
        raise Misused("weekday_unknown", value=" ".join(map(str, weekdays)))
    opens, closes = _time(from_time), _time(until_time)
    if opens >= closes:
        raise Misused("hours_unreadable", value=f"{from_time}-{until_time}")
    tx.subject = department
    return calendars.put_hours(
        tx, department or None, weekdays=" ".join(map(str, days)), from_time=f"{opens:%H:%M}",
        until_time=f"{closes:%H:%M}", event_days=event_days,
    )  # fmt: skip


@verb("calendar.clock", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_clock(
    _caller: Caller, tx: Transaction, *, clock: str, amount: int, unit: str, grade: str | None = None
) -> bool:
    """Say how long a clock runs, for one grade or for any. Returns whether that is new.

    Raises Misused `code_unknown`, `clock_unit`, `number_expected`.
    """
    known_code("clock", clock)
    if grade:
        known_code("grade", grade, additions(tx))
    known_code("clock_unit", unit)
    if (unit == "percent") is not (clock in SHARES):
        fitting = "percent" if clock in SHARES else " ".join(one for one in UNITS if one != "percent")
        raise Misused("clock_unit", clock=clock, clock_unit=unit, choices=fitting)
    if not 0 <= amount <= (LONGEST_SHARE if unit == "percent" else LONGEST_AMOUNT):
        raise Misused("clock_amount", clock=clock, value=amount)
    tx.subject = clock
    return calendars.put_clock(tx, clock, grade or None, amount=amount, unit=unit)


@verb("calendar.drop-day", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def drop_day(_caller: Caller, tx: Transaction, *, day: date, department: str | None = None) -> bool:
    """Take a day back that was said to be worked or free: the week's rule counts again. Returns whether one was."""
    found = [one for one in calendars.work_days(tx) if one.day == day.isoformat() and one.department == department]
    for one in found:
        calendars.drop(tx, one)
        tx.subject = one.day
    return bool(found)


@question("calendar.show", roles=FOLLOW_ROLES)
def show(_caller: Caller, reader: Reader) -> WorkingTime:
    """When departments work, and how long the clocks run."""
    kept = calendars.work_hours(reader)
    hours = [(one.department, hours_of(one)) for one in kept]
    if all(department is not None for department, _ in hours):
        hours.insert(0, (None, Hours()))
    known, order = limits(calendars.clock_rules(reader)), codes("clock")
    lines = [
        ClockLine(clock, "" if grade == ANY else grade, limit, shipped().get((clock, grade)) != limit)
        for (clock, grade), limit in known.items()
        if clock in order
    ]
    lines.sort(key=lambda one: (order.index(one.clock), one.grade))
    return WorkingTime(tuple(hours), calendars.work_days(reader), tuple(lines))


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text.strip())
    except ValueError as problem:
        raise Misused("hours_unreadable", value=text) from problem
