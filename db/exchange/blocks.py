"""A database as a stream of blocks: at most 1,000 rows of one table, each row a tuple in the declared column order.

Tables come in the order of `records.SYNCED`, then cells that only newer programs know, then the history of cells, then
the journal. A row that is in the stream brings its whole history, so its shown values never stand without the edits
that made them.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import msgspec

from db import journal
from db.driver import Row
from db.exchange.beyond import BEYOND, BEYOND_COLUMNS
from db.records import NAMES, SYNCED
from db.store import Reader, Transaction

Block: TypeAlias = tuple[str, list[Row]]

ROWS_PER_BLOCK = 1_000
EDIT, JOURNAL = "edit", "journal"
EDIT_COLUMNS = ("tbl", "row_id", "col", "op", "prev", "val", "stamp", "who", "writer")
COLUMNS: dict[str, tuple[str, ...]] = {
    **NAMES, BEYOND: BEYOND_COLUMNS, EDIT: EDIT_COLUMNS, JOURNAL: journal.COLUMNS,
}  # fmt: skip
TABLES: tuple[str, ...] = (*(record.table for record in SYNCED), BEYOND, EDIT, JOURNAL)


def export_blocks(reader: Reader, since: Mapping[str, int] | None = None) -> Iterator[Block]:
    """Everything this database knows, or what arrived in it after the row positions `since` (table -> rowid)."""
    positions = since or {}
    for table in TABLES:
        columns = ", ".join(f"t.{name}" for name in COLUMNS[table])
        sql = f"SELECT {columns} FROM {table} t WHERE t.rowid > :after ORDER BY t.rowid"  # noqa: S608
        yield from _in_blocks(reader, table, sql, {"after": positions.get(table, 0)})
        if table == EDIT and since:
            for record in SYNCED:
                yield from _in_blocks(
                    reader,
                    EDIT,
                    f"SELECT {', '.join(f'e.{name}' for name in EDIT_COLUMNS)} FROM {record.table} t"  # noqa: S608
                    f" CROSS JOIN edit e ON e.row_id = t.id AND e.tbl = '{record.table}'"
                    " WHERE t.rowid > :after AND e.rowid <= :upto",
                    {"after": positions.get(record.table, 0), "upto": positions.get(EDIT, 0)},
                )


def _in_blocks(reader: Reader, table: str, sql: str, named: dict[str, Any]) -> Iterator[Block]:
    block: list[Row] = []
    for row in reader.connection.execute(sql, named):
        block.append(row)
        if len(block) == ROWS_PER_BLOCK:
            yield table, block
            block = []
    if block:
        yield table, block


def content_digest(reader: Reader) -> str:
    """SHA-256 (hex) of every row that travels, sorted; equal where the same is known, however it came.

    The journal is left out: it tells what was done here, and the same may be learnt in another order.
    """
    digest = hashlib.sha256()
    for table in TABLES:
        if table != JOURNAL:
            sql = f"SELECT {', '.join(COLUMNS[table])} FROM {table}"  # noqa: S608 - names are our own
            for row in sorted(msgspec.json.encode((table, row)) for row in reader.query(sql)):
                digest.update(row)
    return digest.hexdigest()


_POSITIONS = "SELECT " + ", ".join(f"(SELECT coalesce(max(rowid), 0) FROM {table})" for table in TABLES)  # noqa: S608


def positions_now(reader: Reader) -> dict[str, int]:
    """The largest row position of every table that travels."""
    return dict(zip(TABLES, reader.query(_POSITIONS)[0], strict=True))


def last_export(reader: Reader) -> dict[str, int]:
    """The row positions up to which deltas have been written; empty before the first."""
    return {row[0]: row[1] for row in reader.query("SELECT tbl, last_rowid FROM export_position")}


def note_export(tx: Transaction, positions: Mapping[str, int]) -> None:
    """Remember the row positions that a delta has covered."""
    tx.connection.executemany(
        "INSERT INTO export_position(tbl, last_rowid) VALUES (?, ?)"
        " ON CONFLICT(tbl) DO UPDATE SET last_rowid = excluded.last_rowid",
        list(positions.items()),
    )


def forget_exports(tx: Transaction) -> None:
    """Let the next delta carry everything."""
    tx.connection.execute("DELETE FROM export_position")
    tx.connection.execute("DELETE FROM outbox_position")
    tx.connection.execute("DELETE FROM blob_travel")
