"""Which copies of a database are kept: many of today, fewer of this month, one of each older week."""

from collections.abc import Iterable
from datetime import UTC, datetime

STAMP = "%Y%m%dT%H%M%SZ"
# The newest ones all: the copy from before a bad merge may be ten minutes old.
NEWEST, HOURS, DAYS, WEEKS = 8, 24, 14, 8
# Work of at most this long is lost when a disk dies.
EVERY_MS = 15 * 60 * 1000


def stamp_of(at_ms: int) -> str:
    """The moment as a copy's name carries it, UTC to the second."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).strftime(STAMP)


def moment_of(stamp: str) -> int | None:
    """UTC milliseconds of a copy's name; None for a name that is none of ours."""
    try:
        return int(datetime.strptime(stamp, STAMP).replace(tzinfo=UTC).timestamp() * 1000)
    except ValueError:
        return None


def kept(stamps: Iterable[str]) -> frozenset[str]:
    """The stamps to keep: the eight newest, and one of each of the last 24 hours, 14 days and 8 weeks that have any.

    Hours without a copy do not count, so a computer that was switched off for a month loses nothing for it.
    """
    ordered = sorted(stamps, reverse=True)
    keep = set(ordered[:NEWEST])
    for form, most in (("%Y%m%d%H", HOURS), ("%Y%m%d", DAYS), ("%G%V", WEEKS)):
        newest: dict[str, str] = {}
        for stamp in ordered:
            at_ms = moment_of(stamp)
            if at_ms is None:
                keep.add(stamp)
                continue
            newest.setdefault(datetime.fromtimestamp(at_ms / 1000, UTC).strftime(form), stamp)
        keep.update(sorted(newest.values(), reverse=True)[:most])
    return frozenset(keep)


def is_due(last_stamp: str | None, now_ms: int) -> bool:
    """Whether the newest copy is too old to rely on; a clock that was turned back does not stop the copies."""
    last_ms = moment_of(last_stamp) if last_stamp else None
    return last_ms is None or not 0 <= now_ms - last_ms < EVERY_MS
