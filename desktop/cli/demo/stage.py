"""Where the demo plays: its folder, its clock, its devices, and the check that its account adds up."""

import shutil
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import msgspec

from db.errors import Refused
from db.files import write_durably
from db.store import Store, wall_clock_ms
from desktop.cli.session import Session
from desktop.rules.times import day_of, to_ms, zone_named
from desktop.services.opening import open_database

MARKER = "demo.json"
ZONE = zone_named("Asia/Shanghai")


def make_ready(folder: Path) -> None:
    """An empty folder with the marker in it; what an earlier demo left goes. Raises Refused `demo_folder_used`."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not _is_ours(folder / MARKER))):
        raise Refused("demo_folder_used", file=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.iterdir():
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        elif left.name != MARKER:
            left.unlink()
    # First of all, so that a demo broken off in the middle can be repeated in the same folder.
    write_durably(folder / MARKER, msgspec.json.encode({"qinting": "demo", "complete": False}))


def _is_ours(marker: Path) -> bool:
    try:
        return msgspec.json.decode(marker.read_bytes(), type=dict[str, object]).get("qinting") == "demo"
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def expect(what: str, expected: object, counted: object) -> None:
    """The demo's own account. Raises Refused `demo_differs` when the databases tell another story than was played."""
    if expected != counted:
        raise Refused("demo_differs", what=what, expected=str(expected), counted=str(counted))


class Clock:
    """The played time that all devices share, UTC milliseconds; it only moves forward."""

    def __init__(self, now_ms: int) -> None:
        self.now_ms = now_ms

    def reach(self, at_ms: int) -> None:
        """Move on to `at_ms`; a moment that has passed changes nothing."""
        self.now_ms = max(self.now_ms, at_ms)

    def behind(self, minutes: int) -> Callable[[], int]:
        """The clock of a device that is slow by so much."""
        return lambda: self.now_ms - minutes * 60_000


class Stage:
    """One run of the demo."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.folder = Path(session.args.folder)
        self.passphrase = session.passphrase
        self.random = Random(session.args.seed)
        self.today = day_of(wall_clock_ms(), ZONE)
        self.clock = Clock(self.at(14, days=-5))
        self.seconds: dict[str, float] = {}
        self._began = self._last = time.perf_counter()
        self._open = ExitStack()

    def at(self, hour: int, minute: float = 0, *, days: int = 0) -> int:
        """UTC ms of an hour of the day in the project's zone, `days` from today."""
        midnight = datetime(self.today.year, self.today.month, self.today.day, tzinfo=ZONE) + timedelta(days=days)
        return to_ms(midnight + timedelta(hours=hour, minutes=minute))

    def date(self, days: int) -> str:
        """The day so many days after the event, as the command line takes it."""
        return (self.today + timedelta(days=days)).isoformat()

    def path(self, name: str) -> Path:
        """A file or folder of the demo."""
        return self.folder / name

    def database(self, device: str) -> Path:
        """The database of a device."""
        return self.path(f"{device}.qinting-db")

    def opened(self, device: str) -> Store:
        """Open a device's database once more, on the played clock."""
        return self.keep(open_database(self.database(device), self.passphrase))

    def keep(self, store: Store, *, slow_minutes: int = 0) -> Store:
        """Put an open database on the played clock and close it at the end of the demo."""
        store.clock = self.clock.behind(slow_minutes)
        self._open.callback(store.close)
        return store

    def close(self) -> None:
        """Close whatever is open."""
        self._open.close()

    def tell(self, phase: str, zh: str, en: str) -> None:
        """Note how long the phase that ends here took, and say that it is done."""
        now = time.perf_counter()
        self.seconds[phase] = round(now - self._last, 1)
        self._last = now
        self.session.progress(f"{now - self._began:5.1f} 秒  {zh}", f"{now - self._began:5.1f} s  {en}")

    def total_seconds(self) -> float:
        """Seconds since the demo began."""
        return round(time.perf_counter() - self._began, 1)
