"""Somebody without an invitation: a name to be called by, and a phone number if they like."""

from typing import Final

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.kiosk.pad import Pad, PadLine, connect_pad
from desktop.kiosk.pad_page import PadPage, put_text
from desktop.kiosk.sizes import KIOSK
from desktop.kiosk.state import WalkingIn
from desktop.kiosk.tiles import Counter
from desktop.kiosk.voice import Voice
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said
from desktop.widgets.buttons import KioskButton
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column, row

_TITLE: Final = Said(QT_TRANSLATE_NOOP("Kiosk", "No invitation needed"))
LONGEST_NAME: Final = 40
LONGEST_PHONE: Final = 20


class WalkInPage(PadPage):
    """`typed` carries name and phone, `finished` that they are complete; `wished` also "more" and "fewer" people."""

    typed = Signal(str, str)
    finished = Signal()

    def __init__(self, voice: Voice) -> None:
        pad = Pad()
        super().__init__(voice, _TITLE, pad)
        self._state = WalkingIn()
        self._name_label = Label("", "k_small", "ink2")
        self._phone_label = Label("", "k_small", "ink2")
        self.name = PadLine(icon="user", longest=LONGEST_NAME)
        self.name.setObjectName("name_line")
        self.phone = PadLine(icon="phone", longest=LONGEST_PHONE)
        self.phone.setObjectName("phone_line")
        # Where there is a keyboard a name may be written in Chinese; it spoils scans, so it has to be asked for.
        self._compose = KioskButton("", "option", "kiosk_small", icon="languages")
        self._compose.setObjectName("compose")
        self._compose.toggled.connect(self._turn_composing)
        self._name_label.setBuddy(self.name)
        self._phone_label.setBuddy(self.phone)
        for line in (self.name, self.phone):
            line.textChanged.connect(self._tell)
        connect_pad(pad, lambda: self.phone if self.phone.hasFocus() else self.name)
        self._name_note = Label("", "k_note", "ink3")
        self._name_note.setObjectName("name_note")
        self._phone_note = Label("", "k_note", "ink3")
        self._phone_note.setObjectName("phone_note")
        self._together = Label("", "k_small", "ink2", wraps=True)
        self.counter = Counter(have_come=False)
        self.counter.setFixedWidth(KIOSK.counter)
        self.counter.wished.connect(self.wished)
        self._done = KioskButton("", "filled", icon="check")
        self._done.setObjectName("confirm")
        self._done.clicked.connect(self.finished)
        fields = row(
            column(self._name_label, PX.s8, self.name, PX.s4, self._name_note),
            column(self._phone_label, PX.s8, self.phone, PX.s4, self._phone_note),
            gap=PX.s24,
        )
        fields.setStretch(0, 1)
        fields.setStretch(1, 1)
        foot = row(
            *(self._together, PX.s16, self.counter, None, self._compose, PX.s12, self._done),
        )
        self.fill(column(fields, PX.s16, foot))
        self.retranslate()

    def show_state(self, state: WalkingIn) -> None:
        """Paint what has been typed and what is missing."""
        self._state = state
        put_text(self.name, state.name)
        put_text(self.phone, state.phone)
        self.counter.show_party(state.party)
        missing = self.tr("Please leave a name, so that we can call you")
        self._name_note.setText(missing if state.has_no_name else self.tr("Pinyin will do"))
        self._name_note.set_ink("warning_ink" if state.has_no_name else "ink3")
        odd = self.tr("We cannot read this number. You may also leave it out")
        self._phone_note.setText(odd if state.has_odd_phone else self.tr("You may leave it out"))
        self._phone_note.set_ink("warning_ink" if state.has_odd_phone else "ink3")

    @override
    def begin(self) -> None:
        self._compose.setChecked(False)
        self.name.setFocus()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._name_label.setText(self.tr("What may we call you?"))
        self._phone_label.setText(self.tr("Phone number"))
        self._together.setText(self.tr("How many of you, yourself included?"))
        self._compose.setText(self.tr("Chinese input"))
        self._compose.updateGeometry()
        self._done.setText(self.tr("Check in"))
        self._done.updateGeometry()
        self.show_state(self._state)

    def _turn_composing(self, is_on: bool) -> None:
        self.name.compose(is_on=is_on)
        self.name.setFocus()

    def _tell(self) -> None:
        self.typed.emit(self.name.text(), self.phone.text())
