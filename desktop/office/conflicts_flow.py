"""Wiring of the fields in disagreement: a person's choice ends one, and can be taken back."""

from PySide6.QtCore import QObject

from desktop.office import devices_reading as reading
from desktop.office.desk import Desk
from desktop.office.pages.conflicts import ConflictsPage
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.exchange import conflicts


class ConflictFlow(QObject):
    """What was settled lately is read only while the page is open."""

    def __init__(self, desk: Desk, page: ConflictsPage, window: OfficeWindow, undoing: Undoing) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        page.settled.connect(self._settle)
        page.reopened.connect(self._reopen)
        page.begun.connect(self._show_settled)
        desk.changed.connect(self._show_settled)

    def _show_settled(self) -> None:
        if self._desk.is_open and self._window.page is self._page:
            self._desk.ask(reading.settled, self._page.show_settled)

    def _settle(self, key: str, value: str, shown: str) -> None:
        table, row_id, column = key.split("/")
        said = self.tr("“{field}” is now {value}").replace("{field}", self._desk.speech.column(table, column))

        def done(_none: None) -> None:
            self._undoing.offer(
                said.replace("{value}", shown),
                lambda caller, store: conflicts.reopen(caller, store, table=table, row_id=row_id, field=column),
            )

        self._desk.do(
            lambda caller, store: conflicts.settle(
                caller, store, table=table, row_id=row_id, field=column, value=value
            ),
            done,
        )

    def _reopen(self, key: str) -> None:
        table, row_id, column = key.split("/")
        said = self.tr("“{field}” is open again").replace("{field}", self._desk.speech.column(table, column))
        self._desk.do(
            lambda caller, store: conflicts.reopen(caller, store, table=table, row_id=row_id, field=column),
            lambda _none: self._window.notice.tell(said),
        )
