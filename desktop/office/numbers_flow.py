"""Wiring of the numbers while an event runs: read anew with everything that comes, and every minute."""

from PySide6.QtCore import QObject, QTimer

from desktop.office.desk import Desk
from desktop.office.pages.numbers import NumbersPage
from desktop.office.state import EventRow
from desktop.office.window import OfficeWindow
from desktop.services.events import numbers
from desktop.services.events.numbers import Numbers

NAME = "numbers"
# Nothing needs to come in for a quarter of an hour to end.
_EVERY_MS = 60_000


class NumbersFlow(QObject):
    """`open` shows the numbers of an event; `refresh` reads them anew while they are in front."""

    def __init__(self, desk: Desk, page: NumbersPage, window: OfficeWindow) -> None:
        super().__init__(window)
        self._desk, self._page, self._window = desk, page, window
        self._events: tuple[EventRow, ...] = ()
        page.wanted.connect(lambda _event: self.refresh())
        page.back_wanted.connect(window.back)
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()

    def show_events(self, events: tuple[EventRow, ...]) -> None:
        """The events as they are now."""
        self._events = events
        self._page.show_events(events)

    def open(self, event: str = "") -> None:
        """Bring the numbers of an event to the front; without one those of the event that runs, else the last one."""
        self._page.show_events(self._events, event or self._running())
        self._window.open(NAME)
        self.refresh()

    def refresh(self) -> None:
        """Read the numbers anew where somebody looks at them."""
        event = self._page.event_id
        if not event or self._window.page is not self._page:
            return
        now = self._desk.context.clock()

        def found(answer: Numbers) -> None:
            self._page.show_numbers(answer, now)

        self._desk.ask(lambda caller, store: numbers.numbers(caller, store, event=event), found)

    def _running(self) -> str:
        now = self._desk.context.clock()
        running = [one for one in self._events if one.starts_at <= now <= one.ends_at]
        began = [one for one in self._events if one.starts_at <= now]
        return next((one.event for one in (*running, *began, *self._events)), "")
