"""Working time: a week's rule, what the swapped weekends of a year change in it, and the days of events."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from typing import Final
from zoneinfo import ZoneInfo

from desktop.rules.times import local, to_ms

_WEEK: Final = 7
# A calendar in which nothing is ever worked: after a year the search for a working day ends.
_LONGEST_SEARCH: Final = 400
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """When a department works: ISO weekdays (Monday is 1), from when until when; with `event_days` also when an event
    falls on a free day."""

    weekdays: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    opens: time = time(9)
    closes: time = time(18)
    event_days: bool = False


class Calendar:
    """The working time of one department. Moments are UTC milliseconds, days those of the project's zone.

    `swapped` says of a day whether it is worked, whatever the weekday; `events` are the days on which one is held.
    """

    def __init__(
        self,
        zone: ZoneInfo,
        hours: Hours = Hours(),
        swapped: Mapping[date, bool] | None = None,
        events: frozenset[date] = frozenset(),
    ) -> None:
        self.zone, self.hours = zone, hours
        known = dict(swapped or {})
        if hours.event_days:
            known.update(dict.fromkeys(events, True))
        self._known = known
        self._days = sorted(day.toordinal() for day in known)
        # How many working days more than by weekday alone lie before each of these.
        self._more = (0, *accumulate(self._against_week(date.fromordinal(day)) for day in self._days))
        opens, closes = (timedelta(hours=at.hour, minutes=at.minute) for at in (hours.opens, hours.closes))
        self._span = max((closes - opens) // timedelta(milliseconds=1), 0)
        # A list asks for the same days and the same moments thousands of times.
        self._hours_at: dict[tuple[date, time], int] = {}
        self._worked: dict[int, int] = {}
        self._closing: dict[tuple[date, int], int] = {}

    def is_work(self, day: date) -> bool:
        """Whether the day is worked."""
        return self._known.get(day, day.isoweekday() in self.hours.weekdays)

    def working_ms(self, since: int, until: int) -> int:
        """The working time between two moments; 0 where the second is not later."""
        return max(self._worked_before(until) - self._worked_before(since), 0) if until > since else 0

    def after_hours(self, since: int, working_ms: int) -> int:
        """The moment at which so much time has been worked since then."""
        left, day = working_ms, local(since, self.zone).date()
        for _ in range(_LONGEST_SEARCH):
            begin = max(since, self._at(day, self.hours.opens))
            there = max(self._at(day, self.hours.closes) - begin, 0) if self.is_work(day) else 0
            if there >= left and there:
                return begin + left
            left -= there
            day += _ONE_DAY
        return since + working_ms

    def closing_after(self, since: int, days: int) -> int:
        """The close of the `days`-th working day after the day of that moment, which itself does not count."""
        day = local(since, self.zone).date()
        if (day, days) not in self._closing:
            self._closing[day, days] = self._at(self._working_day_after(day, days), self.hours.closes)
        return self._closing[day, days]

    def end_of_day(self, since: int, days: int) -> int:
        """The last minute of the day that many calendar days after that moment."""
        return self._at(local(since, self.zone).date() + timedelta(days=days), time(23, 59))

    def _working_day_after(self, day: date, days: int) -> date:
        for _ in range(_LONGEST_SEARCH):
            if days <= 0:
                break
            day += _ONE_DAY
            days -= self.is_work(day)
        return day

    def _against_week(self, day: date) -> int:
        return int(self._known[day]) - int(day.isoweekday() in self.hours.weekdays)

    def _at(self, day: date, at: time) -> int:
        known = self._hours_at.get((day, at))
        if known is None:
            known = self._hours_at[day, at] = to_ms(datetime.combine(day, at, self.zone))
        return known

    def _worked_before(self, moment: int) -> int:
        known = self._worked.get(moment)
        if known is None:
            known = self._worked[moment] = self._count_before(moment)
        return known

    def _count_before(self, moment: int) -> int:
        at = local(moment, self.zone)
        day = at.date()
        # Ordinal 1 is a Monday.
        weeks, rest = divmod(day.toordinal() - 1, _WEEK)
        days = weeks * len(self.hours.weekdays) + sum(one <= rest for one in self.hours.weekdays)
        days += self._more[bisect_left(self._days, day.toordinal())]
        today = min(max(moment - self._at(day, self.hours.opens), 0), self._span) if self.is_work(day) else 0
        return days * self._span + today
