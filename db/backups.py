"""Copies of a database that can take its place: whole, proved by reading, each with the key file that opens it."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

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

    Raises StoreTrouble `disk_full`, `folder_not_writable` or `backup_unsound`; nothing is left then.
    """
    folder = folder_of(store.path)
    target = folder / _STEM.format(stamp=stamp, reason=reason)
    part = folder / f".{target.name}.part"
    try:
        folder.mkdir(exist_ok=True)
        if os.name == "posix":
            folder.chmod(0o700)
    except OSError as error:
        raise file_trouble(error, target) from error
    try:
        _copy(store, part)
        shutil.copyfile(key_file_path(store.path), key_file_path(target))
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
    return Backup(target, stamp, reason, target.stat().st_size)


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
    moved: list[tuple[Path, Path]] = []
    try:
        for source, copy in ((backup, part), (key_file_path(backup), keys_part)):
            shutil.copyfile(source, copy)
            with copy.open("rb+") as stream:
                os.fsync(stream.fileno())
        if database.exists():
            _refuse_while_open(database, key)
        for name in (*(database.name + suffix for suffix in COMPANIONS), key_file_path(database).name):
            old = database.with_name(name)
            if old.exists():
                new = old.with_name(f"{old.name}.{aside}")
                old.replace(new)
                moved.append((old, new))
        keys_part.replace(key_file_path(database))
        part.replace(database)
        flush_folder(database.parent)
    except OSError as error:
        for old, new in moved:
            new.replace(old)
        raise file_trouble(error, database) from error
    finally:
        part.unlink(missing_ok=True)
        keys_part.unlink(missing_ok=True)
    return tuple(new for _, new in moved)


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
