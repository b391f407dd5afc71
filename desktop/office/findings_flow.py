"""Wiring of what an event showed: read when somebody looks, and the approval of the summary for owners."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.office.desk import Desk
from desktop.office.pages.arrivals import ArrivalsPage
from desktop.office.pages.closing import ClosingPage
from desktop.office.pages.findings import FindingsPage
from desktop.office.pages.numbers import NumbersPage
from desktop.office.pages.papers import PapersPage
from desktop.office.pages.work_list import WorkListPage
from desktop.office.state import EventRow
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.events import findings
from desktop.services.events.findings import Findings
from desktop.services.papers import owners_summary
from desktop.services.papers.owners_summary import Standing

NAME = "findings"


class FindingsFlow(QObject):
    """`open` shows what an event showed; `refresh` reads it anew while it is in front."""

    def __init__(
        self, desk: Desk, page: FindingsPage, window: OfficeWindow, undoing: Undoing, *,
        led_from: tuple[NumbersPage, ClosingPage], led_to: tuple[WorkListPage, ArrivalsPage, PapersPage],
        open_matter: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._work, self._arrivals, self._papers = led_to
        for before in led_from:
            before.findings_wanted.connect(self.open)
        page.matter_wanted.connect(open_matter)
        page.area_wanted.connect(self._open_area)
        page.department_wanted.connect(self._open_department)
        page.arrivals_wanted.connect(self._open_arrivals)
        page.paper_wanted.connect(self._open_paper)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        self._events: tuple[EventRow, ...] = ()
        page.wanted.connect(lambda _event: self.refresh())
        page.back_wanted.connect(window.back)
        page.approved.connect(self._approve)
        page.taken_back.connect(self._take_back)

    def show_events(self, events: tuple[EventRow, ...]) -> None:
        """The events as they are now."""
        self._events = events
        self._page.show_events(events)

    def open(self, event: str = "") -> None:
        """Bring an event's page to the front; without one the last that has begun."""
        now = self._desk.context.clock()
        began = [one for one in self._events if one.starts_at <= now]
        chosen = event or next((one.event for one in (*began, *self._events)), "")
        self._page.show_events(self._events, chosen)
        self._window.open(NAME)
        self.refresh()

    def refresh(self) -> None:
        """Read it anew where somebody looks at it."""
        event = self._page.event_id
        if not event or self._window.page is not self._page:
            return

        def found(answer: tuple[Findings, Standing]) -> None:
            self._page.show_findings(*answer, self._desk.staff or "")

        self._desk.ask(
            lambda caller, store: (
                findings.findings(caller, store, event=event), owners_summary.standing(caller, store, event=event)
            ),
            found,
        )  # fmt: skip

    def _open_area(self, area: str) -> None:
        self._work.show_area(area)
        self._window.open("concerns")

    def _open_department(self, department: str) -> None:
        self._work.show_department(department)
        self._window.open("concerns")

    def _open_arrivals(self, event: str) -> None:
        self._arrivals.events.choose(event)
        self._window.open("arrivals")

    def _open_paper(self, event: str) -> None:
        self._papers.choose(event, "owners")
        self._window.open("papers")

    def _approve(self, by: str) -> None:
        event = self._page.event_id
        self._desk.do(
            lambda caller, store: owners_summary.approve(caller, store, event=event, by=by),
            lambda _none: self._undoing.offer(
                self.tr("The summary for owners is approved"),
                lambda caller, store: owners_summary.withdraw(caller, store, event=event),
            ),
        )

    def _take_back(self) -> None:
        event = self._page.event_id
        said = self.tr("The approval is taken back")
        self._desk.do(
            lambda caller, store: owners_summary.withdraw(caller, store, event=event),
            lambda _none: self._window.notice.tell(said),
        )
