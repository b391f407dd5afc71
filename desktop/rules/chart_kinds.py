"""The charts that say more than how many: Pareto by distinct clients, how long people waited, a share over time.

First what is counted, then its marks; `rules.charts` has the marks themselves and the plain bars.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise, permutations, product
from statistics import median, quantiles

from desktop.rules.charts import FEW, SCREEN, Align, Bar, Base, Box, Dot, Level, Marks, Segment, Sizes, Text, columns

BIN_MIN = 5
OTHERS = "-others"
_MOST_BINS = 12
_LEAST_GAP_SHARE = 0.12
# From here on characters are as wide as they are high.
_WIDE = 0x2E80


# -- Pareto: what most clients share -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cause:
    """One bar: how many distinct clients said it, and how many said it or one of those before it."""

    key: str
    clients: int
    covered: int


def causes(said: Mapping[str, Set[str]], everybody: Set[str], most: int = 8) -> tuple[Cause, ...]:
    """Causes by distinct clients, the most first, equal ones in the order of their keys.

    `said` is cause -> clients. A client who said two things counts in both bars and once in the line. Those whom no
    shown cause holds come last, as OTHERS; with them the line reaches `everybody`.
    """
    order = sorted((key for key, who in said.items() if who), key=lambda key: (-len(said[key]), key))
    found: list[Cause] = []
    covered: set[str] = set()
    for key in order[:most]:
        covered |= said[key]
        found.append(Cause(key, len(said[key]), len(covered)))
    others = (set(everybody) - covered).union(*(said[key] for key in order[most:]))
    if others:
        found.append(Cause(OTHERS, len(others), len(covered | others)))
    return tuple(found)


def pareto(
    bars: Sequence[Bar], covered: Sequence[int], whole: int, width: float, height: float, label_width: float,
    sizes: Sizes = SCREEN,
) -> Marks:  # fmt: skip
    """Lying bars, the longest first, and over them the line of those covered so far out of `whole`.

    Names may be sentences, so they stand at the left and the line runs down; shares stand at the right edge. Bars and
    line have one scale. Of fewer than ten no line and no share is drawn.
    """
    if not bars:
        return Marks()
    is_few = whole < FEW
    pitch = min(sizes.pitch, height / len(bars))
    tall = min(sizes.bar, pitch)
    number = max(sizes.number - sizes.after_label, sizes.digit * max(len(f"{bar.value:,}") for bar in bars))
    left = label_width + sizes.after_label + number + sizes.after_bar
    room = max(width - left - sizes.share - sizes.after_bar, 1.0)
    scale = max(bar.value for bar in bars) if is_few else whole
    boxes, texts, dots = [], [], []
    for place, (bar, so_far) in enumerate(zip(bars, covered, strict=True)):
        top = pitch * place + (pitch - tall) / 2
        long = max(room * bar.value / max(scale, 1), 2.0) if bar.value else 0.0
        boxes.append(Box(bar.key, left, top, long, tall, (0.0, pitch * place, width, pitch)))
        texts.append(Text(0.0, top, tall, bar.text, "label", "left"))
        texts.append(
            Text(left - sizes.after_bar, top, tall, f"{bar.value:,}", "value_strong", "right", is_faint=is_few)
        )
        if not is_few:
            dots.append(Dot(left + room * so_far / whole, top + tall / 2, sizes.dot))
            texts.append(Text(width, top, tall, f"{round(100 * so_far / whole)}%", "share", "right"))
    segments = (Segment(a.x, a.y, b.x, b.y) for a, b in pairwise(dots))
    return Marks(tuple(boxes), tuple(texts), segments=tuple(segments), dots=tuple(dots))


# -- how long people waited --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Waiting:
    """Waits in minutes: how many, median and 90th percentile (None for nobody), those within `target_min`, and how many
    began at each step of five minutes; the last step holds everything longer if `is_open`."""

    count: int
    median_min: float | None
    p90_min: float | None
    target_min: int | None
    within: int
    bins: tuple[int, ...]
    is_open: bool = False


def waiting(minutes: Iterable[float], target_min: int | None = None) -> Waiting:
    """Count waits; what is below 0 (two clocks tell it) is 0."""
    times = sorted(max(one, 0.0) for one in minutes)
    if not times:
        return Waiting(0, None, None, target_min, 0, ())
    places = [int(one // BIN_MIN) for one in times]
    last = min(places[-1], _MOST_BINS - 1)
    counts = [0] * (last + 1)
    for place in places:
        counts[min(place, last)] += 1
    ninth = quantiles(times, n=10, method="inclusive")[8] if len(times) > 1 else times[0]
    within = 0 if target_min is None else sum(one <= target_min for one in times)
    return Waiting(len(times), median(times), ninth, target_min, within, tuple(counts), places[-1] > last)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A place on the axis of minutes that is marked, and what is written at it."""

    at_min: float
    text: str


