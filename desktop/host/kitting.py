"""The event's kit on the host's laptop: taken from the stick that is plugged in, told in a panel over the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.devices import sticks
from desktop.host.asking import Asking
from desktop.host.desk import Desk
from desktop.services.exchange.kit_taking import Taken
from desktop.widgets.kit_panel import KitPanel, KitTold


class Kitting(QObject):
    """`take` asks the desk; `done` is called when the person has read what became of it."""

    def __init__(self, window: QWidget, asking: Asking, parent: QObject, *, done: Callable[[], None]) -> None:
        super().__init__(parent)
        self._asking = asking
        self.panel = KitPanel(window)
        self.panel.closed.connect(done)

    def take(self, desk: Desk) -> None:
        """Look on what is plugged in and take the kit that is there."""
        self._asking.ask_alone(lambda: desk.take_kit(sticks.kits()), self._show)

    def _show(self, taken: Taken | None) -> None:
        told = KitTold(taken.title, taken.name, taken.fingerprint, taken.findings) if taken else None
        self.panel.show_told(told)
