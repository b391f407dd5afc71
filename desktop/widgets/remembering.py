"""What was said before, asked while somebody types: a worker and a connection of its own, so that no saving waits."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from db.store import Reader, Store
from desktop.jobs import Jobs
from desktop.services.likeness import similar
from desktop.services.likeness.similar import Alike
from desktop.services.opening import open_reader
from desktop.services.registry import Caller

if TYPE_CHECKING:
    from desktop.likeness.memory import Memory

# Vectors are made once the window has come to rest, and looked after so often.
BEGIN_MS, LOOK_MS = 8_000, 15_000
# How often to ask again whether the person has come to rest.
REST_MS = 250

T = TypeVar("T")
Found = Callable[[tuple[Alike, ...]], None]


class Remembering(QObject):
    """`begin` after the database was opened; `find` asks, only the latest question is answered. What goes wrong here is
    silence: nobody's work hangs on it."""

    def __init__(self, jobs: Jobs, parent: QObject, *, is_quiet: Callable[[], bool] = lambda: True) -> None:
        """`is_quiet` says that nobody is typing: what computes takes seconds to load, and takes them from the writing
        of what is typed, so that it waits for a rest. Once loaded it is quick."""
        super().__init__(parent)
        self._is_quiet, self._is_warm = is_quiet, False
        self._waiting: tuple[str, Collection[str], Found] | None = None
        self._rest = QTimer(self)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)
        self._main = jobs
        self._jobs = Jobs(self)
        self._work: _Work | None = None
        self._asked = 0
        self._is_making = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.look)

    @property
    def is_busy(self) -> bool:
        """Whether something is being compared or made ready."""
        return self._jobs.is_busy or self._waiting is not None

    def begin(self, caller: Caller, store: Store) -> None:
        """Use this open database from now on; only its path and key are used here."""
        self._work = _Work(caller, store)
        self._clock.start(BEGIN_MS)

    def find(self, words: str, besides: Collection[str], found: Found) -> None:
        """Find what is like these words; `found` is told unless something newer was asked by then."""
        work = self._work
        if work is None:
            return
        if not self._is_warm:
            self._waiting = (words, besides, found)
            self._rest.start()
            return
        self._asked += 1
        number = self._asked

        def done(answer: tuple[Alike, ...]) -> None:
            if number == self._asked:
                found(answer)

        # Questions that a newer one has overtaken are not worth an answer.
        self._jobs.run(lambda: work.similar(words, besides) if number == self._asked else (), done=done, failed=_ignore)

    def ask(
        self, work: Callable[[Caller, Reader], T], done: Callable[[T], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Let the worker find out something else that takes long, from the same database."""
        mine = self._work
        if mine is not None:
            self._jobs.run(lambda: mine.ask(work), done=done, failed=failed)

    def look(self) -> None:
        """Make the vectors that are missing, a few at a time; then look again later."""
        work = self._work
        if work is None or self._is_making:
            return
        if not self._is_warm:
            self._rest.start()
            return
        self._is_making = True
        self._jobs.run(work.make, done=self._made, failed=self._not_made)

    def _rested(self) -> None:
        """Load what computes as soon as nobody types, then answer what was asked meanwhile."""
        work = self._work
        if work is None or not self._is_quiet():
            return
        self._rest.stop()
        self._jobs.run(work.warm, done=self._warmed, failed=self._not_warmed)

    def _warmed(self, _nothing: None) -> None:
        self._is_warm = True
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.find(*waiting)
        if not self._clock.isActive():
            self.look()

    def _not_warmed(self, _error: BaseException) -> None:
        # The next question, or the next look, tries again.
        self._waiting = None
        self._clock.start(LOOK_MS)

    def _made(self, vectors: tuple[tuple[str, bytes], ...]) -> None:
        self._is_making = False
        work = self._work
        if work is None or not vectors:
            self._clock.start(LOOK_MS)
            return
        self._main.run(lambda: work.keep(vectors), done=lambda _none: self.look(), failed=self._not_made)

    def _not_made(self, _error: BaseException) -> None:
        self._is_making = False
        self._clock.start(LOOK_MS)

    def close(self) -> None:
        """Let go of the database; waits for what is under way, which is short."""
        work, self._work = self._work, None
        self._waiting = None
        self._clock.stop()
        self._rest.stop()
        self._jobs.close()
        if work is not None:
            work.close()


class _Work:
    """The worker's side: a reading connection and the memory, both made when they are first needed.

    What computes is loaded then too: no window starts later for it.
    """

    def __init__(self, caller: Caller, store: Store) -> None:
        self._caller, self._store = caller, store
        self._reader: Reader | None = None
        self._memory: Memory | None = None
        self._mark: tuple[int, int, int] | None = None

    def warm(self) -> None:
        """In the worker of its own: load everything that a question needs, by asking one."""
        self.similar("卫生间地面", ())

    def similar(self, words: str, besides: Collection[str]) -> tuple[Alike, ...]:
        """In the worker of its own."""
        from desktop.services.likeness import keeping

        reader = self._opened()
        mark = keeping.mark(reader)
        if self._memory is None or mark != self._mark:
            self._memory, self._mark = keeping.remember(self._caller, reader), mark
        return similar.similar(self._caller, reader, memory=self._memory, words=words, besides=besides)

    def ask(self, work: Callable[[Caller, Reader], T]) -> T:
        """In the worker of its own."""
        return work(self._caller, self._opened())

    def make(self) -> tuple[tuple[str, bytes], ...]:
        """In the worker of its own: vectors of the next concerns that have none."""
        from desktop.services.likeness import keeping

        return keeping.vectors_for(keeping.missing(self._caller, self._opened()))

    def keep(self, vectors: tuple[tuple[str, bytes], ...]) -> None:
        """In the worker that writes."""
        from desktop.services.likeness import keeping

        keeping.keep(self._caller, self._store, vectors=vectors)

    def close(self) -> None:
        """Once the worker has ended."""
        self._memory = None
        if self._reader is not None:
            self._reader.connection.close()

    def _opened(self) -> Reader:
        if self._reader is None:
            self._reader = open_reader(self._store)
        return self._reader


def _ignore(_answer: object) -> None:
    pass
