"""Hand scanners that type: their keys come in faster than a person's, so time tells a scan from typing."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desktop.settings import Settings

SHORTEST_SCAN: Final = 6
# A scanner without a closing key is done when it has been silent this long.
SILENCE_MS: Final = 100

ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
SILENT_KEYS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)


class ScanAssembler:
    """Puts the characters of one scan together; knows no clock but the times it is given.

    What a scanner puts before and behind every code, once learnt, is taken off. A control character in there neither
    ends nor spoils a scan.
    """

    def __init__(self, gap_ms: int = 50, prefix: str = "", suffix: str = "") -> None:
        self.gap_ms = gap_ms
        self._text = ""
        self._last_ms = 0
        self._prefix = self._suffix = ""
        self._controls: frozenset[str] = frozenset()
        self.learn(prefix, suffix)

    def learn(self, prefix: str, suffix: str) -> None:
        """This is what the scanner adds; a closing Enter or Tab at the end of `suffix` is known anyway."""
        self._controls = frozenset(one for one in prefix + suffix if not one.isprintable()) - {"\r", "\n", "\t"}
        self._prefix, self._suffix = (
            "".join(one for one in added if one.isprintable()) for added in (prefix, suffix.rstrip("\r\n\t"))
        )

    @property
    def length(self) -> int:
        """How many characters may belong to a scan so far."""
        return len(self._text)

    def feed(self, key: int, text: str, t_ms: int) -> str | None:
        """Take one key with its text and its moment; the scanned text when the key ends a scan, else None."""
        if key in SILENT_KEYS or (text in self._controls and text):
            return None
        is_fast = bool(self._text) and 0 <= t_ms - self._last_ms <= self.gap_ms
        self._last_ms = t_ms
        if key in ENDS and is_fast:
            return self.end()
        if key in ENDS or len(text) != 1 or not text.isprintable():
            self._text = ""
        else:
            self._text = self._text + text if is_fast else text
        return None

    def end(self) -> str | None:
        """Nothing follows: what has come in is a scan if it is long enough."""
        scanned, self._text = self._text, ""
        if len(scanned) < SHORTEST_SCAN:
            return None
        bare = scanned.removeprefix(self._prefix).removesuffix(self._suffix)
        return bare if len(bare) >= SHORTEST_SCAN else scanned


class Composing:
    """Counts how often an input method changes its text without a pause: a person's fingers are slower than this."""

    def __init__(self, gap_ms: int = 50) -> None:
        self.gap_ms = gap_ms
        self.length = 0
        self._last_ms = 0.0

    def feed(self, t_ms: float) -> bool:
        """One change at its moment; whether it belongs to a scan by now."""
        self.length = self.length + 1 if self.length and t_ms - self._last_ms <= self.gap_ms else 1
        self._last_ms = t_ms
        return self.length >= SHORTEST_SCAN

    def forget(self) -> None:
        """What comes next is another text."""
        self.length = 0


