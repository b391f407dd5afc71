"""The kiosk at work: wires scanner, jobs, verbs and screens; decides which state follows which."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from db.driver import DatabaseError, translate
from db.errors import Fact, Misused, Trouble
from db.files import file_trouble
from desktop.devices.scanner import WedgeFilter
from desktop.jobs import Cancelled
from desktop.kiosk.after import After
from desktop.kiosk.corner import Corner
from desktop.kiosk.desk import Desk
from desktop.kiosk.door_printer import DoorPrinter
from desktop.kiosk.senses import MakeCamera, Senses
from desktop.kiosk.state import (
    Answer,
    AtDevice,
    AtWork,
    Door,
    Helped,
    Idle,
    NoEvent,
    Noticing,
    Opening,
    Searching,
    Staffs,
    State,
    TakenBack,
    Troubled,
    Unread,
    WalkingIn,
    stays_s,
)
from desktop.kiosk.visit import Visit
from desktop.kiosk.voice import Voice
from desktop.kiosk.window import KioskWindow
from desktop.services.device_state import DeviceState
from desktop.services.papers.printing import Queues
from desktop.settings import Language, Settings
from desktop.widgets.context import BoardShown, FaceContext

T = TypeVar("T")

TICK_MS = 1_000
# How often a kiosk without an event looks whether one has come.
LOOKS_AGAIN_S = 30


class KioskFlow(QObject):
    """One kiosk: `window` is what the client sees."""

    def __init__(
        self, context: FaceContext, parent: QObject | None = None, *, make_camera: MakeCamera | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._settings = context.settings
        self.desk = _desk(context)
        self._window = KioskWindow(Voice(context.translator))
        self._window.search.serve(is_staffed=self.desk.is_staffed)
        self._state: State = Opening()
        self._door = Door("", "")
        self._left_s = 0
        self._is_closing = False
        self._day: date | None = None
        # What may be taken back: a check-in, a passage.
        self._last = ("", "")
        # The clock ends with the window that it paints, however that window went.
        self._clock = QTimer(self)
        self._window.destroyed.connect(self._clock.stop)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.tick)
        self._scanner = WedgeFilter(context.settings.scanner_gap_ms, self)
        self._scanner.follow(context.settings)
        self._scanner.scanned.connect(self._hear)
        self._heard_at: int | None = None
        self._scanner.spoilt.connect(self._spoil)
        self._senses = Senses(self._window, make_camera, self)
        self._senses.read.connect(self._scan)
        self._senses.changed.connect(self._paint)
        self._senses.heard.connect(self._hear)
        self._senses.camera_found.connect(lambda name: self.keep(replace(self._settings, camera=name)))
        self._visit = Visit(self, self.desk, self._window, self)
        self._after = After(self, self.desk, context.jobs, self)
        self._printer = DoorPrinter(self, self.desk, context.jobs, self)
        self._after.welcomed.connect(self._printer.begin)
        self._printer.told.connect(self._tell_printed)
        self._corner = Corner(self, self.desk, self._window, self)
        self._corner.closed.connect(self._end)
        self._window.staff.print_wanted.connect(self._printer.again)
        self._senses.raw.connect(self._corner.device.hear)
        self._senses.port_told.connect(self._corner.device.show_port)
        self._window.wished.connect(self._grant)
        self._window.touched.connect(self._stay)
        self._window.language_chosen.connect(self._speak)

    @property
    def window(self) -> QWidget:
        """The kiosk's window."""
        return self._window

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be done behind the last answer but what the worker is doing."""
        return not self._after.is_due

    @property
    def settings(self) -> Settings:
        """This device's choices now."""
        return self._settings

    def start(self) -> None:
        """Open the database and wait for clients."""
        self.show(Opening())
        self._scanner.watch(self._window)
        self._clock.start()
        self.run(self.desk.open, self._opened)

    def close(self) -> None:
        """Listen no more and let the worker close the database."""
        self._clock.stop()
        self._scanner.leave()
        self._senses.close()
        self._corner.device.close()
        self._printer.close()
        # A guarded window asks for the PIN when it is closed: from here on nobody answers.
        self._window.wished.disconnect(self._grant)
        self._is_closing = True
        # Behind the answers under way: a scan of the last moment is told to the hall before the database closes.
        self._context.jobs.run(lambda: None, done=self._close_database, failed=lambda _: None)

    def _close_database(self, _none: None) -> None:
        self._after.finish()
        self._context.jobs.run(self.desk.close, done=lambda _: None, failed=lambda _: None)

    def tick(self) -> None:
        """One second has passed."""
        now = self.desk.now()
        if now is not None and now.date() != self._day and isinstance(self._state, Idle | NoEvent):
            self._day = now.date()
            self._visit.forget()
            self.run(self.desk.find_event, self._opened)
        if self._left_s > 0:
            self._left_s -= 1
            if self._left_s == 0:
                self._leave()
                return
        if isinstance(self._state, AtDevice):
            self._state = self.at_device(self._state.device, self._state.printers)
        self._paint()

    def show(self, state: State) -> None:
        """Show another state; its seconds begin anew."""
        self._state = state
        self._left_s = stays_s(state)
        self._paint()

    def update(self, state: State) -> None:
        """Show another state in the time that is left."""
        self._state = state
        self._paint()

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do work on the worker; what stands in its way is shown."""
        self._context.jobs.run(work, done=done, failed=self._explain)

    def stand(self, door: Door) -> None:
        """Stand at this door from now on."""
        self._door = door
        now = self.desk.now()
        self._day = now.date() if now else None
        self._window.search.serve(is_staffed=self.desk.is_staffed)

    def keep(self, settings: Settings) -> None:
        """Keep this device's choices, and follow them."""
        self._settings = settings
        self._scanner.follow(settings)
        self._senses.follow(settings)
        self.run(partial(self._context.keep_settings, settings), lambda _: None)

    def turn_board(self) -> BoardShown:
        """Show the calling board on a second screen, or close it."""
        return self._context.board(self._window, self._door.event)

    def at_device(self, device: DeviceState, printers: Queues | None) -> AtDevice:
        """This device as it stands now."""
        shared, senses = self._context.exchange(), self._senses
        last = max((at for at in (device.exchanged_at, shared.last_at if shared else None) if at), default=None)
        return AtDevice(
            device, self._context.clock(), printers, self._heard_at, senses.port_state, senses.camera_state,
            senses.camera_name, senses.cameras(), last, bool(shared and shared.trouble),
            self._printer.trouble, tuple(self._printer.facts.items()),
        )  # fmt: skip

    def answered(self, answer: Answer) -> None:
        """A decision is on the disk: show it and let it be heard."""
        passage = answer.passage if answer.outcome in ("welcomed", "back") else ""
        self._last = (answer.check_in if answer.is_admitted else "", passage)
        self.show(answer)
        self._senses.sound(answer)
        self._after.begin(answer)

    def _tell_printed(self, check_in: str, trouble: str, facts: dict[str, Fact]) -> None:
        """What became of a ticket or badge is for the staff: on their page, or at the foot of the client's."""
        state = self._state
        if isinstance(state, AtWork):
            self.update(replace(state, said=trouble or "printed", facts=tuple(facts.items())))
        elif trouble and isinstance(state, Answer) and state.check_in == check_in and state.arrival:
            told = replace(state.arrival, trouble=trouble, facts=tuple(facts.items()))
            self.update(replace(state, arrival=told))

    def _opened(self, door: Door) -> None:
        self.stand(door)
        self._senses.follow(self._settings)
        self._corner.guard()
        # Somebody may have begun to type while the day was looked up.
        if isinstance(self._state, Opening | Idle | NoEvent | Troubled):
            self._go_home()

    def _go_home(self) -> None:
        self.show(Idle() if self._door.event else NoEvent())
        if not self._door.event:
            self._left_s = LOOKS_AGAIN_S

    def _leave(self) -> None:
        """Nobody is there any more: back to the start and to this device's language."""
        if isinstance(self._state, NoEvent):
            self._left_s = LOOKS_AGAIN_S
            self.run(self.desk.find_event, self._opened)
            return
        if isinstance(self._state, Troubled) and not self._door.event:
            self.run(self.desk.open, self._opened)
            return
        self._go_home()
        self._context.translator.speak(self._settings.language)

    def _paint(self) -> None:
        if self._is_closing:
            # The window may be gone.
            return
        door = replace(self._door, side=self._settings.desk_side, camera=self._senses.camera_state)
        self._window.show_state(self._state, door, self.desk.now(), self._left_s, self._settings)

    def _stay(self) -> None:
        """Somebody is there: what is asked for stays."""
        if isinstance(self._state, Searching | Noticing | WalkingIn | Staffs) or self._visit.is_confirming:
            self._left_s = stays_s(self._state)
            self._paint()

    def _speak(self, language: Language) -> None:
        self._context.translator.speak(language)
        self._stay()

    def _grant(self, wish: str) -> None:
        """Do what a button or a key asks for, where it can be done now."""
        if wish == "staff":
            # Without a database there is neither a PIN nor a day; a kiosk in trouble with one still lets staff in.
            if self.desk.now() is not None:
                self._corner.open()
            return
        if not self._door.event and not isinstance(self._state, Staffs):
            return
        pages: dict[str, Callable[[], State]] = {
            "search": Searching, "walk_in": Noticing, "another": Noticing, "help": Helped,
        }  # fmt: skip
        deeds: dict[str, Callable[[], None]] = {
            "home": self._go_home, "undo": self._undo, "let_in": self._let_in, "more_time": self._stay,
            "confirm": self._confirm, "more": partial(self._count, 1), "fewer": partial(self._count, -1),
            "companion": partial(self._after.direct, "companion"),
            "executive": partial(self._after.direct, "executive"),
        }  # fmt: skip
        if wish == "another" and not (self.desk.is_staffed and isinstance(self._state, Answer)):
            return
        if not self._door.is_entrance and (
            wish in ("walk_in", "another") or (wish == "search" and not self.desk.is_staffed)
        ):
            # Nobody is new inside, and the list of guests is for letting in.
            return
        if wish in pages:
            # A key meant for the client's pages does not throw the staff out of theirs.
            if not isinstance(self._state, AtWork | AtDevice):
                self.show(pages[wish]())
                if isinstance(self._state, Noticing):
                    self._visit.read_notice()
        else:
            deeds[wish]()

    def _count(self, by: int) -> None:
        if not self._after.count(by):
            self._visit.count(by)

    def _confirm(self) -> None:
        if isinstance(self._state, Staffs):
            self._corner.enter()
        else:
            self._visit.confirm()

    def _hear(self, token: str) -> None:
        """A hand scanner has spoken, by keys or by its port."""
        self._heard_at = self._context.clock()
        self._scan(token)

    def _scan(self, token: str) -> None:
        # While the scanner is being tried nobody is checked in.
        if self._door.event and not self._corner.device.is_trying:
            self.run(partial(self.desk.scan, token), self.answered)

    def _spoil(self) -> None:
        """An input method has eaten a scan: the next one will come through."""
        if self._door.event:
            self.show(Unread())
            self._senses.play("malformed")

    def _undo(self) -> None:
        """Take the last check-in back: the client while it is shown, staff until the next decision."""
        may = isinstance(self._state, Answer) or (self.desk.is_staffed and isinstance(self._state, Idle))
        if any(self._last) and may:
            last, self._last = self._last, ("", "")
            self.run(partial(self.desk.undo, *last), lambda _: self.show(TakenBack()))

    def _let_in(self) -> None:
        state = self._state
        is_kept_out = isinstance(state, Answer) and not state.is_admitted and state.outcome != "malformed"
        if self.desk.is_staffed and is_kept_out and isinstance(state, Answer):
            self.run(partial(self.desk.let_in, state.check_in), self.answered)

    def _end(self) -> None:
        self._window.close()
        QCoreApplication.quit()

    def _explain(self, error: BaseException) -> None:
        """The world fails in three ways, which the staff read at the foot; anything else is a bug and rises."""
        if isinstance(error, Misused) and error.code == "phone_unreadable_typed" and isinstance(self._state, WalkingIn):
            self.show(replace(self._state, has_odd_phone=True))
            return
        if isinstance(error, Cancelled) or self._corner.explain(error):
            return
        if isinstance(error, OSError):
            error = file_trouble(error, self._context.data_file)
        elif isinstance(error, DatabaseError):
            error = translate(error, self._context.data_file)
        if not isinstance(error, Trouble):
            raise error
        self.show(Troubled(error.code, tuple(error.facts.items())))


def _desk(context: FaceContext) -> Desk:
    """The desk in the mode that this device was given; else staffed where somebody is signed in."""
    mode = context.settings.kiosk_mode
    is_staffed = mode == "staffed" if mode else context.staff is not None
    return Desk(
        context.data_file, context.passphrase, context.staff, context.event, context.clock, is_staffed=is_staffed,
        station=context.settings.station,
    )  # fmt: skip
