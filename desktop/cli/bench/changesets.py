"""The same rows as a changeset of SQLite's own session extension, applied by apsw: how a merge is done elsewhere.

A changeset carries tables alone: no search terms and no states are made of them, nothing is signed or encrypted, and of
two values of one field a handler keeps one, in silence. It is there to compare speed and size with, and only where apsw
is installed. The library has no cipher, so its database is a plain one.
"""

import time
from importlib.util import find_spec
from pathlib import Path

from db.driver import CACHE_KIB
from db.exchange.blocks import COLUMNS, TABLES

# Each database has its own row of the project from the start.
CARRIED = tuple(table for table in TABLES if table != "project")


def is_installed() -> bool:
    """Whether apsw is here; it comes with the extra [dev]."""
    return find_spec("apsw") is not None


def record(empty: Path, given: Path, out: Path) -> None:
    """Write the changeset that makes the rows of `given` out of the plain database `empty`, which stays as it is."""
    import apsw

    connection = apsw.Connection(str(empty))
    try:
        session = apsw.Session(connection, "main")
        for table in CARRIED:
            session.attach(table)
        connection.execute("ATTACH DATABASE ? AS given", (str(given),))
        connection.execute("BEGIN IMMEDIATE")
        for table in CARRIED:
            names = ", ".join(COLUMNS[table])
            connection.execute(f"INSERT INTO {table}({names}) SELECT {names} FROM given.{table}")  # noqa: S608 - our names
        out.write_bytes(session.changeset())
        session.close()
        connection.execute("ROLLBACK")
    finally:
        connection.close()


def apply(path: Path, changeset: Path) -> float:
    """Apply a changeset to the plain database `path`; seconds from reading the file to the durable commit."""
    import apsw

    connection = apsw.Connection(str(path))
    try:
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        apsw.Changeset.apply(changeset.read_bytes(), connection, conflict=lambda *_: apsw.SQLITE_CHANGESET_OMIT)
        connection.execute("COMMIT")
        return time.perf_counter() - begun
    finally:
        connection.close()
