"""The host's window: the pages on top of each other, what went wrong above them, the status bar below."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from typing_extensions import override

from desktop.host.after import AfterPage
from desktop.host.beside import BesideColumn
from desktop.host.calls_page import CallsPage
from desktop.host.calls_side import CallSide
from desktop.host.days import day_and_weekday
from desktop.host.keys import all_keys, help_sentences
from desktop.host.people import PeoplePage
from desktop.host.reminding import Reminders
from desktop.host.state import Hall
from desktop.host.talk_page import TalkPage
from desktop.host.tasks import TasksPage
from desktop.host.waiting import WaitingColumn
from desktop.host.wording import language_now
from desktop.jobs import Jobs
from desktop.widgets.bars import Banner, StatusBar
from desktop.widgets.buttons import Button
from desktop.widgets.cards import EmptyState
from desktop.widgets.focus import FocusRing
from desktop.widgets.help import HelpPage
from desktop.widgets.measures import PX
from desktop.widgets.palette import Palette
from desktop.widgets.part import Part, column, row

TYPE_KEYS = 7
_AREA_KEYS = ("Q", "W", "E", "R")


class HostWindow(Part):
    """Holds the pages and the keys; `pressed` names a key of the page, `close_wanted` comes once before closing."""

    pressed = Signal(str)
    type_pressed = Signal(int)
    area_pressed = Signal(int)
    close_wanted = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("fill", "background")
        self._may_close = False
        self._saved, self._today, self._reminders = "", date.min, Reminders(self)
        self.waiting, self.beside, self.talk, self.after = WaitingColumn(), BesideColumn(), TalkPage(), AfterPage(jobs)
        self.tasks, self.people, self.keys = TasksPage(), PeoplePage(), HelpPage(all_keys, help_sentences)
        self.calls, self.call_side = CallsPage(), CallSide(PX.host_left)
        self.call_side.hide()
        self.idle = EmptyState("armchair")
        self.middle, self.pages = QStackedWidget(), QStackedWidget()
        for page in (self.idle, self.talk, self.after):
            self.middle.addWidget(page)
        talks = Part()
        layout = row(self.waiting, self.call_side, self.middle, self.beside)
        layout.setStretchFactor(self.middle, 1)
        talks.setLayout(layout)
        self.talks: QWidget = talks
        for whole in (QWidget(), talks, self.tasks, self.calls, self.people, self.keys):
            self.pages.addWidget(whole)
        self.banner = Banner("danger", "circle-alert")
        self.banner.setObjectName("trouble")
        self.banner.hide()
        self.banner.acted.connect(self.banner.hide)
        self.status = StatusBar()
        whole_layout = column(self.banner, self.pages, self.status)
        whole_layout.setStretch(1, 1)
        self.setLayout(whole_layout)
        self.palette_box = Palette(self)
        self._ring = FocusRing(self)
        self._bind()
        self.resize(PX.window_width, PX.window_height)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Qinting, notes of the host"))
        self.set_saved(self._saved)

    def set_saved(self, time: str) -> None:
        """When all was last safe on the disk; "" before anything was written."""
        self._saved = time
        said = self.tr("Saved {time}").replace("{time}", time) if time else self.tr("All is saved")
        self.status.set_saved(said)

    def set_unsaved(self) -> None:
        """What is written is not on the disk yet, and why stands in the banner."""
        self.status.set_saved(self.tr("Not saved yet"), "warning")

    def set_now(self, now: datetime) -> None:
        """Date and time at the foot."""
        self._today = now.date()
        self.status.set_clock(f"{day_and_weekday(now.date(), language_now())}  {now:%H:%M}")

    def hint(self, text: str) -> None:
        """Say at the foot why a key does nothing now; "" takes it away."""
        self.status.set_warning(text)

    def explain(self, text: str) -> None:
        """Say what went wrong and the next step, until the person has seen it."""
        self.banner.say(text, self.tr("All right"))
        self.banner.show()

    def show_idle(self, hall: Hall) -> None:
        """The middle between two talks."""
        if hall.event is None:
            title, sentence, deed = self.tr("No event today"), self.tr("The office adds events and hands them on."), ""
        elif not hall.waiting:
            title = self.tr("Nobody is waiting yet")
            sentence, deed = self.tr("The first client will appear here after checking in."), ""
        else:
            title = self.tr("Clients are waiting")
            sentence = self.tr("Choose a client at the left. Both sides are covered as soon as the talk opens.")
            following = self.waiting.chosen
            deed = {
                "take": self.tr("Take over"), "call": self.tr("Call"), "begin": self.tr("Begin the talk"), "": "",
            }[following.deed if following else ""]  # fmt: skip
        reminded = self._reminders.lines(hall, self._today) if hall.host and not hall.waiting else ""
        self.idle.say(title, "\n".join(filter(None, (sentence, reminded))), deed)
        self.middle.setCurrentWidget(self.idle)

    def let_close(self) -> None:
        """Everything is kept: close now."""
        self._may_close = True
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_wanted.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses the button that has the keyboard, as Space does.
        focus = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, Button):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _bind(self) -> None:
        for key in (
            "F1",
            "F2",
            "F3",
            "F4",
            "F5",
            "F6",
            "F7",
            "F8",
            "F9",
            "F10",
            "F12",
            "Esc",
            "Ctrl+/",
            "Ctrl+1",
            "Ctrl+2",
            "Ctrl+3",
            "Ctrl+K",
            "Ctrl+P",
            "Ctrl+S",
            "Alt+P",
        ):
            self._key(key, key)
        for key, same in (("Ctrl+Return", "Ctrl+Enter"), ("Ctrl+Enter", "Ctrl+Enter"), ("Ctrl+Right", "F8")):
            self._key(key, same)
        for number in range(1, TYPE_KEYS + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(lambda number=number: self.type_pressed.emit(number))
        for number, letter in enumerate(_AREA_KEYS, start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{letter}"), self)
            shortcut.activated.connect(lambda number=number: self.area_pressed.emit(number))

    def _key(self, key: str, name: str) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(lambda: self.pressed.emit(name))
