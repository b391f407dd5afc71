"""What belongs to an event's day: its kit before it and its closing list after it, and where their lines lead."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from desktop.office.choosing import Chooser
from desktop.office.closing_flow import ClosingFlow
from desktop.office.desk import Desk
from desktop.office.kit_flow import KitFlow
from desktop.office.pages.arrivals import ArrivalsPage
from desktop.office.pages.closing import ClosingPage
from desktop.office.pages.entry import EntryPage
from desktop.office.pages.events import EventsPage
from desktop.office.pages.kit import KitPage
from desktop.office.pages.papers import PapersPage
from desktop.office.pages.rehearsal import RehearsalPage
from desktop.office.rehearsal_flow import RehearsalFlow
from desktop.office.state import EventRow
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow


class EventDays(QObject):
    """Both pages at work; `show_events` keeps them in step with the events."""

    def __init__(
        self,
        desk: Desk,
        window: OfficeWindow,
        chooser: Chooser,
        undoing: Undoing,
        *,
        pages: tuple[EventsPage, KitPage, ClosingPage, RehearsalPage],
        led_to: tuple[ArrivalsPage, EntryPage, PapersPage],
        open_concern: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        events, self._kit_page, self._closing_page, self._rehearsal_page = pages
        self._arrivals, self._entry, self._papers = led_to
        self._open_concern = open_concern
        self._events: Mapping[str, EventRow] = {}
        self._kit = KitFlow(desk, self._kit_page, window, chooser, undoing)
        self._closing = ClosingFlow(desk, self._closing_page, window, undoing, open_place=self._lead)
        self.rehearsal = RehearsalFlow(desk, self._rehearsal_page, window)
        events.kit_wanted.connect(self._kit.open)
        events.rehearsal_wanted.connect(self.rehearsal.open)
        events.closing_wanted.connect(self._closing.open)

    def show_events(self, rows: tuple[EventRow, ...]) -> None:
        """The events as they are now."""
        self._events = {one.event: one for one in rows}
        for page in (self._kit_page, self._closing_page, self._rehearsal_page):
            shown = self._events.get(page.event_id)
            if shown is not None:
                page.show_event(shown)

    def _lead(self, place: str, target: str, event: EventRow) -> None:
        """Open the page where a line is put right, for this event."""
        if place == "kit":
            self._kit.open(event)
        elif place == "concerns":
            self._open_concern(target)
        elif place == "summary":
            self._papers.choose(event.event, "summary")
            self._window.open("papers")
        else:
            self._arrivals.events.choose(event.event)
            self._entry.show_events(tuple(self._events.values()), event.event)
            self._window.open(place)
