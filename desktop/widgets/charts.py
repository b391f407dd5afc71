"""Charts on the screen: the marks of `rules.charts` painted in one colour; a click or Enter opens a bar's rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.rules import chart_kinds
from desktop.rules.chart_kinds import Point, Stroke, Waiting
from desktop.rules.charts import Bar, Box, Marks, Text, Use, at_point, columns, rows
from desktop.widgets.labels import cut_short, text_width
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX
from desktop.widgets.theme import Ink

_FACES: Mapping[Use, tuple[str, Ink]] = {
    "value": ("small", "ink2"),
    "value_strong": ("body_strong", "ink1"),
    "share": ("caption", "ink3"),
    "label": ("small", "ink2"),
    "time": ("caption", "ink3"),
}
_FLAGS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
# Of the width of a Pareto, for the names of the causes.
_NAMES_SHARE = 0.4
_Lay = Callable[[float, float], Marks]
_BACK, _ON = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartView(QWidget):
    """A chart. `opened` tells the key of the bar that was clicked, or chosen by arrows and Enter."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._marks = Marks()
        self._lay_out: _Lay = lambda _width, _height: Marks()
        self._hovered = ""
        self._place = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_columns(self, bars: tuple[Bar, ...], name: str) -> None:
        """Show upright bars over time; `name` is what the chart is called when it is read out."""
        self._show(bars, name, map(_spoken, bars), lambda width, height: columns(bars, width, height))

    def show_rows(self, bars: tuple[Bar, ...], name: str) -> None:
        """Show bars lying one under the other."""
        label = max((text_width(bar.text, "small") for bar in bars), default=0)
        self._show(bars, name, map(_spoken, bars), lambda width, height: rows(bars, width, height, label))

    def show_pareto(self, bars: tuple[Bar, ...], covered: Sequence[int], whole: int, name: str) -> None:
        """Show causes, those of the most clients first, and the line of all `covered` so far out of `whole` clients."""

        def lay(width: float, height: float) -> Marks:
            room = min(max((text_width(bar.text, "small") for bar in bars), default=0), width * _NAMES_SHARE)
            cut = tuple(Bar(bar.key, cut_short(bar.text, "small", int(room)), bar.value) for bar in bars)
            return chart_kinds.pareto(cut, covered, whole, width, height, room)

        told = (f"{_spoken(bar)} ({so_far} / {whole})" for bar, so_far in zip(bars, covered, strict=True))
        self._show(bars, name, told, lay)

    def show_waits(self, found: Waiting, strokes: Sequence[Stroke], name: str) -> None:
        """Show how many waited how long, five minutes a bar, and the marked places."""
        step = chart_kinds.BIN_MIN
        bars = tuple(
            Bar(str(place * step), f"{place * step}–{(place + 1) * step}", count)  # noqa: RUF001
            for place, count in enumerate(found.bins)
        )
        told = (*(stroke.text for stroke in strokes), *map(_spoken, bars))
        self._show(bars, name, told, lambda width, height: chart_kinds.waits(found, strokes, width, height))

    def show_trend(self, points: Sequence[Point], name: str) -> None:
        """Show a share over time; it is read out with how many it is of."""
        bars = tuple(Bar(one.key, one.text, one.part) for one in points)
        told = (
            f"{one.text} {'' if one.is_few else f'{round(100 * one.part / one.whole)}% '}{one.part} / {one.whole}"
            for one in points
        )
        self._show(bars, name, told, lambda width, height: chart_kinds.trend(points, width, height))

    def _show(self, bars: tuple[Bar, ...], name: str, told: Iterable[str], lay: _Lay) -> None:
        self._bars, self._lay_out, self._place = bars, lay, -1
        self.setAccessibleName(f"{name}: " + ", ".join(told))
        self._lay()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    @property
    def marks(self) -> Marks:
        """Where it stands now."""
        return self._marks

    def _lay(self) -> None:
        self._marks = self._lay_out(float(self.width()), float(self.height()))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(PX.reading_pane // 2, PX.words_field)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(PX.navigation, PX.s96)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()
        super().resizeEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(at_point(self._marks, event.position().x(), event.position().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")
        super().leaveEvent(event)

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = at_point(self._marks, event.position().x(), event.position().y())
        if key:
            self.opened.emit(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._marks.boxes) - 1
        if key in _BACK and last >= 0:
            self._place = max(self._place - 1, 0)
        elif key in _ON and last >= 0:
            self._place = min(self._place + 1, last)
        elif key in _OPENS and 0 <= self._place <= last:
            self.opened.emit(self._marks.boxes[self._place].key)
        else:
            super().keyPressEvent(event)
            return
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self._marks.boxes:
            self._paint_box(painter, box)
        base = self._marks.base
        if base:
            line = QRectF(base.x1, base.y1, base.x2 - base.x1, PX.hairline)
            painter.fillRect(line, colour("line_strong"))
        _paint_levels(painter, self._marks)
        _paint_line(painter, self._marks)
        for text in self._marks.texts:
            _paint_text(painter, text)
        if self.hasFocus() and 0 <= self._place < len(self._marks.boxes):
            _paint_ring(painter, self._marks.boxes[self._place])
        painter.end()

    def _paint_box(self, painter: QPainter, box: Box) -> None:
        if not box.width or not box.height:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_hover" if box.key == self._hovered else "chart_one"))
        radius = min(PX.bar - 1, box.height / 2, box.width / 2)
        painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), radius, radius)


def _spoken(bar: Bar) -> str:
    return f"{bar.text} {bar.value}" if bar.target is None else f"{bar.text} {bar.value} / {bar.target}"


def _paint_levels(painter: QPainter, marks: Marks) -> None:
    """What was expected: the second colour of the series, which is told from the first in grey as well."""
    pen = QPen(QColor(theme().chart_series[1]), PX.thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for level in marks.levels:
        painter.drawLine(QPointF(level.x1, level.y1), QPointF(level.x2, level.y2))


def _paint_line(painter: QPainter, marks: Marks) -> None:
    """The line over the bars or of a share; what rests on few is faint and its points are hollow."""
    second, faint, ground = QColor(theme().chart_series[1]), colour("line_strong"), colour("surface")
    for one in marks.segments:
        painter.setPen(QPen(faint if one.is_faint else second, PX.thick))
        painter.drawLine(QPointF(one.x1, one.y1), QPointF(one.x2, one.y2))
    for dot in marks.dots:
        painter.setPen(QPen(faint if dot.is_faint else second, PX.thick))
        painter.setBrush(ground if dot.is_faint else second)
        painter.drawEllipse(QPointF(dot.x, dot.y), dot.radius, dot.radius)


def _paint_text(painter: QPainter, text: Text) -> None:
    face, ink = _FACES[text.use]
    painter.setFont(font(face))
    painter.setPen(colour("ink3" if text.is_faint else ink))
    wide = text_width(text.text, face) + PX.s4
    left = text.x - {"left": 0.0, "centre": wide / 2, "right": float(wide)}[text.align]
    box = QRectF(left, text.y, wide, text.height)
    painter.drawText(box, _FLAGS[text.align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text.text)


def _paint_ring(painter: QPainter, box: Box) -> None:
    painter.setPen(QPen(colour("accent"), PX.thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = PX.thick / 2
    left, top, width, height = box.reach
    painter.drawRoundedRect(
        QRectF(left, top, width, height).adjusted(half, half, -half, -half), PX.radius_small, PX.radius_small
    )
