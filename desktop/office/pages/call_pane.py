"""Beside the list of the week before: the person one calls, what was tried, and what this try gave."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from db.hall_records import InviteContact
from db.invite_contacts import RESULTS
from desktop.office.pages.call_table import TONES
from desktop.office.pages.digits import Digits
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.rules.slots import Fill
from desktop.services.inviting.lists import REVOKED, CallLine
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Tick
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_SHOWN_TRIES = 6
_FACTS = ("phone", "room", "owner", "slot", "heads", "channel")
_LABEL_PX = PX.s64


class CallPane(Part):
    """`noted` tells client, result, words, slot and why a full slot is taken; the other signals name the client.

    The fills that it is shown are those of the event's own slots, to which one can move.
    """

    noted = Signal(str, str, str, str, str)
    number_wanted = Signal(str)
    reissue_wanted = Signal(str)
    revoke_wanted = Signal(str)
    save_wanted = Signal(str)
    card_wanted = Signal(str)
    # Back to the list.
    left = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._line: CallLine | None = None
        self._tries: tuple[InviteContact, ...] = ()
        self._fills: tuple[Fill, ...] = ()
        self._phone = ""
        # What waits for a slot or for a word on why a full one is taken: result, words and slot.
        self._waiting: tuple[str, str, str] | None = None
        self._name = Label("", "title", wraps=True)
        self._chip = Chip("", "neutral")
        self._facts = {name: (Label("", "small", "ink2"), ElidedLabel("", "small")) for name in _FACTS}
        for label, _ in self._facts.values():
            label.setFixedWidth(_LABEL_PX)
        self._new_code = Label("", "small", "warning", wraps=True)
        self.number_button = Button("", "quiet", "link", icon="eye", key="P")
        self.number_button.clicked.connect(self.show_number)
        self.always = Tick()
        self.always.toggled.connect(lambda is_on: self.show_number() if is_on else None)
        self.results = Digits()
        self.results.chosen.connect(self._chose)
        self.results.passed.connect(self.left)
        self.words = Line()
        self.words.setObjectName("call_words")
        self.words.returnPressed.connect(self.left)
        self._words = Field("", self.words)
        self._asked = Label("", "small_strong", wraps=True)
        self.slots = Digits()
        self.slots.chosen.connect(self._chose_slot)
        self._full = Banner("warning", "circle-alert")
        self.why = Line()
        self.why.setObjectName("call_why")
        self.why.returnPressed.connect(self._take_typed)
        self._why = Field("", self.why)
        self._told = Part()
        self.reissue_button, self.revoke_button = Button("", "outline", "small"), Button("", "outline", "small")
        self.save_button = Button("", "outline", "small")
        self.save_button.setObjectName("save_code")
        self.save_button.clicked.connect(lambda: self._tell(self.save_wanted))
        self.card_button = Button("", "outline", "small")
        self.card_button.setObjectName("save_card")
        self.card_button.clicked.connect(lambda: self._tell(self.card_wanted))
        self.reissue_button.setObjectName("reissue")
        self.revoke_button.setObjectName("revoke")
        self.reissue_button.clicked.connect(lambda: self._tell(self.reissue_wanted))
        self.revoke_button.clicked.connect(lambda: self._tell(self.revoke_wanted))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = Part()
        inside.setProperty("fill", "surface")
        head = row(self._name, PX.s8, self._chip)
        head.setStretch(0, 1)
        inside.setLayout(
            column(
                *(head, self._table_of_facts(), self._new_code),
                *(self._words, self.results, self._asked, self.slots, self._full, self._why, self._told),
                row(self.save_button, self.card_button, None, gap=PX.s8),
                *(row(self.reissue_button, self.revoke_button, None, gap=PX.s8), self.always, None),
                gap=PX.s8, margins=(PX.card_x, PX.s12, PX.card_x, PX.s16),
            )
        )  # fmt: skip
        self.setLayout(column(scrolled(inside)))

    @property
    def client(self) -> str:
        """Who is shown; "" for nobody."""
        return self._line.client if self._line else ""

    @property
    def is_asking(self) -> bool:
        """Whether a result waits for a slot or a word."""
        return self._waiting is not None

    def show_line(self, line: CallLine | None, fills: Sequence[Fill]) -> None:
        """Show how it stands with somebody; what was typed stays while it is the same person."""
        if line is None or line.client != self.client:
            self._tries, self._phone, self._waiting = (), "", None
            self.words.clear()
        self._line, self._fills = line, tuple(fills)
        self.setVisible(line is not None)
        self.retranslate()
        if line is not None and self.always.isChecked() and not self._phone:
            self.number_wanted.emit(line.client)

    def show_tries(self, client: str, tries: tuple[InviteContact, ...]) -> None:
        """Show what was tried so far."""
        if client == self.client:
            self._tries = tries
            refill(self._told, self._tried())

    def show_phone(self, client: str, phone: str) -> None:
        """Show the number in full; the journal has noted who reads it."""
        if client == self.client:
            self._phone = phone
            self.retranslate()

    def show_number(self) -> None:
        """Ask for the number in full."""
        if self.client and not self._phone:
            self.number_wanted.emit(self.client)

    def press(self, digit: int) -> None:
        """Note the result with this digit, as a click on it does; while a slot is asked for, choose that."""
        if self._line is None or self._line.state == REVOKED:
            return
        if self._waiting is not None and not self._waiting[2]:
            if 1 <= digit <= len(self._fills):
                self._chose_slot(self._fills[digit - 1].slot.text)
        elif 1 <= digit <= len(RESULTS):
            self._chose(RESULTS[digit - 1])

    def ask_why(self, client: str, result: str, words: str, slot: str, trouble: str) -> None:
        """The slot is full: ask for a word on why the person comes into it all the same."""
        if client != self.client:
            return
        self._waiting = result, words, slot
        self._full.say(trouble, "")
        self.retranslate()
        self.why.clear()
        self.why.setFocus()

    def cancel(self) -> None:
        """Ask for nothing more, and go back to the list."""
        self._waiting = None
        self.results.choose("")
        self.retranslate()
        self.left.emit()

    def _chose(self, result: str) -> None:
        words = self.words.text().strip()
        if result == "moved":
            self._waiting = result, words, ""
            self.retranslate()
            if not self._fills:
                self.why.clear()
                self.why.setFocus()
            return
        self._note(result, words, "", "")

    def _chose_slot(self, slot: str) -> None:
        if self._waiting is not None:
            self._note(self._waiting[0], self._waiting[1], slot, "")

    def _take_typed(self) -> None:
        typed = self.why.text().strip()
        if self._waiting is None or not typed:
            return
        result, words, slot = self._waiting
        if slot:
            self._note(result, words, slot, typed)
        else:
            self._note(result, words, typed, "")

    def _note(self, result: str, words: str, slot: str, why: str) -> None:
        self._waiting = None
        self.results.choose("")
        client = self.client
        self.retranslate()
        self.noted.emit(client, result, words, slot, why)

    def _tell(self, signal: SignalInstance) -> None:
        if self.client:
            signal.emit(self.client)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        line = self._line
        if line is not None:
            self._show_facts(line)
        self.number_button.setText(self.tr("Show"))
        self.number_button.updateGeometry()
        self.number_button.setVisible(bool(line and line.phone_masked and not self._phone))
        self.always.setText(self.tr("Show each number I come to"))
        self._words.set_label(self.tr("What they said (may stay empty)"))
        codes = self._speech.code
        self.results.set_values(tuple((one, codes("contact_result", one)) for one in RESULTS))
        is_open = line is not None and line.state != REVOKED
        asks_slot = self._waiting is not None and not self._waiting[2]
        is_full = self._waiting is not None and bool(self._waiting[2])
        for part in (self._words, self.results):
            part.setVisible(is_open and self._waiting is None)
        self._asked.setText(self.tr("Which slot do they move to?"))
        self.slots.set_values(tuple((one.slot.text, self._room(one)) for one in self._fills) if asks_slot else ())
        self._asked.setVisible(asks_slot)
        self.slots.setVisible(asks_slot and bool(self._fills))
        why = self.tr("Why into this slot all the same? Enter notes it")
        self._why.set_label(why if is_full else self.tr("Its time or name; Enter notes it"))
        self._full.setVisible(is_full)
        self._why.setVisible(is_full or (asks_slot and not self._fills))
        refill(self._told, self._tried())
        self.reissue_button.setText(self.tr("New code"))
        self.revoke_button.setText(self.tr("Revoke"))
        self.save_button.setText(self.tr("Save code"))
        self.card_button.setText(self.tr("Card to hand over"))
        for button in (self.reissue_button, self.revoke_button, self.save_button, self.card_button):
            button.updateGeometry()
        self.revoke_button.setVisible(is_open)
        self.save_button.setVisible(is_open)
        self.card_button.setVisible(is_open)

    def _room(self, fill: Fill) -> str:
        if fill.left is None:
            return fill.slot.text
        left = self.tr("{slot} · {count} left").replace("{count}", str(max(fill.left, 0)))
        return left.replace("{slot}", fill.slot.text)

    def _table_of_facts(self) -> QLayout:
        lines = []
        for name, (label, value) in self._facts.items():
            aside = (PX.s8, self.number_button) if name == "phone" else ()
            line = row(label, value, *aside)
            line.setStretch(1, 1)
            lines.append(line)
        return column(*lines, gap=PX.s4)

    def _show_facts(self, line: CallLine) -> None:
        tone, icon = TONES[line.state]
        self._name.setText(line.shown_name)
        self._chip.show_state(self._speech.code("invite_state", line.state), tone, icon)
        facts = {
            "phone": (self.tr("Phone"), self._phone or line.phone_masked),
            "room": (self.tr("Room"), line.room),
            "owner": (self.tr("Owner"), line.owner),
            "slot": (self.tr("Slot"), line.slot),
            "heads": (self.tr("People"), str(line.heads)),
            "channel": (self.tr("Channel"), line.channel),
        }
        for name, (label, value) in self._facts.items():
            title, text = facts[name]
            label.setText(title)
            value.setText(text or "—")
        self._new_code.setText(self.tr("The new code has not been sent to the client yet."))
        self._new_code.setVisible(line.is_new_code)

    def _tried(self) -> QLayout:
        parts: list[QWidget | QLayout | int] = []
        if self._tries:
            parts.append(Label(self.tr("So far"), "small_strong"))
        for one in reversed(self._tries[-_SHOWN_TRIES:]):
            result = self._speech.code("contact_result", one.result)
            when = f"{self._speech.moment(one.at)}  {result}"
            parts.append(Label(f"{when} · {one.slot}" if one.slot else when, "small", "ink2", wraps=True))
            if one.words:
                parts.append(row(PX.s12, Label(one.words, "small", wraps=True)))
        return column(*parts, gap=PX.s4)
