"""The kiosk's window: one page at a time, and the keys that work on all of them."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedLayout, QWidget
from typing_extensions import override

from desktop.kiosk.device_page import DevicePage
from desktop.kiosk.front import FrontPage
from desktop.kiosk.notice_page import NoticePage
from desktop.kiosk.pad_page import PadPage
from desktop.kiosk.parts import StaffCorner
from desktop.kiosk.pin_page import PinPage
from desktop.kiosk.search_page import ConfirmPage, SearchPage
from desktop.kiosk.staff_page import StaffPage
from desktop.kiosk.state import (
    AskingPin,
    AtDevice,
    AtWork,
    Confirming,
    Door,
    NewPin,
    Noticing,
    Searching,
    State,
    WalkingIn,
)
from desktop.kiosk.voice import Voice
from desktop.kiosk.walk_in_page import WalkInPage
from desktop.settings import Settings
from desktop.widgets.buttons import Button
from desktop.widgets.focus import FocusRing
from desktop.widgets.measures import PX

_WISHES = {
    Qt.Key.Key_F1: "help",
    Qt.Key.Key_F2: "search",
    Qt.Key.Key_F3: "walk_in",
    Qt.Key.Key_F5: "companion",
    Qt.Key.Key_F6: "executive",
    Qt.Key.Key_F7: "let_in",
    Qt.Key.Key_F8: "another",
    Qt.Key.Key_F10: "staff",
    Qt.Key.Key_Escape: "home",
    Qt.Key.Key_Backspace: "undo",
    Qt.Key.Key_Plus: "more",
    Qt.Key.Key_Equal: "more",
    Qt.Key.Key_Minus: "fewer",
}
Page = FrontPage | PadPage | StaffPage | DevicePage
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ONWARD = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_BACKWARD = (Qt.Key.Key_Up, Qt.Key.Key_Left)


class KioskWindow(QWidget):
    """`wished` carries what a button or a key asks for; `touched` that somebody is there.

    While `is_guarded` the system's own way to close a window leads to the staff's PIN.
    """

    wished = Signal(str)
    touched = Signal()
    language_chosen = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.is_guarded = False
        # Its ground is the palette's; the style sheet would fill the whole window a second time.
        # Not by a click: a key of the pad that is touched would take the cursor out of its line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.resize(PX.window_width, PX.window_height)
        self.front = FrontPage(voice)
        self.search = SearchPage(voice)
        self.confirm = ConfirmPage(voice)
        self.walk_in = WalkInPage(voice)
        self.notice = NoticePage(voice)
        self.pin = PinPage(voice)
        self.staff = StaffPage(voice)
        self.device = DevicePage(voice)
        self._pages = QStackedLayout(self)
        # Every page fits; else each answer would tell the window manager of another least size while a client waits.
        self._pages.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)
        for page in (
            self.front,
            self.search,
            self.confirm,
            self.walk_in,
            self.notice,
            self.pin,
            self.staff,
            self.device,
        ):
            self._pages.addWidget(page)
            page.wished.connect(self.wished)
            page.language.chosen.connect(self.language_chosen)
        self.corner = StaffCorner(self)
        self.corner.setObjectName("staff_corner")
        self.corner.opened.connect(lambda: self.wished.emit("staff"))
        self._ring = FocusRing(self)
        self._name()
        # Not on the first button: a key pressed by accident presses nothing.
        self.setFocus()

    def show_state(self, state: State, door: Door, now: datetime | None, left_s: int, settings: Settings) -> None:
        """Paint a state on its page; `left_s` are the seconds until the kiosk returns by itself."""
        page: Page
        match state:
            case Searching():
                self.search.show_state(state)
                page = self.search
            case Confirming():
                self.confirm.show_state(state)
                page = self.confirm
            case Noticing():
                self.notice.show_state(state)
                page = self.notice
            case WalkingIn():
                self.walk_in.show_state(state)
                page = self.walk_in
            case AskingPin() | NewPin():
                self.pin.show_state(state)
                page = self.pin
            case AtWork():
                self.staff.show_state(state, door, settings, left_s=left_s)
                page = self.staff
            case AtDevice():
                self.device.show_state(state, settings, is_full=self.isFullScreen(), left_s=left_s)
                page = self.device
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

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_guarded:
            event.ignore()
            self.wished.emit("staff")
        else:
            super().closeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.corner.move(self.width() - self.corner.width(), 0)

    def _name(self) -> None:
        # Never a name in a title: it stands in the task bar and in other programs' lists.
        self.setWindowTitle(self.tr("Qinting"))
        self.corner.setAccessibleName(self.tr("Staff"))

    def _enter(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, Button):
            focus.click()
        elif isinstance(focus, QLineEdit):
            self.wished.emit("confirm")

    def _turn_to(self, page: Page) -> None:
        if self._pages.currentWidget() is page:
            return
        if isinstance(page, PadPage):
            page.show_head()
        self._pages.setCurrentWidget(page)
        # Where the clock stands nothing else wants to be touched.
        self.corner.setVisible(page is self.front)
        self.corner.raise_()
        if not isinstance(page, FrontPage):
            page.begin()
        else:
            # A plain widget: no input method, and no button that a key could press by accident.
            self.setFocus()
