"""Hand scanners that type: their keys come in faster than a person's, so time tells a scan from typing."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid
from typing_extensions import override

SHORTEST_SCAN: Final = 6
# A scanner without a closing key is done when it has been silent this long.
SILENCE_MS: Final = 100

_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SILENT_KEYS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)


class ScanAssembler:
    """Puts the characters of one scan together; knows no clock but the times it is given."""

    def __init__(self, gap_ms: int = 50) -> None:
        self.gap_ms = gap_ms
        self._text = ""
        self._last_ms = 0

    @property
    def length(self) -> int:
        """How many characters may belong to a scan so far."""
        return len(self._text)

    def feed(self, key: int, text: str, t_ms: int) -> str | None:
        """Take one key with its text and its moment; the scanned text when the key ends a scan, else None."""
        if key in _SILENT_KEYS:
            return None
        is_fast = bool(self._text) and 0 <= t_ms - self._last_ms <= self.gap_ms
        self._last_ms = t_ms
        if key in _ENDS and is_fast:
            return self.end()
        if key in _ENDS or len(text) != 1 or not text.isprintable():
            self._text = ""
        else:
            self._text = self._text + text if is_fast else text
        return None

    def end(self) -> str | None:
        """Nothing follows: what has come in is a scan if it is long enough."""
        scanned, self._text = self._text, ""
        return scanned if len(scanned) >= SHORTEST_SCAN else None


class WedgeFilter(QObject):
    """Hears every key of the program at its windows and tells of scans, wherever the focus is.

    A window's key is heard before the widget's, and once. Text that a scan has typed into a line is taken out again.
    """

    scanned = Signal(str)

    def __init__(self, gap_ms: int = 50, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assembler = ScanAssembler(gap_ms)
        self._line: QLineEdit | None = None
        self._line_before = ("", 0)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(max(SILENCE_MS, gap_ms))
        self._silence.timeout.connect(self._fall_silent)

    def watch(self) -> None:
        """Begin to listen."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def leave(self) -> None:
        """Listen no more."""
        self._silence.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        return self._hear(event)

    def _hear(self, event: QKeyEvent) -> bool:
        # The event's own time: a busy screen delivers keys late, and then the wall clock sees gaps that never were.
        scanned = self._assembler.feed(event.key(), _character(event), event.timestamp())
        if scanned is not None:
            self._tell(scanned)
            # The closing Enter of a scan presses no button.
            return True
        if self._assembler.length == 1:
            self._remember_line()
        if self._assembler.length >= SHORTEST_SCAN:
            self._silence.start()
        return False

    def _fall_silent(self) -> None:
        scanned = self._assembler.end()
        if scanned is not None:
            self._tell(scanned)

    def _tell(self, scanned: str) -> None:
        self._silence.stop()
        self._clean_line()
        self.scanned.emit(scanned)

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
        with QSignalBlocker(line):
            line.setText(text)
            line.setCursorPosition(position)


def _character(event: QKeyEvent) -> str:
    """The letter or digit on the key whatever Caps Lock says; other keys give what they type."""
    key = event.key()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    return event.text()
