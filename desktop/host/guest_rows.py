"""The lines of the host's left column: who waits, and who is being received."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from desktop.host.guests import Guest
from desktop.host.wording import joined
from desktop.widgets.icons import pixmap
from desktop.widgets.labels import ElidedLabel, Label, text_width
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_MARKS = {"vip": "star", "risk": "triangle-alert"}


class GuestRow(QPushButton):
    """One client of the list, 64 px high: name with marks, number, room and what they are, how long they have waited,
    and under that what else there is to know of their turn."""

    def __init__(
        self, guest: Guest, second: str, wait: str, standing: str, *, marks: str, is_long: bool, is_next: bool
    ) -> None:
        super().__init__()
        self.guest = guest
        self._second, self._wait, self._standing, self._is_long = second, wait, standing, is_long
        self._is_hovered = False
        self.setCheckable(True)
        self.setChecked(is_next)
        self.setAccessibleName(joined(guest.name, marks, second, standing, wait))
        self.setToolTip(marks)
        self.setObjectName(f"guest_{guest.key}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(PX.guest_row)

    @override
    def sizeHint(self) -> QSize:
        return QSize(PX.host_left, PX.guest_row)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(PX.s96, PX.guest_row)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = "accent_soft" if self.isChecked() else "sunken" if self._is_hovered or self.hasFocus() else "raised"
        painter.fillRect(self.rect(), colour(ground))
        painter.fillRect(QRect(0, self.height() - PX.hairline, self.width(), PX.hairline), colour("line"))
        inner = self.rect().adjusted(PX.s16, PX.s12, -PX.s16, -PX.s12)
        half = inner.height() // 2
        beside = max(text_width(self._wait, "small_strong"), text_width(self._standing, "small"))
        room = inner.width() - beside - PX.s8
        below = QRect(inner.left(), inner.top() + half, room, half)
        signs, second = len(self.guest.marks) * (PX.tick + PX.s4), self._second
        if text_width(self.guest.name, "body_strong") + signs <= room:
            self._show_beside(painter, inner, half)
            # Who came without a room has one line, in the middle.
            height = half if self._second else inner.height()
            self._line(painter, QRect(inner.left(), inner.top(), room, height), self.guest.name, 0)
            self._show_marks(painter, inner.left() + text_width(self.guest.name, "body_strong"), inner.top(), height)
        else:
            # A name is never cut short: a long one has two lines, and the wait stands below.
            below = below.adjusted(0, PX.s8, 0, PX.s8)
            self._show_wait(painter, below.adjusted(0, 0, inner.width() - room, 0))
            painter.setFont(font("small_strong"))
            painter.setPen(colour("ink1"))
            whole = inner.adjusted(0, -PX.s8, -signs, -half + PX.s8)
            painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.guest.name)
            self._show_marks(painter, whole.right() - PX.s4, whole.top(), whole.height())
            # There is room beside it for one thing only.
            second = joined(self._second, self._standing)
        self._line(painter, below, second, 1)
        painter.end()

    def _show_beside(self, painter: QPainter, inner: QRect, half: int) -> None:
        """How long they have waited and, where there is something to say of their turn, that below it."""
        if not self._standing:
            self._show_wait(painter, inner)
            return
        self._show_wait(painter, inner.adjusted(0, 0, 0, -half))
        painter.setFont(font("small"))
        painter.setPen(colour("accent" if self.guest.whose == "mine" else "ink3"))
        painter.drawText(inner.adjusted(0, half, 0, 0), _LINE | Qt.AlignmentFlag.AlignRight, self._standing)

    def _show_wait(self, painter: QPainter, box: QRect) -> None:
        painter.setFont(font("small_strong" if self._is_long else "small"))
        painter.setPen(colour("warning" if self._is_long else "ink2"))
        painter.drawText(box, _LINE | Qt.AlignmentFlag.AlignRight, self._wait)

    def _show_marks(self, painter: QPainter, left: int, top: int, height: int) -> None:
        for mark in self.guest.marks:
            left += PX.s4
            icon = pixmap(_MARKS[mark], PX.tick, theme().colour("warning"), self.devicePixelRatioF())
            painter.drawPixmap(left, top + (height - PX.tick) // 2, icon)
            left += PX.tick

    @staticmethod
    def _line(painter: QPainter, box: QRect, text: str, number: int) -> None:
        painter.setFont(font("small" if number else "body_strong"))
        painter.setPen(colour("ink3" if number else "ink1"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LINE, shown)


class SeatedRow(Part):
    """Who is being received now, 64 px high, and for how long."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("fill", "accent_soft")
        self.setFixedHeight(PX.guest_row)
        self._name, self._second = ElidedLabel("", "body_strong"), ElidedLabel("", "small", "ink2")
        self._time = Label("", "small_strong", "accent_ink")
        texts = column(self._name, self._second, gap=PX.s4)
        layout = row(texts, PX.s8, self._time, margins=(PX.s16, PX.s8, PX.s16, PX.s8))
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_client(self, name: str, second: str) -> None:
        """Show who; two empty texts hold nobody."""
        self._name.setText(name)
        self._second.setText(second)

    def set_time(self, text: str) -> None:
        """How long the talk has lasted."""
        self._time.setText(text)
