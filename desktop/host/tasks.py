"""My promises: late, within seven days, later; J and K move, Space says that one was kept."""

from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.host.days import day_said
from desktop.host.state import Group, Hall, days_late, group_of
from desktop.host.wording import code_said, joined, language_now
from desktop.services.promises.mine import Mine
from desktop.widgets.bars import UndoBar
from desktop.widgets.cards import EmptyState
from desktop.widgets.icons import pixmap
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX
from desktop.widgets.navigation import Navigation
from desktop.widgets.part import Part, column, row

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_GROUPS: tuple[Group, ...] = ("late", "soon", "later")


class TaskRow(QPushButton):
    """One promise, 56 px high: a circle to tick, what was promised to whom, and its day."""

    def __init__(self, mine: Mine, second: str, day: str, ink: str) -> None:
        super().__init__()
        self.mine = mine
        self._second, self._day, self._ink = second, day, ink
        self.setObjectName(f"promise_{mine.promise}")
        self.setAccessibleName(joined(mine.text, second, day))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(PX.row_two_lines)

    @override
    def sizeHint(self) -> QSize:
        return QSize(PX.reading_pane, PX.row_two_lines)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(PX.s96, PX.row_two_lines)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("accent_soft" if self.hasFocus() else "background"))
        painter.fillRect(QRect(0, self.height() - PX.hairline, self.width(), PX.hairline), colour("line"))
        painter.setPen(QPen(colour("line_strong"), PX.thick))
        side = PX.card_x
        painter.drawEllipse(QRectF(PX.s4, (self.height() - side) / 2, side, side))
        if self.isDown():
            tick = pixmap("check", PX.icon_small, theme().accent, self.devicePixelRatioF())
            painter.drawPixmap(PX.s4 + PX.rule, (self.height() - PX.icon_small) // 2, tick)
        inner = self.rect().adjusted(PX.s32 + PX.s8, PX.s8, -PX.s8, -PX.s8)
        painter.setFont(font("small_strong"))
        painter.setPen(colour(self._ink))
        painter.drawText(inner, _LINE | Qt.AlignmentFlag.AlignRight, self._day)
        wide = inner.width() - painter.fontMetrics().horizontalAdvance(self._day) - PX.s16
        half = inner.height() // 2
        for number, text in enumerate((self.mine.text, self._second)):
            painter.setFont(font("caption" if number else "body"))
            painter.setPen(colour("ink3" if number else "ink1"))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRect(inner.left(), inner.top() + number * half, wide, half), _LINE, shown)
        painter.end()


