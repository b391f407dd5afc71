"""Wiring of the printing: what waits goes out by itself when its printer is back, and the page says how it stands.

The spooler may be slow or stuck, so it is asked on a worker and a connection of its own; the desk never waits for it.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from db.driver import DatabaseError, translate
from db.paper_jobs import OPEN, PaperJob
from db.store import Store
from desktop.jobs import Jobs
from desktop.office.desk import Desk
from desktop.office.pages.print_list import PrintList, facts_of
from desktop.office.window import OfficeWindow
from desktop.services.opening import caller_as, open_database
from desktop.services.papers import print_queue, print_rounds
from desktop.widgets.context import FaceContext

T = TypeVar("T")
# So often the printers are asked while anything is on its way.
ROUND_MS = 5_000
# So long a paper that came out stays on the page.
_LOOKED_AT_MS = 10 * 60_000


class PrintingFlow(QObject):
    """`begin` takes up what was left on its way when the program ended last; `close` ends after the round under way."""

    def __init__(self, desk: Desk, shown: PrintList, window: OfficeWindow) -> None:
        # Not of the window, which may be gone when the round under way is waited for.
        super().__init__(desk)
        self._desk, self._list, self._window = desk, shown, window
        self._jobs: Jobs | None = None
        self._spooler = _Spooler(desk.context)
        # How each stood when it was shown last; None before the first time: what was so already is no news.
        self._told: dict[str, PaperJob] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(ROUND_MS)
        self._clock.timeout.connect(self.go)
        shown.retry_wanted.connect(lambda job, queue: self._beside(partial(self._spooler.retry, job, queue)))
        shown.cancel_wanted.connect(lambda job: self._beside(partial(self._spooler.cancel, job)))

    @property
    def is_busy(self) -> bool:
        """Whether the spooler is being asked."""
        return self._jobs is not None and self._jobs.is_busy

    def begin(self) -> None:
        """The database is open."""
        self.look()

    def look(self) -> None:
        """Show how everything stands, and go on asking while anything is on its way."""
        self._desk.ask(print_queue.jobs, self._show)

    def go(self) -> None:
        """Hand over what waits and ask after what was handed over, unless that is being done."""
        if not self.is_busy:
            self._beside(self._spooler.go_round)

    def close(self) -> None:
        """End after the round under way."""
        self._clock.stop()
        if self._jobs is not None:
            self._jobs.close()
            self._jobs = None
        self._spooler.close()

    def _beside(self, work: Callable[[], T]) -> None:
        if self._desk.is_open:
            self._jobs = self._jobs or Jobs(self)
            self._jobs.run(work, done=lambda _value: self.look(), failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        self.look()
        if isinstance(error, DatabaseError):
            error = translate(error, self._desk.context.data_file)
        self._desk.fail(error)

    def _show(self, jobs: tuple[PaperJob, ...]) -> None:
        now = self._desk.context.clock()
        self._list.show_jobs(tuple(one for one in jobs if _is_of_interest(one, now)))
        before, self._told = self._told, {one.id: one for one in jobs}
        for job in jobs:
            if before is not None:
                self._tell(job, before.get(job.id))
        if not any(one.state in OPEN for one in jobs):
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()
            if before is None:
                self.go()

    def _tell(self, job: PaperJob, before: PaperJob | None) -> None:
        """Say what is new about a paper: that it waits, that it goes out after all, that it did not come out."""
        was = (before.state, before.trouble) if before else ("", "")
        if (job.state, job.trouble) == was:
            return
        if job.state == "waiting" and job.trouble:
            why = self._list.why(job).rstrip("。. ")
            said = self.tr("{why}. The paper waits and goes out by itself.").replace("{why}", why)
            self._window.notice.warn(said)
        elif job.state == "failed" or (job.state == "cancelled" and job.trouble):
            self._window.notice.warn(self._desk.speech.sentence(job.trouble, facts_of(job)))
        elif was[0] == "waiting" and was[1] and job.state in ("sent", "printing", "done"):
            said = self.tr("{printer} is back: {paper} is being printed").replace("{printer}", job.queue)
            self._window.notice.tell(said.replace("{paper}", job.name))


def _is_of_interest(job: PaperJob, now: int) -> bool:
    """Whether a job is on its way, wants a decision, or has just ended."""
    return job.state in (*OPEN, "failed") or now - job.changed_at < _LOOKED_AT_MS


class _Spooler:
    """The worker's side: a connection of its own, opened when it is needed first."""

    def __init__(self, context: FaceContext) -> None:
        self._context = context
        self._store: Store | None = None

    def go_round(self) -> None:
        """Go round once."""
        print_rounds.go_round(self._opened())

    def retry(self, job: str, queue: str) -> None:
        """Print a job anew."""
        store = self._opened()
        print_queue.retry(caller_as(store, self._context.staff), store, job=job, queue=queue)

    def cancel(self, job: str) -> None:
        """Take a job back."""
        store = self._opened()
        print_queue.cancel(caller_as(store, self._context.staff), store, job=job)

    def close(self) -> None:
        """Close the connection, once the worker has ended."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> Store:
        if self._store is None:
            self._store = open_database(self._context.data_file, self._context.passphrase)
            self._store.clock = self._context.clock
        return self._store
