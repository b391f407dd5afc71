"""What the first page shows beside the work list's figures: frozen values, no Qt."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desktop.services.concerns.writing import Unfitting

PeriodName = Literal["week", "last_week", "month", "all"]
TodayKind = Literal["late", "returned", "callback", "promise", "today", "soon"]

# Promises due this soon belong among today's work.
PROMISED_SOON_DAYS = 3
_FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Who came to an event, by quarters of an hour that begin at these moments (UTC ms)."""

    event: str
    title: str
    invited: int
    arrived: int
    quarters: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Concerns by area over some days; the most first, "" for those without an area."""

    name: PeriodName
    first: date
    last: date
    areas: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How many concerns."""
        return sum(count for _, count in self.areas)


@dataclass(frozen=True, slots=True)
class TodayLine:
    """One thing to be done first: a concern, or a promise of it; `days_left` is negative once its day has passed."""

    concern: str
    kind: TodayKind
    words: str
    client: str
    days_left: int | None
    due: str = ""


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A confirmed common matter; `open` of its concerns have not come to an end."""

    issue: str
    title: str
    clients: int
    open: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The rest of the first page; `longest_late` is (days, words) of the concern that is late the longest."""

    arrivals: Arrivals | None = None
    periods: tuple[Period, ...] = ()
    today: tuple[TodayLine, ...] = ()
    today_total: int = 0
    longest_late: tuple[int, str] | None = None
    returned_often: int = 0
    callbacks_today: int = 0
    promised_this_week: int = 0
    disagreeing_devices: int = 0
    matters: tuple[MatterLine, ...] = ()
    # Lists in which "other" is chosen too often.
    unfitting: tuple[Unfitting, ...] = ()


NO_OVERVIEW = Overview()


def days_of(name: PeriodName, today: date) -> tuple[date, date]:
    """First and last day of a period; a week begins on Monday, a month is four weeks."""
    monday = today - timedelta(days=today.weekday())
    if name == "week":
        return monday, monday + timedelta(days=6)
    if name == "last_week":
        return monday - timedelta(days=7), monday - timedelta(days=1)
    if name == "month":
        return monday - timedelta(days=21), monday + timedelta(days=6)
    return _FIRST_DAY, today + timedelta(days=1)
