"""Charts as marks: where bars, texts and lines stand. A painter for the screen, and one for paper, draw the same.

Lengths are in units of the painter, from the top left corner; who calls says how wide and high the chart may be.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Align = Literal["left", "centre", "right"]
Use = Literal["value", "value_strong", "share", "label", "time"]

QUARTER = timedelta(minutes=15)
# A share of fewer than ten would be read as more than it says.
FEW = 10
_COLUMN, _GAP_SHARE = 26.0, 0.6
_VALUE, _TIME, _FOOT = 20.0, 20.0, 6.0
_BAR, _PITCH = 20.0, 42.0
# A number of so many digits has room enough everywhere.
_SHORT = 2
# Bars shorter than this say nothing: rather no shares.
_LEAST_BAR = 40.0
_AFTER_LABEL, _AFTER_BAR, _NUMBER, _SHARE = 20.0, 12.0, 28.0, 48.0
# Room that a value or a time of day needs to be read.
_DIGIT, _LEAST_FOR_TIME, _TIME_HALF = 7.5, 52.0, 18.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar to be drawn: `key` names what it opens, `text` stands at it; `target` is what was expected of it."""

    key: str
    text: str
    value: int
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A drawn bar, and `reach` = (x, y, width, height) of what belongs to it under a finger or the keyboard."""

    key: str
    x: float
    y: float
    width: float
    height: float
    reach: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Text:
    """A text whose box has its top at `y` and its left, centre or right at `x`."""

    x: float
    y: float
    height: float
    text: str
    use: Use
    align: Align
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Base:
    """The one line that bars stand on."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Level:
    """A stroke at the place that a bar was expected to reach."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Marks:
    """A chart ready to be painted; `levels` lie above the bars."""

    boxes: tuple[Box, ...] = ()
    texts: tuple[Text, ...] = ()
    base: Base | None = None
    levels: tuple[Level, ...] = ()


def columns(bars: Sequence[Bar], width: float, height: float) -> Marks:
    """Upright bars over a time line: the value above each, a time under every second, fewer where they would touch.

    Where a bar has a target, a stroke over the whole width of its place says how high it was expected to be.
    """
    if not bars:
        return Marks()
    pitch = width / len(bars)
    wide = min(_COLUMN, pitch / (1 + _GAP_SHARE))
    base = height - _TIME - _FOOT
    highest = max(bar.value for bar in bars)
    most = max(highest, _highest_target(bars), 1)
    every = max(2, -(-int(_LEAST_FOR_TIME) // max(int(pitch), 1))) if len(bars) > 1 else 1
    boxes, texts, levels = [], [], []
    for place, bar in enumerate(bars):
        middle = pitch * (place + 0.5)
        tall = max((base - _VALUE) * bar.value / most, 1.0) if bar.value else 0.0
        reach = (pitch * place, 0.0, pitch, height)
        boxes.append(Box(bar.key, middle - wide / 2, base - tall, wide, tall, reach))
        value = f"{bar.value:,}"
        above = base - tall
        if bar.target:
            level = base - (base - _VALUE) * bar.target / most
            levels.append(Level(pitch * place, level, pitch * (place + 1), level))
            # A stroke through its digits would make the value unreadable.
            above = level if above - _VALUE < level < above else above
        if bar.value and (pitch > _DIGIT * len(value) or bar.value == highest):
            texts.append(Text(middle, max(above - _VALUE, 0.0), _VALUE, value, "value", "centre"))
        if place % every == 0:
            inside = min(max(middle, _TIME_HALF), width - _TIME_HALF)
            texts.append(Text(inside, base + _FOOT / 2, _TIME, bar.text, "time", "centre"))
    return Marks(tuple(boxes), tuple(texts), Base(0.0, base, width, base), tuple(levels))


def rows(bars: Sequence[Bar], width: float, height: float, label_width: float) -> Marks:
    """Bars lying one under the other: name, bar, value, share; of fewer than ten no share is given and all is faint.

    The share is of all bars together, of a bar with a target of that target.
    """
    if not bars:
        return Marks()
    total = sum(bar.value if bar.target is None else bar.target for bar in bars)
    is_few = total < FEW
    pitch = min(_PITCH, height / len(bars))
    left = label_width + _AFTER_LABEL
    values = [f"{bar.value:,}" if bar.target is None else f"{bar.value:,} / {bar.target:,}" for bar in bars]
    number = _NUMBER + max(_DIGIT * (max(map(len, values)) - _SHORT), 0.0) * any(bar.target is not None for bar in bars)
    room = width - left - _AFTER_BAR - number - _SHARE
    has_shares = not is_few and room >= _LEAST_BAR
    room = max(room if has_shares else room + _SHARE, 1.0)
    most = max(max(bar.value for bar in bars), _highest_target(bars), 1)
    boxes, texts, levels = [], [], []
    for place, (bar, value) in enumerate(zip(bars, values, strict=True)):
        top = pitch * place + (pitch - _BAR) / 2
        long = max(room * bar.value / most, 2.0) if bar.value else 0.0
        boxes.append(Box(bar.key, left, top, long, _BAR, (0.0, pitch * place, width, pitch)))
        texts.append(Text(0.0, top, _BAR, bar.text, "label", "left"))
        reach = max(long, room * (bar.target or 0) / most)
        if bar.target:
            level = left + room * bar.target / most
            levels.append(Level(level, top, level, top + _BAR))
        after = left + reach + (_AFTER_BAR if reach else 0)
        texts.append(Text(after, top, _BAR, value, "value_strong", "left", is_faint=is_few))
        whole = total if bar.target is None else bar.target
        if whole and has_shares:
            share = f"{round(100 * bar.value / whole)}%"
            wide = _NUMBER + 2 * (len(value) - 2) if bar.target is None else number
            texts.append(Text(after + wide, top, _BAR, share, "share", "left"))
    return Marks(tuple(boxes), tuple(texts), levels=tuple(levels))


def _highest_target(bars: Sequence[Bar]) -> int:
    return max((bar.target or 0 for bar in bars), default=0)


def by_quarters(moments: Iterable[datetime]) -> tuple[tuple[datetime, int], ...]:
    """How many moments fall into each quarter of an hour, the empty quarters between included.

    Of several days the quarters stand one behind the other, a night in between left out.
    """
    counted = Counter(quarter_of(moment) for moment in moments)
    found: list[tuple[datetime, int]] = []
    for quarter in sorted(counted):
        if found and found[-1][0].date() == quarter.date():
            gap = found[-1][0] + QUARTER
            while gap < quarter:
                found.append((gap, 0))
                gap += QUARTER
        found.append((quarter, counted[quarter]))
    return tuple(found)


def quarter_of(moment: datetime) -> datetime:
    """The beginning of the quarter of an hour in which a moment falls."""
    return moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)


def at_point(marks: Marks, x: float, y: float) -> str:
    """The key of the bar whose reach holds the point; "" for none."""
    for box in marks.boxes:
        left, top, width, height = box.reach
        if left <= x < left + width and top <= y < top + height:
            return box.key
    return ""
