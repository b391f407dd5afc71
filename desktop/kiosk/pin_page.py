"""The way into the staff's corner, and choosing the PIN that guards it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desktop.kiosk.pad import DIGITS, Pad, PadLine, connect_pad
from desktop.kiosk.pad_page import PadPage, put_text
from desktop.kiosk.sizes import KIOSK
from desktop.kiosk.state import AskingPin, NewPin
from desktop.kiosk.voice import Voice
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said
from desktop.widgets.buttons import KioskButton
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column, row

_STAFF: Final = Said(QT_TRANSLATE_NOOP("Kiosk", "Staff"))
LONGEST_PIN: Final = 8


class PinPage(PadPage):
    """`typed` carries the digits, `finished` that all of them are typed."""

    typed = Signal(str)
    finished = Signal()

    def __init__(self, voice: Voice) -> None:
        pad = Pad(DIGITS)
        super().__init__(voice, _STAFF, pad)
        self._state: AskingPin | NewPin = AskingPin()
        self._label = Label("", "k_small", "ink2")
        self.line = PadLine(icon="lock", longest=LONGEST_PIN)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setObjectName("pin_line")
        self._label.setBuddy(self.line)
        self.line.textChanged.connect(self.typed)
        connect_pad(pad, lambda: self.line)
        self._note = Label("", "k_small", "ink2", wraps=True)
        self._note.setObjectName("pin_note")
        self._what = Label("", "k_small", "ink2", wraps=True)
        self._done = KioskButton("", "filled", icon="check")
        self._done.setObjectName("confirm")
        self._done.clicked.connect(self.finished)
        left_side = QWidget()
        left_side.setFixedWidth(KIOSK.search_left)
        left_side.setLayout(column(self._label, PX.s8, self.line, PX.s16, self._note, None))
        what = row(IconLabel("lock", PX.s24, "ink3"), PX.s12, self._what)
        what.setStretch(2, 1)
        right = column(PX.s32 + PX.s4, row(self._done, None), PX.s24, what, None)
        body = row(left_side, PX.s48, right)
        body.setStretchFactor(right, 1)
        self.fill(body)
        self.retranslate()

    def show_state(self, state: AskingPin | NewPin) -> None:
        """Paint how many digits have been typed, and what was wrong with the last ones."""
        self._state = state
        put_text(self.line, state.digits)
        is_new = isinstance(state, NewPin)
        if isinstance(state, NewPin) and state.first:
            self._label.setText(self.tr("The same PIN once more"))
        else:
            self._label.setText(self.tr("New PIN") if is_new else self.tr("PIN of the staff"))
        self._note.setText(self._problem())
        self._note.set_ink("warning_ink" if state.problem and not state.digits else "ink2")
        self._what.setText(
            self.tr("It opens this corner and nothing else. Whoever forgets it sets a new one in the office")
            if is_new
            else self.tr("Undo, let in, today's figures, event, and closing the program")
        )
        self._done.setText(self.tr("Continue"))
        self._done.updateGeometry()

    @override
    def begin(self) -> None:
        self.line.setFocus()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.show_state(self._state)

    def _problem(self) -> str:
        state = self._state
        match state.problem if not state.digits else "":
            case "wrong":
                return self.tr("That is not the PIN. Please try again")
            case "pause" if isinstance(state, AskingPin):
                text = self.tr("Too many tries. Please wait {seconds} s")
                return text.replace("{seconds}", str(state.seconds))
            case "different":
                return self.tr("The two are not the same. Please choose again")
            case "not_allowed":
                return self.tr("The PIN is set in the office. Please ask there")
        return self.tr("4 to 8 digits")
