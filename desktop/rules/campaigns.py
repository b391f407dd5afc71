"""The hotline practice: what counts towards a quota, how long it lasts, when somebody may be called, what is late."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from statistics import median
from typing import Literal

from db.errors import Misused

KINDS = ("practice", "onboarding")
RECEIVED, CALLED_BACK = "received", "called_back"
DIRECTIONS = (RECEIVED, CALLED_BACK)
TALKED = "talked"
RESULTS = (TALKED, "no_answer", "refused", "empty_number", "wrong_number")
# The articles say 50 conversations and one to three days; the rest no article says, so every campaign may differ.
QUOTA, LONGEST_DAYS = 50, 3
ENTRY_MIN, DUE_DAYS = 120, 30
CALL_FROM, CALL_UNTIL = "09:00", "20:00"
LOOKED_AT_AGAIN = (7, 30)
# Three rings; a ring and its pause last five seconds.
RINGS_WITHIN, RING_S = 3, 5
_MOST_QUOTA, _MOST_MONTHS = 500, 60

Standing = Literal["before", "open", "done", "short"]


@dataclass(frozen=True, slots=True)
class Call:
    """A call as far as it counts: `in_window` says that it was made on a day of the campaign."""

    direction: str
    result: str
    is_voided: bool = False
    in_window: bool = True

    @property
    def counts(self) -> bool:
        """Whether it is one of the real conversations that are owed."""
        return self.result == TALKED and not self.is_voided and self.in_window


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is: real conversations received and called back, tries by result, and what counts nowhere."""

    owed: int
    received: int = 0
    called_back: int = 0
    tries: Mapping[str, int] = field(default_factory=dict)
    voided: int = 0
    outside: int = 0

    @property
    def talked(self) -> int:
        """Real conversations, both ways."""
        return self.received + self.called_back

    @property
    def is_done(self) -> bool:
        """Whether the quota is reached."""
        return self.talked >= self.owed

    @property
    def missing(self) -> int:
        """How many are still to come."""
        return max(self.owed - self.talked, 0)

    @property
    def tried(self) -> int:
        """Calls that came to nothing; shown, never counted."""
        return sum(self.tries.values())


def owed(quota: int, carried: int | None) -> int:
    """What somebody owes: the quota, and what they brought along from an earlier campaign."""
    return quota + (carried or 0)


def progress(calls: Iterable[Call], owed_count: int) -> Progress:
    """Count calls; a voided one counts nowhere, one outside the window only as such."""
    received = called_back = voided = outside = 0
    tries: Counter[str] = Counter()
    for call in calls:
        if call.is_voided:
            voided += 1
        elif call.result != TALKED:
            tries[call.result] += 1
        elif not call.in_window:
            outside += 1
        elif call.direction == RECEIVED:
            received += 1
        else:
            called_back += 1
    return Progress(
        owed_count, received, called_back, {one: tries[one] for one in RESULTS if tries[one]}, voided, outside
    )


def checked_window(first: date, last: date, kind: str) -> None:
    """Refuse days in the wrong order, and a practice of more than three: somebody stays one to three days.

    New people come one by one, so their campaign may run for months. Raises Misused.
    """
    if last < first:
        raise Misused("ends_before_start", starts=first.isoformat(), ends=last.isoformat())
    days = (last - first).days + 1
    if kind == "practice" and days > LONGEST_DAYS:
        raise Misused("campaign_too_long", days=days, most=LONGEST_DAYS)


def checked_quota(quota: int) -> int:
    """The quota unchanged. Raises Misused `quota_out_of_range`."""
    if not 1 <= quota <= _MOST_QUOTA:
        raise Misused("quota_out_of_range", value=quota, most=_MOST_QUOTA)
    return quota


def is_within(day: date, first: date, last: date) -> bool:
    """Whether a day is one of the campaign's, both ends included."""
    return first <= day <= last


