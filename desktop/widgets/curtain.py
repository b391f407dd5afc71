"""What is seen in the moment in which the program is still being loaded: the ground of the pages and the mark."""

from PySide6.QtCore import QEventLoop, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.settings import ThemeChoice
from desktop.widgets.icons import pixmap
from desktop.widgets.measures import PX
from desktop.widgets.theme import THEMES

# A window system that is slow to show it must not hold the program up.
PATIENCE_MS = 200


class Curtain(QWidget):
    """Needs no style sheet, no font and no database; `rise` shows it, closing it is the face's first deed."""

    def __init__(self, choice: ThemeChoice) -> None:
        super().__init__()
        self._waiting = QEventLoop()
        self._theme = THEMES["dark" if choice == "dark" else "light"]
        self.setWindowTitle("Qinting")
        self.resize(PX.window_width, PX.window_height)

    def rise(self, *, is_full_screen: bool) -> None:
        """Show it and wait until it is seen."""
        if is_full_screen:
            self.showFullScreen()
        else:
            self.show()
        QTimer.singleShot(PATIENCE_MS, self._waiting.quit)
        self._waiting.exec()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.background))
        place = QRect(0, 0, PX.s96, PX.s96)
        place.moveCenter(self.rect().center())
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(place, pixmap("mark", PX.s96, self._theme.on_accent, ratio, self._theme.accent))
        painter.end()
        # Behind this event, when it is on the screen.
        QTimer.singleShot(0, self._waiting.quit)
