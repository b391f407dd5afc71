"""Wiring of the events: built, changed, staffed, closed; every change can be taken back."""

from PySide6.QtCore import QObject

from db.errors import Refused
from db.events import LeftOpen
from db.store import Store
from desktop.office.desk import Desk
from desktop.office.pages.events import EventsPage
from desktop.office.state import EventRow
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.rules.times import minute_text
from desktop.services.events import events
from desktop.services.events.events import OnDuty
from desktop.services.registry import Caller
from desktop.services.zones import zone_of


class EventFlow(QObject):
    """The form follows the list."""

    def __init__(self, desk: Desk, page: EventsPage, window: OfficeWindow, undoing: Undoing) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        self._rows: dict[str, EventRow] = {}
        page.add_wanted.connect(self._add)
        page.save_wanted.connect(self._save)
        page.chosen.connect(self._show_duty)
        page.put_wanted.connect(self._put)
        page.drop_wanted.connect(self._drop)
        page.close_wanted.connect(self._close)
        page.reopen_wanted.connect(self._reopen)

    def show_events(self, rows: tuple[EventRow, ...]) -> None:
        """Show the events as they are now."""
        self._rows = {one.event: one for one in rows}
        self._page.show_events(rows)
        if self._page.event_id:
            self._show_duty(self._page.event_id)

    def _show_duty(self, event: str) -> None:
        def work(caller: Caller, store: Store) -> tuple[tuple[OnDuty, ...], LeftOpen]:
            return events.on_duty(caller, store, event=event), events.left_open(caller, store, event=event)

        self._desk.ask(work, lambda found: self._page.show_duty(event, *found))

    def _add(self, typed: dict[str, str]) -> None:
        def added(_event: str) -> None:
            self._page.clear_form()
            self._window.notice.tell(self.tr("The event is there. Next: import its client list"))

        self._desk.do(
            lambda caller, store: events.add(
                caller, store, node=typed["node"], title=typed["title"], starts=typed["starts"], ends=typed["ends"],
                place=typed["place"] or None, slots=typed["slots"] or None,
            ),
            added,
        )  # fmt: skip

    def _save(self, event: str, typed: dict[str, str]) -> None:
        before = self._rows[event]

        def saved(changed: int) -> None:
            if changed:
                said = self.tr("{event} is changed").replace("{event}", typed["title"])
                self._undoing.offer(said, lambda caller, store: _restore(caller, store, before))

        self._desk.do(lambda caller, store: events.set_fields(caller, store, event=event, changes=typed), saved)

    def _put(self, event: str, staff: str, part: str, reason: str) -> None:
        def work(caller: Caller, store: Store) -> str:
            """The courses that are wanting; an empty text once the person is on duty."""
            try:
                events.put_staff(caller, store, event=event, staff=staff, part=part, untrained_reason=reason)
            except Refused as refused:
                if refused.code != "untrained":
                    raise
                return str(dict(refused.facts)["courses"])
            return ""

        def put(courses: str) -> None:
            if courses:
                self._page.duty.ask_reason(courses)
                return
            self._page.duty.forget_reason()
            self._undoing.offer(
                self.tr("On duty now"), lambda caller, store: events.drop_staff(caller, store, event=event, staff=staff)
            )

        self._desk.do(work, put)

    def _drop(self, event: str, staff: str) -> None:
        def work(caller: Caller, store: Store) -> tuple[str, str]:
            held = [one for one in events.on_duty(caller, store, event=event) if one.staff == staff]
            events.drop_staff(caller, store, event=event, staff=staff)
            return (held[0].part, held[0].untrained) if held else ("host", "")

        self._desk.do(
            work,
            lambda held: self._undoing.offer(
                self.tr("Taken off duty"),
                lambda caller, store: events.put_staff(
                    caller, store, event=event, staff=staff, part=held[0], untrained_reason=held[1]
                ),
            ),
        )

    def _close(self, event: str) -> None:
        self._desk.do(
            lambda caller, store: events.close(caller, store, event=event),
            lambda _none: self._undoing.offer(
                self.tr("The event is closed"), lambda caller, store: events.reopen(caller, store, event=event)
            ),
        )

    def _reopen(self, event: str) -> None:
        self._desk.do(
            lambda caller, store: events.reopen(caller, store, event=event),
            lambda _none: self._undoing.offer(
                self.tr("The event goes on"), lambda caller, store: events.close(caller, store, event=event)
            ),
        )


def _restore(caller: Caller, store: Store, before: EventRow) -> None:
    zone = zone_of(store)
    changes = {
        "title": before.title, "node": before.node, "place": before.place, "slots": before.slots,
        "starts": minute_text(before.starts_at, zone), "ends": minute_text(before.ends_at, zone),
    }  # fmt: skip
    events.set_fields(caller, store, event=before.event, changes=changes)
