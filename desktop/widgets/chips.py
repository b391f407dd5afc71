"""Chips: a state or a kind in one or two words, on the soft fill of its tone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.widgets.icons import pixmap
from desktop.widgets.labels import text_width
from desktop.widgets.look import font, theme
from desktop.widgets.measures import PX
from desktop.widgets.theme import Tone

_KIND = "caption_strong"


def chip_width(text: str, icon: str = "") -> int:
    """Width in px of a chip."""
    return 2 * PX.chip_x + text_width(text, _KIND) + (PX.icon_small + PX.s4 if icon else 0)


def paint_chip(painter: QPainter, x: int, y: int, text: str, tone: Tone, icon: str = "", ratio: float = 1.0) -> None:
    """Draw a chip with its top left corner at (x, y); it is 24 px high."""
    width, ink = chip_width(text, icon), theme().ink(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme().soft(tone)))
    painter.drawRoundedRect(QRectF(x, y, width, PX.chip), PX.chip / 2, PX.chip / 2)
    left = x + PX.chip_x
    if icon:
        painter.drawPixmap(left, y + (PX.chip - PX.icon_small) // 2, pixmap(icon, PX.icon_small, ink, ratio))
        left += PX.icon_small + PX.s4
    painter.setPen(QColor(ink))
    painter.setFont(font(_KIND))
    box = QRectF(left, y, width, PX.chip)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
    painter.restore()


class Chip(QWidget):
    """A chip as a widget; in tables `paint_chip` draws the same."""

    def __init__(self, text: str, tone: Tone = "neutral", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Show another state, or the same in another language."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The words on it."""
        return self._text

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text, self._icon), PX.chip)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, 0, 0, self._text, self._tone, self._icon, self.devicePixelRatioF())
        painter.end()
