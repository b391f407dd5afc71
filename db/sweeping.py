"""What an erasure leaves behind outside the rows: free pages, the search index, files, copies; swept after the commit.

A row is blank as soon as the transaction ends. Its old bytes may still lie in pages that are free, in files of
attachments and in older copies of the database. `sweep` takes them away; until it has done so the database remembers
that it waits, so a crash in between loses nothing of it. The list of erasures also stands beside the database, in
`FILE.erased`: a database that is put back from an older copy meets it at its next opening.
"""

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from db import backups, erasure, local, migrations, search
from db.blobs import NAME, folder_of, folder_of_copies
from db.driver import DatabaseError, connect, translate
from db.errors import StoreTrouble
from db.exchange.blocks import TABLES, forget_exports
from db.files import write_durably
from db.personal import Erased
from db.store import Store

if TYPE_CHECKING:
    from db.store import Reader

_SUFFIX = ".erased"


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did: files of attachments deleted, copies of the database cleaned, and copies that it could not."""

    files: int
    copies: tuple[Path, ...]
    left: tuple[Path, ...]


def ledger_path(database: Path) -> Path:
    """Where the list of erasures of `database` lies; it names nobody."""
    return database.with_name(database.name + _SUFFIX)


def is_waiting(reader: "Reader") -> bool:
    """Whether something was erased whose traces have not been swept yet."""
    return local.kept(reader, erasure.WAITING) is not None


def sweep_if_waiting(store: Store) -> Swept | None:
    """Sweep if something waits for it; another program that stands in the way only puts it off to the next opening."""
    if not is_waiting(store):
        return None
    try:
        return sweep(store)
    except StoreTrouble:
        return None


def sweep(store: Store) -> Swept:
    """Take away every trace of what was erased. Raises StoreTrouble; what is left then is swept another time."""
    try:
        return _sweep(store)
    except DatabaseError as error:
        raise translate(error, store.path) from error


def _sweep(store: Store) -> Swept:
    _write_ledger(store)
    files = _delete_files(store, store.path)
    _rewrite(store)
    cleaned: list[Path] = []
    left: list[Path] = []
    for copy in backups.made(store.path):
        (cleaned if _clean_copy(store, copy.path) else left).append(copy.path)
    with store.transaction(verb="erasure.swept", journal=False) as tx:
        if not left:
            local.keep(tx, erasure.WAITING, None)
    return Swept(files, tuple(cleaned), tuple(left))


def recall(store: Store) -> int:
    """Erase again what the list beside the database names and the database does not know; returns how many."""
    try:
        rows = msgspec.json.decode(ledger_path(store.path).read_bytes(), type=list[Erased])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return 0
    known = {row.id for row in store.records(Erased, "")}
    missing = [row for row in rows if row.id not in known and erasure.is_genuine(store.identity.project, row)]
    if missing:
        with store.transaction(verb="erasure.recalled") as tx:
            for row in missing:
                erasure.erase(tx, row)
    return len(missing)


def recall_if_possible(store: Store) -> None:
    """As `recall`; another program that is writing only puts it off to the next opening."""
    try:
        recall(store)
    except StoreTrouble as trouble:
        if trouble.code != "database_busy":
            raise


def _write_ledger(store: Store) -> None:
    rows = [asdict(row) for row in store.records(Erased, "ORDER BY id")]
    write_durably(ledger_path(store.path), msgspec.json.encode(rows))


def _delete_files(reader: "Reader", database: Path) -> int:
    """Delete the files whose rows were blanked and that no other row opens."""
    rows = reader.query(
        "SELECT DISTINCT blob FROM attachment a WHERE key IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM attachment o WHERE o.blob = a.blob AND o.key IS NOT NULL)"
        " UNION SELECT blob FROM paper_job WHERE key IS NULL"
    )
    folders = (folder_of(database), folder_of_copies(database))
    there = [
        folder / row[0] for row in rows if NAME.fullmatch(row[0]) for folder in folders if (folder / row[0]).is_file()
    ]
    for file in there:
        file.unlink(missing_ok=True)
    return len({file.name for file in there})


def _rewrite(store: Store) -> None:
    """Write the whole file anew: the index without what it had marked as gone, no free page, an empty log."""
    connection = store.connection
    connection.execute("INSERT INTO search(search) VALUES ('optimize')")
    before = _places(store)
    connection.execute("VACUUM")
    if _places(store) != before:
        # Positions of rows are what deltas and the search index go by; SQLite keeps them, but does not promise to.
        with store.transaction(verb="erasure.moved", journal=False) as tx:
            forget_exports(tx)
            tx.connection.execute("DELETE FROM arrived")
            search.rebuild(tx)
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy and busy[0]:
        raise StoreTrouble("database_busy", file=str(store.path))


def _places(reader: "Reader") -> list[tuple[int, int]]:
    """Of every table that travels how many rows it has and the sum of their positions."""
    rows = (reader.query(f"SELECT count(*), total(rowid) FROM {table}")[0] for table in TABLES)  # noqa: S608 - own names
    return [(row[0], int(row[1])) for row in rows]


def _clean_copy(store: Store, copy: Path) -> bool:
    """Erase in a copy of the database what was erased since; whether that could be done."""
    erased = store.records(Erased, "ORDER BY id")
    try:
        connection = connect(copy, store.key)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()
            if version is None or version[0] != migrations.LATEST:
                return False
            _erase_in(Store(copy, connection, store.key), erased, store.derive)
        finally:
            connection.close()
    except (StoreTrouble, DatabaseError, OSError):
        return False
    with copy.open("rb+") as stream:
        os.fsync(stream.fileno())
    return True


def _erase_in(copy: Store, erased: tuple[Erased, ...], derive: Callable[..., None]) -> None:
    copy.derive = derive
    known = {row.id for row in copy.records(Erased, "")}
    if missing := [row for row in erased if row.id not in known]:
        with copy.transaction(verb="erasure.copied", journal=False) as tx:
            for row in missing:
                erasure.erase(tx, row)
            # An entry of the journal would use a number twice; the derived tables must follow all the same.
            search.refresh(tx)
            derive(tx)
        _rewrite(copy)
    copy.connection.execute("PRAGMA journal_mode = DELETE")
