"""Whether a clock here or there goes wrong: it spoils nothing, but times are shown, so it is told."""

from dataclasses import dataclass

from db import clocks
from db.devices import own_writer
from db.records import Device
from db.store import Reader
from desktop.rules.clocks import MINUTE_MS, is_off, is_ours, offset_ms
from desktop.services.registry import ANYONE, Caller, question


@dataclass(frozen=True, slots=True)
class WrongClock:
    """A clock that is `minutes` from the others; `device` is its name, "" for this one."""

    device: str
    minutes: int


@question("device.clock", roles=ANYONE)
def wrong_clock(_caller: Caller, reader: Reader) -> WrongClock | None:
    """This device's clock, if all others are off by the same, else the one that is farthest off; None for none."""
    own, offsets = own_writer(reader), dict[str, int]()
    for device in reader.records(Device, "WHERE deleted = 0 ORDER BY id"):
        known = clocks.bounds(reader, device.id)
        offset = offset_ms(known.least, known.most)
        if device.id != own and offset is not None:
            offsets[device.name] = offset
    if is_ours(offsets.values()):
        return WrongClock("", _minutes(next(iter(offsets.values()))))
    name = max(offsets, key=lambda one: abs(offsets[one]), default=None)
    return WrongClock(name, _minutes(offsets[name])) if name and is_off(offsets[name]) else None


def _minutes(offset: int) -> int:
    return round(abs(offset) / MINUTE_MS)
