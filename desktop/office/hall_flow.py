"""Wiring of the hall: read every few seconds while it is open, every deed shown at once and, where it can, undone."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from db.store import Store
from desktop.office.desk import Desk
from desktop.office.pages.hall import HallPage, HallView
from desktop.office.reading import staff as everybody
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.events import events
from desktop.services.hall import arriving, calling, directing, doubles, hosts, overview, screens
from desktop.services.hall.lines import Line
from desktop.services.registry import Caller

T = TypeVar("T")
Work = Callable[[Caller, Store], T]

# The waits that are shown grow meanwhile.
LOOK_EVERY_MS = 5_000
# Nobody waits for the button longer than this many numbers take.
AT_ONCE = 200


class HallFlow(QObject):
    """One for the office's window."""

    def __init__(self, desk: Desk, page: HallPage, window: OfficeWindow, undoing: Undoing) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        page.wanted.connect(self.refresh)
        page.deed_wanted.connect(self._do)
        page.directed.connect(self._direct)
        page.away_wanted.connect(self._turn_away)
        page.pause_wanted.connect(self._turn_pause)
        page.board_wanted.connect(self._turn_board)
        page.tickets_wanted.connect(self._give_tickets)
        page.double_settled.connect(self._settle)
        page.seats.seated.connect(self._seat)
        page.seats.dropped.connect(self._drop)
        page.seats.worded.connect(self._word)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def refresh(self) -> None:
        """Read the hall anew."""
        event, now_ms = self._page.shown_event, self._desk.context.clock()
        if event:
            self._desk.ask(lambda caller, store: _view(caller, store, event, now_ms), self._page.show_hall)

    def _look(self) -> None:
        if self._page.isVisible() and not self._desk.context.jobs.is_busy:
            self.refresh()

    def _write(self, work: Work[T], then: Callable[[T], None]) -> None:
        """Do something and show the hall as it is afterwards, before everything else is read anew."""

        def done(answer: T) -> None:
            self.refresh()
            then(answer)

        self._desk.do(work, done)

    def _do(self, deed: str, turn: str) -> None:
        line = self._page.line_of(turn)
        if line is None:
            return
        works: dict[str, tuple[Work[Line], str, Work[object] | None]] = {
            "send": (lambda c, s: directing.direct(c, s, turn=turn), "", None),
            "call": (lambda c, s: calling.call(c, s, turn=turn), self.tr("{number} is called"), None),
            "again": (lambda c, s: calling.again(c, s, turn=turn), self.tr("{number} is shown once more"), None),
            "greet": (lambda c, s: calling.greet(c, s, turn=turn), self.tr("{number} was greeted"), None),
            "leave": (
                lambda c, s: directing.left(c, s, turn=turn), self.tr("{number} has left"),
                lambda c, s: directing.came_back(c, s, turn=turn),
            ),
            "return": (
                lambda c, s: directing.came_back(c, s, turn=turn), self.tr("{number} waits again"),
                lambda c, s: directing.left(c, s, turn=turn),
            ),
        }  # fmt: skip
        work, said, back = works[deed]
        if deed == "send":
            self._direct(turn, "", "")
            return
        self._write(work, lambda made: self._tell(said.replace("{number}", made.number), back))

    def _direct(self, turn: str, wish: str, staff: str) -> None:
        before = self._page.line_of(turn)

        def sent(made: Line) -> None:
            whom = " ".join(filter(None, (made.place, made.host)))
            said = self.tr("{number} goes to {whom}").replace("{number}", made.number).replace("{whom}", whom)
            back: Work[object] | None = None
            if before is not None and before.staff and before.turn == made.turn:
                wish, staff, place = before.direction, before.staff, before.place

                def back(caller: Caller, store: Store) -> object:
                    return directing.direct(caller, store, turn=turn, direction=wish, staff=staff, place=place)

            self._tell(said, back)

        self._write(
            lambda caller, store: directing.direct(
                caller, store, turn=turn, direction=wish or None, staff=staff or None
            ),
            sent,
        )

    def _turn_away(self, staff: str) -> None:
        event = self._page.shown_event
        host = next((one for one in self._page.pane.hosts if one.staff == staff), None)
        if host is None:
            return
        if host.away_at is not None:
            said = self.tr("{name} is back").replace("{name}", host.name)
            self._write(lambda c, s: hosts.back(c, s, event=event, staff=staff), lambda _none: self._tell(said, None))
            return

        def left(moved: tuple[str, ...]) -> None:
            said = self.tr("{name} is away; {count} go to others").replace("{name}", host.name)
            self._tell(
                said.replace("{count}", str(len(moved))), lambda c, s: hosts.back(c, s, event=event, staff=staff)
            )

        self._write(lambda c, s: hosts.away(c, s, event=event, staff=staff), left)

    def _turn_pause(self) -> None:
        event, is_paused = self._page.shown_event, self._page.is_paused
        if not event:
            return
        turn = screens.resume if is_paused else screens.pause
        # While it lasts the page says so itself.
        said = self.tr("The screens call again") if is_paused else ""
        self._write(
            lambda c, s: turn(c, s, event=event), lambda _none: self._window.notice.tell(said) if said else None
        )

    def _turn_board(self) -> None:
        said = {
            "shown": self.tr("The calling board is open"), "closed": self.tr("The calling board is closed"),
            "no_screen": self.tr("There is no second screen for the calling board"),
        }[self._desk.context.board(self._window, self._page.shown_event)]  # fmt: skip
        self._window.notice.tell(said)

    def _give_tickets(self) -> None:
        event = self._page.shown_event

        def work(caller: Caller, store: Store) -> int:
            found = overview.overview(caller, store, event=event, now_ms=store.clock()).without[:AT_ONCE]
            with store.transaction(verb="hall.arrive", by=caller.staff, subject=event) as tx:
                for check_in, _at in found:
                    arriving.arrive(caller, tx, event=event, check_in=check_in)
            return len(found)

        said = self.tr("{count} hold a number now")
        self._write(work, lambda count: self._window.notice.tell(said.replace("{count}", str(count))))

    def _settle(self, row: str, at: int) -> None:
        event = self._page.shown_event
        said = self.tr("Settled: one goes on, nothing that was written down is lost")
        self._write(
            lambda c, s: doubles.settle(c, s, event=event, row=row, at=at),
            lambda _none: self._window.notice.tell(said),
        )

    def _seat(self, staff: str, part: str, place: str) -> None:
        event = self._page.shown_event
        self._write(lambda c, s: hosts.seat(c, s, event=event, staff=staff, part=part, place=place), lambda _none: None)

    def _drop(self, staff: str) -> None:
        event = self._page.shown_event
        self._write(lambda c, s: events.drop_staff(c, s, event=event, staff=staff), lambda _none: None)

    def _word(self, greeting: str, shows: tuple[str, ...]) -> None:
        event = self._page.shown_event
        self._write(
            lambda c, s: screens.set_wording(c, s, event=event, greeting=greeting, shows=shows), lambda _count: None
        )

    def _tell(self, said: str, back: Work[object] | None) -> None:
        if back is None:
            self._window.notice.tell(said)
        else:
            self._undoing.offer(said, back)


def _view(caller: Caller, store: Store, event: str, now_ms: int) -> HallView:
    return HallView(
        event, now_ms, overview.overview(caller, store, event=event, now_ms=now_ms),
        screens.wording(caller, store, event=event), everybody(caller, store),
    )  # fmt: skip
