"""Who is the same person: a search, and the people found as rows to choose from."""

from PySide6.QtCore import QTimer, Signal
from typing_extensions import override

from desktop.office.pages.parts import refill
from desktop.services.guests.dossiers import ClientRow
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Line
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column

_SHOWN = 5
_TYPING_MS = 150


class JoinPanel(Part):
    """`find_wanted` tells what is typed, `chosen` the id of the client who was pressed. Hidden until it is needed."""

    find_wanted = Signal(str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(icon="search")
        self._found: tuple[ClientRow, ...] = ()
        self._hint = Label("", "caption", "ink3", wraps=True)
        self._rows = Part()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._find)
        self.line.textChanged.connect(lambda _text: self._typing.start())
        self.setLayout(column(self.line, self._hint, self._rows, gap=PX.s8, margins=(0, 0, 0, PX.s8)))
        self.retranslate()
        self.hide()

    def begin(self, text: str = "") -> None:
        """Begin to search, for `text` if given."""
        self.line.setText(text)
        self.show_found(())
        self.line.setFocus()

    def _find(self) -> None:
        if self.line.text().strip():
            self.find_wanted.emit(self.line.text().strip())
        else:
            self.show_found(())

    def show_found(self, rows: tuple[ClientRow, ...]) -> None:
        """Show who was found, the first five of them."""
        self._found = rows[:_SHOWN]
        buttons = []
        for one in self._found:
            text = "  ".join(filter(None, (f"{one.name} {one.title}".strip(), one.rooms, one.phone)))
            button = Button(text, "outline", "small", icon="user")
            button.setObjectName(f"same_{one.id}")
            button.clicked.connect(lambda _checked=False, client=one.id: self.chosen.emit(client))
            buttons.append(button)
        refill(self._rows, column(*buttons, gap=PX.s4))
        self._rows.setVisible(bool(buttons))

    @override
    def retranslate(self) -> None:
        self.line.setPlaceholderText(self.tr("Name, pinyin, room, end of phone"))
        self._hint.setText(self.tr("The older record remains; nothing is lost, and it can be taken back."))
