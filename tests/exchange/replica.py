"""The one adapter between the scenarios and the database."""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from db import erasure, marker
from db.driver import Row
from db.errors import Trouble
from db.exchange.beyond import BEYOND
from db.exchange.blocks import COLUMNS, EDIT, JOURNAL, Block, export_blocks, last_export, note_export, positions_now
from db.exchange.merge import merge_blocks
from db.exchange.package import Sender, open_package, write_package
from db.history import conflicts, settle
from db.opening import found_device, open_store, renew_writer
from db.records import BY_TABLE, SYNCED, Erased, Project, column
from db.store import Store, Transaction
from db.vault import device_keys, key_file
from tests.exchange.oracle import Carried, Cell, Contents, Edit, Text, Value, ViolationError
from tests.exchange.scenario import FIXED, POOLS, START_MS, run

Export = bytes | tuple[Block, ...]  # a package file's content, or the blocks alone

PROJECT = Project(id="project-1", created_at=START_MS, name="青澜湾", mark="青")
# Encryption is slow and has tests of its own: one export of so many of a device goes through a whole package.
EXPORTS_PER_PACKAGE = 4
# A merge leaves a journal entry of its own, so the entries of these verbs never come to rest.
MERGING, EXPORTING = "merge", "export"
TRACKED = {table: {"deleted", "created_at", *FIXED[table], *POOLS[table]} for table in POOLS}


class Replica:
    """A database file that lives through a scenario."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now_ms = START_MS
        self.store.clock = lambda: self.now_ms
        # Nobody pulls the plug in a scenario, and thousands of commits need not wait for the disk.
        self.store.connection.execute("PRAGMA synchronous = OFF")
        self.exports = 0

    @contextmanager
    def _transaction(self, verb: str) -> Iterator[Transaction]:
        """All that a scenario asks for is honest: a refusal is a fault."""
        try:
            with self.store.transaction(verb=verb) as tx:
                yield tx
        except Trouble as trouble:
            raise ViolationError(f"{self.store.identity.name} refuses to {verb}: {trouble}") from trouble

    def create(self, table: str, row: Mapping[str, Value]) -> None:
        with self._transaction("write") as tx:
            tx.insert(BY_TABLE[table](**row))  # type: ignore[arg-type]  # the row is drawn column by column

    def save(self, table: str, row_id: str, changes: Mapping[str, Value]) -> None:
        with self._transaction("write") as tx:
            tx.save(table, row_id, changes)

    def settle(self, cell: Cell, value: Value) -> None:
        typed = int(value) if value and column(cell[0], cell[2]).is_integer else value
        with self._transaction("write") as tx:
            settle(tx, *cell, typed)

    def erase(self, client: str) -> None:
        keys = device_keys.read(self.store.connection)
        with self._transaction("write") as tx:
            row = Erased(
                id=tx.new_id(), created_at=tx.now, records=client, reason="本人要求", second="s",
                signer=keys.signing_public, signature="",
            )  # fmt: skip
            erasure.erase(tx, erasure.sign(PROJECT.id, row, keys.signing))

    def carry(self, cell: Carried) -> None:
        """As a package of a newer program brings it."""
        with self._transaction(MERGING) as tx:
            merge_blocks(tx, [(BEYOND, [cell])])

    def carried(self) -> frozenset[Carried]:
        return frozenset(self.store.query(_select(BEYOND)))

    def forks(self) -> int:
        """Numbers of the journal that a writer used twice."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM journal GROUP BY writer, seq HAVING count(*) > 1)"
        return self.store.count(sql)

    def shown(self) -> dict[Cell, Text]:
        return _cells((table, self.store.query(_select(table))) for table in POOLS)

    def history(self) -> frozenset[Edit]:
        return _edits(self.store.query(_select(EDIT)))

    def conflicts(self) -> dict[Cell, tuple[Text, ...]]:
        return {
            (found.table, found.row_id, found.column): tuple(head.value for head in found.heads)
            for found in conflicts(self.store)
        }

    def journal(self) -> frozenset[str]:
        return _entries(self.store.query(_select(JOURNAL)))

    def content(self) -> Mapping[str, object]:
        """Every row of what travels, the journal left out; the rows that say who the devices are, too."""
        tables = [*(record.table for record in SYNCED if record.table not in ("project", "device")), BEYOND]
        parts: dict[str, object] = {table: sorted(self.store.query(_select(table))) for table in tables}
        return {**parts, "history": set(self.store.query(_select(EDIT))), "conflicts": conflicts(self.store)}

    def export(self, *, delta: bool) -> Export:
        since = last_export(self.store) if delta else None
        blocks = tuple(export_blocks(self.store, since))
        if delta:
            with self._transaction(EXPORTING) as tx:
                note_export(tx, positions_now(tx))
        self.exports += 1
        return self._packed(blocks) if self.exports % EXPORTS_PER_PACKAGE == 0 else blocks

    def _packed(self, blocks: tuple[Block, ...]) -> bytes:
        keys, identity = device_keys.read(self.store.connection), self.store.identity
        content, _ = write_package(
            Sender(identity.project, identity.writer, identity.name, identity.role, keys), iter(blocks), kind="full",
            made_at=self.now_ms, seq_from=0, seq_to=0, recipients=(keys.exchange_recipient,),
        )  # fmt: skip
        return content

    def contents(self, export: Export) -> Contents:
        blocks = self._blocks(export)
        return Contents(
            _cells(block for block in blocks if block[0] in POOLS),
            _edits([row for table, rows in blocks for row in rows if table == EDIT]),
            _entries([row for table, rows in blocks for row in rows if table == JOURNAL]),
            frozenset(
                client for table, rows in blocks if table == Erased.table for row in rows for client in row[4].split()
            ),
            frozenset(row for table, rows in blocks if table == BEYOND for row in rows),
        )

    def _blocks(self, export: Export) -> tuple[Block, ...]:
        if isinstance(export, tuple):
            return export
        package = open_package(export, device_keys.read(self.store.connection), project=self.store.identity.project)
        return tuple(package.blocks())

    def merge(self, export: Export) -> int:
        with self._transaction(MERGING) as tx:
            merged = merge_blocks(tx, self._blocks(export))
        return merged.added + merged.changed

    def snapshot(self) -> bytes:
        """The bytes of the database file, complete without its log."""
        self.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self.store.path.read_bytes()

    def close(self) -> None:
        self.store.close()


