"""The kiosk's window: one page at a time, and the keys that work on all of them."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedLayout, QWidget
from typing_extensions import override

from desktop.kiosk.front import FrontPage
from desktop.kiosk.pad_page import PadPage
from desktop.kiosk.search_page import ConfirmPage, SearchPage
from desktop.kiosk.state import Confirming, Door, Searching, State, WalkingIn
from desktop.kiosk.voice import Voice
from desktop.kiosk.walk_in_page import WalkInPage
from desktop.widgets.buttons import Button
from desktop.widgets.focus import FocusRing
from desktop.widgets.measures import PX

_WISHES = {
    Qt.Key.Key_F1: "help",
    Qt.Key.Key_F2: "search",
    Qt.Key.Key_F3: "walk_in",
    Qt.Key.Key_F7: "let_in",
    Qt.Key.Key_F8: "another",
    Qt.Key.Key_Escape: "home",
    Qt.Key.Key_Backspace: "undo",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ONWARD = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_BACKWARD = (Qt.Key.Key_Up, Qt.Key.Key_Left)


class KioskWindow(QWidget):
    """`wished` carries what a button or a key asks for; `touched` that somebody is there."""

    wished = Signal(str)
    touched = Signal()
    language_chosen = Signal(str)

    def __init__(self, voice: Voice, *, is_staffed: bool) -> None:
        super().__init__()
        # Never a name in a title: it stands in the task bar and in other programs' lists.
        self.setWindowTitle(self.tr("Qinting"))
        self.setProperty("fill", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(PX.window_width, PX.window_height)
        self.front = FrontPage(voice)
        self.search = SearchPage(voice, is_staffed=is_staffed)
        self.confirm = ConfirmPage(voice)
        self.walk_in = WalkInPage(voice)
        self._pages = QStackedLayout(self)
        for page in (self.front, self.search, self.confirm, self.walk_in):
            self._pages.addWidget(page)
            page.wished.connect(self.wished)
            page.language.chosen.connect(self.language_chosen)
        self._ring = FocusRing(self)

    def show_state(self, state: State, door: Door, now: datetime | None, left_s: int) -> None:
        """Paint a state on its page; `left_s` are the seconds until the kiosk returns by itself."""
        page: FrontPage | PadPage
        match state:
            case Searching():
                self.search.show_state(state)
                page = self.search
            case Confirming():
                self.confirm.show_state(state)
                page = self.confirm
            case WalkingIn():
                self.walk_in.show_state(state)
                page = self.walk_in
            case _:
                self.front.show_state(state, door, now, left_s)
                page = self.front
        if isinstance(page, PadPage):
            page.show_left(left_s)
        self._turn_to(page)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        self.touched.emit()
        if key in _WISHES:
            self.wished.emit(_WISHES[key])
        elif key in _ENTER:
            self._enter()
        elif key in _ONWARD:
            self.focusNextChild()
        elif key in _BACKWARD:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        super().mousePressEvent(event)

    def _enter(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, Button):
            focus.click()
        elif isinstance(focus, QLineEdit):
            self.wished.emit("confirm")

    def _turn_to(self, page: FrontPage | PadPage) -> None:
        if self._pages.currentWidget() is page:
            return
        if isinstance(page, PadPage):
            page.show_head()
        self._pages.setCurrentWidget(page)
        if isinstance(page, PadPage):
            page.begin()
        else:
            # A plain widget: no input method, and no button that a key could press by accident.
            self.setFocus()