class TasksPage(Part):
    """`kept` names a promise whose time to be taken back is over; `talks_wanted` goes to the talks."""

    kept = Signal(str)
    talks_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hall: Hall | None = None
        self._today = date.min
        self._ticked = ""
        self._navigation = Navigation(((("talks", "armchair"), ("tasks", "handshake")), ()))
        self._navigation.chosen.connect(self._chosen)
        self._title, self._about = Label("", "page"), Label("", "small", "ink2")
        self._post = Label("", "small", "ink3")
        self._list: QVBoxLayout = column()
        self._rows: tuple[TaskRow, ...] = ()
        self._empty = EmptyState("handshake")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("fill", "background")
        page.setLayout(column(self._list, self._empty, None))
        self._scroll.setWidget(page)
        self.undo = UndoBar()
        self.undo.undone.connect(self._undone)
        self.undo.expired.connect(self._expired)
        head = column(row(self._title, None, self._post), self._about, gap=PX.s4)
        inner = column(head, PX.s16, self._scroll, self.undo, margins=(PX.s32 + PX.s8, PX.card_x, 0, PX.s12))
        pane = Part()
        pane.setFixedWidth(PX.reading_pane + PX.s32 + PX.s8)
        pane.setLayout(inner)
        self.setLayout(row(self._navigation, pane, None))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._navigation.set_text("talks", self.tr("Talks today"))
        self._navigation.set_text("tasks", self.tr("My promises"))
        self._empty.say(self.tr("Nothing is open"), self.tr("What you promise in a talk appears here."))
        if self._hall is not None:
            self.show_hall(self._hall, self._today)

    def show_hall(self, hall: Hall, today: date) -> None:
        """Show the promises of the host."""
        self._hall, self._today = hall, today
        host = hall.host
        self._navigation.set_head(self.tr("Qinting"), self.tr("Notes of the host"))
        self._navigation.show_page("tasks")
        self._navigation.set_count("talks", len(hall.waiting))
        self._title.setText(host.name if host else self.tr("My promises"))
        self._post.setText(host.post or code_said(hall.codes.levels, host.level) if host else "")
        shown = tuple(one for one in hall.mine if one.promise != self._ticked)
        late = sum(group_of(one.due, today) == "late" for one in shown)
        self._navigation.set_count("tasks", len(shown))
        said = self.tr("Open promises: {count}, late: {late}")
        self._about.setText(said.replace("{count}", str(len(shown))).replace("{late}", str(late)))
        self._fill(shown)
        self._empty.setVisible(not shown)

    def begin(self) -> None:
        """Stand on the first promise."""
        if self._rows:
            self._rows[0].setFocus()

    def settle(self) -> None:
        """Do not wait any longer for the last tick to be taken back."""
        if self._ticked:
            self.undo.hide()
            self._expired(self._ticked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self._rows:
            super().keyPressEvent(event)
            return
        here = next((number for number, one in enumerate(self._rows) if one.hasFocus()), -step)
        target = self._rows[min(max(here + step, 0), len(self._rows) - 1)]
        target.setFocus()
        self._scroll.ensureWidgetVisible(target)

    def _fill(self, shown: tuple[Mine, ...]) -> None:
        while item := self._list.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        rows: list[TaskRow] = []
        titles = {
            "late": self.tr("Late"),
            "soon": self.tr("Within seven days"),
            "later": self.tr("Later"),
        }
        for group in _GROUPS:
            members = [one for one in shown if group_of(one.due, self._today) == group]
            if members:
                self._list.addWidget(_head(titles[group], len(members)))
                self._list.addWidget(Hairline(is_head=True))
            for one in members:
                rows.append(self._row(one, group))
                self._list.addWidget(rows[-1])
        self._rows = tuple(rows)

    def _row(self, one: Mine, group: Group) -> TaskRow:
        late = days_late(one.due, self._today)
        day = day_said(date.fromisoformat(one.due), language_now())
        if late:
            day = self.tr("{count} d late").replace("{count}", str(late))
        ink = {"late": "danger", "soon": "ink1", "later": "ink2"}[group]
        line = TaskRow(one, joined(one.client, one.room, one.number), day, ink)
        line.clicked.connect(lambda: self._tick(one))
        return line

    def _tick(self, one: Mine) -> None:
        # An older tick becomes final, by `expired`, before the newer one is offered.
        self.settle()
        self._ticked = one.promise
        self.undo.offer(one.promise, self.tr("Kept: {text}").replace("{text}", one.text))
        if self._hall is not None:
            self.show_hall(self._hall, self._today)
            self.begin()

    def _undone(self, _promise: str) -> None:
        self._ticked = ""
        if self._hall is not None:
            self.show_hall(self._hall, self._today)
            self.begin()

    def _expired(self, promise: str) -> None:
        # `settle` and the bar may both say so; the first counts.
        if promise == self._ticked:
            self._ticked = ""
            self.kept.emit(promise)

    def _chosen(self, name: str) -> None:
        if name == "talks":
            self.talks_wanted.emit()


def _head(title: str, count: int) -> Part:
    part = Part()
    part.setLayout(
        row(Label(title, "section"), None, Label(str(count), "small", "ink3"), margins=(0, PX.s12, 0, PX.s8))
    )
    return part
