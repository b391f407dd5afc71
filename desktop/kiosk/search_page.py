"""Finding one's name, and saying the end of one's phone number."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.kiosk.pad import DIGITS, Pad, PadLine, connect_pad
from desktop.kiosk.pad_page import PadPage, put_text
from desktop.kiosk.sizes import KIOSK
from desktop.kiosk.state import FEWEST_CHARACTERS, ROWS_SHOWN, TAIL_TRIES, Candidate, Confirming, Searching
from desktop.kiosk.voice import Voice
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said
from desktop.widgets.buttons import KioskButton
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column, row

_FIND: Final = Said(QT_TRANSLATE_NOOP("Kiosk", "Find your name"))
_CONFIRM: Final = Said(QT_TRANSLATE_NOOP("Kiosk", "Is it you?"))
TAIL_DIGITS: Final = 4


class SearchPage(PadPage):
    """Letters at the left, at most three rows at the right; a row shows as little as tells people apart."""

    typed = Signal(str)
    chosen = Signal(str)

    def __init__(self, voice: Voice) -> None:
        pad = Pad()
        super().__init__(voice, _FIND, pad)
        self._state = Searching()
        self._is_staffed = True
        self._label = Label("", "k_small", "ink2")
        self.line = PadLine(icon="search")
        self.line.setObjectName("search_line")
        self._label.setBuddy(self.line)
        # Staff may write the name as it is written; a scan is spoilt meanwhile, so it has to be asked for.
        self._compose = KioskButton("", "option", "kiosk_small", icon="languages")
        self._compose.setObjectName("compose_search")
        self._compose.toggled.connect(self._turn_composing)
        self.line.textChanged.connect(self.typed)
        connect_pad(pad, lambda: self.line)
        self._example = Label("", "k_small", "ink2", wraps=True)
        self._private = Label("", "k_note", "ink3", wraps=True)
        self._count = Label("", "k_small", "ink2")
        self._count.setObjectName("count")
        self._rows = tuple(self._row(number) for number in range(ROWS_SHOWN))
        private = row(IconLabel("shield-check", PX.s24, "ink3"), PX.s12, self._private)
        private.setStretch(2, 1)
        left_side = QWidget()
        left_side.setFixedWidth(KIOSK.search_left)
        left_side.setLayout(
            column(
                *(self._label, PX.s8, self.line, PX.s16, self._example, PX.s12, private),
                *(PX.s12, row(self._compose, None), None),
            )
        )
        right = column(self._count, PX.s8, self._rows[0], PX.s12, self._rows[1], PX.s12, self._rows[2], None)
        body = row(left_side, PX.s32, right)
        body.setStretchFactor(right, 1)
        self.fill(body)
        self.retranslate()

    def show_state(self, state: Searching) -> None:
        """Paint what has been found."""
        self._state = state
        put_text(self.line, state.text)
        self._count.setText(self._count_text())
        for number, button in enumerate(self._rows):
            candidate = state.rows[number] if number < len(state.rows) else None
            button.setVisible(candidate is not None)
            if candidate is not None:
                button.setText(candidate.name)
                button.set_second(self._place(candidate), KIOSK.row_place)
                button.setAccessibleName(f"{candidate.name} {self._place(candidate)}")

    def serve(self, *, is_staffed: bool) -> None:
        """Say what fits whoever stands before the screen."""
        self._is_staffed = is_staffed
        self._compose.setVisible(is_staffed)
        self.retranslate()

    @override
    def begin(self) -> None:
        self._compose.setChecked(False)
        self.line.setFocus()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._label.setText(self.tr("Pinyin initials of your name, or room"))
        self._example.setText(self.tr("For 陈某某 press CMM, for the room 6-1201"))
        self._compose.setText(self.tr("Chinese input"))
        self._compose.updateGeometry()
        if self._is_staffed:
            self._private.setText(self.tr("Please compare with the client's invitation or phone"))
        else:
            self._private.setText(self.tr("Only surnames are shown, no phone numbers. Cleared when you leave"))
        self.show_state(self._state)

    def _turn_composing(self, is_on: bool) -> None:
        self.line.compose(is_on=is_on)
        self.line.setFocus()

    def _count_text(self) -> str:
        state = self._state
        if not (state.rows or state.is_answered) and len(state.text.strip()) < FEWEST_CHARACTERS:
            return self.tr("Press two letters or more")
        if not state.rows:
            return self.tr("Not found. Try another spelling, or ask our staff") if state.is_answered else ""
        if state.is_long:
            return self.tr("Many more, please press another letter")
        if state.more:
            return self.tr("{count} more, please press another letter").replace("{count}", str(state.more))
        return self.tr("{count} found, please choose").replace("{count}", str(len(state.rows)))

    def _place(self, candidate: Candidate) -> str:
        if not candidate.room or self._is_staffed:
            return candidate.room
        return self.tr("Building {building}").replace("{building}", candidate.room)

    def _row(self, number: int) -> KioskButton:
        button = KioskButton("", "row", "kiosk_row", trailing="chevron-right")
        button.setObjectName(f"row_{number}")
        button.clicked.connect(lambda: self.chosen.emit(self._state.rows[number].key))
        return button


class ConfirmPage(PadPage):
    """The client found says the last four digits of the phone number; the fourth digit asks at once."""

    typed = Signal(str)

    def __init__(self, voice: Voice) -> None:
        pad = Pad(DIGITS)
        super().__init__(voice, _CONFIRM, pad)
        self._state = Confirming(Candidate("", "", ""))
        self._label = Label("", "k_small", "ink2")
        self.line = PadLine(icon="phone", longest=TAIL_DIGITS)
        self.line.setObjectName("tail_line")
        self._label.setBuddy(self.line)
        self.line.textChanged.connect(self.typed)
        connect_pad(pad, lambda: self.line)
        self._note = Label("", "k_small", "ink2", wraps=True)
        self._note.setObjectName("tail_note")
        self._name = Label("", "k_value")
        self._room = Label("", "k_text", "ink2")
        self._another = KioskButton("", "outline", icon="search")
        self._another.setObjectName("search")
        self._another.clicked.connect(lambda: self.wished.emit("search"))
        left_side = QWidget()
        left_side.setFixedWidth(KIOSK.search_left)
        left_side.setLayout(column(self._label, PX.s8, self.line, PX.s16, self._note, None))
        right = column(PX.s32, row(self._name, PX.s24, self._room, None), PX.s24, row(self._another, None), None)
        body = row(left_side, PX.s32, right)
        body.setStretchFactor(right, 1)
        self.fill(body)
        self.retranslate()

    def show_state(self, state: Confirming) -> None:
        """Paint whom it is about and what has been typed."""
        self._state = state
        put_text(self.line, state.digits)
        is_again = state.tries_left < TAIL_TRIES and not state.digits
        again = self.tr("These are not the digits we have. Please try once more")
        self._note.setText(again if is_again else self.tr("So we know that it is you"))
        self._note.set_ink("warning_ink" if is_again else "ink2")
        self._name.setText(state.candidate.name)
        building = self.tr("Building {building}").replace("{building}", state.candidate.room)
        self._room.setText(building if state.candidate.room else "")

    @override
    def begin(self) -> None:
        self.line.setFocus()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._label.setText(self.tr("Last 4 digits of your phone number"))
        self._another.setText(self.tr("Find another name"))
        self._another.updateGeometry()
        self.show_state(self._state)
