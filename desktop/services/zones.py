"""The project's time zone, asked for by whoever reads or shows a time."""

from functools import lru_cache
from zoneinfo import ZoneInfo

from db import events
from db.store import Reader
from desktop.rules.times import zone_named


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return zone_named(name)


def zone_of(reader: Reader) -> ZoneInfo:
    """The project's zone."""
    return _zone(events.project(reader).time_zone)
