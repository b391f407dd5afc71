"""The left column: who is being received, who waits, and the next one; or, while covered, nothing of it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from desktop.host.cover import Cover
from desktop.host.days import lasted
from desktop.host.state import LONG_WAIT_MIN, Hall, Talk, waited_min
from desktop.host.wording import code_said, joined, short_room
from desktop.services.receptions.hall import Waiting
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, Hairline, Label, Mark, text_width
from desktop.widgets.look import colour, font
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# From then on the minutes tell nobody anything.
_LONGEST_IN_MIN = 120
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class GuestRow(QPushButton):
    """One client of the list, 64 px high: name, room and what they are, how long they have waited."""

    def __init__(self, guest: Waiting, second: str, wait: str, *, is_long: bool, is_next: bool) -> None:
        super().__init__()
        self.guest = guest
        self._second, self._wait, self._is_long = second, wait, is_long
        self._is_hovered = False
        self.setCheckable(True)
        self.setChecked(is_next)
        self.setAccessibleName(joined(guest.name, second, wait))
        self.setObjectName(f"guest_{guest.client}")
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
        painter.setFont(font("small_strong" if self._is_long else "small"))
        painter.setPen(colour("warning" if self._is_long else "ink2"))
        room = inner.width() - painter.fontMetrics().horizontalAdvance(self._wait) - PX.s8
        below = QRect(inner.left(), inner.top() + half, room, half)
        if text_width(self.guest.name, "body_strong") <= room:
            painter.drawText(inner, _LINE | Qt.AlignmentFlag.AlignRight, self._wait)
            # Who came without a room has one line, in the middle.
            height = half if self._second else inner.height()
            self._line(painter, QRect(inner.left(), inner.top(), room, height), self.guest.name, 0)
        else:
            # A name is never cut short: a long one has two lines, and the wait stands below.
            below = below.adjusted(0, PX.s8, 0, PX.s8)
            painter.drawText(
                below.adjusted(0, 0, inner.width() - room, 0), _LINE | Qt.AlignmentFlag.AlignRight, self._wait
            )
            painter.setFont(font("small_strong"))
            painter.setPen(colour("ink1"))
            whole = inner.adjusted(0, -PX.s8, 0, -half + PX.s8)
            painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.guest.name)
        self._line(painter, below, self._second, 1)
        painter.end()

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


class WaitingColumn(Part):
    """The column; `next_wanted` and `nameless_wanted` begin a talk, `tasks_wanted` goes to the promises."""

    next_wanted = Signal()
    nameless_wanted = Signal()
    tasks_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("fill", "raised")
        self.setFixedWidth(PX.host_left)
        self._hall: Hall | None = None
        self._shown: object = None
        self._now_ms = 0
        self._chosen = ""
        self._is_covered = self._is_talking = False
        self._talk: Talk | None = None
        self._seated_title, self._seated = Label("", "small", "ink2"), SeatedRow()
        self._title = ElidedLabel("", "body_strong")
        self._place = ElidedLabel("", "small", "ink3")
        self._count = Label("", "small", "ink2")
        self._target = Label("", "caption", "ink3")
        self._rows = QScrollArea()
        self._rows.setWidgetResizable(True)
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._next = Button("", "outline", "next", key="F8")
        self._next.setObjectName("next_client")
        self._nameless = Button("", "quiet", "small")
        self._nameless.setObjectName("nameless")
        self._tasks = Button("", "quiet", "small", icon="list-todo", key="Ctrl+2")
        self._tasks.setObjectName("to_tasks")
        self._next.clicked.connect(self.next_wanted)
        self._nameless.clicked.connect(self.nameless_wanted)
        self._tasks.clicked.connect(self.tasks_wanted)
        self._cover = Cover()
        self._open = self._opened()
        head = row(Mark(), column(self._title, self._place), gap=PX.s12, margins=(PX.s16, PX.s8, PX.s12, PX.s8))
        whole = column(head, Hairline(), self._open, self._cover)
        whole.setStretch(2, 1)
        whole.setStretch(3, 1)
        self.setLayout(row(whole, Hairline(is_upright=True)))
        self.retranslate()

    @property
    def chosen(self) -> Waiting | None:
        """Who is next: the client chosen, else the one who has waited longest."""
        guests = self._hall.waiting if self._hall else ()
        return next((one for one in guests if one.client == self._chosen), guests[0] if guests else None)

    def show_hall(
        self, hall: Hall, now_ms: int, *, is_covered: bool, is_talking: bool, talk: Talk | None = None
    ) -> None:
        """Show who waits; while covered no name is held by any part of the column."""
        waits = tuple((one, waited_min(one.since, now_ms)) for one in hall.waiting)
        shown = (waits, hall.event, hall.host, is_covered, is_talking, talk.reception if talk else "")
        self._hall, self._now_ms, self._talk = hall, now_ms, talk
        self._is_covered, self._is_talking = is_covered, is_talking
        # Rows made anew would lose the keyboard.
        if shown != self._shown:
            self._shown = shown
            self.retranslate()

    def set_now(self, now_ms: int) -> None:
        """Let the time of the talk go on."""
        self._seated.set_time(lasted(now_ms - self._talk.started_at) if self._talk else "")

    @override
    def retranslate(self) -> None:
        self._seated_title.setText(self.tr("Talking now"))
        self._nameless.setText(self.tr("Somebody not on the list"))
        self._tasks.setText(self.tr("My tasks"))
        self._cover.setVisible(self._is_covered)
        self._open.setVisible(not self._is_covered)
        hall = self._hall
        if hall is None:
            return
        event = hall.event
        self._title.setText(event.title if event else self.tr("No event today"))
        self._place.setText(joined(hall.host.name if hall.host else "", event.place if event else ""))
        shown = () if self._is_covered else hall.waiting
        self._count.setText(self.tr("{count} waiting").replace("{count}", str(len(shown))))
        self._target.setText(self.tr("Goal {count} min").replace("{count}", str(LONG_WAIT_MIN)))
        self._show_seated(hall)
        self._fill(shown, hall)
        following = None if self._is_covered else self.chosen
        name = following.name if following else ""
        following_said = self.tr("Next: {name}").replace("{name}", name) if name else self.tr("Nobody waits")
        # A long name takes the place of the key before it gives way itself.
        metrics, room = self._next.fontMetrics(), PX.host_left - 2 * (PX.s16 + self._next.body.side)
        self._next.set_key("F8" if metrics.horizontalAdvance(following_said) <= room - PX.s32 else "")
        self._next.setText(metrics.elidedText(following_said, Qt.TextElideMode.ElideRight, room))
        self._next.setAccessibleName(following_said)
        self._next.setEnabled(bool(name) and not self._is_talking)
        self._next.setToolTip(self.tr("End this talk first (F9)") if self._is_talking else "")
        self._nameless.setVisible(event is not None and not self._is_talking)
        self._tasks.setVisible(not self._is_talking)

    def _show_seated(self, hall: Hall) -> None:
        talk = None if self._is_covered else self._talk
        card = talk.card if talk else None
        name = card.name if card else self.tr("A client without a name") if talk else ""
        second = joined(short_room(card.room), code_said(hall.codes.relations, card.relation)) if card else ""
        self._seated.show_client(name, second)
        self._seated_title.setVisible(talk is not None)
        self._seated.setVisible(talk is not None)
        self.set_now(self._now_ms)

    def _opened(self) -> Part:
        part = Part()
        self._seated_title.setContentsMargins(PX.s16, PX.s8, PX.s16, PX.s8)
        top = row(self._count, None, self._target, margins=(PX.s16, PX.s8, PX.s16, PX.s8))
        foot = column(self._next, self._nameless, self._tasks, gap=PX.s4, margins=(PX.s16, PX.s8, PX.s16, PX.s12))
        layout = column(self._seated_title, self._seated, top, Hairline(), self._rows, foot)
        layout.setStretch(4, 1)
        part.setLayout(layout)
        return part

    def _fill(self, guests: tuple[Waiting, ...], hall: Hall) -> None:
        following = self.chosen
        lines = [self._row(one, hall, is_next=one is following and not self._is_talking) for one in guests]
        page = QWidget()
        page.setProperty("fill", "raised")
        page.setLayout(column(*lines, None))
        self._rows.setWidget(page)

    def _row(self, guest: Waiting, hall: Hall, *, is_next: bool) -> GuestRow:
        minutes = waited_min(guest.since, self._now_ms)
        second = joined(short_room(guest.room), code_said(hall.codes.relations, guest.relation))
        wait = self._wait_said(minutes)
        line = GuestRow(guest, second, wait, is_long=minutes >= LONG_WAIT_MIN, is_next=is_next)
        line.setEnabled(not self._is_talking)
        line.clicked.connect(lambda: self._choose(guest.client))
        return line

    def _wait_said(self, minutes: int) -> str:
        if minutes < _LONGEST_IN_MIN:
            return self.tr("{count} min").replace("{count}", str(minutes))
        return self.tr("{count} h").replace("{count}", str(minutes // 60))

    def _choose(self, client: str) -> None:
        self._chosen = client
        self.retranslate()
