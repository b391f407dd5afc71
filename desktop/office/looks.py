"""Who has read what: whoever rests on a record has seen it, which is noted once for each while the window is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.office.desk import Desk
from desktop.services.history import opening

# Going up and down a list is no reading.
READ_AFTER_MS = 3_000


class Looks(QObject):
    """`shown` tells the id of the record that is read now, "" while none is in view."""

    def __init__(self, desk: Desk, table: str, shown: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._table, self._shown = desk, table, shown
        self._noted: set[str] = set()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(READ_AFTER_MS)
        self._clock.timeout.connect(self._note)

    def began(self) -> None:
        """Another record came into view, or the same one anew."""
        self._clock.start()

    def noted(self, row: str) -> None:
        """A look at this record was noted elsewhere."""
        self._noted.add(row)

    def _note(self) -> None:
        row, table = self._shown(), self._table
        if row and row not in self._noted:
            self._noted.add(row)
            self._desk.ask(
                lambda caller, store: opening.opened(caller, store, table=table, row=row), lambda _none: None
            )
