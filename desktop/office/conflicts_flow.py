"""Wiring of the fields in disagreement: a person's choice ends one, and can be taken back."""

from PySide6.QtCore import QObject

from db.store import Store
from desktop.office import devices_reading as reading
from desktop.office.desk import Desk
from desktop.office.devices_state import ConflictView, DoubleView
from desktop.office.pages.conflicts import ConflictsPage
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.exchange import conflicts
from desktop.services.guests import doubles
from desktop.services.registry import Caller


class ConflictFlow(QObject):
    """What was settled lately is read only while the page is open."""

    def __init__(self, desk: Desk, page: ConflictsPage, window: OfficeWindow, undoing: Undoing) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        page.settled.connect(self._settle)
        page.reopened.connect(self._reopen)
        page.twice.settled.connect(self._settle_double)
        page.twice.reopened.connect(self._reopen_double)
        page.begun.connect(self._show_settled)
        desk.changed.connect(self._show_settled)

    def _show_settled(self) -> None:
        if self._desk.is_open and self._window.page is self._page:
            self._desk.ask(_lately, lambda found: self._page.show_settled(*found))

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

    def _settle_double(self, check_in: str, answer: str) -> None:
        said = self.tr("Settled: {answer}").replace("{answer}", self._desk.speech.code("twice", answer))
        self._desk.do(
            lambda caller, store: doubles.settle(caller, store, check_in=check_in, answer=answer),
            lambda _now: self._undoing.offer(
                said, lambda caller, store: doubles.reopen(caller, store, check_in=check_in)
            ),
        )

    def _reopen_double(self, check_in: str) -> None:
        self._desk.do(
            lambda caller, store: doubles.reopen(caller, store, check_in=check_in),
            lambda _none: self._window.notice.tell(self.tr("It is open again")),
        )

    def _reopen(self, key: str) -> None:
        table, row_id, column = key.split("/")
        said = self.tr("“{field}” is open again").replace("{field}", self._desk.speech.column(table, column))
        self._desk.do(
            lambda caller, store: conflicts.reopen(caller, store, table=table, row_id=row_id, field=column),
            lambda _none: self._window.notice.tell(said),
        )


def _lately(caller: Caller, store: Store) -> tuple[tuple[ConflictView, ...], tuple[DoubleView, ...]]:
    """What was settled last of both kinds."""
    return reading.settled(caller, store), reading.settled_doubles(caller, store)
