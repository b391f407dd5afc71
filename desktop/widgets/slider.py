"""A slider: how far between two ends, by hand or by the arrow keys."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget
from typing_extensions import override

from desktop.widgets.look import theme
from desktop.widgets.measures import PX

STEPS = 100


class Slider(QSlider):
    """A value from 0 to `STEPS`; a click anywhere on the line goes there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, STEPS)
        self.setSingleStep(2)
        self.setPageStep(10)
        self.setFixedHeight(PX.small_button)
        self.setMinimumWidth(PX.s96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * PX.s96, PX.small_button)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        room = max(self.width() - PX.icon, 1)
        self.setValue(round((event.position().x() - PX.icon / 2) / room * STEPS))
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, size = self.height() / 2, float(PX.icon)
        place = (self.width() - size) * self.value() / STEPS
        for left, right, colour in ((0.0, float(self.width()), worn.line), (0.0, place + size / 2, worn.accent)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, middle - PX.s2, right - left, PX.s4), PX.s2, PX.s2)
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(QColor(worn.accent))
        pen.setWidth(PX.thick + PX.hairline if self.hasFocus() else PX.thick)
        painter.setPen(pen)
        painter.setBrush(QColor(worn.surface))
        inset = pen.width() / 2
        painter.drawEllipse(QRectF(place + inset, middle - size / 2 + inset, size - 2 * inset, size - 2 * inset))
        painter.end()
