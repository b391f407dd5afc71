"""Marks outside a database that tell whether it is still the one, and where it was, when it was last written.

A database that was copied to another machine, put back from an older file, or cloned with its folder would use numbers
of the journal that the other one uses too. So every commit leaves a mark (machine, place, writer, last number and its
hash) in the user's state folder, and every opening and closing leaves one beside the database, in `FILE.mark`. A mark
that disagrees, or none at all, means: go on as a new writer. That costs a row and a whole next package, nothing else.
"""

import hashlib
import os
import platform
import uuid
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from db import local

if TYPE_CHECKING:
    from db.store import Reader, Store, Transaction

_SUFFIX = ".mark"
# A mark is written over the one before it, so all are equally long.
_BYTES = 1_024
# Kept when entries of this very writer came from elsewhere: this database was behind, whatever its marks say.
BEHIND = "writer.behind"


class Mark(msgspec.Struct, frozen=True):
    """What stood last: `machine` and `place` are hashes, `seq` and `hash` the writer's last entry of the journal."""

    machine: str
    place: str
    writer: str
    seq: int
    hash: str


def beside(database: Path) -> Path:
    """Where the mark beside `database` lies."""
    return database.with_name(database.name + _SUFFIX)


def in_state(database: Path, state: Path) -> Path:
    """Where the mark of `database` lies in the user's state folder `state`."""
    return state / "marks" / place_of(database)[:32]


def place_of(database: Path) -> str:
    """A hash of where the database lies on this machine."""
    return hashlib.sha256(str(database.resolve()).encode()).hexdigest()


@lru_cache(maxsize=1)
def this_machine() -> str:
    """A hash of what tells this machine from others, as far as the system says."""
    told = ""
    for file in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            told = Path(file).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
        if told:
            break
    return hashlib.sha256(f"{told or uuid.getnode()}\x1f{platform.node()}".encode()).hexdigest()


class Marker:
    """The marks of one open database."""

    def __init__(self, database: Path, state: Path) -> None:
        self._place = place_of(database)
        self._files = (in_state(database, state), beside(database))
        self._handle: int | None = None

    def agrees(self, reader: "Reader", writer: str) -> bool:
        """Whether no mark says that this database is another one, elsewhere, or older than it was."""
        found = [mark for mark in map(_read, self._files) if mark]
        return bool(found) and all(self._fits(mark, reader, writer) for mark in found) and not is_behind(reader)

    def _fits(self, mark: Mark, reader: "Reader", writer: str) -> bool:
        if (mark.machine, mark.place, mark.writer) != (this_machine(), self._place, writer):
            return False
        return reader.one(
            "SELECT 1 FROM journal WHERE writer = :writer AND seq = :seq AND hash = :hash",
            writer=writer, seq=mark.seq, hash=mark.hash,
        ) is not None  # fmt: skip

    def note(self, writer: str, seq: int, entry: str) -> None:
        """Leave the mark of a commit in the state folder; what cannot be written there is left beside at the end."""
        content = self._content(writer, seq, entry)
        try:
            if self._handle is None:
                self._files[0].parent.mkdir(parents=True, exist_ok=True)
                self._handle = os.open(self._files[0], os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, content)
        except OSError:
            return

    def note_all(self, reader: "Reader", writer: str) -> None:
        """Leave both marks as the database stands now."""
        last = reader.one(
            "SELECT seq, hash FROM journal WHERE writer = :writer ORDER BY seq DESC, hash DESC LIMIT 1", writer=writer
        )
        if last is None:
            return
        self.note(writer, last[0], last[1])
        try:
            self._files[1].write_bytes(self._content(writer, last[0], last[1]))
        except OSError:
            return

    def _content(self, writer: str, seq: int, entry: str) -> bytes:
        mark = Mark(this_machine(), self._place, writer, seq, entry)
        return msgspec.json.encode(mark).ljust(_BYTES)

    def close(self) -> None:
        """Let the file go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _read(file: Path) -> Mark | None:
    """The mark in a file; None where there is none that can be read, which a crash may leave."""
    try:
        return msgspec.json.decode(file.read_bytes().rstrip(), type=Mark)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def forget(database: Path, state: Path) -> None:
    """Take the marks of `database` away: whoever opens it next goes on as a new writer."""
    for file in (in_state(database, state), beside(database)):
        file.unlink(missing_ok=True)


def note_behind(tx: "Transaction") -> None:
    """After a merge: remember it if entries of this very writer were among what came and were not here."""
    after = tx.arrived_after.get("journal")
    if after is not None and tx.one(
        "SELECT 1 FROM journal WHERE rowid > :after AND writer = :own LIMIT 1", after=after, own=tx.writer
    ):
        local.keep(tx, BEHIND, "1")


def is_behind(reader: "Reader") -> bool:
    """Whether entries of this writer came from elsewhere."""
    return local.kept(reader, BEHIND) is not None


def mark(store: "Store", state: Path) -> Marker:
    """Leave marks of `store` from now on, first of how it stands."""
    marker = Marker(store.path, state)
    marker.note_all(store, store.identity.writer)
    store.marker = marker
    return marker
