"""Who was expected when: the people of each slot spread evenly over its quarters of an hour."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.rules.charts import QUARTER, quarter_of
from desktop.rules.slots import Slot

# A slot that names only its beginning is taken to last so long.
_WITHOUT_END = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of an hour: who came (of those invited, and besides) and how many were expected."""

    begins: datetime
    arrived: int
    besides: int
    expected: int


def span_of(slot: Slot, starts: datetime, ends: datetime) -> tuple[datetime, datetime]:
    """From when to when the people of a slot are expected, at an event that lasts from `starts` to `ends`.

    Without hours, or without a day at an event of several days, it is the whole event.
    """
    days = [starts.date() + timedelta(days=number) for number in range((ends.date() - starts.date()).days + 1)]
    meant = [day for day in days if (day.month, day.day) == slot.day] or days
    if slot.starts is None or len(meant) != 1:
        return starts, ends
    midnight = datetime.combine(meant[0], datetime.min.time(), starts.tzinfo)
    begins = midnight + timedelta(minutes=slot.starts)
    return begins, midnight + timedelta(minutes=slot.ends) if slot.ends is not None else begins + _WITHOUT_END


def spread(groups: Iterable[tuple[datetime, datetime, int]]) -> dict[datetime, int]:
    """Quarter -> how many are expected in it; each group (from, to, how many) keeps its sum."""
    expected: Counter[datetime] = Counter()
    for begins, ends, count in groups:
        first = quarter_of(begins)
        quarters = max(-(-(ends - first) // QUARTER), 1)
        for number in range(quarters):
            # Rounded to the nearest: one person alone is expected in the middle.
            until, before = ((2 * count * one + quarters) // (2 * quarters) for one in (number + 1, number))
            expected[first + number * QUARTER] += until - before
    return {quarter: count for quarter, count in expected.items() if count}


def by_quarters(
    arrived: Iterable[datetime], besides: Iterable[datetime], expected: Mapping[datetime, int]
) -> tuple[Quarter, ...]:
    """Each quarter from the first to the last of a day on which anything was or is expected, empty ones included."""
    came, others = Counter(map(quarter_of, arrived)), Counter(map(quarter_of, besides))
    found: list[Quarter] = []
    for quarter in sorted({*came, *others, *expected}):
        while found and found[-1].begins.date() == quarter.date() and found[-1].begins + QUARTER < quarter:
            found.append(Quarter(found[-1].begins + QUARTER, 0, 0, 0))
        found.append(Quarter(quarter, came[quarter], others[quarter], expected.get(quarter, 0)))
    return tuple(found)
