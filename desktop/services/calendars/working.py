"""The working time of every department and the limits of the clocks, read once for a whole list."""

from datetime import date, time, timedelta

from db import calendars
from db.records import WorkHours
from db.store import Reader
from desktop.rules.calendar import Calendar, Hours
from desktop.rules.deadlines import Limits, due, due_text, limit_of, limits
from desktop.rules.times import day_of, kept_day
from desktop.services.zones import zone_of

# Nothing that we hold lasts longer; a slip in a date must not fill the calendar.
_LONGEST_EVENT_DAYS = 366


class Working:
    """`calendar` of a department, `limits` of the clocks."""

    def __init__(self, reader: Reader) -> None:
        self.zone = zone_of(reader)
        self.limits: Limits = limits(calendars.clock_rules(reader))
        self._days = calendars.work_days(reader)
        self._hours = {one.department: one for one in calendars.work_hours(reader)}
        self._events = _event_days(reader, self)
        self._made: dict[str | None, Calendar] = {}

    def calendar(self, department: str | None = None) -> Calendar:
        """The working time of a department, else what counts for all."""
        if department not in self._made:
            own = self._hours.get(department) or self._hours.get(None)
            # Those of all departments come first, so a department's own word about a day stands above them.
            swapped = {
                day: bool(one.is_work)
                for one in self._days
                if one.department in (None, department) and (day := kept_day(one.day))
            }
            self._made[department] = Calendar(self.zone, hours_of(own), swapped, self._events)
        return self._made[department]

    def due(self, clock: str, since: int, department: str | None = None, grade: str = "") -> int:
        """Until when (UTC ms) a clock runs that began at `since`."""
        return due(limit_of(self.limits, clock, grade), since, self.calendar(department))

    def due_text(self, clock: str, since: int, department: str | None = None, grade: str = "") -> str:
        """The same as it is kept."""
        return due_text(self.due(clock, since, department, grade), self.zone)


def hours_of(kept: WorkHours | None) -> Hours:
    """The hours as a rule; as shipped where nobody set them, or where what came cannot be read."""
    if kept is None:
        return Hours()
    try:
        days = frozenset(int(one) for one in kept.weekdays.split())
        opens, closes = time.fromisoformat(kept.from_time), time.fromisoformat(kept.until_time)
    except ValueError:
        return Hours()
    return Hours(days, opens, closes, bool(kept.event_days))


def _event_days(reader: Reader, working: Working) -> frozenset[date]:
    found: set[date] = set()
    for starts, ends in calendars.event_times(reader):
        first, last = day_of(starts, working.zone), day_of(max(starts, ends), working.zone)
        days = min((last - first).days + 1, _LONGEST_EVENT_DAYS)
        found.update(first + timedelta(days=number) for number in range(days))
    return frozenset(found)
