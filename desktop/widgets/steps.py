"""Steps of a longer piece of work as circles in a row: what is done, where one is, what is to come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.widgets.icons import pixmap
from desktop.widgets.labels import text_width
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX

_CIRCLE = PX.small_button
_BETWEEN = PX.s48


class Steps(QWidget):
    """Shows steps by name; `here`, from 0, is where one is. Not for pressing: pages have their own way back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._here = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_steps(self, names: tuple[str, ...], here: int) -> None:
        """Show other steps, or another place among them."""
        self._names, self._here = names, here
        self.setAccessibleName(f"{here + 1} / {len(names)} {names[here] if names else ''}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = sum(_CIRCLE + PX.s8 + text_width(name, "body_strong") for name in self._names)
        return QSize(width + max(len(self._names) - 1, 0) * (_BETWEEN + 2 * PX.s12), _CIRCLE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0
        for number, name in enumerate(self._names):
            x = self._draw(painter, x, number, name)
            if number + 1 < len(self._names):
                painter.fillRect(x + PX.s12, self.height() // 2, _BETWEEN, PX.hairline, colour("line_strong"))
                x += _BETWEEN + 2 * PX.s12
        painter.end()

    def _draw(self, painter: QPainter, x: int, number: int, name: str) -> int:
        is_here, is_done = number == self._here, number < self._here
        box = QRectF(x, 0, _CIRCLE, _CIRCLE)
        painter.setPen(Qt.PenStyle.NoPen if is_here or is_done else QPen(colour("line_strong"), PX.hairline))
        painter.setBrush(colour("accent") if is_here else colour("success_soft") if is_done else colour("background"))
        # Half a pixel inside, or the line of an empty circle is cut at the edge.
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if is_done:
            place = (_CIRCLE - PX.icon) // 2
            ink = theme().colour("success_ink")
            painter.drawPixmap(x + place, place, pixmap("check", PX.icon, ink, self.devicePixelRatioF()))
        else:
            painter.setFont(font("small_strong"))
            painter.setPen(colour("on_accent" if is_here else "ink2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        kind = "body_strong" if is_here else "body"
        painter.setFont(font(kind))
        painter.setPen(colour("ink1" if is_here else "ink2"))
        width = text_width(name, "body_strong")
        text = QRectF(x + _CIRCLE + PX.s8, 0, width, _CIRCLE)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)
        return x + _CIRCLE + PX.s8 + width
