"""Founding a database and opening one; a database that cannot be opened is refused, never replaced by an empty one."""

import os
import re
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from db import local, marker, migrations, paper_jobs
from db.driver import PLAIN_MAGIC, Connection, DatabaseError, connect, translate
from db.errors import Refused, StoreTrouble
from db.exchange import beyond
from db.exchange.blocks import forget_exports
from db.files import file_trouble, flush_folder
from db.ids import new_id
from db.records import ADDED_LATER, Device, Project, Record
from db.store import Reader, Store, wall_clock_ms
from db.vault import device_keys, key_file

# Nobody founds a database for so long.
_DEAD_AFTER_S = 600
# Beside a database: what SQLite may keep with it.
_COMPANIONS = ("", "-wal", "-shm", "-journal")


def found_project(
    path: Path,
    *,
    name: str,
    mark: str,
    device_name: str,
    role: str = "office",
    passphrase: str | None = None,
    time_zone: str = "Asia/Shanghai",
    company: str | None = None,
    service_line: str | None = None,
) -> Store:
    """Make the first database of a project. Raises Refused `database_exists`, StoreTrouble if it cannot be written."""
    now = wall_clock_ms()
    project = Project(
        id=new_id(now),
        created_at=now,
        name=name,
        mark=mark,
        time_zone=time_zone,
        company=company,
        service_line=service_line,
    )
    return found_device(
        path, project=project, device_name=device_name, role=role, passphrase=passphrase, exchange=None, rows=()
    )


