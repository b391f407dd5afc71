"""What still waits for a common place, in small pieces; and which files of others have been looked at there."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from db.driver import Row, Value
from db.exchange.blocks import COLUMNS, EDIT, EDIT_COLUMNS, JOURNAL, ROWS_PER_BLOCK, TABLES, Block
from db.records import BY_TABLE
from db.store import Reader, Transaction

# A file that is still being copied looks damaged: try again soon, then ever more slowly.
FIRST_DELAY_MS, LONGEST_DELAY_MS = 5_000, 300_000
# A scan never waits longer than the merge of one piece takes.
ROWS_PER_PIECE = 200
# Arrivals first: who is in the house is what the other desks need.
# Nothing of a person who was erased is to be put out again: who it was comes before everything.
_FIRST = ("erased", "check_in")
_ORDER = (*_FIRST, *(table for table in TABLES if table not in _FIRST))

# Of the ranges of rows that came together, which never overlap, the one that a row could stand in: one look instead of
# a look at each, of which a day makes hundreds.
_NEAREST = "a.first_rowid = (SELECT max(b.first_rowid) FROM arrived b WHERE b.tbl = :table AND b.first_rowid <= {0})"


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows of one table with their whole history; `position` is the last row's place in it, `rows` counts both."""

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
    # Never beyond the last row: an erasure meanwhile may have deleted it, and its position comes again.
    tx.connection.execute(
        "INSERT INTO outbox_position(address, tbl, last_rowid)"  # noqa: S608 - names are our own
        f" VALUES (?, ?, min(?, (SELECT coalesce(max(rowid), 0) FROM {piece.table})))"
        " ON CONFLICT(address, tbl) DO UPDATE SET last_rowid = excluded.last_rowid",
        (address, piece.table, piece.position),
    )


def waiting(reader: Reader, sent: Mapping[str, int], present: Collection[str]) -> Iterator[Piece]:
    """Everything that is not at the address yet, arrivals first, the journal last.

    Arrivals written while a long list is going out overtake what is left of it. What came from a writer in `present`,
    who publishes there as well, is left to that writer.
    """
    after = dict(sent)
    for table in _ORDER:
        while piece := _next_piece(reader, table, after, present):
            yield piece
            for first in _FIRST:
                while table not in _FIRST and (piece := _next_piece(reader, first, after, present)):
                    yield piece


def _next_piece(reader: Reader, table: str, after: dict[str, int], present: Collection[str]) -> Piece | None:
    """The next rows of a table behind `after`, which goes on by it; None when there are no more."""
    sql = f"""
        SELECT t.rowid, {", ".join(f"t.{name}" for name in COLUMNS[table])} FROM {table} t
        WHERE t.rowid > :after AND NOT EXISTS (
            SELECT 1 FROM arrived a JOIN imported_package p ON p.sha256 = a.package
            WHERE a.tbl = :table AND {_NEAREST.format("t.rowid")} AND t.rowid <= a.last_rowid
                AND p.writer IN (SELECT value FROM json_each(:present)))
        ORDER BY t.rowid LIMIT :most
    """  # noqa: S608 - names are our own
    named: dict[str, Value] = {"after": after.get(table, 0), "table": table, "present": _json(present)}
    found = reader.query(sql, **named, most=ROWS_PER_PIECE)
    if not found:
        return None
    history = _history(reader, table, [row[1] for row in found])
    # A transaction is as long as all that it writes; a row with a long history goes alone, but goes whole.
    count, rows = 0, list[Row]()
    for row in found:
        count += 1 + len(history.get(row[1], ()))
        if rows and count > ROWS_PER_PIECE:
            count -= 1 + len(history.get(row[1], ()))
            break
        rows.append(row[1:])
        after[table] = row[0]
    edits = [edit for row in rows for edit in history.get(row[0], ())]
    blocks = [(EDIT, edits[start : start + ROWS_PER_BLOCK]) for start in range(0, len(edits), ROWS_PER_BLOCK)]
    return Piece(table, after[table], count, ((table, rows), *blocks))


def _history(reader: Reader, table: str, ids: list[str]) -> dict[str, list[Row]]:
    """Row id -> its edits: a row never travels without those that made it what it shows."""
    found: dict[str, list[Row]] = {}
    if table in BY_TABLE:
        for edit in reader.query(
            f"SELECT {', '.join(f'e.{name}' for name in EDIT_COLUMNS)} FROM json_each(:ids) i"  # noqa: S608
            " CROSS JOIN edit e ON e.row_id = i.value AND e.tbl = :table",
            ids=_json(ids),
            table=table,
        ):
            found.setdefault(edit[1], []).append(edit)
    return found


def is_news(table: str) -> bool:
    """Whether rows of a table are worth a file of their own: the journal of taking files in would never end."""
    return table != JOURNAL


def unsent(reader: Reader, address: str) -> int:
    """How many rows written here are not at the address yet; what others wrote is left to them."""
    sent = positions(reader, address)
    return sum(
        reader.count(
            f"SELECT count(*) FROM {table} t WHERE t.rowid > :after AND NOT EXISTS ("  # noqa: S608 - names are our own
            f"SELECT 1 FROM arrived a WHERE a.tbl = :table AND {_NEAREST.format('t.rowid')}"
            " AND t.rowid <= a.last_rowid)",
            after=sent.get(table, 0),
            table=table,
        )
        for table in _ORDER
        if is_news(table)
    )


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


def note_tried(tx: Transaction, address: str, writer: str, name: str, before: Seen | None, outcome: str) -> None:
    """Remember one more try of a file, which looked like `before` until now."""
    first_at, tries = (before.first_at, before.tries + 1) if before else (tx.now, 1)
    note_seen(tx, address, Seen(writer, name, outcome, first_at, tx.now, tries))


def is_due(file: Seen, now: int) -> bool:
    """Whether a file that could not be taken is to be tried again at `now` (UTC ms)."""
    return now >= file.tried_at + int(min(FIRST_DELAY_MS * 2 ** min(file.tries - 1, 16), LONGEST_DELAY_MS))


def _json(texts: Collection[str]) -> str:
    return msgspec.json.encode(list(texts)).decode()
