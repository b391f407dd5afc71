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
_AFTER_LABEL, _AFTER_BAR, _NUMBER, _SHARE = 20.0, 12.0, 28.0, 48.0
# Room that a value or a time of day needs to be read.
_DIGIT, _LEAST_FOR_TIME, _TIME_HALF = 8.0, 52.0, 18.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar to be drawn: `key` names what it opens, `text` stands at it."""

    key: str
    text: str
    value: int


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
class Marks:
    """A chart ready to be painted."""

    boxes: tuple[Box, ...] = ()
    texts: tuple[Text, ...] = ()
    base: Base | None = None


def columns(bars: Sequence[Bar], width: float, height: float) -> Marks:
    """Upright bars over a time line: the value above each, a time under every second, fewer where they would touch."""
    if not bars:
        return Marks()
    pitch = width / len(bars)
    wide = min(_COLUMN, pitch / (1 + _GAP_SHARE))
    base = height - _TIME - _FOOT
    most = max(max(bar.value for bar in bars), 1)
    every = max(2, -(-int(_LEAST_FOR_TIME) // max(int(pitch), 1))) if len(bars) > 1 else 1
    boxes, texts = [], []
    for place, bar in enumerate(bars):
        middle = pitch * (place + 0.5)
        tall = max((base - _VALUE) * bar.value / most, 1.0) if bar.value else 0.0
        reach = (pitch * place, 0.0, pitch, height)
        boxes.append(Box(bar.key, middle - wide / 2, base - tall, wide, tall, reach))
        value = f"{bar.value:,}"
        if bar.value and (pitch > _DIGIT * len(value) or bar.value == most):
            texts.append(Text(middle, base - tall - _VALUE, _VALUE, value, "value", "centre"))
        if place % every == 0:
            inside = min(max(middle, _TIME_HALF), width - _TIME_HALF)
            texts.append(Text(inside, base + _FOOT / 2, _TIME, bar.text, "time", "centre"))
    return Marks(tuple(boxes), tuple(texts), Base(0.0, base, width, base))


def rows(bars: Sequence[Bar], width: float, height: float, label_width: float) -> Marks:
    """Bars lying one under the other: name, bar, value, share; of fewer than ten no share is given and all is faint."""
    if not bars:
        return Marks()
    total = sum(bar.value for bar in bars)
    is_few = total < FEW
    pitch = min(_PITCH, height / len(bars))
    left = label_width + _AFTER_LABEL
    room = max(width - left - _AFTER_BAR - _NUMBER - _SHARE, 1.0)
    most = max(max(bar.value for bar in bars), 1)
    boxes, texts = [], []
    for place, bar in enumerate(bars):
        top = pitch * place + (pitch - _BAR) / 2
        long = max(room * bar.value / most, 2.0) if bar.value else 0.0
        boxes.append(Box(bar.key, left, top, long, _BAR, (0.0, pitch * place, width, pitch)))
        texts.append(Text(0.0, top, _BAR, bar.text, "label", "left"))
        after = left + long + (_AFTER_BAR if bar.value else 0)
        texts.append(Text(after, top, _BAR, f"{bar.value:,}", "value_strong", "left", is_faint=is_few))
        if not is_few:
            share = f"{round(100 * bar.value / total)}%"
            texts.append(Text(after + _NUMBER + 2 * (len(f"{bar.value:,}") - 2), top, _BAR, share, "share", "left"))
    return Marks(tuple(boxes), tuple(texts))


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
