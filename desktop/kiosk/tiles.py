"""Under the welcome: tiles to find one's way by, and for the staff how many have come."""

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from desktop.kiosk.parts import fitting
from desktop.kiosk.sizes import KIOSK
from desktop.widgets.buttons import IconButton
from desktop.widgets.labels import Label
from desktop.widgets.look import font
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_MOST = 4
_VALUE_KINDS = ("k_value", "k_lead_strong", "k_button", "k_small_strong")


class TileBox(Part):
    """What it is, and its value."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "tile")
        self._name = Label("", "k_small", "ink2")
        self._value = Label("", "k_value")
        self.setLayout(column(None, self._name, self._value, None, margins=(PX.s24, 0, PX.s16, 0)))
        self.setFixedHeight(KIOSK.tile)

    def tell(self, name: str, value: str, room_px: int) -> None:
        """Show another value, as large as fits into `room_px`."""
        self._value.setFont(font(fitting(value, _VALUE_KINDS, room_px)))
        self._name.setText(name)
        self._value.setText(value)
        self.setAccessibleName(f"{name} {value}")


class Tiles(Part):
    """Up to four tiles side by side; those that are not there leave no gap."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes = tuple(TileBox() for _ in range(_MOST))
        for box in self._boxes:
            box.hide()
        layout = row(*self._boxes, gap=PX.s16)
        for place in range(_MOST):
            layout.setStretch(place, 1)
        self.setLayout(layout)
        self.setFixedHeight(KIOSK.tile)

    def show_tiles(self, tiles: tuple[tuple[str, str], ...]) -> None:
        """Show these names and values."""
        shown = tiles[:_MOST]
        count = max(len(shown), 1)
        room = (KIOSK.column - (count - 1) * PX.s16) // count - PX.s24 - PX.s16
        for box in self._boxes[len(shown) :]:
            box.hide()
        for box, (name, value) in zip(self._boxes, shown, strict=False):
            box.tell(name, value, room)
            box.show()


class Counter(Part):
    """How many have come, or are to: one less, the number, one more. `wished` carries "fewer" or "more"."""

    wished = Signal(str)

    def __init__(self, *, have_come: bool = True) -> None:
        super().__init__()
        self._have_come = have_come
        self.setProperty("part", "counter")
        self.fewer = self._button("minus", "fewer")
        self.more = self._button("plus", "more")
        self._count = Label("", "k_button")
        self._count.setObjectName("party")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = row(self.fewer, self._count, self.more, gap=PX.s4, margins=(PX.s8, 0, PX.s8, 0))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFixedHeight(PX.kiosk_button)
        self._party = 1
        self.retranslate()

    def show_party(self, party: int) -> None:
        """Show another number."""
        self._party = party
        self.retranslate()
        self.fewer.setEnabled(party > 1)

    @override
    def retranslate(self) -> None:
        self.fewer.set_name(self.tr("One less"))
        self.more.set_name(self.tr("One more"))
        if self._have_come:
            said = self.tr("{count} came") if self._party > 1 else self.tr("1 came")
        else:
            said = self.tr("{count} people") if self._party > 1 else self.tr("1 person")
        self._count.setText(said.replace("{count}", str(self._party)))

    def _button(self, icon: str, wish: str) -> IconButton:
        button = IconButton(icon, "", "kiosk_small")
        button.setObjectName(wish)
        button.setFixedWidth(PX.kiosk_small)
        button.clicked.connect(lambda: self.wished.emit(wish))
        return button
