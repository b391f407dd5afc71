"""Asks the desk in the job worker, and puts a refusal into words."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from db.errors import Trouble
from desktop.host.wording import language_now
from desktop.jobs import Jobs
from desktop.rules.codes import worded
from resources.wording import wording

T = TypeVar("T")


class Asking(QObject):
    """One deed at a time is `alone`: pressing its key twice does it once. `refused` carries what happened and the
    next step; what is no refusal is a bug and rises."""

    refused = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._is_alone = False

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way at all."""
        return not self._jobs.is_busy

    def ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do `work` in the worker, then `then` with its answer here."""
        self._jobs.run(work, done=then, failed=self.explain)

    def ask_alone(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """The same, unless such a deed is under way."""
        if self._is_alone:
            return
        self._is_alone = True

        def done(answer: T) -> None:
            self._is_alone = False
            then(answer)

        self._jobs.run(work, done=done, failed=self.explain)

    def explain(self, error: BaseException) -> None:
        """Say why something was not done. Raises what is no Trouble."""
        self._is_alone = False
        if not isinstance(error, Trouble):
            raise error
        said = wording(error.code, worded(error.facts, language_now()), language_now())
        self.refused.emit(f"{said.message} · {said.next}")
