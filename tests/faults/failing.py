"""A disk that fails: once at the Nth call, or from then on until it is mended."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.faults.watching import (
    CANTOPEN,
    DELETE,
    FULL,
    IOERR_DELETE,
    IOERR_FSYNC,
    IOERR_READ,
    IOERR_TRUNCATE,
    IOERR_WRITE,
    OK,
    OPEN,
    READ,
    SYNC,
    TRUNCATE,
    WRITE,
)

# What SQLite is told when a call fails. A failed deletion of an empty log harms nobody and is not told to anybody.
BROKEN = {
    OPEN: CANTOPEN, READ: IOERR_READ, WRITE: IOERR_WRITE, TRUNCATE: IOERR_TRUNCATE, SYNC: IOERR_FSYNC,
    DELETE: IOERR_DELETE,
}  # fmt: skip
NO_ROOM = {WRITE: FULL, OPEN: CANTOPEN}


@dataclass(slots=True)
class Failing:
    """Counts the calls that `answers` names and lets the one at `at` fail, and with `lasts` all behind it."""

    answers: dict[str, int]
    lasts: bool = False
    at: int = 0
    calls: int = 0
    failed: int = 0

    def arm(self, at: int) -> None:
        """Count from now on."""
        self.at, self.calls, self.failed = at, 0, 0

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Neither fail nor count for a while."""
        at, self.at = self.at, 0
        try:
            yield
        finally:
            self.at = at

    def mend(self) -> None:
        """All is well from now on."""
        self.at = 0

    def before(self, call: str, _file: str, _place: int, _content: bytes) -> int:
        if call not in self.answers or not self.at:
            return OK
        self.calls += 1
        if self.calls == self.at or (self.lasts and self.calls > self.at):
            self.failed += 1
            return self.answers[call]
        return OK
