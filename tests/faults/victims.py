"""Processes that do a part of the day and are killed in the middle of it.

`python -m tests.faults.victims` loads the program once and makes a child for every job it reads: a child costs a few
milliseconds, so thousands can be killed. A child dies by SIGKILL, sent from outside at a moment or by itself at the
Nth call to the files; the database is keyed or plain, opened by the program, on a real file.
"""

import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop.services.keeping import backups
from desktop.services.opening import found_project
from tests.faults.day import WORK, Day, cheap_stretching, key_at_hand, later_program, seeded, ticking
from tests.faults.watching import OK, watched

ROOT = Path(__file__).parents[2]
# Calls of Python itself to the files, beside those of SQLite: what an export, a backup and a founding are made of.
FILE_EVENTS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.truncate", "os.chmod", "shutil.copyfile"})


@dataclass(frozen=True, slots=True)
class Job:
    """What a child does: a part of the day, the files, the seed of its ids; `at_call` 0 is never."""

    work: str
    database: str
    key: str
    event: str
    tokens: tuple[str, ...]
    package: str
    seed: int
    at_call: int = 0

    @property
    def day(self) -> Day:
        key = bytes.fromhex(self.key) or None
        return Day(Path(self.database), key, self.event, tuple(self.tokens), Path(self.package))


def job_of(work: str, day: Day, *, seed: int, at_call: int = 0) -> Job:
    return Job(
        work, str(day.database), (day.key or b"").hex(), day.event, day.tokens, str(day.package), seed, at_call
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Killed:
    """What is known of a child: how many steps it had confirmed, how it ended, how many calls it had made."""

    confirmed: int
    status: int
    calls: int

    @property
    def was_killed(self) -> bool:
        return os.WIFSIGNALED(self.status) and os.WTERMSIG(self.status) == signal.SIGKILL


class Victims:
    """The parent's end: one job at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)}, encoding="utf-8",
        )  # fmt: skip
        assert self._process.stdout
        assert self._process.stdout.readline() == "ready\n"

    def run(self, job: Job, *, kill_after_s: float | None = None) -> Killed:
        """Let a child do `job`; kill it after so long unless it has ended or died by then."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asdict(job)) + "\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        if kill_after_s is not None:
            time.sleep(kill_after_s)
            # Its parent does not take note of its end before it is told to, so the number is still the child's.
            os.kill(child, signal.SIGKILL)
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        confirmed = calls = 0
        for line in self._process.stdout:
            told = json.loads(line)
            confirmed = max(confirmed, told.get("confirmed", 0))
            calls = told.get("calls", calls)
            if "ended" in told:
                return Killed(confirmed, told["ended"], calls)
        raise AssertionError("the victims' parent ended")

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        assert self._process.wait(timeout=60) == 0


@contextmanager
def victims() -> Iterator[Victims]:
    """A parent of victims for as long as it is needed."""
    made = Victims()
    try:
        yield made
    finally:
        made.close()


# -- the children's side -----------------------------------------------------------------------------------------------


class Countdown:
    """Dies at the Nth call to the files, before it or, of a write, in the middle of what the program does."""

    def __init__(self, at_call: int) -> None:
        self.calls = 0
        self._at_call = at_call

    def before(self, call: str, file: str, place: int, content: bytes) -> int:
        self.count()
        return OK

    def audit(self, event: str, _arguments: Any) -> None:
        if event in FILE_EVENTS:
            self.count()

    def count(self) -> None:
        self.calls += 1
        if self.calls == self._at_call:
            os.kill(os.getpid(), signal.SIGKILL)


def tell(**told: int) -> None:
    """One line in one write: it arrives whole or not at all, also from somebody who is killed."""
    os.write(1, (json.dumps(told) + "\n").encode())


def do(job: Job) -> None:
    """Do the job, and confirm each step as the program does: after it is done."""
    countdown = Countdown(job.at_call)
    sys.addaudithook(countdown.audit)
    with watched(countdown), seeded(job.seed):
        if job.work in WHOLE:
            WHOLE[job.work](job.day)
            tell(confirmed=1)
        else:
            with job.day.open() as store:
                ticking(store)
                for number, step in enumerate(WORK[job.work](job.day), start=1):
                    step(store)
                    tell(confirmed=number)
    tell(calls=countdown.calls)


def migrate(day: Day) -> None:
    """A later program opens the database for the first time."""
    with later_program():
        day.open_up_to_date().close()


def found(day: Day) -> None:
    """A project is founded where nothing is."""
    # Stretching a passphrase costs half a second and touches no file.
    with cheap_stretching():
        found_project(
            day.database, name="青禾里", mark=None, device_name=None, passphrase="口令" if day.key else None
        ).close()  # fmt: skip


def restore(day: Day) -> None:
    """The newest copy takes the database's place."""
    with key_at_hand(day.key):
        backups.restore(day.database, backups.listed(day.database)[0].path, passphrase=None)


# What opens its database itself, in one step.
WHOLE: dict[str, Callable[[Day], None]] = {"migration": migrate, "founding": found, "restore": restore}


def serve(work: Callable[[Job], None]) -> None:
    """Read jobs from stdin, make a child for each, and tell of its end when asked."""
    os.write(1, b"ready\n")
    while line := sys.stdin.readline():
        job = Job(**json.loads(line))
        child = os.fork()
        if child == 0:
            status = 1
            try:
                work(job)
                status = 0
            except BaseException:  # noqa: BLE001 - whatever it was, the child must not go on as its parent
                traceback.print_exc()
            finally:
                os._exit(status)
        os.write(1, f"{child}\n".encode())
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        tell(ended=status)


if __name__ == "__main__":
    serve(do)
