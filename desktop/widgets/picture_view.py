"""A picture to read from: as wide as there is room, larger by keys, wheel or buttons, moved with the mouse."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.cards import EmptyState
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.look import colour
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_STEP = 1.25
_MOST = 8.0


class PictureView(Part):
    """One of several pictures; `wanted` tells which one the person goes to, from 0.

    How large it is shown and where one looks stays from picture to picture: forms are alike, and so is the place where
    the words stand. Keys while the page has the focus: Ctrl+Plus, Ctrl+Minus, Ctrl+0, Ctrl+PgUp, Ctrl+PgDn, Alt+arrows.
    """

    wanted = Signal(int)

    def __init__(self, page: QWidget) -> None:
        """`page` is where the keys are heard."""
        super().__init__()
        self._place, self._count = 0, 0
        self._zoom = 1.0
        self._canvas = _Canvas(self)
        self._area = QScrollArea()
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # Without one of ours Qt draws a grip where the two scroll bars meet.
        self._corner = Part(self._area)
        self._area.setCornerWidget(self._corner)
        self._area.setWidget(self._canvas)
        self._absent = EmptyState("camera")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._absent)
        self._name, self._which = ElidedLabel("", "small", "ink2"), Label("", "small", "ink2")
        self._back, self._on = IconButton("chevron-left", ""), IconButton("chevron-right", "")
        self._smaller, self._larger = IconButton("minus", ""), IconButton("plus", "")
        self._fit = Button("", "quiet", "small", ink="ink2")
        tools = row(
            *(self._back, self._which, self._on, PX.s8, self._name, self._smaller, self._larger, self._fit),
            gap=PX.s4, margins=(PX.s12, PX.s4, PX.s8, PX.s4),
        )  # fmt: skip
        tools.setStretchFactor(self._name, 1)
        layout = column(tools, Hairline(), self._stack)
        layout.setStretchFactor(self._stack, 1)
        self.setLayout(layout)
        self._wire(page)
        self.retranslate()

    def _wire(self, page: QWidget) -> None:
        self._back.clicked.connect(lambda: self.go(-1))
        self._on.clicked.connect(lambda: self.go(1))
        self._larger.clicked.connect(lambda: self.zoom_by(_STEP))
        self._smaller.clicked.connect(lambda: self.zoom_by(1 / _STEP))
        self._fit.clicked.connect(self.fit)
        self._canvas.dragged.connect(self._move)
        self._canvas.zoomed.connect(self.zoom_by)
        keys = {
            "Ctrl++": lambda: self.zoom_by(_STEP), "Ctrl+=": lambda: self.zoom_by(_STEP),
            "Ctrl+-": lambda: self.zoom_by(1 / _STEP), "Ctrl+0": self.fit,
            "Ctrl+PgUp": lambda: self.go(-1), "Ctrl+PgDown": lambda: self.go(1),
            "Alt+Up": lambda: self._move(QPoint(0, PX.s64)), "Alt+Down": lambda: self._move(QPoint(0, -PX.s64)),
            "Alt+Left": lambda: self._move(QPoint(PX.s64, 0)), "Alt+Right": lambda: self._move(QPoint(-PX.s64, 0)),
        }  # fmt: skip
        for key, work in keys.items():
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(work)

    @property
    def zoom(self) -> float:
        """How much larger than the room's width."""
        return self._zoom

    @property
    def image(self) -> QImage:
        """What is shown; a null image for nothing."""
        return self._canvas.image

    def show_place(self, place: int, count: int, name: str) -> None:
        """Which picture of how many comes; the one before stays until it is there."""
        self._place, self._count = place, count
        self._name.setText(name)
        self.retranslate()

    def show_image(self, image: QImage) -> None:
        """Show a picture; a null one for nothing."""
        self._canvas.image = image
        self._stack.setCurrentWidget(self._area)
        self._lay()

    def show_absent(self, what: str, next_step: str) -> None:
        """Say why a picture cannot be shown, where it would stand; the one before is not to pass for it."""
        self.show_image(QImage())
        self._absent.say(what, next_step)
        self._stack.setCurrentWidget(self._absent)
        for zoom in (self._smaller, self._larger):
            zoom.setEnabled(False)

    def go(self, by: int) -> None:
        """Ask for the picture before or after."""
        place = self._place + by
        if 0 <= place < self._count:
            self.wanted.emit(place)

    def zoom_by(self, factor: float) -> None:
        """Show it larger or smaller; the middle stays in the middle."""
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        room = self._area.viewport().size()
        x = (across.value() + room.width() / 2) / max(self._canvas.width(), 1)
        y = (down.value() + room.height() / 2) / max(self._canvas.height(), 1)
        self._zoom = min(max(self._zoom * factor, 1.0), _MOST)
        self._lay()
        across.setValue(round(x * self._canvas.width() - room.width() / 2))
        down.setValue(round(y * self._canvas.height() - room.height() / 2))

    def fit(self) -> None:
        """As wide as there is room."""
        self._zoom = 1.0
        self._lay()

    def _move(self, by: QPoint) -> None:
        for bar, step in ((self._area.horizontalScrollBar(), by.x()), (self._area.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() - step)

    def _lay(self) -> None:
        image = self._canvas.image
        # The upright bar's room is always kept free: as wide as there is room must need no other bar.
        width = round((self._area.width() - PX.scroll) * self._zoom)
        height = round(width * image.height() / image.width()) if image.width() else 0
        self._canvas.setFixedSize(width, height)
        self._canvas.update()
        self._smaller.setEnabled(self._zoom > 1)
        self._larger.setEnabled(self._zoom < _MOST)

    @override
    def retranslate(self) -> None:
        self._back.set_name(self.tr("Picture before"))
        self._on.set_name(self.tr("Next picture"))
        self._smaller.set_name(self.tr("Smaller"))
        self._larger.set_name(self.tr("Larger"))
        self._fit.setText(self.tr("Fit width"))
        self._fit.updateGeometry()
        self._which.setText(f"{self._place + 1} / {self._count}" if self._count else "")
        self._back.setEnabled(self._place > 0)
        self._on.setEnabled(self._place + 1 < self._count)
        self._canvas.setAccessibleName(self.tr("Picture of the form"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()


class _Canvas(QWidget):
    """The picture itself."""

    dragged = Signal(QPoint)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image = QImage()
        self._held: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("sunken"))
        if not self.image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            share = self.image.width() / max(self.width(), 1)
            box = event.rect()
            # Only what is seen is drawn: a picture of a phone is large.
            source = QRect(round(box.x() * share), round(box.y() * share), 0, 0)
            source.setSize((box.size().toSizeF() * share).toSize())
            painter.drawImage(box, self.image, source)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.globalPosition().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            here = event.globalPosition().toPoint()
            self.dragged.emit(here - self._held)
            self._held = here

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.zoomed.emit(2.0)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        # Two fingers on a touch pad.
        if event.type() == QEvent.Type.NativeGesture and hasattr(event, "value"):
            self.zoomed.emit(1.0 + float(event.value()))
            return True
        return super().event(event)
