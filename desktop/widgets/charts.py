"""Charts on the screen: the marks of `rules.charts` painted in one colour; a click or Enter opens a bar's rows."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.rules.charts import Bar, Box, Marks, Text, Use, at_point, columns, rows
from desktop.widgets.labels import text_width
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
_BACK, _ON = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartView(QWidget):
    """A chart. `opened` tells the key of the bar that was clicked, or chosen by arrows and Enter."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._is_lying = False
        self._marks = Marks()
        self._hovered = ""
        self._place = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_columns(self, bars: tuple[Bar, ...], name: str) -> None:
        """Show upright bars over time; `name` is what the chart is called when it is read out."""
        self._show(bars, name, is_lying=False)

    def show_rows(self, bars: tuple[Bar, ...], name: str) -> None:
        """Show bars lying one under the other."""
        self._show(bars, name, is_lying=True)

    def _show(self, bars: tuple[Bar, ...], name: str, *, is_lying: bool) -> None:
        self._bars, self._is_lying, self._place = bars, is_lying, -1
        self.setAccessibleName(f"{name}: " + ", ".join(_spoken(bar) for bar in bars))
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
        width, height = float(self.width()), float(self.height())
        if self._is_lying:
            label = max((text_width(bar.text, "small") for bar in self._bars), default=0)
            self._marks = rows(self._bars, width, height, label)
        else:
            self._marks = columns(self._bars, width, height)
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
        key, last = event.key(), len(self._bars) - 1
        if key in _BACK and last >= 0:
            self._place = max(self._place - 1, 0)
        elif key in _ON and last >= 0:
            self._place = min(self._place + 1, last)
        elif key in _OPENS and 0 <= self._place <= last:
            self.opened.emit(self._bars[self._place].key)
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
