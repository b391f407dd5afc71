"""What still waits for a common place, in small pieces; and which files of others have been looked at there."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from db.driver import Row
from db.exchange.blocks import COLUMNS, EDIT, EDIT_COLUMNS, JOURNAL, ROWS_PER_BLOCK, TABLES, Block
from db.records import BY_TABLE
from db.store import Reader, Transaction

# A scan never waits longer than the merge of one piece takes.
ROWS_PER_PIECE = 200
# Arrivals first: who is in the house is what the other desks need.
_ORDER = ("check_in", *(table for table in TABLES if table != "check_in"))


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows of one table with their whole history; `position` is the last row's place in it, `rows` counts the rows."""

    table: str
    position: int
    rows: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A file of another device: what became of it, when it was first seen and last tried, and how often."""

    writer: str
    name: str
    outcome: str
    first_at: int
    tried_at: int
    tries: int


def positions(reader: Reader, address: str) -> dict[str, int]:
    """Table -> the row position up to which everything is at `address`."""
    return dict(reader.query("SELECT tbl, last_rowid FROM outbox_position WHERE address = :a", a=address))


def note_sent(tx: Transaction, address: str, piece: Piece) -> None:
    """Remember that a piece lies at `address`."""
    tx.connection.execute(
        "INSERT INTO outbox_position(address, tbl, last_rowid) VALUES (?, ?, ?)"
        " ON CONFLICT(address, tbl) DO UPDATE SET last_rowid = excluded.last_rowid",
        (address, piece.table, piece.position),
    )


def waiting(reader: Reader, sent: Mapping[str, int], present: Collection[str]) -> Iterator[Piece]:
    """Everything that is not at the address yet, arrivals first, the journal last.

    What came from a writer in `present`, who publishes there as well, is left to that writer.
    """
    for table in _ORDER:
        sql = f"""
            SELECT t.rowid, {", ".join(f"t.{name}" for name in COLUMNS[table])} FROM {table} t
            WHERE t.rowid > :after AND NOT EXISTS (
                SELECT 1 FROM arrived a JOIN imported_package p ON p.sha256 = a.package
                WHERE a.tbl = :table AND t.rowid BETWEEN a.first_rowid AND a.last_rowid
                    AND p.writer IN (SELECT value FROM json_each(:present)))
            ORDER BY t.rowid LIMIT :most
        """  # noqa: S608 - names are our own
        after = sent.get(table, 0)
        while found := reader.query(sql, after=after, table=table, present=_json(present), most=ROWS_PER_PIECE):
            after, rows = found[-1][0], [row[1:] for row in found]
            yield Piece(table, after, len(rows), tuple(_with_history(reader, table, rows)))


def _with_history(reader: Reader, table: str, rows: list[Row]) -> Iterator[Block]:
    """A row never travels without the edits that made it what it shows."""
    yield table, rows
    if table in BY_TABLE:
        edits = reader.query(
            f"SELECT {', '.join(f'e.{name}' for name in EDIT_COLUMNS)} FROM json_each(:ids) i"  # noqa: S608
            " CROSS JOIN edit e ON e.row_id = i.value AND e.tbl = :table",
            ids=_json([row[0] for row in rows]),
            table=table,
        )
        for start in range(0, len(edits), ROWS_PER_BLOCK):
            yield EDIT, edits[start : start + ROWS_PER_BLOCK]


def is_news(table: str) -> bool:
    """Whether rows of a table are worth a file of their own: the journal of taking files in would never end."""
    return table != JOURNAL


def seen(reader: Reader, address: str) -> dict[tuple[str, str], Seen]:
    """Every file that was looked at, by writer and name."""
    rows = reader.query(
        "SELECT writer, name, outcome, first_at, tried_at, tries FROM outbox_file WHERE address = :a", a=address
    )
    return {(row[0], row[1]): Seen(*row) for row in rows}


def note_seen(tx: Transaction, address: str, file: Seen) -> None:
    """Remember what became of a file."""
    tx.connection.execute(
        "INSERT INTO outbox_file(address, writer, name, outcome, first_at, tried_at, tries)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(address, writer, name) DO UPDATE SET outcome = excluded.outcome, tried_at = excluded.tried_at,"
        " tries = excluded.tries",
        (address, file.writer, file.name, file.outcome, file.first_at, file.tried_at, file.tries),
    )


def _json(texts: Collection[str]) -> str:
    return msgspec.json.encode(list(texts)).decode()