def found_device(
    path: Path,
    *,
    project: Project,
    device_name: str,
    role: str,
    passphrase: str | None,
    exchange: str | None,
    rows: Iterable[Record],
) -> Store:
    """Make a database for one more device of `project`, holding `rows` (staff, events, codes of a card)."""
    _end_interrupted(path)
    if path.exists() or key_file.key_file_path(path).exists():
        raise Refused("database_exists", file=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_trouble(error, path) from error
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        keys = key_file.found(fresh, passphrase)
        _build(fresh, keys.key, project, device_name, role, exchange, rows)
        _put_in_place(fresh, path)
    except (OSError, DatabaseError) as error:
        raise (file_trouble(error, path) if isinstance(error, OSError) else translate(error, path)) from error
    finally:
        for suffix in (*_COMPANIONS, ".keys"):
            fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
    return Store(path, connect(path, keys.key), keys.key)


def _put_in_place(fresh: Path, path: Path) -> None:
    """Give a finished database its name, the key file first: a database without one could not be opened."""
    key_file.key_file_path(fresh).replace(key_file.key_file_path(path))
    try:
        flush_folder(path.parent)
        fresh.replace(path)
    except OSError:
        key_file.key_file_path(path).unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def _end_interrupted(path: Path) -> None:
    """Deal with what a killed founding left: finish one that lacked but its name, delete what is long dead."""
    pattern = re.compile(rf"\.+{re.escape(path.name)}\.[0-9a-f]{{8}}\.new")
    try:
        left = [file for file in path.parent.iterdir() if pattern.match(file.name)]
        for file in left:
            is_finished = pattern.fullmatch(file.name) and not key_file.key_file_path(file).exists()
            if is_finished and not path.exists() and key_file.key_file_path(path).exists():
                file.replace(path)
            elif file.stat().st_mtime < time.time() - _DEAD_AFTER_S:
                file.unlink(missing_ok=True)
    except OSError:
        # What cannot be cleared away is in nobody's way.
        return


def _build(
    fresh: Path,
    key: bytes | None,
    project: Project,
    device_name: str,
    role: str,
    exchange: str | None,
    rows: Iterable[Record],
) -> None:
    """Fill a database under another name, so that the switch to a write-ahead log is durable before it counts."""
    connection = connect(fresh, key)
    try:
        migrations.apply_pending(connection)
        now = wall_clock_ms()
        writer = new_id(now)
        connection.executemany(
            "INSERT INTO local_state(key, value) VALUES (?, ?)",
            [
                ("project", project.id), ("writer", writer), ("name", device_name), ("role", role),
                ("schema_taken_up", str(migrations.LATEST)),
            ],
        )  # fmt: skip
        keys = device_keys.make_keys(exchange)
        device_keys.keep(connection, keys)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with Store(fresh, connection, key).transaction(verb="init", subject=writer) as tx:
            tx.insert(project)
            for row in rows:
                tx.insert(row)
            tx.insert(
                Device(
                    id=writer,
                    created_at=now,
                    name=device_name,
                    role=role,
                    signing_key=keys.signing_public,
                    recipient=keys.recipient,
                )
            )
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    handle = os.open(fresh, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def open_store(
    path: Path, passphrase: str | None = None, *, before_migration: Callable[[Connection], None] | None = None
) -> Store:
    """Open the database `path` for reading and writing.

    Raises StoreTrouble: database_missing, not_a_database, database_not_keyed, keys_missing, passphrase_needed,
    passphrase_wrong, database_newer, database_read_only, database_busy. The file is never changed by a refusal.
    """
    _look_at_file(path)
    keys = key_file.unlock(path, passphrase)
    is_plain = _head(path) == PLAIN_MAGIC
    if is_plain and keys.key is not None:
        raise StoreTrouble("database_not_keyed", file=str(path))
    if not is_plain and keys.key is None and not _has_log(path):
        raise StoreTrouble("not_a_database", file=str(path))
    connection = connect(path, keys.key)
    try:
        _bring_up_to_date(connection, path, before_migration)
        return Store(path, connection, keys.key)
    except DatabaseError as error:
        connection.close()
        raise translate(error, path) from error
    except StoreTrouble:
        connection.close()
        raise


def renew_writer(store: Store, *, verb: str) -> str:
    """Go on as a new writer of the same device and keys: its number sequence would else be used a second time.

    The next delta is a whole package. Returns the new writer id.
    """
    identity, writer = store.identity, new_id(store.clock())
    keys = device_keys.read(store.connection)
    store.identity = replace(identity, writer=writer)
    try:
        with store.transaction(verb=verb, subject=identity.writer) as tx:
            local.keep(tx, "writer", writer)
            local.keep(tx, marker.BEHIND, None)
            forget_exports(tx)
            paper_jobs.give_up(tx, "print_restored")
            tx.insert(
                Device(
                    id=writer,
                    created_at=tx.now,
                    name=identity.name,
                    role=identity.role,
                    signing_key=keys.signing_public,
                    recipient=keys.recipient,
                )
            )
    except BaseException:
        store.identity = identity
        raise
    return writer


def open_reader(store: Store) -> Reader:
    """A second connection to an open database that can only ask; the caller closes its `connection`."""
    return Reader(connect(store.path, store.key, read_only=True))


def _look_at_file(path: Path) -> None:
    if not path.exists():
        raise StoreTrouble("database_missing", file=str(path))
    if not path.is_file():
        raise StoreTrouble("not_a_database", file=str(path))
    try:
        head = _head(path)
    except OSError as error:
        raise StoreTrouble("database_folder", file=str(path)) from error
    if len(head) < len(PLAIN_MAGIC):
        raise StoreTrouble("not_a_database", file=str(path))
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise StoreTrouble("database_read_only", file=str(path))


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(len(PLAIN_MAGIC))


def _has_log(path: Path) -> bool:
    """Whether a log lies beside the file: then its head may be half written, and the log has the whole one."""
    log = path.with_name(path.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def _bring_up_to_date(
    connection: Connection, path: Path, before_migration: Callable[[Connection], None] | None
) -> None:
    row = connection.execute("PRAGMA user_version").fetchone()
    version = int(row[0]) if row else 0
    if version > migrations.LATEST:
        raise StoreTrouble("database_newer", file=str(path))
    if version == 0:
        raise StoreTrouble("not_a_database", file=str(path))
    if version < migrations.LATEST:
        if before_migration:
            before_migration(connection)
        migrations.apply_pending(connection)
    _take_up_carried(connection)


def _take_up_carried(connection: Connection) -> None:
    """Once after a migration: show what came from newer devices before this program knew it."""
    done = connection.execute("SELECT value FROM local_state WHERE key = 'schema_taken_up'").fetchone()
    if done and int(done[0]) == migrations.LATEST:
        return
    connection.execute("BEGIN IMMEDIATE")
    beyond.adopt(connection)
    beyond.show_carried_edits(connection, sorted(ADDED_LATER))
    connection.execute(
        "INSERT INTO local_state(key, value) VALUES ('schema_taken_up', :schema)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        {"schema": str(migrations.LATEST)},
    )
    connection.execute("COMMIT")
