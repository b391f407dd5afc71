"""The board at work: asks the database every second, gives each call its turn, and lets it be heard."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from db.driver import DatabaseError
from db.errors import Trouble
from desktop.board.desk import Desk
from desktop.board.state import Board, Caller, Told
from desktop.board.window import BoardWindow
from desktop.devices.sounds import Sounds
from desktop.jobs import Cancelled, Jobs
from desktop.widgets.context import FaceContext

TICK_MS = 1_000
# So many looks in a row without an answer are more than a moment's wait for somebody else's writing.
LOST_AFTER = 3
CALLED = "called"


class Heard(Protocol):
    """What lets a call be heard."""

    def set_up(self, *, is_on: bool, volume: int) -> None: ...
    def play(self, outcome: str) -> None: ...


class BoardFlow(QObject):
    """The hall's face. Beside another window it has a worker of its own: no scan ever waits for the board.

    `closed` says that its window was closed, `shut` that the database is closed too.
    """

    closed = Signal()
    shut = Signal()

    def __init__(
        self, context: FaceContext, parent: QObject | None = None, *, jobs: Jobs | None = None, is_steady: bool = False,
        make_sounds: Callable[[QObject], Heard] = Sounds,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context, self._jobs = context, jobs or context.jobs
        self.window = BoardWindow(context.translator, is_beside=jobs is not None, is_steady=is_steady)
        self._desk = Desk(context.data_file, context.passphrase, context.event, context.clock)
        self._sounds = make_sounds(self)
        self._caller, self._told = Caller(), Told("")
        self._failed = 0
        # It ends with the window that it paints, however that window went.
        self._clock = QTimer(self)
        self.window.destroyed.connect(self._clock.stop)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.tick)
        self.window.went.connect(self.closed)

    def start(self) -> None:
        """Show the hall from now on."""
        settings = self._context.settings
        self._sounds.set_up(is_on=settings.has_sounds, volume=settings.volume)
        self._clock.start()
        self.tick()

    def close(self) -> None:
        """Ask no more and let the worker close the database."""
        self._clock.stop()
        self._jobs.run(self._desk.close, done=lambda _none: self.shut.emit(), failed=lambda _error: self.shut.emit())

    def tick(self) -> None:
        """One second has passed."""
        if not self._jobs.is_busy:
            self._jobs.run(self._desk.look, done=self._take, failed=self._miss)
        self._show()

    def _take(self, told: Told) -> None:
        self._failed, self._told = 0, told
        self._caller.tell(told)
        self._show()

    def _miss(self, error: BaseException) -> None:
        """The database does not answer: what is shown stays, and the next second asks again."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Trouble | OSError | DatabaseError):
            raise error
        self._failed += 1
        self._show()

    def _show(self) -> None:
        now_ms, now, told = self._context.clock(), self._desk.now(), self._told
        if self._caller.step(now_ms) and not told.is_paused:
            self._sounds.play(CALLED)
        called, before = self._caller.showing(now_ms)
        self.window.page.show_board(
            Board(
                title=told.title, clock=f"{now:%H:%M}" if now else "", called=called, before=before,
                waiting=told.waiting, has_event=bool(told.event), is_paused=told.is_paused,
                is_lost=self._failed >= LOST_AFTER,
            )
        )  # fmt: skip
