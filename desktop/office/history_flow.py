"""Wiring of the history page: reached from a record, left to where the person came from."""

from PySide6.QtCore import QObject

from db.store import Store
from desktop.office.desk import Desk
from desktop.office.pages.history_page import HistoryPage
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.history import trail, undoing
from desktop.services.history.entries import Trail
from desktop.services.registry import OFFICE_ROLES, Caller

PAGE = "history"


class HistoryFlow(QObject):
    """`open` shows the history of a record."""

    def __init__(self, desk: Desk, page: HistoryPage, window: OfficeWindow, undo: Undoing) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undo
        page.back_wanted.connect(window.back)
        page.undo_wanted.connect(self._undo)
        desk.changed.connect(self._again)

    def open(self, table: str, row: str) -> None:
        """Read the history of a record, then bring it to the front."""
        self._read(table, row, is_new=True)

    def _again(self) -> None:
        if self._window.page is self._page and self._page.record[1]:
            self._read(*self._page.record, is_new=False)

    def _read(self, table: str, row: str, *, is_new: bool) -> None:
        def work(caller: Caller, store: Store) -> tuple[Trail, bool]:
            may_undo = not caller.roles.isdisjoint(OFFICE_ROLES) and caller.device == "office"
            return trail.show(caller, store, table=table, row=row), may_undo

        def found(answer: tuple[Trail, bool]) -> None:
            self._page.show_trail(answer[0], may_undo=answer[1])
            if is_new:
                self._window.open(PAGE)

        self._desk.ask(work, found)

    def _undo(self, table: str, row: str, op: str, name: str) -> None:
        said = self.tr("“{field}” is back to what it was").replace("{field}", name)

        def done(field: str) -> None:
            # Taking this back writes the value that was just undone once more.
            self._undoing.offer(
                said, lambda caller, store: undoing.undo_last(caller, store, table=table, row=row, field=field)
            )

        self._desk.do(lambda caller, store: undoing.undo(caller, store, table=table, row=row, op=op), done)
