"""The ring round a filled button that has the keyboard; a style sheet cannot draw outside a widget."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop.widgets.buttons import Button
from desktop.widgets.look import colour
from desktop.widgets.measures import PX

_GAP = PX.s2
_REACH = _GAP + PX.thick


class Ring(QWidget):
    """A ring 2 px outside a button, as a child of the page or window that holds it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around: Button | None = None
        self.hide()

    def surround(self, widget: Button | None) -> None:
        """Stand round `widget`; None takes the ring away."""
        if self._around is not None:
            self._around.removeEventFilter(self)
        self._around = widget
        if widget is None:
            self.hide()
            return
        widget.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def _follow(self) -> None:
        if self._around is not None:
            corner = self._around.mapTo(self._page, self._around.rect().topLeft())
            size = self._around.size()
            self.setGeometry(
                *(corner.x() - _REACH, corner.y() - _REACH),
                *(size.width() + 2 * _REACH, size.height() + 2 * _REACH),
            )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() == QEvent.Type.Hide:
            self.surround(None)
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), PX.thick))
        half = PX.thick / 2
        inside = self._around.body.radius if self._around is not None else PX.radius
        radius = inside + _GAP + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()


class FocusRing(Ring):
    """One for each window: follows the keyboard's focus, and stays away after a touch or a click."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_ringed = isinstance(new, Button) and new.wants_ring and new.window() is self._page
        self.surround(new if isinstance(new, Button) and is_ringed else None)
