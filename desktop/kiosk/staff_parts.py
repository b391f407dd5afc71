"""Parts of the staff's pages: a figure, a line with one thing to do, a switch of two or three values."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal

from desktop.kiosk.sizes import KIOSK
from desktop.widgets.buttons import KioskButton
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class FigureTile(Part):
    """A number and what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._count = Label("0", "k_value")
        self._name = ElidedLabel("", "k_note", "ink2")
        self.setLayout(column(self._count, self._name, margins=(PX.card_x, PX.s4, PX.s12, PX.s8)))
        self.setFixedHeight(KIOSK.staff_figure)

    def name(self, text: str) -> None:
        """What is counted, in the language spoken now."""
        self._name.setText(text)
        self._tell()

    def show_count(self, count: int) -> None:
        """Another number."""
        self._count.setText(f"{count:,}")
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name.text()} {self._count.text()}")


class StaffRow(Part):
    """What happened, whom it was about, the one thing that can be done about it, and a sheet printed once more."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._first = ElidedLabel("", "k_small_strong")
        self._second = Label("", "k_small", "ink2")
        self.button = KioskButton("", "outline", "kiosk_small")
        self.print_button = KioskButton("", "outline", "kiosk_small", icon="printer")
        layout = row(
            *(self._first, PX.s16, self._second, PX.s16, self.print_button, PX.s8, self.button),
            margins=(PX.card_x, 0, PX.s8, 0),
        )
        layout.setStretchFactor(self._first, 1)
        self.setLayout(layout)
        self.setFixedHeight(PX.kiosk_button)

    def show_line(self, first: str, second: str, words: str, printing: str = "") -> None:
        """Show another line; without `words` there is nothing to do, without `printing` nothing to print again."""
        self.print_button.setVisible(bool(printing))
        self.print_button.setText(printing)
        self.print_button.setAccessibleName(f"{printing} {first} {second}".strip())
        self.print_button.updateGeometry()
        self._first.setText(first)
        self._second.setText(second)
        self.button.setVisible(bool(words))
        self.button.setText(words)
        self.button.setAccessibleName(f"{words} {first} {second}".strip())
        self.button.updateGeometry()


class Switch(Part):
    """A name and the values it can have, side by side, one of them marked."""

    chosen = Signal(str)

    def __init__(self, values: tuple[str, ...]) -> None:
        super().__init__()
        self._values = values
        self._name = Label("", "k_small", "ink2")
        self._name.setFixedWidth(KIOSK.staff_label)
        self._buttons = tuple(KioskButton("", "option", "kiosk_small") for _ in values)
        for value, button in zip(values, self._buttons, strict=True):
            button.clicked.connect(lambda _checked=False, value=value: self._choose(value))
        layout = row(self._name, *self._buttons, gap=PX.s8)
        for place in range(1, len(values) + 1):
            layout.setStretch(place, 1)
        self.setLayout(layout)

    def call(self, name: str) -> None:
        """Give the buttons object names: this one with their values."""
        for value, button in zip(self._values, self._buttons, strict=True):
            button.setObjectName(f"{name}_{value}")

    def name(self, text: str, values: tuple[str, ...]) -> None:
        """The texts in the language spoken now."""
        self._name.setText(text)
        for button, words in zip(self._buttons, values, strict=True):
            button.setText(words)
            button.setAccessibleName(f"{text} {words}")
            button.updateGeometry()

    def show_choice(self, value: str) -> None:
        """Mark a value without telling anybody."""
        for each, button in zip(self._values, self._buttons, strict=True):
            with QSignalBlocker(button):
                button.setChecked(each == value)

    def _choose(self, value: str) -> None:
        self.show_choice(value)
        self.chosen.emit(value)


class DeviceRow(Part):
    """A sign whether it is well, what it is, a word on it, and what can be done about it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._sign = IconLabel("circle-dot", PX.s24, "ink3")
        self._name = Label("", "k_small_strong")
        self._name.setFixedWidth(KIOSK.device_name)
        self._words = ElidedLabel("", "k_small", "ink2")
        layout = row(self._sign, PX.s16, self._name, PX.s16, self._words, margins=(PX.card_x, 0, PX.s8, 0))
        layout.setStretchFactor(self._words, 1)
        self.setLayout(layout)
        self.setFixedHeight(PX.kiosk_button)

    def add_button(self, name: str, work: Callable[[], object]) -> KioskButton:
        """One thing to do, at the right."""
        button = KioskButton("", "outline", "kiosk_small")
        button.setObjectName(name)
        button.clicked.connect(lambda: work())
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)
        return button

    def name(self, text: str) -> None:
        """What it is, in the language spoken now."""
        self._name.setText(text)

    def tell(self, *, is_well: bool | None, words: str) -> None:
        """Say how it is; None where nothing is to be judged."""
        icon: str = "check" if is_well else "circle-dot" if is_well is None else "circle-alert"
        self._sign.show_icon(icon, "success" if is_well else "ink3" if is_well is None else "warning")
        self._words.setText(words)
        self._words.set_ink("warning_ink" if is_well is False else "ink2")
        self.setAccessibleName(f"{self._name.text()}: {words}")
