"""Wiring of the check-ins: read as asked, taken back, restored, confirmed."""

from PySide6.QtCore import QObject

from db.store import Store
from desktop.office.desk import Desk
from desktop.office.pages.arrivals import ArrivalsPage, DoorQuestion
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.guests import arrivals, check_ins, clients, door_list, dossiers
from desktop.services.guests.door_list import Door
from desktop.services.registry import Caller


class ArrivalsFlow(QObject):
    """Every deed at the door is a row or an edit; what was said stays readable."""

    def __init__(self, desk: Desk, page: ArrivalsPage, window: OfficeWindow, undoing: Undoing) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        page.wanted.connect(self._ask)
        page.undo_wanted.connect(self._undo)
        page.restore_wanted.connect(self._restore)
        page.let_in_wanted.connect(self._let_in)
        page.confirm_wanted.connect(self._confirm)
        page.join_wanted.connect(self._join)
        page.find_wanted.connect(self._find)

    def refresh(self) -> None:
        """Read what is shown anew."""
        self._ask(self._page.question)

    def _ask(self, question: DoorQuestion) -> None:
        if not question.event:
            return

        def found(door: Door) -> None:
            if question == self._page.question:
                self._page.show_door(door)

        self._desk.ask(
            lambda caller, store: door_list.everything(
                caller, store, event=question.event, kind=question.kind, text=question.text,
                since=question.since, until=question.until,
            ),
            found,
        )  # fmt: skip

    def _undo(self, check_in: str) -> None:
        self._desk.do(
            lambda caller, store: check_ins.undo(caller, store, check_in=check_in),
            lambda _none: self._undoing.offer(
                self.tr("The check-in is taken back"), lambda caller, store: _restore(caller, store, check_in)
            ),
        )

    def _restore(self, check_in: str) -> None:
        self._desk.do(
            lambda caller, store: _restore(caller, store, check_in),
            lambda _none: self._undoing.offer(
                self.tr("The check-in counts again"),
                lambda caller, store: check_ins.undo(caller, store, check_in=check_in),
            ),
        )

    def _let_in(self, check_in: str) -> None:
        self._desk.do(
            lambda caller, store: arrivals.let_in(caller, store, check_in=check_in),
            lambda made: self._undoing.offer(
                self.tr("Let in"), lambda caller, store: check_ins.undo(caller, store, check_in=made)
            ),
        )

    def _confirm(self, check_in: str, client: str) -> None:
        self._desk.do(
            lambda caller, store: door_list.confirm(caller, store, check_in=check_in, client=client),
            lambda _none: self._undoing.offer(
                self.tr("Confirmed who it was"),
                lambda caller, store: door_list.unconfirm(caller, store, check_in=check_in),
            ),
        )

    def _join(self, first: str, second: str) -> None:
        joined = max(first, second)
        self._desk.do(
            lambda caller, store: clients.join(caller, store, first=first, second=second),
            lambda _remaining: self._undoing.offer(
                self.tr("The two records are one person now"),
                lambda caller, store: dossiers.part(caller, store, client=joined),
            ),
        )

    def _find(self, query: str) -> None:
        self._desk.ask(lambda caller, store: dossiers.everything(caller, store, query=query), self._page.show_found)


def _restore(caller: Caller, store: Store, check_in: str) -> None:
    door_list.restore(caller, store, check_in=check_in)
