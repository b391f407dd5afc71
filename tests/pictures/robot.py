"""A person in front of the program: keys, clicks, files dropped, and a camera. It knows widgets only by their looks.

The program is the real one, started by its own `main`; only its event loop is given a first errand.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from desktop.jobs import Jobs

PATIENCE_S = 300.0
# A hand scanner's pause between two keys, and a person's.
SCANNER_MS, HAND_MS = 8, 500

Errand = Callable[["Robot"], None]


class Lost(Exception):  # noqa: N818 - in the house's words
    """The page does not show what a person would look for."""


class Robot:
    """`folder` gets the pictures, with `has_texts` also what can be read on each; `stem` makes a page's file name.

    `language` and `theme` are what the person likes, where a page offers the choice.
    """

    def __init__(
        self, folder: Path, stem: Callable[[str], str], size: tuple[int, int], *, language: str = "zh",
        theme: str = "light", has_texts: bool = False,
    ) -> None:  # fmt: skip
        self._folder, self._stem, self._size, self._has_texts = folder, stem, size, has_texts
        self.language, self.theme = language, theme
        self._clock_ms = 1_000

    # What is there

    @property
    def window(self) -> QWidget:
        """The window in front. Raises Lost without one."""
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        if not windows:
            raise Lost("no window")
        return QApplication.activeModalWidget() or QApplication.activeWindow() or windows[0]

    def seen(self, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
        """Every visible part of the window."""
        window = self.window
        for part in (window, *window.findChildren(kind)):
            if isinstance(part, kind) and part.isVisible() and not part.visibleRegion().isEmpty():
                yield part

    def texts(self) -> list[str]:
        """Every text that is in view, tables with all their rows."""
        found: list[str] = []
        for part in self.seen():
            found += _texts_of(part)
        return [text for text in found if text]

    def find(self, name: str) -> QWidget:
        """The visible part of this object name, or a button with this text. Raises Lost."""
        for part in self.seen():
            if part.objectName() == name or (isinstance(part, QAbstractButton) and part.text() == name):
                return part
        raise Lost(name)

    def has(self, name: str) -> bool:
        """Whether such a part is in view."""
        try:
            return bool(self.find(name))
        except Lost:
            return False

    # What the hands do

    def settle(self) -> None:
        """Wait until the worker has answered everything and all is painted. Raises Lost when it takes for ever."""
        jobs = QApplication.instance().findChildren(Jobs)  # type: ignore[union-attr]
        until = time.monotonic() + PATIENCE_S
        _let_pass(30)
        while any(one.is_busy for one in jobs):
            if time.monotonic() > until:
                raise Lost("the worker does not come to an end")
            _let_pass(10)
        _let_pass(30)

    def wait(self, seconds: float) -> None:
        """Look on."""
        _let_pass(int(seconds * 1000))
        self.settle()

    def keys(self, *names: str) -> None:
        """Press keys by name, as Ctrl+3, F8, Return, J."""
        for name in names:
            QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(name))
            self.settle()

    def write(self, text: str) -> None:
        """Put text in as an input method does: whole, into what has the focus."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit):
            focus.insert(text)
            focus.textEdited.emit(focus.text())
        elif isinstance(focus, QTextEdit):
            focus.insertPlainText(text)
        else:
            raise Lost("nothing to write into")
        self.settle()

    def scan(self, code: str) -> None:
        """Type as a hand scanner does, with its Enter."""
        self._window_keys(code + "\r", SCANNER_MS)
        self.settle()

    def type(self, text: str) -> None:
        """Type Latin letters and digits as a person does."""
        self._window_keys(text, HAND_MS)
        self.settle()

    def _window_keys(self, text: str, gap_ms: int) -> None:
        handle = self.window.windowHandle()
        self._clock_ms += HAND_MS
        for character in text:
            self._clock_ms += gap_ms
            key = Qt.Key.Key_Return if character == "\r" else ord(character.upper())
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                event.setTimestamp(self._clock_ms)
                QCoreApplication.sendEvent(handle, event)

    def click(self, name: str) -> None:
        """Click the middle of a part."""
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        self.settle()

    def click_row(self, number: int) -> None:
        """Click a row of the table in view, from 0; a shorter one is left alone."""
        for part in self.seen(QAbstractItemView):
            assert isinstance(part, QAbstractItemView)
            model = part.model()
            if number < model.rowCount():
                # In its middle: a box at its left edge would pick it out instead.
                place = QPoint(part.viewport().width() // 2, part.visualRect(model.index(number, 0)).center().y())
                QTest.mouseClick(part.viewport(), Qt.MouseButton.LeftButton, pos=place)
                self.settle()
                return

    def drop(self, *files: Path) -> None:
        """Drag files from a file manager onto the page in front."""
        target = self._taker()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        place, none = target.rect().center(), Qt.KeyboardModifier.NoModifier
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        QCoreApplication.sendEvent(target, QDragEnterEvent(place, action, data, button, none))
        QCoreApplication.sendEvent(target, QDropEvent(QPointF(place), action, data, button, none))
        self.settle()

    def _taker(self) -> QWidget:
        for part in self.seen():
            if part.acceptDrops() and not isinstance(part, QLineEdit | QTextEdit | QAbstractItemView):
                return part
        raise Lost("nothing takes files")

    # The camera

    def shoot(self, page: str) -> None:
        """Photograph the window."""
        window = self.window
        if not window.isFullScreen() and (window.width(), window.height()) != self._size:
            window.resize(*self._size)
        QTest.mouseMove(window, QPoint(window.width() - 2, window.height() - 2))
        self.settle()
        image: QImage = window.grab().toImage()
        image.setDevicePixelRatio(1)
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._folder / f"{self._stem(page)}.png"
        if not image.save(str(target)):
            raise OSError(f"cannot write {target}")
        if self._has_texts:
            target.with_suffix(".txt").write_text("\n".join(self.texts()), encoding="utf-8")


def _let_pass(milliseconds: int) -> None:
    """Let the loop turn. QTest's own qWait would hold Python's lock, and with it the worker, all the while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _texts_of(part: QWidget) -> list[str]:
    if isinstance(part, QComboBox):
        return [part.currentText()]
    if isinstance(part, QLabel | QAbstractButton | QLineEdit):
        return [part.text()]
    if isinstance(part, QTextEdit):
        return [part.toPlainText()]
    if isinstance(part, QAbstractItemView):
        model = part.model()
        cells = ((row, place) for row in range(model.rowCount()) for place in range(model.columnCount()))
        return [str(model.index(*cell).data(Qt.ItemDataRole.DisplayRole) or "") for cell in cells]
    text = getattr(part, "text", None)
    return [text] if isinstance(text, str) else [part.accessibleName()]


class AccompaniedApp(QApplication):
    """The program's application, with an errand to run as soon as its loop turns."""

    errand: Errand
    robot: Robot
    # The first run asks its questions before the program's own loop.
    begins_early = False

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        if self.begins_early:
            QTimer.singleShot(0, _run_errand)

    @override
    @staticmethod
    def exec() -> int:
        QTimer.singleShot(0, _run_errand)
        return QApplication.exec()


def _run_errand() -> None:
    try:
        AccompaniedApp.robot.settle()
        AccompaniedApp.errand(AccompaniedApp.robot)
    except Exception:  # noqa: BLE001 - the errand runs inside Qt's loop, which would swallow it
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    for window in QApplication.topLevelWidgets():
        if window.isWindow() and window.isVisible():
            window.close()
    QTimer.singleShot(0, lambda: QApplication.exit(0))


def accompany(arguments: list[str], robot: Robot, errand: Errand, *, begins_early: bool = False) -> int:
    """Start the program with these arguments and run the errand in it. Returns the exit status."""
    AccompaniedApp.begins_early = begins_early
    from desktop import app
    from desktop.__main__ import main
    from desktop.widgets import gallery

    AccompaniedApp.errand = staticmethod(errand)
    AccompaniedApp.robot = robot
    for module in (app, gallery):
        vars(module)["QApplication"] = AccompaniedApp
    sys.argv = ["qinting", *arguments]
    return main()
