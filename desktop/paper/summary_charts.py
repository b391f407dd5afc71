"""The charts of the reports: a sentence that says what was found, what it is counted from, and the marks.

The same chart stands on a sheet and, as a picture, in a document for a text program.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from desktop.paper import charts
from desktop.paper.content import Bar, EventSummary
from desktop.paper.flow import Block
from desktop.paper.kit import Sheet
from desktop.paper.measures import GREY, LABEL, LEFT, RIGHT, TEXT
from desktop.paper.summary_content import Pareto
from desktop.rules import chart_kinds
from desktop.rules.charts import FEW, PAPER, Marks, columns, rows
from desktop.rules.charts import Bar as Drawn

BETWEEN: Final = 26.0
HALF: Final = (RIGHT - LEFT - BETWEEN) / 2
WHOLE: Final = RIGHT - LEFT
_HEAD: Final = 29.0
_FOOT: Final = 9.0
_UPRIGHT: Final = 88.0
_PITCH: Final = 17.5
_LABEL_MOST: Final = 62.0
_CAUSE_MOST: Final = 216.0
# Names of what nobody has said yet: no finding of its own.
UNSAID: Final = ("未定", "未归类")
# More quarters of an hour than this want the whole width.
_MANY: Final = 16


@dataclass(frozen=True, slots=True)
class Chart:
    """`title` is the finding in one sentence, `note` its base; `marks` draws it so many points wide."""

    title: str
    note: str
    height: float
    marks: Callable[[Sheet, float], Marks]
    is_wide: bool = False


def arrivals(bars: Sequence[Bar]) -> Chart:
    """When people came."""
    most = max(bars, key=lambda bar: bar.count)
    drawn = tuple(Drawn(bar.label, bar.label, bar.count) for bar in bars)
    total = sum(bar.count for bar in bars)
    return Chart(
        f"{most.label} 起的一刻钟到访最多：{most.count} 户", f"每 15 分钟签到户数，n={total}", _UPRIGHT,
        lambda _sheet, width: columns(drawn, width, _UPRIGHT, PAPER), len(bars) > _MANY,
    )  # fmt: skip


def waiting(found: chart_kinds.Waiting) -> Chart:
    """How long people waited."""
    middle, ninth = found.median_min or 0.0, found.p90_min or 0.0
    strokes = [
        chart_kinds.Stroke(middle, f"中位数 {round(middle)} 分"),
        chart_kinds.Stroke(ninth, f"九成 {round(ninth)} 分"),
    ]
    note = f"签到到接待开始，每 {chart_kinds.BIN_MIN} 分钟客户数，n={found.count}"
    if found.target_min is not None:
        strokes.append(chart_kinds.Stroke(found.target_min, f"目标 {found.target_min} 分"))
        note += f"，{found.within} 位在目标内"
    height = _UPRIGHT + PAPER.time * (len(strokes) - 1)
    return Chart(
        f"等候中位数 {round(middle)} 分，九成在 {round(ninth)} 分内", note, height,
        lambda _sheet, width: chart_kinds.waits(found, strokes, width, height, PAPER),
    )  # fmt: skip


def counted(name: str, bars: Sequence[Bar]) -> Chart:
    """Concerns by one property, the most first; `name` is the property."""
    total = sum(bar.count for bar in bars)
    first = bars[0]
    is_clear = total >= FEW and (len(bars) == 1 or first.count > bars[1].count)
    title = f"{first.label}最多：{first.count} / {total} 件" if is_clear else f"按{name}（{total} 件）"
    if is_clear and first.label in UNSAID:
        title = f"{first.count} / {total} 件{name}{first.label}"
    height = _PITCH * len(bars)

    def marks(sheet: Sheet, width: float) -> Marks:
        room = charts.label_width(sheet, tuple(bar.label for bar in bars), _LABEL_MOST)
        drawn = tuple(Drawn(bar.label, sheet.cut(bar.label, room), bar.count) for bar in bars)
        return rows(drawn, width, height, room, replace(PAPER, pitch=_PITCH))

    return Chart(
        title, f"按{name}，n={total}" if is_clear else "n 小于 10 不写百分比" if total < FEW else "", height, marks
    )


def pareto(found: Pareto) -> Chart:
    """What most clients share, and how many of all clients it is together."""
    height = _PITCH * len(found.bars)
    named = [bar for bar in found.bars if bar.clients]
    half = next((place for place, bar in enumerate(named, 1) if 2 * bar.covered >= found.whole), len(named))
    reached = named[half - 1].covered if named else 0

    def marks(sheet: Sheet, width: float) -> Marks:
        room = charts.label_width(sheet, tuple(bar.label for bar in found.bars), _CAUSE_MOST)
        drawn = tuple(Drawn(bar.label, sheet.cut(bar.label, room), bar.clients) for bar in found.bars)
        covered = tuple(bar.covered for bar in found.bars)
        return chart_kinds.pareto(drawn, covered, found.whole, width, height, room, replace(PAPER, pitch=_PITCH))

    few = "；不足 10 位，不写百分比" if found.whole < FEW else "；线与右边的百分比为累计客户"
    return Chart(
        f"前 {half} 项牵涉 {reached} / {found.whole} 位客户",
        f"不同客户数，一位客户多次说同一件只计一次{few}",
        height,
        marks,
        is_wide=True,
    )


def trend(name: str, points: Sequence[chart_kinds.Point]) -> Chart:
    """A share from event to event."""
    known = [one for one in points if one.whole]
    sure = [one for one in known if not one.is_few]
    title = f"{name}，按活动"
    if len(sure) > 1:
        before, last = (round(100 * one.part / one.whole) for one in (sure[-2], sure[-1]))
        turn = "高于" if last > before else "低于" if last < before else "等于"
        title = f"{name} {last}%，{turn}前次的 {before}%"
    height = _UPRIGHT + PAPER.time
    return Chart(
        title, "n 为已评件数；n 小于 10 画空心点，不写百分比；没有数据处不连线", height,
        lambda _sheet, width: chart_kinds.trend(points, width, height, PAPER), is_wide=True,
    )  # fmt: skip


def of_arrival(summary: EventSummary) -> tuple[Chart, ...]:
    """When people came and how long they waited."""
    found = [arrivals(summary.arrivals)] if summary.arrivals else []
    if summary.waiting is not None and summary.waiting.count:
        found.append(waiting(summary.waiting))
    return tuple(found)


def of_concerns(summary: EventSummary) -> tuple[Chart, ...]:
    """Of what the concerns were; a property in which all are the same says nothing and is left out."""
    told = (
        ("类别", summary.areas),
        ("责任部门", summary.departments),
        ("类型", summary.types),
        ("节点", summary.nodes),
    )
    return tuple(counted(name, bars) for name, bars in told if bars and (name == "类别" or len(bars) > 1))


def of_causes(summary: EventSummary) -> tuple[Chart, ...]:
    """What most clients share."""
    return (pareto(summary.pareto),) if summary.pareto is not None else ()


def blocks(found: Sequence[Chart]) -> Iterator[Block]:
    """The charts on a sheet, two beside each other where they are narrow."""
    waiting_one: Chart | None = None
    for one in found:
        if one.is_wide:
            yield _block(one, None)
        elif waiting_one is None:
            waiting_one = one
        else:
            yield _block(waiting_one, one)
            waiting_one = None
    if waiting_one is not None:
        yield _block(waiting_one, None)


def _block(left: Chart, right: Chart | None) -> Block:
    height = _HEAD + max(left.height, right.height if right else 0.0) + _FOOT
    return Block(height, partial(_draw_pair, left=left, right=right))


def _draw_pair(sheet: Sheet, y: float, left: Chart, right: Chart | None) -> None:
    tallest = max(left.height, right.height if right else 0.0)
    for chart, x in ((left, LEFT), (right, LEFT + HALF + BETWEEN)):
        if chart is not None:
            width = WHOLE if chart.is_wide else HALF
            sheet.write_fitted(x, y + 11, chart.title, width, TEXT, strong=True)
            sheet.write_fitted(x, y + 22, chart.note, width, LABEL, colour=GREY)
            # Bars that stand have one base line, bars that lie begin at one height.
            marks = chart.marks(sheet, width)
            down = tallest - chart.height if marks.base else 0.0
            charts.paint(sheet, marks, x, y + _HEAD + down)
