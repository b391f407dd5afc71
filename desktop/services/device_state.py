"""How this device stands, for whoever sets it up at the door: its disk, its clock, its last exchange, its version."""

import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from db import packages
from db.store import Reader
from desktop.rules.clocks import is_off, is_ours
from desktop.services.exchange.cards import known_devices
from desktop.services.registry import ANYONE, Caller, question

# A day of check-ins takes a hundredth of this; the copies of the database take the rest.
LITTLE_BYTES: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class DeviceState:
    """What can be asked of disk and database.

    `clock_ms` is how far this device's clock is ahead (behind: negative) of the device that differs most, None where
    no exchange has compared them yet; `is_clock_ours` says that several others agree against it. `exchanged_at` is when
    the last package came in or went out (UTC ms), None for never.
    """

    free_bytes: int
    clock_ms: int | None
    is_clock_ours: bool
    exchanged_at: int | None
    version: str

    @property
    def has_room(self) -> bool:
        """Whether the disk has room for the day."""
        return self.free_bytes >= LITTLE_BYTES

    @property
    def is_clock_off(self) -> bool:
        """Whether the clock is worth a word."""
        return is_off(self.clock_ms)


@question("device.state", roles=ANYONE)
def state(caller: Caller, reader: Reader, *, database: Path) -> DeviceState:
    """How the device of `database` stands. OSError where its disk does not answer."""
    offsets = [one.clock_ms for one in known_devices(caller, reader) if not one.this and one.clock_ms is not None]
    furthest = max(offsets, key=abs, default=None)
    return DeviceState(
        shutil.disk_usage(database.parent).free,
        None if furthest is None else -furthest,
        is_ours(offsets),
        packages.last_exchange(reader),
        program_version(),
    )


def program_version() -> str:
    """The version of this program; "" where it runs without having been installed."""
    try:
        return version("qinting")
    except PackageNotFoundError:
        return ""
