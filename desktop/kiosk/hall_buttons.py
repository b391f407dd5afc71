"""The hall in short on the staff's page: the calling board on a second screen, and the pause of all of them."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.widgets.buttons import KioskButton
from desktop.widgets.context import BoardShown
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, row


class HallButtons(Part):
    """`worked` names what is wished: board or pause_screens."""

    worked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: BoardShown = "closed"
        self._is_paused = False
        self._board = KioskButton("", "outline", "kiosk_small", icon="monitor")
        self._board.setObjectName("board")
        self._board.clicked.connect(lambda: self.worked.emit("board"))
        self._pause = KioskButton("", "outline", "kiosk_small", icon="hourglass")
        self._pause.setObjectName("pause_screens")
        self._pause.clicked.connect(lambda: self.worked.emit("pause_screens"))
        both = row(self._board, self._pause, gap=PX.s12)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.setLayout(both)
        self.retranslate()

    def show_board(self, shown: BoardShown) -> None:
        """Say what became of the calling board."""
        self._shown = shown
        self.retranslate()

    def show_paused(self, *, is_paused: bool, has_event: bool) -> None:
        """Say whether the screens are paused; without an event there is nothing to call."""
        self._is_paused = is_paused
        for button in (self._board, self._pause):
            button.setEnabled(has_event)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        texts = {
            "shown": self.tr("Close the board"), "closed": self.tr("Calling board"),
            "no_screen": self.tr("No second screen"),
        }  # fmt: skip
        self._board.setText(texts[self._shown])
        self._pause.setText(self.tr("Go on calling") if self._is_paused else self.tr("Pause calling"))
        for button in (self._board, self._pause):
            button.updateGeometry()
