"""The table of the week before: who is called, and how it stands with them; a digit notes what a try gave."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from typing_extensions import override

from desktop.office.speech import Speech
from desktop.services.inviting.lists import CallLine
from desktop.widgets.measures import PX
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Tone

# What a state looks like: the same in the table and beside it.
TONES: Mapping[str, tuple[Tone, str]] = {
    "not_sent": ("neutral", ""),
    "sent": ("info", "send"),
    "confirmed": ("success", "check"),
    "moved": ("accent", "calendar-check"),
    "declined": ("neutral", "x"),
    "unreachable": ("warning", "phone"),
    "revoked": ("neutral", "shield-alert"),
}
# From this width on there is room for how many they are, the channel and what they said; the pane says it always.
_WIDE_PX = 1_000
_MORE = (4, 5, 8)
_ROOM_AT, _ROOM = 1, Column("", 96, fits=True, most_px=136, folds=True)


class CallTable(Table):
    """`digit_pressed` tells a digit from 1 on, pressed while the list has the focus."""

    digit_pressed = Signal(int)

    def __init__(self, speech: Speech) -> None:
        super().__init__(
            (
                *(Column("", 96, fits=True, most_px=PX.navigation, folds=True), _ROOM),
                *(Column("", 64, fits=True, most_px=PX.s96, folds=True), Column("", folds=True)),
                *(Column("", 48, is_number=True, fits=True), Column("", 72, fits=True, most_px=PX.s96, folds=True)),
                *(Column("", 96, fits=True), Column("", 48, is_number=True, fits=True), Column("")),
            )
        )
        self._speech = speech

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.digit_pressed.emit(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The bar that offers to take the last result back takes its room from the rows below.
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def fit(self, room_px: int) -> None:
        """What `room_px` tells besides."""
        is_narrow = room_px < _WIDE_PX
        for number in _MORE:
            self.setColumnHidden(number, is_narrow)
        most_px = _ROOM.most_px if is_narrow else 0
        self.rows.columns = tuple(
            replace(one, most_px=most_px) if number == _ROOM_AT else one for number, one in enumerate(self.rows.columns)
        )
        self.fit_columns()

    def show_lines(self, lines: tuple[CallLine, ...]) -> None:
        """Show other people, in this order unless the person has sorted them."""
        self.show_rows(tuple(self._row(one) for one in lines))

    def set_titles(self) -> None:
        """The heads in the language spoken now."""
        self.rows.set_titles(
            (
                *(self.tr("Client"), self.tr("Room"), self.tr("Owner"), self.tr("Slot"), self.tr("People")),
                *(self.tr("Channel"), self.tr("Result"), self.tr("Tries"), self.tr("What they said")),
            )
        )

    @property
    def after(self) -> str:
        """The key of the row below the one chosen; of the one above it at the end of the list, "" when it is alone."""
        here, last = self.currentIndex().row(), self.rows.rowCount() - 1
        place = here + 1 if here < last else here - 1
        return self.rows.row_at(place).key if 0 <= place <= last and here >= 0 else ""

    def _row(self, one: CallLine) -> Row:
        tone, icon = TONES[one.state]
        state = Cell(self._speech.code("invite_state", one.state), tone=tone, icon=icon)
        return Row(
            one.client,
            (
                *(Cell(one.shown_name), Cell(one.room, "ink2"), Cell(one.owner, "ink2"), Cell(one.slot, "ink2")),
                Cell(str(one.heads), "ink2", order=one.heads),
                Cell(one.channel, "ink2"),
                state,
                Cell(str(one.tries) if one.tries else "", "ink2", order=one.tries),
                Cell(one.words.replace("\n", " "), "ink2"),
            ),
        )
