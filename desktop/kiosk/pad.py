"""Keys for fingers, and the line they type into; no input method stands between."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.kiosk.sizes import KIOSK
from desktop.widgets.buttons import Button, IconButton, KioskButton
from desktop.widgets.fields import Line
from desktop.widgets.look import colour
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

LETTERS: Final = ("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
DIGITS: Final = ("12345", "67890", "")
_CLIPBOARD: Final = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)


class PadLine(Line):
    """A line without an input method: what is typed is letters and digits, and a scan passes through unharmed.

    A name may need one: `compose` lets it in until it is sent away again. No menu opens over it, and nothing goes
    into it or out of it by the clipboard: that belongs to whoever stood here before.
    """

    def __init__(self, *, icon: str = "", longest: int = 40) -> None:
        super().__init__(icon=icon, is_kiosk=True)
        self._composes = False
        self.setMaxLength(longest)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)

    def compose(self, *, is_on: bool) -> None:
        """Let an input method in, or send it away with what it had not finished."""
        if is_on != self._composes:
            QGuiApplication.inputMethod().reset()
            self._composes = is_on
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(one) for one in _CLIPBOARD):
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # On X11 the middle button types what was last marked.
        if event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)

    # Qt's answers are variants: the query decides the kind. The attribute of the same name has no effect on lines.
    @override
    def inputMethodQuery(self, property: Qt.InputMethodQuery, argument: Any = None) -> Any:
        if property == Qt.InputMethodQuery.ImEnabled:
            return self._composes
        return super().inputMethodQuery(property)


class Pad(Part):
    """Rows of keys; the last row stands between "clear" and "delete"."""

    typed = Signal(str)
    cleared = Signal()
    deleted = Signal()

    def __init__(self, rows: tuple[str, ...] = LETTERS) -> None:
        super().__init__()
        self._clear = KioskButton("", "pad_side", "pad")
        self._clear.setObjectName("pad_clear")
        self._clear.clicked.connect(self.cleared)
        self._delete = IconButton("delete", "", "pad")
        self._delete.setProperty("kind", "pad_side")
        self._delete.setObjectName("pad_delete")
        self._delete.clicked.connect(self.deleted)
        for side in (self._clear, self._delete):
            side.setFixedWidth(KIOSK.pad_side)
        lines = [row(None, *self._keys(text), None, gap=KIOSK.pad_gap) for text in rows[:-1]]
        last = row(None, self._clear, *self._keys(rows[-1]), self._delete, None, gap=KIOSK.pad_gap)
        self.setLayout(column(None, *lines, last, None, gap=KIOSK.pad_gap))
        self.setFixedHeight(KIOSK.pad)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._clear.setText(self.tr("Clear"))
        self._delete.set_name(self.tr("Delete"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("sunken"))
        painter.fillRect(0, 0, self.width(), PX.hairline, colour("line"))
        painter.end()

    def _keys(self, characters: str) -> tuple[QWidget, ...]:
        return tuple(self._key(character) for character in characters)

    def _key(self, character: str) -> Button:
        key = KioskButton(character, "pad", "pad")
        key.setObjectName(f"key_{character}")
        key.setFixedWidth(PX.pad_key)
        # Tab goes from field to button; nobody wants to walk through forty keys.
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(partial(self.typed.emit, character))
        return key


def connect_pad(pad: Pad, line: Callable[[], Line]) -> None:
    """Let the pad type into the line that `line` names at that moment."""
    pad.typed.connect(lambda character: line().insert(character))
    pad.deleted.connect(lambda: line().backspace())
    pad.cleared.connect(lambda: line().clear())
