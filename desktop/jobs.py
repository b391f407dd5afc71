"""Long work beside the screen: one worker, in order, answers back on the screen's thread.

The windows' only file with threads; besides it there is the one of the backups, in keeper.py, which knows no window.

A connection to the database belongs to the worker of the `Jobs` that opened it: `jobs.run(lambda: open_database(file),
done=...)` first, then every verb through the same `Jobs`. Writing and reading may each have a `Jobs` of their own.
"""

import gc
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import count
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")

# How long one thread may keep Python to itself while another waits for it; Python's own 5 ms add up in a paint.
TURN_S = 0.001
# How often a window tidies up itself, from how many new objects on, and how often it looks at all of them.
TIDY_EVERY_MS, TIDY_FROM, ALL_EVERY = 1_000, 5_000, 60

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
    # Of all that there are.
    _under_way = 0
    tidied_by_hand = False

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

        Where `done` or `failed` belongs to a Qt object that is gone by then, the answer is dropped.
        """
        self._count(1)
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

    def in_turns(self, deeds: Iterable[Callable[[], None]]) -> None:
        """Do these one after the other on this thread, keys and paints in between; busy until the last is done.

        For what shows a large answer in many places: at one go the person's keys would wait for all of it.
        """
        self._count(1)
        self._turn(deque(deeds))

    def _turn(self, left: deque[Callable[[], None]]) -> None:
        if not self._open:
            # Closed meanwhile: nobody looks any more.
            return
        try:
            if left:
                left.popleft()()
        finally:
            if left:
                QTimer.singleShot(0, self, partial(self._turn, left))
            else:
                self._count(-1)

    def close(self) -> None:
        """Let the work under way end, drop what has not begun and every answer; afterwards nothing can be run."""
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._answers.clear()
        self._count(-self._open)

    def _post(self, answer: Answered, ends: int) -> None:
        self._answers.append(_both(answer, lambda: self._end(ends)))
        self._arrived.emit()

    def _end(self, count: int) -> None:
        self._count(-count)

    def _count(self, change: int) -> None:
        """Note work begun and ended; while any is under way, nobody collects garbage.

        Python collects in whichever thread happens to allocate, and a window's part that the worker destroys takes
        the program with it.
        """
        self._open += change
        Jobs._under_way += change
        if Jobs._under_way:
            gc.disable()
        elif not Jobs.tidied_by_hand:
            gc.enable()

    @Slot()
    def _deliver(self) -> None:
        while self._answers:
            self._answers.popleft()()


def keep_window_quick(jobs: Jobs) -> None:
    """Call once when the window stands: garbage is collected by the screen's thread, while no work is under way.

    By itself Python collects in any thread and stops all of them for it: during a long import a tenth of a second and
    more, and in the thread of the backups it would destroy parts of windows, which ends the program.
    """
    sys.setswitchinterval(TURN_S)
    Jobs.tidied_by_hand = True
    gc.disable()
    gc.collect()
    # What was loaded so far stays to the end: no collection need look at it again.
    gc.freeze()
    timer = QTimer(jobs)
    timer.setInterval(TIDY_EVERY_MS)
    rounds = count(1)
    timer.timeout.connect(lambda: None if jobs.is_busy else _tidy(next(rounds)))
    timer.start()


def _tidy(number: int) -> None:
    if number % ALL_EVERY == 0:
        gc.collect()
    elif gc.get_count()[0] >= TIDY_FROM:
        gc.collect(1)


def _answer(future: Future[T], done: Callable[[T], None], failed: Failed) -> Answered:
    if future.cancelled():
        return _call(failed, Cancelled())
    error = future.exception()
    return _call(done, future.result()) if error is None else _call(failed, error)


def _call(target: Callable[..., None], *values: object) -> Answered:
    def answer() -> None:
        if all(isValid(owner) for owner in _owners(target)):
            target(*values)

    return answer


def _owners(target: Callable[..., None]) -> list[QObject]:
    """The Qt objects that an answer is for: the one whose method it is, or within whose method it was made."""
    code = getattr(target, "__code__", None)
    names = code.co_freevars if code else ()
    cells = dict(zip(names, getattr(target, "__closure__", None) or (), strict=False))
    found = [getattr(target, "__self__", None), cells["self"].cell_contents if "self" in cells else None]
    return [one for one in found if isinstance(one, QObject)]


def _both(first: Answered, then: Answered) -> Answered:
    def answer() -> None:
        # The count goes down first: an answer that raises must not leave the screen "busy" for ever.
        then()
        first()

    return answer
