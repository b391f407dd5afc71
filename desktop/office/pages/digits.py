"""Options chosen by their digit: the row takes the keys, so that a typist's hand stays where it is."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from desktop.widgets.buttons import Button
from desktop.widgets.measures import PX
from desktop.widgets.part import Part

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Digits(Part):
    """At most nine values with their digits. `chosen` tells a choice by digit or click, `passed` an Enter."""

    chosen = Signal(str)
    passed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._codes: tuple[str, ...] = ()
        self._buttons: tuple[Button, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def minimumSizeHint(self) -> QSize:
        # One line is the least that is asked for; more lines are found by the width.
        return QSize(max((one.sizeHint().width() for one in self._buttons), default=0), PX.option)

    @override
    def sizeHint(self) -> QSize:
        gaps = PX.s6 * max(len(self._buttons) - 1, 0)
        return QSize(sum(one.sizeHint().width() for one in self._buttons) + gaps, PX.option)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        boxes = self._places(width)
        return boxes[-1].bottom() + 1 if boxes else PX.option

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        for button, box in zip(self._buttons, self._places(self.width()), strict=True):
            button.setGeometry(box)

    def _places(self, width: int) -> list[QRect]:
        """Where the buttons stand in this width: from left to right, line after line."""
        found: list[QRect] = []
        x = y = 0
        for button in self._buttons:
            size = button.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + PX.option + PX.s8
            found.append(QRect(x, y, size.width(), PX.option))
            x += size.width() + PX.s6
        return found

    def set_values(self, values: tuple[tuple[str, str], ...]) -> None:
        """Pairs of a code and its text; the same codes in another language keep their buttons and the choice."""
        codes = tuple(code for code, _ in values)
        if codes != self._codes:
            self._remake(codes)
        for button, (_, text) in zip(self._buttons, values, strict=True):
            button.setText(text)
        self.updateGeometry()
        self._lay()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons in their order, for the order of Tab."""
        return self._buttons

    @property
    def choice(self) -> str:
        """The code chosen; "" for none."""
        pairs = zip(self._codes, self._buttons, strict=True)
        return next((code for code, button in pairs if button.isChecked()), "")

    def choose(self, code: str) -> None:
        """Show a choice without telling anybody; "" for none."""
        for each, button in zip(self._codes, self._buttons, strict=True):
            button.setChecked(each == code)

    def begin(self) -> None:
        """Take the keys: at the choice, else at the first value."""
        held = next((button for button in self._buttons if button.isChecked()), None)
        for button in (held, *self._buttons[:1]):
            if button is not None:
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Some desktops let Enter press a button: here it goes on.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), Qt.KeyboardModifier.NoModifier
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers != plain:
            return False
        if key in _ENTER:
            self.passed.emit()
            return True
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            place = key - Qt.Key.Key_1
            if place < len(self._codes):
                self._take(self._codes[place])
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
            return True
        return False

    def _step(self, by: int) -> None:
        here = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), 0)
        self._buttons[(here + by) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, code: str) -> None:
        self.choose(code)
        self.chosen.emit(code)

    def _remake(self, codes: tuple[str, ...]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._codes = codes
        made = []
        for number, code in enumerate(codes, start=1):
            button = Button("", "option", "option", digit=str(number), parent=self)
            button.setObjectName(code)
            button.installEventFilter(self)
            button.clicked.connect(lambda _on, code=code: self._take(code))
            button.show()
            made.append(button)
        self._buttons = tuple(made)