def standing(made: Progress, today: date, first: date, last: date) -> Standing:
    """Done as soon as the quota is reached; short once the last day is over; open in between."""
    if made.is_done:
        return "done"
    if today > last:
        return "short"
    return "before" if today < first else "open"


def due_on(started_on: date, days: int) -> date:
    """The last day on which a new person is in time: `days` days after their first."""
    return started_on + timedelta(days=days)


def is_overdue(due: date, today: date, *, is_done: bool) -> bool:
    """Whether a new person should have finished by now; the day itself is still in time."""
    return not is_done and today > due


def months_on(first: date, count: int) -> tuple[date, ...]:
    """The same day in `count` months from that of `first` on; the 31st becomes the last day of a shorter month.

    Raises Misused `months_out_of_range`.
    """
    if not 1 <= count <= _MOST_MONTHS:
        raise Misused("months_out_of_range", value=count, most=_MOST_MONTHS)
    made = []
    for step in range(count):
        year, month = divmod(first.year * 12 + first.month - 1 + step, 12)
        made.append(date(year, month + 1, min(first.day, monthrange(year, month + 1)[1])))
    return tuple(made)


def month_key(day: date) -> str:
    """What tells one campaign of a series from the next: 2028-02."""
    return f"{day:%Y-%m}"


def is_late(heard_ms: int, entered_ms: int, limit_min: int) -> bool:
    """Whether words came in too late; the last minute is still in time."""
    return entered_ms - heard_ms > limit_min * 60_000


def read_clock(text: str) -> time:
    """09:00 as a time of day. Raises Misused `clock_unreadable`."""
    try:
        return time.fromisoformat(text.strip() if len(text.strip()) > len("9:00") else f"0{text.strip()}")
    except ValueError as problem:
        raise Misused("clock_unreadable", value=text[:20]) from problem


def may_call(now: time, first: str | None, last: str | None) -> bool:
    """Whether calls may be made at this time of day: from the first minute on, and before the last."""
    return read_clock(first or CALL_FROM) <= now < read_clock(last or CALL_UNTIL)


def is_quick(rings: int | None, ring_s: int | None) -> bool | None:
    """Whether a call was answered within three rings; None where nobody knows."""
    if rings is not None:
        return rings <= RINGS_WITHIN
    return None if ring_s is None else ring_s <= RINGS_WITHIN * RING_S


@dataclass(frozen=True, slots=True)
class Waits:
    """How long callers waited: median and the ninth of ten in seconds, how many of how many within three rings."""

    median_s: float | None
    p90_s: int | None
    quick: int
    known: int


def waits(calls: Sequence[tuple[int | None, int | None]]) -> Waits:
    """From (rings, seconds) of received calls; what nobody noted is left out, not taken for quick."""
    seconds = sorted(ring_s if ring_s is not None else (rings or 0) * RING_S for rings, ring_s in calls
                     if rings is not None or ring_s is not None)  # fmt: skip
    known = [quick for rings, ring_s in calls if (quick := is_quick(rings, ring_s)) is not None]
    if not seconds:
        return Waits(None, None, 0, 0)
    ninth = seconds[-(-9 * len(seconds) // 10) - 1]
    return Waits(float(median(seconds)), ninth, sum(known), len(known))


def score(items: Mapping[str, bool | None]) -> int:
    """Of 100: the share of the checklist's lines that were done; one that did not come up (None) is left out.

    Raises Misused `checklist_empty` where nothing was judged.
    """
    judged = [is_done for is_done in items.values() if is_done is not None]
    if not judged:
        raise Misused("checklist_empty")
    return (200 * sum(judged) + len(judged)) // (2 * len(judged))


def lines_of(text: str | None) -> tuple[str, ...]:
    """The lines of phrases or of a checklist, empty ones left out, each once."""
    return tuple(dict.fromkeys(line.strip() for line in (text or "").splitlines() if line.strip()))
