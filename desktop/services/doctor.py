"""Is this device well? The database, its copies, its clock beside those of others, and what still waits to be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from db import backups, erasure, history, journal, owners, sweeping
from db.devices import own_writer
from db.errors import Refused
from db.store import Reader
from desktop.rules.backups import moment_of
from desktop.rules.clocks import MINUTE_MS, TOLERANCE_MS, is_off, is_ours
from desktop.services.exchange.cards import known_devices
from desktop.services.registry import ANYONE, Caller, question
from desktop.services.verifying import verify_database

DAY_MS = 86_400_000
# What was written so far ahead of now was not written by a clock that goes right.
AHEAD_MS = DAY_MS
# A day's work without a copy is too much to lose.
OLD_COPY_MS = DAY_MS


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, with what to do about it; `is_grave` if data may be in danger."""

    trouble: Refused
    is_grave: bool = False


@question("doctor", roles=ANYONE)
def examine(caller: Caller, reader: Reader, *, database: Path, now: int) -> tuple[Finding, ...]:
    """Everything found wanting in `database` at the moment `now` (UTC ms), the grave things first."""
    found = (
        *_database(caller, reader), *_clocks(caller, reader, now), *_copies(database, now), *_waiting(reader, database)
    )  # fmt: skip
    return tuple(sorted(found, key=lambda one: not one.is_grave))


def _database(caller: Caller, reader: Reader) -> Iterator[Finding]:
    verified = verify_database(caller, reader)
    for words in verified.pages:
        yield Finding(Refused("doctor_pages", words=words), is_grave=True)
    if verified.breaks:
        first = verified.breaks[0]
        yield Finding(
            Refused("doctor_journal", count=len(verified.breaks), writer=first.writer, seq=first.seq), is_grave=True
        )


def _clocks(caller: Caller, reader: Reader, now: int) -> Iterator[Finding]:
    """A wrong clock spoils nothing: whoever saw a value still replaces it. But times are shown, so it is told."""
    devices = [one for one in known_devices(caller, reader) if not one.this and one.clock_ms is not None]
    offsets = [one.clock_ms for one in devices if one.clock_ms is not None]
    own = journal.last_moment(reader, own_writer(reader))
    if own > now + TOLERANCE_MS:
        yield Finding(Refused("doctor_clock_back", minutes=round((own - now) / MINUTE_MS)))
    elif is_ours(offsets):
        yield Finding(Refused("doctor_clock_here", minutes=round(abs(offsets[0]) / MINUTE_MS)))
    else:
        for one in devices:
            if is_off(one.clock_ms):
                minutes = round(abs(one.clock_ms or 0) / MINUTE_MS)
                yield Finding(Refused("doctor_clock_there", device=one.name, minutes=minutes))
    ahead = history.ahead_of(reader, now + AHEAD_MS)
    if ahead:
        yield Finding(Refused("doctor_ahead", count=ahead))


def _copies(database: Path, now: int) -> Iterator[Finding]:
    copies = backups.made(database)
    at = moment_of(copies[0].stamp) if copies else None
    if at is None:
        yield Finding(Refused("doctor_no_copy"))
    elif now - at > OLD_COPY_MS:
        yield Finding(Refused("doctor_old_copy", hours=round((now - at) / (60 * MINUTE_MS))))


def _waiting(reader: Reader, database: Path) -> Iterator[Finding]:
    if sweeping.is_waiting(reader):
        yield Finding(Refused("doctor_sweep", file=database.name))
    for client in erasure.joined_later(reader):
        yield Finding(Refused("doctor_joined_later", client=client))
    if torn := owners.twice(reader):
        yield Finding(Refused("doctor_two_owners", count=len(torn)))
