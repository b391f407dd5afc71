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
# A number of so many digits has room enough everywhere.
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much room things take in the painter's units: bars, the heights of texts, gaps, and the width of a digit.

    `least_bar` is the length below which a lying bar says nothing: rather no shares. `time_room` and `time_half` are
    what a time of day needs to be read, `dot` is the radius of a point.
    """

    column: float = 26.0
    gap_share: float = 0.6
    value: float = 20.0
    time: float = 20.0
    foot: float = 6.0
    bar: float = 20.0
    pitch: float = 42.0
    least_bar: float = 40.0
    after_label: float = 20.0
    after_bar: float = 12.0
    number: float = 28.0
    share: float = 48.0
    digit: float = 7.5
    time_room: float = 52.0
    time_half: float = 18.0
    dot: float = 4.0


SCREEN = Sizes()
# Points on a sheet.
PAPER = Sizes(
    column=15.0, gap_share=0.46, value=14.0, time=13.0, foot=3.0, bar=9.5, pitch=19.3, least_bar=24.0, after_label=6.0,
    after_bar=6.0, number=17.0, share=22.0, digit=5.4, time_room=28.0, time_half=11.0, dot=2.2,
)  # fmt: skip


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
class Segment:
    """A piece of a line between two points."""

    x1: float
    y1: float
    x2: float
    y2: float
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line, by its middle."""

    x: float
    y: float
    radius: float
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """A chart ready to be painted; `levels`, `segments` and `dots` lie above the bars, in this order."""

    boxes: tuple[Box, ...] = ()
    texts: tuple[Text, ...] = ()
    base: Base | None = None
    levels: tuple[Level, ...] = ()
    segments: tuple[Segment, ...] = ()
    dots: tuple[Dot, ...] = ()


def columns(bars: Sequence[Bar], width: float, height: float, sizes: Sizes = SCREEN) -> Marks:
    """Upright bars over a time line: the value above each, a time under every second, fewer where they would touch.

    Where a bar has a target, a stroke over the whole width of its place says how high it was expected to be.
    """
    if not bars:
        return Marks()
    pitch = width / len(bars)
    wide = min(sizes.column, pitch / (1 + sizes.gap_share))
    base = height - sizes.time - sizes.foot
    highest = max(bar.value for bar in bars)
    most = max(highest, _highest_target(bars), 1)
    every = max(2, -(-int(sizes.time_room) // max(int(pitch), 1))) if len(bars) > 1 else 1
    boxes, texts, levels = [], [], []
    for place, bar in enumerate(bars):
        middle = pitch * (place + 0.5)
        tall = max((base - sizes.value) * bar.value / most, 1.0) if bar.value else 0.0
        reach = (pitch * place, 0.0, pitch, height)
        boxes.append(Box(bar.key, middle - wide / 2, base - tall, wide, tall, reach))
        value = f"{bar.value:,}"
        above = base - tall
        if bar.target:
            level = base - (base - sizes.value) * bar.target / most
            levels.append(Level(pitch * place, level, pitch * (place + 1), level))
            # A stroke through its digits would make the value unreadable.
            above = level if above - sizes.value < level < above else above
        if bar.value and (pitch > sizes.digit * len(value) or bar.value == highest):
            texts.append(Text(middle, max(above - sizes.value, 0.0), sizes.value, value, "value", "centre"))
        if place % every == 0:
            inside = min(max(middle, sizes.time_half), width - sizes.time_half)
            texts.append(Text(inside, base + sizes.foot / 2, sizes.time, bar.text, "time", "centre"))
    return Marks(tuple(boxes), tuple(texts), Base(0.0, base, width, base), tuple(levels))


def rows(bars: Sequence[Bar], width: float, height: float, label_width: float, sizes: Sizes = SCREEN) -> Marks:
    """Bars lying one under the other: name, bar, value, share; of fewer than ten no share is given and all is faint.

    The share is of all bars together, of a bar with a target of that target.
    """
    if not bars:
        return Marks()
    total = sum(bar.value if bar.target is None else bar.target for bar in bars)
    is_few = total < FEW
    pitch = min(sizes.pitch, height / len(bars))
    left = label_width + sizes.after_label
    values = [f"{bar.value:,}" if bar.target is None else f"{bar.value:,} / {bar.target:,}" for bar in bars]
    number = sizes.number + max(sizes.digit * (max(map(len, values)) - _SHORT), 0.0) * any(
        bar.target is not None for bar in bars
    )
    room = width - left - sizes.after_bar - number - sizes.share
    has_shares = not is_few and room >= sizes.least_bar
    room = max(room if has_shares else room + sizes.share, 1.0)
    most = max(max(bar.value for bar in bars), _highest_target(bars), 1)
    boxes, texts, levels = [], [], []
    for place, (bar, value) in enumerate(zip(bars, values, strict=True)):
        top = pitch * place + (pitch - sizes.bar) / 2
        long = max(room * bar.value / most, 2.0) if bar.value else 0.0
        boxes.append(Box(bar.key, left, top, long, sizes.bar, (0.0, pitch * place, width, pitch)))
        texts.append(Text(0.0, top, sizes.bar, bar.text, "label", "left"))
        reach = max(long, room * (bar.target or 0) / most)
        if bar.target:
            level = left + room * bar.target / most
            levels.append(Level(level, top, level, top + sizes.bar))
        after = left + reach + (sizes.after_bar if reach else 0)
        texts.append(Text(after, top, sizes.bar, value, "value_strong", "left", is_faint=is_few))
        whole = total if bar.target is None else bar.target
        if whole and has_shares:
            share = f"{round(100 * bar.value / whole)}%"
            wide = sizes.number + 2 * (len(value) - 2) if bar.target is None else number
            texts.append(Text(after + wide, top, sizes.bar, share, "share", "left"))
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