class Folder:
    """Makes replicas as files in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = 0
        self.exchange: str | None = None

    def _next_path(self) -> Path:
        self.files += 1
        return self.folder / f"{self.files}.qdb"

    def found(self, name: str) -> Replica:
        store = found_device(
            self._next_path(), project=PROJECT, device_name=name, role="office", passphrase=None,
            exchange=self.exchange, rows=(),
        )  # fmt: skip
        self.exchange = device_keys.read(store.connection).exchange
        marker.mark(store, self._state)
        return Replica(store)

    @property
    def _state(self) -> Path:
        """The state folder of the one user of this machine."""
        return self.folder / "state"

    def revive(self, snapshot: bytes, name: str, instead: Replica | None = None) -> Replica:
        """A copy of a database under another file name, or where a closed one lies, opened as the program does."""
        path = instead.store.path if instead else self._next_path()
        path.write_bytes(snapshot)
        if not instead:
            shutil.copy(key_file.key_file_path(self.folder / "1.qdb"), key_file.key_file_path(path))
        store = open_store(path)
        if not marker.Marker(path, self._state).agrees(store, store.identity.writer):
            renew_writer(store, verb="device.renewed")
        marker.mark(store, self._state)
        return Replica(store)


def live(seeds: Iterable[int], actions: int, folder: Path) -> None:
    """Live the scenarios of these seeds, each on files of its own. Raises ViolationError at the first that fails."""
    for seed in seeds:
        place = folder / f"scenario-{seed}"
        place.mkdir()
        run(seed, actions, Folder(place))
        shutil.rmtree(place)


def _select(table: str) -> str:
    return f"SELECT {', '.join(COLUMNS[table])} FROM {table}"


def _cells(blocks: Iterable[tuple[str, Sequence[Row]]]) -> dict[Cell, Text]:
    return {
        (table, row[0], name): None if value is None else str(value)
        for table, rows in blocks
        for row in rows
        for name, value in zip(COLUMNS[table], row, strict=True)
        if name in TRACKED[table]
    }


def _edits(rows: Iterable[Row]) -> frozenset[Edit]:
    return frozenset(row[:7] for row in rows)


def _entries(rows: Iterable[Row]) -> frozenset[str]:
    hash_at, verb_at = COLUMNS[JOURNAL].index("hash"), COLUMNS[JOURNAL].index("verb")
    return frozenset(row[hash_at] for row in rows if row[verb_at] not in (MERGING, EXPORTING))
