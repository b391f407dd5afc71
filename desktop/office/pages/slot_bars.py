"""How full each slot of an event is: a bar for each, which shows its people when it is chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from desktop.office.pages.parts import Pressable
from desktop.rules.slots import Fill
from desktop.widgets.bars import Progress
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# What stands for the people without a slot: a text that no slot can have.
NO_SLOT = "|"
_CELL_PX = PX.navigation
# More than these lines of bars would leave the list no room; what is left is found by the list's column.
_MOST_LINES = 2


class _Bar(Pressable):
    """One slot: its name and how many people, a bar where there is a limit, what is left."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ElidedLabel("", "small", "ink1")
        self._count = Label("", "small_strong")
        self._bar = Progress()
        self._left = ElidedLabel("", "caption", "ink3")
        below = row(self._count, PX.s8, self._left)
        below.setStretchFactor(self._left, 1)
        self.setLayout(column(self._name, below, None, self._bar, margins=(PX.s8, PX.s4, PX.s8, PX.s4)))

    def show_fill(self, name: str, fill: Fill, left: str, *, is_chosen: bool) -> None:
        """Show how full the slot is; `left` is that in words."""
        capacity = fill.slot.capacity
        self._name.setText(name)
        self._count.setText(f"{fill.heads:,}" if capacity is None else f"{fill.heads:,} / {capacity:,}")
        self._bar.set_share(0.0 if capacity is None else fill.heads / capacity)
        self._bar.setVisible(capacity is not None)
        self._left.setText(left)
        self._left.set_ink("warning" if fill.left is not None and fill.left <= 0 else "ink3")
        self.setAccessibleName(f"{name} {self._count.text()} {left}")
        self.mark("fill", "accent_soft" if is_chosen else "surface")


class SlotBars(Part):
    """`chosen` tells the slot whose people are to be shown, NO_SLOT for those without one, "" for all."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fills: tuple[Fill, ...] = ()
        self._choice = ""
        self._bars: list[_Bar] = []
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(PX.s4)
        self._grid.setVerticalSpacing(PX.s4)
        self.setLayout(self._grid)

    @property
    def choice(self) -> str:
        """The slot whose people are shown."""
        return self._choice

    @property
    def bars(self) -> tuple[Pressable, ...]:
        """The bars in their order."""
        return tuple(self._bars)

    def show_fills(self, fills: Sequence[Fill]) -> None:
        """Show how full the slots are now."""
        self._fills = tuple(fills)
        if self._choice and self._choice not in map(_key, self._fills):
            self._choice = ""
        while len(self._bars) < len(self._fills):
            bar = _Bar()
            bar.opened.connect(partial(self._choose, len(self._bars)))
            self._bars.append(bar)
            self._columns = 0
        self._lay()
        self.retranslate()

    def _choose(self, place: int) -> None:
        key = _key(self._fills[place])
        self._choice = "" if self._choice == key else key
        self.retranslate()
        self.chosen.emit(self._choice)

    def clear(self) -> None:
        """Show everybody again, without telling."""
        self._choice = ""
        self.retranslate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        columns = max(self.width() // _CELL_PX, 2)
        if columns != self._columns:
            for bar in self._bars:
                self._grid.removeWidget(bar)
            for number in range(max(columns, self._columns)):
                self._grid.setColumnStretch(number, int(number < columns))
            for place, bar in enumerate(self._bars):
                self._grid.addWidget(bar, place // columns, place % columns)
            self._columns = columns
        for place, bar in enumerate(self._bars):
            bar.setVisible(place < min(len(self._fills), columns * _MOST_LINES))

    @override
    def retranslate(self) -> None:
        for bar, fill in zip(self._bars, self._fills, strict=False):
            left = fill.left
            if left is None:
                words = self.tr("{count} invitations, no limit").replace("{count}", f"{fill.invited:,}")
            elif left > 0:
                words = self.tr("{count} left").replace("{count}", f"{left:,}")
            elif left == 0:
                words = self.tr("full")
            else:
                words = self.tr("{count} too many").replace("{count}", f"{-left:,}")
            bar.show_fill(
                fill.slot.text or self.tr("Without a slot"), fill, words, is_chosen=_key(fill) == self._choice
            )


def _key(fill: Fill) -> str:
    return fill.slot.text or NO_SLOT
