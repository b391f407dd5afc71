"""The office's open database: every question and every deed goes through its worker."""

from collections.abc import Callable
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from db.errors import Trouble
from db.records import Code
from db.store import Store
from desktop.jobs import Cancelled, Watch
from desktop.office.speech import Speech
from desktop.services.opening import caller_as, open_database
from desktop.services.people.staff import additions
from desktop.services.registry import Caller
from desktop.services.zones import zone_of
from desktop.widgets.context import FaceContext

T = TypeVar("T")


class Desk(QObject):
    """`changed` follows everything written, `troubled` everything that could not be done, in words."""

    changed = Signal()
    troubled = Signal(str)

    def __init__(self, context: FaceContext, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context, self.speech = context, speech
        self._opened: tuple[Caller, Store] | None = None

    def open(self, done: Callable[[], None]) -> None:
        """Open the database on the worker, then call `done`."""
        context = self.context

        def work() -> tuple[Caller, Store, tuple[Code, ...], ZoneInfo]:
            store = open_database(context.data_file, context.passphrase)
            try:
                store.clock = context.clock
                return caller_as(store, context.staff), store, additions(store), zone_of(store)
            except BaseException:
                store.close()
                raise

        def opened(found: tuple[Caller, Store, tuple[Code, ...], ZoneInfo]) -> None:
            caller, store, self.speech.additions, self.speech.zone = found
            self._opened = caller, store
            done()

        context.jobs.run(work, done=opened, failed=self.fail)

    @property
    def is_open(self) -> bool:
        """Whether the database can be asked."""
        return self._opened is not None

    @property
    def opened(self) -> tuple[Caller, Store] | None:
        """Who asks, and the open database."""
        return self._opened

    @property
    def staff(self) -> str | None:
        """The id of the signed-in person."""
        return self._opened[0].staff if self._opened else None

    def ask(self, work: Callable[[Caller, Store], T], done: Callable[[T], None]) -> None:
        """Let the worker find something out."""
        if self._opened:
            caller, store = self._opened
            self.context.jobs.run(lambda: work(caller, store), done=done, failed=self.fail)

    def do(self, work: Callable[[Caller, Store], T], done: Callable[[T], None]) -> None:
        """Let the worker write something; afterwards everybody who shows data hears of it."""

        def did(value: T) -> None:
            done(value)
            self.changed.emit()

        self.ask(work, did)

    def attempt(
        self, work: Callable[[Caller, Store], T], done: Callable[[T], None], refuse: Callable[[str], None]
    ) -> None:
        """Let the worker do something whose refusal, in words, belongs beside the fields."""
        if self._opened:
            caller, store = self._opened
            self.context.jobs.run(
                lambda: work(caller, store), done=done, failed=lambda error: self._tell(error, refuse)
            )

    def watch(
        self,
        work: Callable[[Caller, Store, Watch], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        progress: Callable[[int, int], None],
    ) -> None:
        """Let the worker do something long that tells how far it is."""
        if self._opened:
            caller, store = self._opened
            self.context.jobs.run_watched(
                lambda watch: work(caller, store, watch), done=done, failed=failed, progress=progress
            )

    def fail(self, error: BaseException) -> None:
        """Say what stood in the way; what nobody foresaw is raised, never swallowed."""
        self._tell(error, self.troubled.emit)

    def _tell(self, error: BaseException, say: Callable[[str], None]) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Trouble):
            raise error
        say(self.speech.sentence(error.code, error.facts))

    def close(self) -> None:
        """Close the database once the work under way has ended; the worker does it, nobody waits here."""
        if self._opened is not None:
            store, self._opened = self._opened[1], None
            self.context.jobs.run(store.close, done=lambda _none: None, failed=self.fail)