def waits(found: Waiting, strokes: Sequence[Stroke], width: float, height: float, sizes: Sizes = SCREEN) -> Marks:
    """Bars of five minutes side by side, the minutes below the edges between them, and the strokes over them.

    The text of each stroke has a line of its own above the bars, so that nothing is written through.
    """
    if not found.bins:
        return Marks()
    above = sizes.time * len(strokes)
    # The target may lie beyond the longest wait.
    reach = max((one.at_min for one in strokes), default=0.0)
    count = max(len(found.bins), min(int(reach // BIN_MIN) + 1, _MOST_BINS))
    bars = tuple(
        Bar(str(place * BIN_MIN), "", found.bins[place] if place < len(found.bins) else 0) for place in range(count)
    )
    wide = replace(sizes, column=width, gap_share=_LEAST_GAP_SHARE)
    plain = columns(bars, width, max(height - above, 1.0), wide)
    pitch, base = width / count, height - sizes.time - sizes.foot
    boxes = tuple(replace(box, y=box.y + above, reach=(box.reach[0], 0.0, pitch, height)) for box in plain.boxes)
    xs = [min(one.at_min / BIN_MIN * pitch, width) for one in strokes]
    levels, said = [], []
    for one, x, (line, is_left) in zip(strokes, xs, _lines(strokes, xs, width, sizes), strict=True):
        levels.append(Level(x, sizes.time * (line + 1), x, base))
        beside = sizes.digit / 2 if is_left else -sizes.digit / 2
        align: Align = "left" if is_left else "right"
        said.append(Text(x + beside, sizes.time * line, sizes.time, one.text, "time", align))
    values = (
        replace(text, x=_beside(text.x, [level.x1 for level in levels], sizes), y=text.y + above)
        for text in plain.texts
        if text.use == "value"
    )
    return Marks(
        boxes, (*values, *said, *_minutes(count, pitch, base, found, sizes)), Base(0.0, base, width, base),
        tuple(levels),
    )  # fmt: skip


def _lines(strokes: Sequence[Stroke], xs: Sequence[float], width: float, sizes: Sizes) -> tuple[tuple[int, bool], ...]:
    """For each stroke the line of its text, and whether that stands at its right: so that no stroke goes through a
    text. A stroke begins under its own text and runs down through the lines below."""
    wide = [sum(1.0 if ord(char) < _WIDE else 2.0 for char in one.text) * sizes.digit for one in strokes]

    def bad(found: tuple[tuple[int, bool], ...]) -> float:
        worst = 0.0
        for x, room, (line, is_left) in zip(xs, wide, found, strict=True):
            beside = sizes.digit / 2
            low, high = (x + beside, x + beside + room) if is_left else (x - beside - room, x - beside)
            worst += max(-low, 0.0) + max(high - width, 0.0)
            crossed = (low < other < high for other, (above, _) in zip(xs, found, strict=True) if above < line)
            worst += room * sum(crossed)
        return worst

    every = range(len(strokes))
    orders = permutations(sorted(every, key=lambda place: xs[place]))
    sides = tuple(product((True, False), repeat=len(strokes)))
    choices = (tuple((order.index(place), side[place]) for place in every) for order in orders for side in sides)
    return min(choices, key=bad)


def _beside(x: float, strokes: Sequence[float], sizes: Sizes) -> float:
    """A value a little aside where a stroke would go through it."""
    for one in strokes:
        if abs(one - x) < sizes.digit:
            return one + (sizes.digit if x >= one else -sizes.digit)
    return x


def _minutes(count: int, pitch: float, base: float, found: Waiting, sizes: Sizes) -> list[Text]:
    every = max(1, -(-int(sizes.time_room) // max(int(pitch), 1)))
    made = []
    for place in range(0, count + 1, every):
        text = f"{place * BIN_MIN}"
        if place == count and found.is_open:
            text = f">{(count - 1) * BIN_MIN}"
        align: Align = "left" if place == 0 else "right" if place == count else "centre"
        made.append(Text(pitch * place, base + sizes.foot / 2, sizes.time, text, "time", align))
    return made


# -- a share over time -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """A share at one time: `part` of `whole`; a whole of 0 is a time about which nothing is known."""

    key: str
    text: str
    part: int
    whole: int

    @property
    def is_few(self) -> bool:
        """Too few for a percentage."""
        return self.whole < FEW


def trend(points: Sequence[Point], width: float, height: float, sizes: Sizes = SCREEN) -> Marks:
    """A line of shares from 0 to all, with n under each point.

    A point of fewer than ten is faint and has no percentage. Over a time without data no line is drawn.
    """
    if not points:
        return Marks()
    pitch = width / len(points)
    base = height - 2 * sizes.time - sizes.foot
    top = sizes.value + sizes.dot
    every = max(1, -(-int(sizes.time_room) // max(int(pitch), 1)))
    dots: list[Dot | None] = []
    boxes, texts = [], []
    for place, one in enumerate(points):
        middle = pitch * (place + 0.5)
        boxes.append(Box(one.key, middle, base, 0.0, 0.0, (pitch * place, 0.0, pitch, height)))
        known = one.whole > 0
        y = base - (base - top) * one.part / one.whole if known else 0.0
        dots.append(Dot(middle, y, sizes.dot, one.is_few) if known else None)
        if place % every == 0:
            below = base + sizes.foot / 2
            inside = min(max(middle, sizes.time_half), width - sizes.time_half)
            texts.append(Text(inside, below, sizes.time, one.text, "time", "centre"))
            n = f"n={one.whole:,}" if known else "—"
            texts.append(Text(inside, below + sizes.time, sizes.time, n, "time", "centre", is_faint=one.is_few))
    for place, dot in enumerate(dots):
        if dot is not None and not dot.is_faint:
            one = points[place]
            share = f"{round(100 * one.part / one.whole)}%"
            above = _is_peak(dots, place) or dot.y + sizes.value + sizes.dot > base
            y = dot.y - sizes.value - sizes.dot / 2 if above else dot.y + sizes.dot / 2
            texts.append(Text(dot.x, y, sizes.value, share, "value", "centre"))
    segments = tuple(
        Segment(a.x, a.y, b.x, b.y, a.is_faint or b.is_faint)
        for a, b in pairwise(dots)
        if a is not None and b is not None
    )
    return Marks(
        tuple(boxes), tuple(texts), Base(0.0, base, width, base), segments=segments,
        dots=tuple(dot for dot in dots if dot is not None),
    )  # fmt: skip


def _is_peak(dots: Sequence[Dot | None], place: int) -> bool:
    """Whether the line beside a point lies rather below it than above: its text has room above."""
    beside = [dot.y for dot in (*dots[max(place - 1, 0) : place], *dots[place + 1 : place + 2]) if dot is not None]
    here = dots[place]
    return here is None or not beside or sum(beside) / len(beside) >= here.y
