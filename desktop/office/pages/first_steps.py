"""The three steps of a young project to its first event."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column, row
from desktop.widgets.theme import Tone


class FirstSteps(Card):
    """Build an event, import the list, hand out the invitations; what is done has a tick."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(" ")
        self._pages = ("events", "import", "invitations")
        self._done = (False, False, False)
        self._marks = tuple(Chip(str(number)) for number in (1, 2, 3))
        self._texts = tuple(Label("", "body_strong") for _ in self._pages)
        self._hints = tuple(Label("", "small", "ink2") for _ in self._pages)
        self._lines = tuple(
            tuple(Button("", kind, trailing="arrow-right") for kind in ("outline", "filled")) for _ in self._pages
        )
        for number, page in enumerate(self._pages):
            for button in self._lines[number]:
                button.clicked.connect(lambda _checked=False, page=page: self.wanted.emit(page))
            self.body.addWidget(Hairline())
            words = column(self._texts[number], self._hints[number])
            self.body.addLayout(
                row(self._marks[number], PX.s12, words, None, *self._lines[number], margins=(0, PX.s8, 0, PX.s8))
            )
        self.retranslate()

    def show_done(self, done: tuple[bool, bool, bool]) -> None:
        """Tick what is done; the first open step has the filled button."""
        self._done = done
        following = next((number for number, is_done in enumerate(done) if not is_done), -1)
        for number, is_done in enumerate(done):
            mark: tuple[Tone, str] = ("success", "check") if is_done else ("neutral", "")
            self._marks[number].show_state(str(number + 1), *mark)
            outline, filled = self._lines[number]
            outline.setVisible(number != following)
            filled.setVisible(number == following)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Three steps to the first event"))
        texts = (
            (self.tr("Build an event"), self.tr("What is held, where and when"), self.tr("New event")),
            (
                self.tr("Import the client list"),
                self.tr("XLSX or CSV; you see it before it comes in"),
                self.tr("Import"),
            ),
            (
                self.tr("Hand out the invitations"),
                self.tr("A sheet to print, pictures to send"),
                self.tr("Invitations"),
            ),
        )
        for number, (text, hint, action) in enumerate(texts):
            self._texts[number].setText(text)
            self._hints[number].setText(hint)
            for button in self._lines[number]:
                button.setText(action)
                button.updateGeometry()
