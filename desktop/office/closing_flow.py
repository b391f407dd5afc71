"""Wiring of the closing list: lines put right from here, places opened, reasons given and taken back."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from db.records import Reception
from db.store import Store
from desktop.office.desk import Desk
from desktop.office.pages.closing import ClosingPage
from desktop.office.state import EventRow
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.events import closing
from desktop.services.events.closing import PLACES, ClosingLine
from desktop.services.receptions import talks
from desktop.services.registry import Caller


class ClosingFlow(QObject):
    """`open_place` opens a page by its name, with the row that a line is about, for the event given."""

    def __init__(
        self,
        desk: Desk,
        page: ClosingPage,
        window: OfficeWindow,
        undoing: Undoing,
        *,
        open_place: Callable[[str, str, EventRow], None],
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        self._open_place = open_place
        self._event: EventRow | None = None
        page.back_wanted.connect(window.back)
        page.summary_wanted.connect(lambda: self._go("summary", ""))
        page.place_wanted.connect(self._place)
        page.done_wanted.connect(self._done)
        page.reason_given.connect(self._give)
        page.reason_back.connect(self._take_back)
        desk.changed.connect(self.refresh)

    def open(self, event: EventRow) -> None:
        """Bring an event's list to the front."""
        self._event = event
        self._page.show_event(event)
        self._window.open("closing")
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is now, while the page is open."""
        event = self._page.event_id
        if event and self._window.page is self._page:
            self._desk.ask(
                lambda caller, store: closing.close_list(caller, store, event=event), self._page.show_lines
            )  # fmt: skip

    def _go(self, place: str, target: str) -> None:
        if self._event is not None:
            self._open_place(place, target, self._event)

    def _place(self, key: str) -> None:
        line = self._page.line(key)
        if line is not None:
            self._go(PLACES[line.kind], line.target)

    def _done(self, key: str) -> None:
        line = self._page.line(key)
        if line is None:
            return
        if line.kind == "promise":
            promise = key.partition(":")[2]
            self._desk.do(
                lambda caller, store: closing.sign(caller, store, promise=promise),
                lambda _none: self._undoing.offer(
                    self.tr("The client's signature is noted"),
                    lambda caller, store: closing.sign(caller, store, promise=promise, is_signed=False),
                ),
            )
        elif line.kind == "talk":
            said = self.tr("The talk is ended")
            self._desk.do(lambda caller, store: _end(caller, store, line), lambda _v: self._window.notice.tell(said))

    def _give(self, key: str, reason: str) -> None:
        event = self._page.event_id

        def given(count: int) -> None:
            said = self.tr("Reason kept for {count} lines").replace("{count}", str(count))
            # A reason for many is taken back line by line: each may have become true by itself.
            if count == 1 and ":" in key:
                self._undoing.offer(said, lambda c, store: closing.take_back(c, store, event=event, line=key))
            else:
                self._window.notice.tell(said)

        self._desk.do(
            lambda caller, store: closing.give_reason(caller, store, event=event, line=key, reason=reason), given
        )

    def _take_back(self, key: str) -> None:
        event, line = self._page.event_id, self._page.line(key)
        before = line.reason.text if line and line.reason else ""
        self._desk.do(
            lambda caller, store: closing.take_back(caller, store, event=event, line=key),
            lambda _count: self._undoing.offer(
                self.tr("The reason is taken back"),
                lambda c, store: closing.give_reason(c, store, event=event, line=key, reason=before),
            ),
        )


def _end(caller: Caller, store: Store, line: ClosingLine) -> None:
    talk = store.get(Reception, line.target)
    if talk is not None:
        talks.end(caller, store, event=talk.event, host=talk.host, client=talk.client)
