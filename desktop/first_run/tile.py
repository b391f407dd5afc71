"""A tile: one of a few big choices, an icon over its name and a line of explanation."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter
from typing_extensions import override

from desktop.widgets.icons import pixmap
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX

WIDTH_PX, HEIGHT_PX = 176, 128
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class Tile(QPushButton):
    """176 x 128; checked when it is the one chosen."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon, self._line = icon, ""
        self.setProperty("kind", "option")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font("body_strong"))

    def say(self, text: str, line: str) -> None:
        """Change name and explanation."""
        self._line = line
        self.setText(text)
        self.setAccessibleDescription(line)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, HEIGHT_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        ink = "accent_ink" if self.isChecked() else "ink1"
        side, room = PX.icon_kiosk, self.width() - 2 * PX.s12
        painter.setFont(font("caption"))
        words = painter.boundingRect(0, 0, room, self.height(), _CENTRE | Qt.TextFlag.TextWordWrap, self._line)
        top = (self.height() - side - PX.s8 - PX.s24 - words.height()) // 2
        picture = pixmap(self._icon, side, theme().colour(ink), self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, top, picture)
        inner = self.rect().adjusted(PX.s12, top + side + PX.s8, -PX.s12, -PX.s8)
        painter.setFont(font("body_strong"))
        painter.setPen(colour(ink))
        painter.drawText(inner, _CENTRE | Qt.TextFlag.TextSingleLine, self.text())
        painter.setFont(font("caption"))
        painter.setPen(colour("ink2"))
        below = QRect(inner.left(), inner.top() + PX.s24, inner.width(), inner.height() - PX.s24)
        painter.drawText(below, _CENTRE | Qt.TextFlag.TextWordWrap, self._line)
        painter.end()