class WedgeFilter(QObject):
    """Hears every key of a window and tells of scans, wherever the focus is.

    A window's key is heard before the widget's, and once. Text that a scan has typed into a line is taken out again.
    Where people type as well, `is_ours` tells what may be a scan: any other text is somebody's quick typing, which
    stays where it was typed, and an input method is left alone. Without it every text is a scan that comes fast.
    `spoilt` says that a scan ran into an input method, which keeps the keys to itself: what it had made of them is gone
    from the line, and the line hears no input method until it is asked for again.
    """

    scanned = Signal(str)
    spoilt = Signal()

    def __init__(
        self, gap_ms: int = 50, parent: QObject | None = None, *, is_ours: Callable[[str], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._is_ours = is_ours
        self._assembler = ScanAssembler(gap_ms)
        self._handle: QWindow | None = None
        self._window: QWidget | None = None
        self._line: QLineEdit | None = None
        self._line_before = ("", 0)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(max(SILENCE_MS, gap_ms))
        self._silence.timeout.connect(self._fall_silent)
        self._composed = Composing(gap_ms)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(max(SILENCE_MS, gap_ms))
        self._rest.timeout.connect(self._composing_over)

    def follow(self, settings: Settings) -> None:
        """Hear the scanner as this device has come to know it."""
        self._assembler.gap_ms = self._composed.gap_ms = settings.scanner_gap_ms
        self._assembler.learn(settings.scanner_prefix, settings.scanner_suffix)
        for clock in (self._silence, self._rest):
            clock.setInterval(max(SILENCE_MS, settings.scanner_gap_ms))

    def watch(self, window: QWidget) -> None:
        """Begin to listen at `window` and at every line in it that gets the focus.

        Never at the whole program: such a filter is handed objects that are being destroyed, which a program in Python
        does not always survive.
        """
        window.winId()
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._hear_line)
        self._hear_line(None, QApplication.focusWidget())

    def leave(self) -> None:
        """Listen no more."""
        if self._window is None:
            return
        self._window = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._hear_line)
        if self._handle is not None and isValid(self._handle):
            self._handle.removeEventFilter(self)
        self._silence.stop()
        self._rest.stop()

    def _hear_line(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What an input method sends goes to the line alone, so the line is listened to as well, once."""
        window = self._window
        if isinstance(now, QLineEdit) and window is not None and isValid(window) and window.isAncestorOf(now):
            now.removeEventFilter(self)
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            return is_press and isinstance(watched, QWindow) and self._hear(event)
        if isinstance(event, QInputMethodEvent) and self._is_ours is None:
            return isinstance(watched, QLineEdit) and self._hear_composing(watched)
        return False

    def _hear_composing(self, line: QLineEdit) -> bool:
        """Count the changes of an input method's text; from the sixth fast one on they are a scanner's."""
        is_scan = self._composed.feed(time.monotonic() * 1_000)
        if self._composed.length == 1:
            self._line, self._line_before = line, (line.text(), line.cursorPosition())
        if is_scan:
            # Nothing more of it reaches the line.
            self._rest.start()
        return is_scan

    def _composing_over(self) -> None:
        """The scanner is silent: the input method forgets what it has, and the line is as it was."""
        self._composed.forget()
        QGuiApplication.inputMethod().reset()
        line = self._line
        self._clean_line()
        if line is not None and isValid(line):
            # Ends what was still being composed, in the line's own eyes.
            QCoreApplication.sendEvent(line, QInputMethodEvent())
        self.spoilt.emit()

    def _hear(self, event: QKeyEvent) -> bool:
        # The event's own time: a busy screen delivers keys late, and then the wall clock sees gaps that never were.
        scanned = self._assembler.feed(event.key(), character_of(event), event.timestamp())
        if scanned is not None:
            # The closing Enter of a scan presses no button; a person's does what it always does.
            return self._tell(scanned)
        if self._assembler.length == 1:
            self._remember_line()
        if self._assembler.length >= SHORTEST_SCAN:
            self._silence.start()
        return False

    def _fall_silent(self) -> None:
        scanned = self._assembler.end()
        if scanned is not None:
            self._tell(scanned)

    def _tell(self, scanned: str) -> bool:
        """Tell of a scan; False where the text is none, and nothing is touched."""
        self._silence.stop()
        if self._is_ours is not None and not self._is_ours(scanned):
            self._line = None
            return False
        self._clean_line()
        self.scanned.emit(scanned)
        return True

    def _remember_line(self) -> None:
        focus = QApplication.focusWidget()
        self._line = focus if isinstance(focus, QLineEdit) else None
        if self._line is not None:
            self._line_before = (self._line.text(), self._line.cursorPosition())

    def _clean_line(self) -> None:
        line, self._line = self._line, None
        if line is None or not isValid(line):
            return
        text, position = self._line_before
        # Whoever follows the line is told: what they kept of the scan would else come back into it.
        line.setText(text)
        line.setCursorPosition(position)


def character_of(event: QKeyEvent) -> str:
    """The letter or digit on the key whatever Caps Lock says; other keys give what they type."""
    key = event.key()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    return event.text()
