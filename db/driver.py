"""One connection to one database file: SQLCipher's SQLite, keyed or plain, with the settings that keep words safe.

The driver is registered as `pysqlite3` before anything imports sqlite-utils, so both speak of the same exceptions.
"""

import hashlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, cast

import sqlcipher3
import sqlcipher3.dbapi2

from db.errors import StoreTrouble

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

# Without an adapter of its own, each None that is bound costs a failed search for one: ten times an ordinary value.
sqlcipher3.dbapi2.register_adapter(type(None), {}.get)

DatabaseError: type[Exception] = sqlcipher3.dbapi2.DatabaseError
OperationalError: type[Exception] = sqlcipher3.dbapi2.OperationalError

PLAIN_MAGIC = b"SQLite format 3\x00"
# Below this release a write-ahead log with two connections can corrupt the file.
OLDEST_SQLITE = (3, 51, 3)
CACHE_KIB = 65_536
BUSY_TIMEOUT_MS = 5_000
# A merge speaks to every table in a dozen ways; preparing them again for each small one would cost more than it does.
KEPT_STATEMENTS = 512
FULL_BELOW_BYTES = 65_536

Value = str | int | bytes | None
# A row as SQLite returns it: the caller knows the types from its own SELECT, so Any is right here.
Row = tuple[Any, ...]


class Cursor(Protocol):
    """The part of a DB-API cursor that we use."""

    rowcount: int
    lastrowid: int

    def fetchall(self) -> list[Row]: ...
    def fetchone(self) -> Row | None: ...
    def __iter__(self) -> Any: ...


class Connection(Protocol):
    """The part of a DB-API connection that we use."""

    in_transaction: bool
    total_changes: int

    def execute(self, sql: str, parameters: Any = ...) -> Cursor: ...
    def executemany(self, sql: str, parameters: Any) -> Cursor: ...
    def create_function(
        self, name: str, narg: int, func: Callable[..., Value], *, deterministic: bool = ...
    ) -> None: ...
    def backup(self, target: Any) -> None: ...
    def close(self) -> None: ...


def first_value_op(value: Value) -> str:
    """Name of the operation that stands for a cell's first value; a function of the value alone.

    Two devices that never spoke give the same first value the same name, so a union of histories keeps one of them.
    """
    if value is None:
        return "i:-"
    return "i:" + hashlib.sha256(str(value).encode()).hexdigest()[:24]


def connect(path: Path, key: bytes | None, *, read_only: bool = False) -> Connection:
    """Open the existing or new file `path`, keyed with the 48 raw bytes `key` (key and salt) or plain.

    Raises StoreTrouble: `database_not_ours` when the key does not fit or the file is no database,
    `database_busy`, `database_folder`, `disk_trouble`.
    """
    if tuple(int(part) for part in sqlcipher3.dbapi2.sqlite_version.split(".")) < OLDEST_SQLITE:
        raise StoreTrouble("sqlite_too_old", version=sqlcipher3.dbapi2.sqlite_version)
    try:
        raw = sqlcipher3.dbapi2.connect(
            str(path),
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_TIMEOUT_MS / 1000,
            cached_statements=KEPT_STATEMENTS,
        )
    except DatabaseError as error:
        raise StoreTrouble("database_folder", file=str(path)) from error
    connection = cast(Connection, raw)
    try:
        _configure(connection, key, read_only=read_only)
    except DatabaseError as error:
        connection.close()
        raise translate(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: Connection, key: bytes | None, *, read_only: bool) -> None:
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("SELECT count(*) FROM sqlite_master")
    if key is not None and not connection.execute("PRAGMA cipher_version").fetchall():
        raise StoreTrouble("cipher_missing")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.execute("PRAGMA temp_store = MEMORY")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.create_function("first_value_op", 1, first_value_op, deterministic=True)


# SQLite says what happened in words only; the first that fits counts.
TROUBLES = (
    ("not a database", "database_not_ours"),
    ("hmac check failed", "database_not_ours"),
    ("encrypted", "database_not_ours"),
    ("locked", "database_busy"),
    ("busy", "database_busy"),
    ("readonly", "database_read_only"),
    ("read-only", "database_read_only"),
    ("full", "disk_full"),
    ("malformed", "database_damaged"),
    ("unable to open", "database_folder"),
    ("disk i/o", "disk_trouble"),
    # The index of words, when what it begins with could not be read.
    ("vtable constructor failed", "disk_trouble"),
)


def path_of(connection: Connection) -> Path:
    """The file of an open connection; asks nothing of the disk."""
    return Path(connection.execute("PRAGMA database_list").fetchall()[0][2])


def translate(error: Exception, path: Path) -> StoreTrouble:
    """Turn a driver's error into one of our storage troubles, by SQLite's own words."""
    words = str(error)
    code = next((code for needle, code in TROUBLES if needle in words.lower()), "database_trouble")
    # Without room for the memory that connections share, SQLite speaks of an error of the disk.
    if code == "disk_trouble" and _is_full(path.parent):
        code = "disk_full"
    return StoreTrouble(code, file=str(path), words=words)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < FULL_BELOW_BYTES
    except OSError:
        # The stick was pulled out: that is trouble enough.
        return False
