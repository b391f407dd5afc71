"""The kiosk at work: wires scanner, jobs, verbs and screens; decides which state follows which."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from db.driver import DatabaseError, translate
from db.errors import Misused, Trouble
from db.files import file_trouble
from desktop.devices.scanner import WedgeFilter
from desktop.jobs import Cancelled
from desktop.kiosk.desk import Desk
from desktop.kiosk.search_page import TAIL_DIGITS
from desktop.kiosk.state import (
    FEWEST_CHARACTERS,
    ROWS_SHOWN,
    Answer,
    Candidate,
    Confirming,
    Door,
    Helped,
    Idle,
    NoEvent,
    Opening,
    Searching,
    State,
    TakenBack,
    Troubled,
    WalkingIn,
    stays_s,
)
from desktop.kiosk.voice import Voice
from desktop.kiosk.window import KioskWindow
from desktop.settings import Language
from desktop.widgets.context import FaceContext

T = TypeVar("T")

TICK_MS = 1_000
# How often a kiosk without an event looks whether one has come.
LOOKS_AGAIN_S = 30


class KioskFlow(QObject):
    """One kiosk: `window` is what the client sees."""

    def __init__(self, context: FaceContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = Desk(context.data_file, context.passphrase, context.staff, context.event, context.clock)
        self._window = KioskWindow(Voice(context.translator), is_staffed=self._desk.is_staffed)
        self._state: State = Opening()
        self._door = Door("", "")
        self._left_s = 0
        self._day: date | None = None
        self._last_check_in = ""
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.tick)
        self._scanner = WedgeFilter(context.settings.scanner_gap_ms, self)
        self._scanner.scanned.connect(self._scan)
        self._window.wished.connect(self._grant)
        self._window.touched.connect(self._stay)
        self._window.language_chosen.connect(self._speak)
        self._window.search.typed.connect(self._search)
        self._window.search.chosen.connect(self._choose)
        self._window.confirm.typed.connect(self._type_tail)
        self._window.walk_in.typed.connect(self._type_walk_in)
        self._window.walk_in.finished.connect(self._walk_in)

    @property
    def window(self) -> QWidget:
        """The kiosk's window."""
        return self._window

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    def start(self) -> None:
        """Open the database and wait for clients."""
        self._show(Opening())
        self._scanner.watch()
        self._clock.start()
        self._run(self._desk.open, self._opened)

    def close(self) -> None:
        """Listen no more and let the worker close the database."""
        self._clock.stop()
        self._scanner.leave()
        self._context.jobs.run(self._desk.close, done=lambda _: None, failed=lambda _: None)

    def tick(self) -> None:
        """One second has passed."""
        now = self._desk.now()
        if now is not None and now.date() != self._day and isinstance(self._state, Idle | NoEvent):
            self._day = now.date()
            self._run(self._desk.find_event, self._opened)
        if self._left_s > 0:
            self._left_s -= 1
            if self._left_s == 0:
                self._leave()
                return
        self._paint()

    def _opened(self, door: Door) -> None:
        self._door = door
        now = self._desk.now()
        self._day = now.date() if now else None
        # Somebody may have begun to type while the day was looked up.
        if isinstance(self._state, Opening | Idle | NoEvent | Troubled):
            self._go_home()

    def _go_home(self) -> None:
        self._show(Idle() if self._door.event else NoEvent())
        if not self._door.event:
            self._left_s = LOOKS_AGAIN_S

    def _leave(self) -> None:
        """Nobody is there any more: back to the start and to this device's language."""
        if isinstance(self._state, NoEvent):
            self._left_s = LOOKS_AGAIN_S
            self._run(self._desk.find_event, self._opened)
            return
        if isinstance(self._state, Troubled) and not self._door.event:
            self._run(self._desk.open, self._opened)
            return
        self._go_home()
        self._context.translator.speak(self._context.settings.language)

    def _show(self, state: State) -> None:
        self._state = state
        self._left_s = stays_s(state)
        self._paint()

    def _paint(self) -> None:
        self._window.show_state(self._state, self._door, self._desk.now(), self._left_s)

    def _stay(self) -> None:
        """Somebody is there: what is asked for stays."""
        if isinstance(self._state, Searching | Confirming | WalkingIn):
            self._left_s = stays_s(self._state)
            self._paint()

    def _speak(self, language: Language) -> None:
        self._context.translator.speak(language)
        self._stay()

    def _grant(self, wish: str) -> None:
        """Do what a button or a key asks for, where it can be done now."""
        if not self._door.event:
            return
        pages: dict[str, Callable[[], State]] = {
            "search": Searching, "walk_in": WalkingIn, "another": WalkingIn, "help": Helped,
        }  # fmt: skip
        deeds: dict[str, Callable[[], None]] = {
            "home": self._go_home, "undo": self._undo, "let_in": self._let_in, "more_time": self._stay,
            "confirm": self._confirm,
        }  # fmt: skip
        if wish == "another" and not (self._desk.is_staffed and isinstance(self._state, Answer)):
            return
        if wish in pages:
            self._show(pages[wish]())
        else:
            deeds[wish]()

    def _scan(self, token: str) -> None:
        if self._door.event:
            self._run(partial(self._desk.scan, token), self._answered)

    def _answered(self, answer: Answer) -> None:
        self._last_check_in = answer.check_in if answer.is_admitted else ""
        self._show(answer)

    def _undo(self) -> None:
        """Take the last check-in back: the client while it is shown, staff until the next decision."""
        may = isinstance(self._state, Answer) or (self._desk.is_staffed and isinstance(self._state, Idle))
        if self._last_check_in and may:
            check_in, self._last_check_in = self._last_check_in, ""
            self._run(partial(self._desk.undo, check_in), lambda _: self._show(TakenBack()))

    def _let_in(self) -> None:
        state = self._state
        is_kept_out = isinstance(state, Answer) and not state.is_admitted and state.outcome != "malformed"
        if self._desk.is_staffed and is_kept_out and isinstance(state, Answer):
            self._run(partial(self._desk.let_in, state), self._answered)

    def _search(self, text: str) -> None:
        rows = self._state.rows if isinstance(self._state, Searching) and len(text) >= FEWEST_CHARACTERS else ()
        self._show(Searching(text, rows))
        if len(text.strip()) >= FEWEST_CHARACTERS:
            self._run(partial(self._desk.find, text), partial(self._found, text))

    def _found(self, text: str, found: tuple[Candidate, ...]) -> None:
        if isinstance(self._state, Searching) and self._state.text == text:
            more = max(len(found) - ROWS_SHOWN, 0)
            self._state = Searching(text, found[:ROWS_SHOWN], more, is_answered=True)
            self._paint()

    def _choose(self, client: str) -> None:
        if not isinstance(self._state, Searching):
            return
        if self._desk.is_staffed:
            self._run(partial(self._desk.let_in_found, client, None), self._decided)
            return
        chosen = [row for row in self._state.rows if row.client == client]
        if chosen:
            self._show(Confirming(chosen[0]))

    def _type_tail(self, digits: str) -> None:
        state = self._state
        if not isinstance(state, Confirming):
            return
        self._show(replace(state, digits=digits))
        if len(digits) == TAIL_DIGITS:
            self._run(partial(self._desk.let_in_found, state.candidate.client, digits), self._decided)

    def _decided(self, answer: Answer | None) -> None:
        if answer is not None:
            self._answered(answer)
        elif isinstance(self._state, Confirming):
            left = self._state.tries_left - 1
            self._show(replace(self._state, digits="", tries_left=left) if left else Helped())

    def _type_walk_in(self, name: str, phone: str) -> None:
        if isinstance(self._state, WalkingIn):
            self._show(WalkingIn(name, phone))

    def _confirm(self) -> None:
        if isinstance(self._state, WalkingIn):
            self._walk_in()

    def _walk_in(self) -> None:
        state = self._state
        if not isinstance(state, WalkingIn):
            return
        if not state.name.strip():
            self._show(replace(state, has_no_name=True))
            return
        self._run(partial(self._desk.walk_in, state.name, state.phone), self._answered)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.jobs.run(work, done=done, failed=self._explain)

    def _explain(self, error: BaseException) -> None:
        """The world fails in three ways, which the staff read at the foot; anything else is a bug and rises."""
        if isinstance(error, Misused) and error.code == "phone_unreadable_typed" and isinstance(self._state, WalkingIn):
            self._show(replace(self._state, has_odd_phone=True))
            return
        if isinstance(error, Cancelled):
            return
        if isinstance(error, OSError):
            error = file_trouble(error, self._context.data_file)
        elif isinstance(error, DatabaseError):
            error = translate(error, self._context.data_file)
        if not isinstance(error, Trouble):
            raise error
        self._show(Troubled(error.code, tuple(error.facts.items())))
