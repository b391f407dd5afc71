"""The board's window: full screen on the screen that the hall sees, without a button and deaf to scanners."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.board.page import BoardPage
from desktop.widgets.languages import Translator
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column


def screen_for_hall(beside: QWidget | None, screens: list[QScreen] | None = None) -> QScreen | None:
    """The screen that the hall sees: another one than that of the window `beside`, where there is one."""
    every = QGuiApplication.screens() if screens is None else screens
    own = beside.screen() if beside is not None else QGuiApplication.primaryScreen()
    return next((one for one in every if one is not own), None)


class BoardWindow(Part):
    """Holds the page. Beside another window it never takes the keyboard: a scanner there must go on being heard.

    F11 leaves the full screen and comes back to it; Ctrl+Q closes. `went` says that it was closed.
    """

    went = Signal()

    def __init__(self, translator: Translator, *, is_beside: bool, is_steady: bool) -> None:
        super().__init__()
        self.page = BoardPage(translator, is_steady=is_steady)
        self.setLayout(column(self.page))
        if is_beside:
            self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            # Closing it ends nothing.
            self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.resize(PX.window_width, PX.window_height)
        self.retranslate()

    def show_on(self, screen: QScreen | None) -> None:
        """Cover this screen; without one stand as a window of its own that can be moved to where it belongs."""
        if screen is None:
            self.show()
            return
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen: that would take the keyboard from the window beside it.
        self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        self.show()

    @override
    def retranslate(self) -> None:
        # Never a name in a title: it stands in the task bar and in other programs' lists.
        self.setWindowTitle(self.tr("Qinting, calling board"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Everything else is eaten: what a scanner types here is meant for another window.
        if event.key() == Qt.Key.Key_F11:
            if self.isFullScreen():
                self.showNormal()
            else:
                self.showFullScreen()
        elif event.key() == Qt.Key.Key_Q and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.went.emit()
