"""My tasks: late, within seven days, later, waiting for others; J and K move, Space says kept, Enter opens."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.host.days import day_said
from desktop.host.duty_panel import DutyPanel
from desktop.host.keys import task_keys
from desktop.host.owing import OwingPanel
from desktop.host.state import Group, Hall, days_late, group_of
from desktop.host.task_rows import TaskDetail, TaskRow, state_chip
from desktop.host.wording import code_said, joined, language_now, short_room
from desktop.services.promises.mine import Mine
from desktop.widgets.bars import UndoBar
from desktop.widgets.cards import EmptyState
from desktop.widgets.help import KeyLine
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.navigation import Navigation
from desktop.widgets.part import Part, column, row

_GROUPS: tuple[Group, ...] = ("turn", "late", "soon", "later", "waiting")
_INKS = {"turn": "ink1", "late": "danger", "soon": "ink1", "later": "ink2", "waiting": "ink2"}
_NOON, _EVENING = 12, 18


class TasksPage(Part):
    """`kept` names a promise whose time to be taken back is over; `talks_wanted` goes to the talks."""

    kept = Signal(str)
    talks_wanted = Signal()
    calls_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hall: Hall | None = None
        self._now: datetime | None = None
        self._ticked = ""
        self._navigation = Navigation(((("tasks", "list-todo"), ("calls", "headset"), ("talks", "armchair")), ()))
        self._navigation.chosen.connect(self._chosen)
        self._title, self._about = Label("", "page"), Label("", "small", "ink2")
        self._post = Label("", "small", "ink3")
        self._list: QVBoxLayout = column()
        self._rows: tuple[TaskRow, ...] = ()
        self._empty = EmptyState("handshake")
        self.duty, self.owing = DutyPanel(), OwingPanel()
        self._detail = TaskDetail()
        self._detail.closed.connect(self.close_task)
        self._detail.ticked.connect(self._tick_open)
        self._open = ""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.undo = UndoBar()
        self.undo.undone.connect(self._undone)
        self.undo.expired.connect(self._expired)
        self._foot = KeyLine(task_keys)
        self._lay()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._navigation.set_text("talks", self.tr("Talks today"))
        self._navigation.set_text("tasks", self.tr("My tasks"))
        self._navigation.set_text("calls", self.tr("Calls"))
        self._empty.say(self.tr("Nothing is open"), self.tr("What you promise in a talk appears here."))
        if self._hall is not None and self._now is not None:
            self.show_hall(self._hall, self._now)

    def show_hall(self, hall: Hall, now: datetime) -> None:
        """Show the promises of the host and how far their duty is."""
        self._hall, self._now = hall, now
        host, today = hall.host, now.date()
        self._navigation.set_head(self.tr("Qinting"), self.tr("Notes of the host"))
        self._navigation.show_page("tasks")
        self._navigation.set_count("talks", len(hall.waiting))
        self._title.setText(self._greeting(now.hour).replace("{name}", host.name) if host else self.tr("My tasks"))
        self._post.setText(host.post or code_said(hall.codes.levels, host.level) if host else "")
        shown = tuple(one for one in hall.mine if one.promise != self._ticked)
        promised = tuple(one for one in shown if not one.turn)
        late = sum(days_late(one.due, today) > 0 for one in promised)
        self._navigation.set_count("tasks", len(shown))
        said = self.tr("Open promises: {count}, late: {late}") if promised else self.tr("Nothing is open.")
        said = said.replace("{count}", str(len(promised))).replace("{late}", str(late))
        own, everybody = self.tr("Kept {kept} / {made}"), self.tr("in the project {kept} / {made}")
        shares = (
            text.replace("{kept}", f"{kept:,}").replace("{made}", f"{made:,}") if made else ""
            for text, (kept, made) in ((own, hall.kept_own), (everybody, hall.kept_all))
        )
        self._about.setText(joined(said, *shares))
        self._fill(shown, today)
        self._empty.setVisible(not shown)
        self.duty.show_duty(hall.duty)
        if self._open:
            self._show_open()

    def begin(self) -> None:
        """Stand on the first promise."""
        if self._rows:
            self._rows[0].setFocus()

    def settle(self) -> None:
        """Do not wait any longer for the last tick to be taken back."""
        if self._ticked:
            self.undo.hide()
            self._expired(self._ticked)

    @property
    def is_task_open(self) -> bool:
        """Whether one promise is shown in full."""
        return bool(self._open)

    def close_task(self) -> None:
        """Back to the list, to the row that was open."""
        opened, self._open = self._open, ""
        self._middle.setCurrentIndex(0)
        target = next((one for one in self._rows if one.mine.promise == opened), None)
        if target is not None:
            target.setFocus()
        else:
            self.begin()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self._rows or self._open:
            super().keyPressEvent(event)
            return
        here = next((number for number, one in enumerate(self._rows) if one.hasFocus()), -step)
        target = self._rows[min(max(here + step, 0), len(self._rows) - 1)]
        target.setFocus()
        self._scroll.ensureWidgetVisible(target)

    def _lay(self) -> None:
        page = QWidget()
        page.setProperty("fill", "background")
        page.setLayout(column(self._list, self._empty, None))
        self._scroll.setWidget(page)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._scroll)
        self._middle.addWidget(self._detail)
        head = column(row(self._title, None, self._post), self._about, gap=PX.s4)
        inner = column(head, PX.s16, self._middle, self.undo, PX.s8, self._foot)
        inner.setContentsMargins(PX.s32 + PX.s8, PX.card_x, 0, PX.s12)
        pane = Part()
        pane.setFixedWidth(PX.reading_pane + PX.s32 + PX.s8)
        pane.setLayout(inner)
        side = column(self.duty, self.owing, None, margins=(PX.s48, PX.s96 + PX.s4, PX.s24, PX.s24))
        self.setLayout(row(self._navigation, pane, side, None))

    def _greeting(self, hour: int) -> str:
        if hour < _NOON:
            return self.tr("Good morning, {name}")
        return self.tr("Good afternoon, {name}") if hour < _EVENING else self.tr("Good evening, {name}")

    def _fill(self, shown: tuple[Mine, ...], today: date) -> None:
        while item := self._list.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        rows: list[TaskRow] = []
        titles = {
            "turn": self.tr("Waits for me"),
            "late": self.tr("Late"),
            "soon": self.tr("Within seven days"),
            "later": self.tr("Later"),
            "waiting": self.tr("Waiting for others"),
        }
        for group in _GROUPS:
            members = [one for one in shown if _group(one, today) == group]
            if members:
                self._list.addWidget(_head(titles[group], len(members)))
                self._list.addWidget(Hairline(is_head=True))
            for one in members:
                rows.append(self._row(one, group, today))
                self._list.addWidget(rows[-1])
        self._rows = tuple(rows)

    def _row(self, one: Mine, group: Group, today: date) -> TaskRow:
        codes = self._hall.codes if self._hall else None
        assert codes is not None  # rows are made of a hall
        late = self._late_said(one, today)
        day = late or day_said(date.fromisoformat(one.due), language_now())
        department = code_said(codes.departments, one.department) if one.is_waiting else ""
        second = joined(department, one.client, short_room(one.room), one.number)
        chip = state_chip(codes, one, self.tr("Promise"))
        line = TaskRow(one, second, day, "danger" if late else _INKS[group], chip)
        line.ticked.connect(lambda: self._tick(one))
        line.opened.connect(lambda: self._open_task(one.promise))
        return line

    def _late_said(self, one: Mine, today: date) -> str:
        late = days_late(one.due, today)
        return self.tr("{count} d late").replace("{count}", str(late)) if late else ""

    def _open_task(self, promise: str) -> None:
        self._open = promise
        self._show_open()
        self._detail.begin()

    def _show_open(self) -> None:
        hall, now = self._hall, self._now
        mine = next((one for one in hall.mine if one.promise == self._open), None) if hall else None
        if mine is None or hall is None or now is None or self._open == self._ticked:
            self.close_task()
            return
        self._detail.show_task(mine, hall.codes, self._late_said(mine, now.date()))
        self._middle.setCurrentIndex(1)

    def _tick_open(self) -> None:
        one = next((one for one in self._hall.mine if one.promise == self._open), None) if self._hall else None
        if one is not None:
            self.close_task()
            self._tick(one)

    def _tick(self, one: Mine) -> None:
        # An older tick becomes final, by `expired`, before the newer one is offered.
        self.settle()
        self._ticked = one.promise
        self.undo.offer(one.promise, self.tr("Kept: {text}").replace("{text}", one.text))
        self._show_again()

    def _undone(self, _promise: str) -> None:
        self._ticked = ""
        self._show_again()

    def _expired(self, promise: str) -> None:
        # `settle` and the bar may both say so; the first counts.
        if promise == self._ticked:
            self._ticked = ""
            self.kept.emit(promise)

    def _show_again(self) -> None:
        if self._hall is not None and self._now is not None:
            self.show_hall(self._hall, self._now)
            self.begin()

    def _chosen(self, name: str) -> None:
        if name == "talks":
            self.talks_wanted.emit()
        elif name == "calls":
            self.calls_wanted.emit()


def _group(one: Mine, today: date) -> Group:
    return "turn" if one.turn else group_of(one.due, today, is_waiting=one.is_waiting)


def _head(title: str, count: int) -> Part:
    part = Part()
    part.setLayout(
        row(Label(title, "section"), None, Label(str(count), "small", "ink3"), margins=(0, PX.s12, 0, PX.s8))
    )
    return part
