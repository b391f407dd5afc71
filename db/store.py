"""One database: opened, read, and written in transactions that leave a journal row each."""

import hashlib
import secrets
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from typing_extensions import override

from db import erasure, history, journal, search
from db.driver import Connection, DatabaseError, Row, Value, connect, path_of, translate
from db.errors import Misused, StoreTrouble
from db.ids import IdMaker, is_shared
from db.marker import Marker
from db.records import NAMES, R, Record, values

# After these a connection may be worth nothing any more.
_SPENT_BY = frozenset({"disk_trouble", "database_damaged", "database_not_ours"})
_LISTED = {table: ", ".join(names) for table, names in NAMES.items()}
_INSERT = {
    table: f"INSERT INTO {table}({_LISTED[table]}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own names
    for table, names in NAMES.items()
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this database is: kept inside it, read once at opening."""

    project: str
    writer: str
    name: str
    role: str


class Reader:
    """Questions to one connection; SQL stands in `db/`, one function per question."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def query(self, sql: str, /, **named: Value) -> list[Row]:
        """All rows of the answer. Raises StoreTrouble when the disk does not give them."""
        try:
            return self.connection.execute(sql, named).fetchall()
        except DatabaseError as error:
            raise self.trouble_of(error) from error

    def one(self, sql: str, /, **named: Value) -> Row | None:
        """The first row of the answer, or None. Raises StoreTrouble when the disk does not give it."""
        try:
            return self.connection.execute(sql, named).fetchone()
        except DatabaseError as error:
            raise self.trouble_of(error) from error

    def trouble_of(self, error: Exception) -> StoreTrouble:
        """What an error of the driver means."""
        return translate(error, path_of(self.connection))

    def count(self, sql: str, /, **named: Value) -> int:
        """The first value of the answer as a number; 0 when there is none."""
        row = self.one(sql, **named)
        return int(row[0]) if row and row[0] is not None else 0

    def changes_by_others(self) -> int:
        """A number that is another one as soon as another connection, or another program, has written."""
        return self.count("PRAGMA data_version")

    def records(self, kind: type[R], where: str, /, **named: Value) -> tuple[R, ...]:
        """All rows of `kind` that satisfy the SQL tail `where` ("WHERE ... ORDER BY ...")."""
        sql = f"SELECT {_LISTED[kind.table]} FROM {kind.table} {where}"  # noqa: S608 - names are our own
        names = NAMES[kind.table]
        return tuple(kind(**dict(zip(names, row, strict=True))) for row in self.query(sql, **named))

    def get(self, kind: type[R], row_id: str) -> R | None:
        """The row of `kind` with this id, or None."""
        return self.first(kind, "WHERE id = :id", id=row_id)

    def first(self, kind: type[R], where: str, /, **named: Value) -> R | None:
        """The first row of `kind` that satisfies the SQL tail `where`, or None."""
        return next(iter(self.records(kind, where, **named)), None)

    def known(self, kind: type[R], row_id: str, *, living: bool = False) -> R:
        """The row of `kind` with this id, with `living` one that was not deleted. Raises Misused `id_unknown`."""
        row = self.get(kind, row_id)
        if row is None or (living and row.deleted):
            raise Misused("id_unknown", table=kind.table, value=row_id)
        return row


class Transaction(Reader):
    """Writes of one verb: all or nothing, one journal row, derived tables kept in step."""

    def __init__(self, store: "Store", verb: str, by: str | None, subject: str | None) -> None:
        super().__init__(store.connection)
        self.store = store
        self.verb = verb
        self.by = by
        self.subject = subject
        self.now = store.clock()
        # Rows written one by one, and (after a merge) the row position behind which everything is new.
        self.touched: dict[str, set[str]] = defaultdict(set)
        self.arrived_after: dict[str, int] = {}
        self._has_erasures: bool | None = None
        self._salt = secrets.token_hex(16)
        self._digest = hashlib.sha256(self._salt.encode())

    @property
    def writer(self) -> str:
        """The writer id of this device."""
        return self.store.identity.writer

    def new_id(self) -> str:
        """A new row id, ordered by time."""
        return self.store.ids.next(self.now)

    @property
    def has_erasures(self) -> bool:
        """Whether anybody was ever erased here; asked once a transaction."""
        if self._has_erasures is None:
            self._has_erasures = erasure.is_any(self)
        return self._has_erasures

    def insert(self, record: Record) -> str:
        """Add a row; its id must be new. Returns the id. Raises Refused `person_erased` for words about one who was."""
        if self.has_erasures:
            record = erasure.guarded(self, record)
        row = values(record)
        self.connection.execute(_INSERT[record.table], row)
        self.wrote(record.table, record.id, row)
        if is_shared(record.id):
            history.adopt_waiting(self, record.table, record.id)
        return record.id

    def save(self, table: str, row_id: str, changes: Mapping[str, str | int | None]) -> int:
        """Edit cells of a row by the write rule of `history`; returns how many cells changed."""
        return history.save(self, table, row_id, changes)

    def wrote(self, table: str, row_id: str, row: object) -> None:
        """Note that a row was written, for the journal's digest and the derived tables."""
        self.touched[table].add(row_id)
        self._digest.update(msgspec.json.encode((table, row_id, row)))

    def finish(self) -> tuple[int, str]:
        """Bring derived tables up to date and write the journal row; called once, before the commit.

        Returns the number and the hash of the row.
        """
        if self.touched or self.arrived_after:
            search.refresh(self)
            self.store.derive(self)
        return journal.append(self, digest=self._digest.hexdigest(), salt=self._salt)


def no_derivation(_transaction: Transaction) -> None:
    """Default of `Store.derive`: nothing above `db` keeps derived tables."""


def wall_clock_ms() -> int:
    """UTC milliseconds by this machine's clock."""
    return time.time_ns() // 1_000_000


class Store(Reader):
    """An open database. One writer connection here; screens read through `reader()`."""

    def __init__(self, path: Path, connection: Connection, key: bytes | None) -> None:
        self._connection: Connection
        self._is_spent: bool
        super().__init__(connection)
        self.path = path
        self.key = key
        self.clock: Callable[[], int] = wall_clock_ms
        self.ids = IdMaker()
        self.derive: Callable[[Transaction], None] = no_derivation
        self.marker: Marker | None = None
        # What must be done before anything is written, once: whoever only reads changes nothing.
        self.before_writing: Callable[[], object] | None = None
        self.identity = self._read_identity()

    def _read_identity(self) -> Identity:
        kept: dict[str, str] = dict(self.query("SELECT key, value FROM local_state"))
        return Identity(kept["project"], kept["writer"], kept["name"], kept["role"])

    def be_ready_to_write(self) -> None:
        """Do what must be done before anything is written, if that has not been done yet; raises as a transaction."""
        work, self.before_writing = self.before_writing, None
        if work:
            try:
                work()
            except BaseException:
                self.before_writing = work
                raise

    @contextmanager
    def transaction(
        self,
        *,
        verb: str,
        by: str | None = None,
        subject: str | None = None,
        keep: bool = True,
        journal: bool = True,
    ) -> Iterator[Transaction]:
        """One write transaction. With `keep=False` everything is rolled back at the end (a preview).

        Only what stays on this device and is typed, such as drafts, is written with `journal=False`.

        Raises StoreTrouble when the disk or another program stands in the way; then nothing was written.
        """
        self.be_ready_to_write()
        connection = self.connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                transaction = Transaction(self, verb, by, subject)
                yield transaction
                if keep:
                    entry = transaction.finish() if journal else None
                    connection.execute("COMMIT")
                    if entry and self.marker:
                        self.marker.note(self.identity.writer, *entry)
            finally:
                # A full disk has already rolled back: a blind ROLLBACK would raise.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        except DatabaseError as error:
            raise self.trouble_of(error) from error
        except StoreTrouble as trouble:
            self._noted(trouble)
            raise

    @property  # type: ignore[explicit-override]  # not seen on a property that can be set
    @override
    def connection(self) -> Connection:
        """The connection; a new one after trouble with the disk. Raises StoreTrouble while that lasts.

        A keyed connection that once could not read a page refuses every other from then on, although the file is well.
        """
        if self._is_spent and not self._connection.in_transaction:
            fresh = connect(self.path, self.key)
            with suppress(DatabaseError):
                self._connection.close()
            self._connection, self._is_spent = fresh, False
        return self._connection

    @connection.setter
    def connection(self, connection: Connection) -> None:
        self._connection, self._is_spent = connection, False

    @override
    def trouble_of(self, error: Exception) -> StoreTrouble:
        return self._noted(translate(error, self.path))

    def _noted(self, trouble: StoreTrouble) -> StoreTrouble:
        self._is_spent = self._is_spent or trouble.code in _SPENT_BY
        return trouble

    def close(self) -> None:
        """Close the connection; the file is complete on disk afterwards."""
        if self.marker:
            with suppress(StoreTrouble, DatabaseError):
                self.marker.note_all(self, self.identity.writer)
            self.marker.close()
            self.marker = None
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
