"""Long work beside the screen: one worker, in order, answers back on the screen's thread. The only file with threads.

A connection to the database belongs to the worker of the `Jobs` that opened it: `jobs.run(lambda: open_database(file),
done=...)` first, then every verb through the same `Jobs`. Writing and reading may each have a `Jobs` of their own.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")

Answered = Callable[[], None]
Failed = Callable[[BaseException], None]


class Cancelled(Exception):  # noqa: N818 - in the house's words
    """The person asked the work to stop; goes to `failed`."""


class Watch:
    """The worker's side of a long job: it tells how far it is and learns whether to go on. Safe in any thread."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._stop.is_set()

    def report(self, done: int, total: int) -> None:
        """Tell how much of the whole is done. Raises Cancelled when the person asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self._tell(done, total)


class Jobs(QObject):
    """Runs pieces of work one after the other; `work` touches no Qt object."""

    # Without payload: nothing of Qt's crosses the threads, so nobody disputes who deletes it.
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="jobs")
        self._answers: deque[Answered] = deque()
        self._open = 0
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether work is waiting, under way or not yet delivered."""
        return self._open > 0

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        """Do `work` on the worker, then call `done` with its value or `failed` with what it raised, on this thread.

        Where `done` or `failed` is a method of a Qt object that is gone by then, the answer is dropped.
        """
        self._open += 1
        self._worker.submit(work).add_done_callback(lambda future: self._post(_answer(future, done, failed), 1))

    def run_watched(
        self,
        work: Callable[[Watch], T],
        *,
        done: Callable[[T], None],
        failed: Failed,
        progress: Callable[[int, int], None],
    ) -> Watch:
        """Like `run`, for work that reports; the returned watch cancels it."""
        watch = Watch(lambda count, total: self._post(_call(progress, count, total), 0))
        self.run(lambda: work(watch), done=done, failed=failed)
        return watch

    def close(self) -> None:
        """Let the work under way end, drop what has not begun and every answer; afterwards nothing can be run."""
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._answers.clear()
        self._open = 0

    def _post(self, answer: Answered, ends: int) -> None:
        self._answers.append(_both(answer, lambda: self._end(ends)))
        self._arrived.emit()

    def _end(self, count: int) -> None:
        self._open -= count

    @Slot()
    def _deliver(self) -> None:
        while self._answers:
            self._answers.popleft()()


def _answer(future: Future[T], done: Callable[[T], None], failed: Failed) -> Answered:
    if future.cancelled():
        return _call(failed, Cancelled())
    error = future.exception()
    return _call(done, future.result()) if error is None else _call(failed, error)


def _call(target: Callable[..., None], *values: object) -> Answered:
    def answer() -> None:
        owner = getattr(target, "__self__", None)
        if not isinstance(owner, QObject) or isValid(owner):
            target(*values)

    return answer


def _both(first: Answered, then: Answered) -> Answered:
    def answer() -> None:
        # The count goes down first: an answer that raises must not leave the screen "busy" for ever.
        then()
        first()

    return answer
