"""Copies of a database that can take its place: whole, proved by reading, each with the key file that opens it."""

import contextlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from db import blobs
from db.checks import page_faults
from db.driver import Connection, DatabaseError, connect, translate
from db.errors import Refused, StoreTrouble
from db.exchange.blocks import TABLES
from db.files import file_trouble, flush_folder, write_durably
from db.store import Store
from db.vault.key_file import key_file_path

# Beside a database: what SQLite may keep with it.
COMPANIONS = ("", "-wal", "-shm")
_POSITION = "position"
# No copy is without a write for so long while it is being made.
_DEAD_AFTER_S = 600
_STEM = "{stamp}-{reason}.db"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: when it was made (the text of its name, UTC), why, and its size."""

    path: Path
    stamp: str
    reason: str
    size_bytes: int


def folder_of(database: Path) -> Path:
    """Where the copies of `database` lie."""
    return database.with_name(database.name + ".backups")


def made(database: Path) -> tuple[Backup, ...]:
    """Every copy, the newest first; unfinished ones begin with a dot and are none."""
    try:
        found = [path for path in folder_of(database).iterdir() if path.suffix == ".db" and path.name[0] != "."]
    except OSError:
        return ()
    parts = ((path, *path.stem.partition("-")) for path in sorted(found, reverse=True))
    return tuple(Backup(path, stamp, reason, path.stat().st_size) for path, stamp, _, reason in parts)


def make(store: Store, *, stamp: str, reason: str) -> Backup:
    """Copy the open database; the copy is keyed like it and stands only after it was read through and counted.

    The files of attachments are kept beside the copies, each once. Raises StoreTrouble `disk_full`,
    `folder_not_writable` or `backup_unsound`; no copy is left then, unless only the files found no room.
    """
    folder = folder_of(store.path)
    target = folder / _STEM.format(stamp=stamp, reason=reason)
    part = folder / f".{target.name}.part"
    try:
        folder.mkdir(exist_ok=True)
        if os.name == "posix":
            folder.chmod(0o700)
        _clear_unfinished(folder)
    except OSError as error:
        raise file_trouble(error, target) from error
    try:
        _copy(store, part)
        write_durably(key_file_path(target), key_file_path(store.path).read_bytes())
        if os.name == "posix":
            key_file_path(target).chmod(0o600)
        part.replace(target)
        flush_folder(folder)
    except OSError as error:
        raise file_trouble(error, target) from error
    except DatabaseError as error:
        raise translate(error, target) from error
    finally:
        for suffix in COMPANIONS:
            part.with_name(part.name + suffix).unlink(missing_ok=True)
        if not target.exists():
            key_file_path(target).unlink(missing_ok=True)
    # The rows stand before the pictures: a disk that fills up now loses no word.
    blobs.share(blobs.folder_of(store.path), blobs.folder_of_copies(store.path))
    return Backup(target, stamp, reason, target.stat().st_size)


def bring_files(database: Path, backup: Path) -> int:
    """Put files of attachments that lie beside a copy, and not beside `database`, back; returns how many.

    Raises StoreTrouble when the disk refuses.
    """
    return blobs.share(backup.parent / "blobs", blobs.folder_of(database))


def _clear_unfinished(folder: Path) -> None:
    """Delete what copies left that were cut off: each is as large as the database."""
    for path in folder.glob(".*"):
        # Another program may be clearing away the same ones.
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - _DEAD_AFTER_S:
                path.unlink()


def _copy(store: Store, part: Path) -> None:
    source, copy = connect(store.path, store.key, read_only=True), connect(part, store.key)
    try:
        # What is counted is what is copied, whoever writes meanwhile.
        source.execute("BEGIN")
        before = _counts(source)
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if page_faults(copy) or _counts(copy) != before:
            raise StoreTrouble("backup_unsound", file=str(part))
    finally:
        copy.close()
        source.close()
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())


def _counts(connection: Connection) -> dict[str, int]:
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0] for table in TABLES}  # noqa: S608


def note_position(database: Path, seq: int) -> None:
    """Remember, beside the copies, up to which journal number of this device the newest of them reaches."""
    write_durably(folder_of(database) / _POSITION, str(seq).encode())


def position(database: Path) -> int | None:
    """The number that `note_position` left, None when there is none."""
    try:
        return int((folder_of(database) / _POSITION).read_bytes())
    except (OSError, ValueError):
        return None


def remove(backup: Backup) -> None:
    """Delete a copy that newer ones have replaced."""
    backup.path.unlink(missing_ok=True)
    key_file_path(backup.path).unlink(missing_ok=True)


def put_back(database: Path, backup: Path, *, aside: str, key: bytes | None) -> tuple[Path, ...]:
    """Let a copy take the place of `database`; what stood there is kept beside it under names ending in `aside`.

    `key` opens what stands there now, to see that nobody works in it. Returns the files set aside. Raises Refused
    `database_in_use`, StoreTrouble `disk_full` or `folder_not_writable`; then the database is as it was.
    """
    part = database.with_name(f".{database.name}.restored")
    keys_part = database.with_name(f".{database.name}.restored.keys")
    kept: list[tuple[Path, Path]] = []
    try:
        for source, copy in ((backup, part), (key_file_path(backup), keys_part)):
            _copy_durably(source, copy)
        if database.exists():
            _refuse_while_open(database, key)
        # At every moment of this there is a database under the name, the old one or the copy; a log that could not
        # be folded into a damaged file would spoil the copy, so it goes first.
        for suffix in ("-wal", "-shm"):
            _set_aside(database.with_name(database.name + suffix), aside, kept, is_moved=True)
        for old in (database, key_file_path(database)):
            _set_aside(old, aside, kept, is_moved=False)
        flush_folder(database.parent)
        keys_part.replace(key_file_path(database))
        part.replace(database)
        flush_folder(database.parent)
    except OSError as error:
        for old, new in kept:
            new.replace(old)
        raise file_trouble(error, database) from error
    finally:
        for name in (database.name, key_file_path(database).name):
            database.with_name(f".{name}.aside").unlink(missing_ok=True)
        part.unlink(missing_ok=True)
        keys_part.unlink(missing_ok=True)
    return tuple(new for _, new in kept)


def _set_aside(old: Path, aside: str, kept: list[tuple[Path, Path]], *, is_moved: bool) -> None:
    """Keep a copy of a file under another name, or with `is_moved` the file itself; notes (old, new) in `kept`."""
    if not old.exists():
        return
    new = old.with_name(f"{old.name}.{aside}")
    if is_moved:
        old.replace(new)
    else:
        # Not a second name for the same file: SQLite would not know that it is one.
        half = old.with_name(f".{old.name}.aside")
        _copy_durably(old, half)
        half.replace(new)
    kept.append((old, new))


def _copy_durably(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as stream:
        os.fsync(stream.fileno())


def _refuse_while_open(database: Path, key: bytes | None) -> None:
    """A log cannot be folded into its file while another program has the database open."""
    try:
        connection = connect(database, key)
    except StoreTrouble as trouble:
        if trouble.code == "database_busy":
            raise Refused("database_in_use", file=str(database)) from trouble
        # A damaged file is what restoring is for.
        return
    try:
        connection.execute("PRAGMA busy_timeout = 500")
        connection.execute("PRAGMA journal_mode = DELETE")
    except DatabaseError as error:
        if translate(error, database).code == "database_busy":
            raise Refused("database_in_use", file=str(database)) from error
    finally:
        connection.close()
