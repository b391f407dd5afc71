"""The history of cells: every change of a field names what it replaces.

A cell without history has one implicit first value. The first edit writes that value down as an operation with stamp 0
whose name is a function of the value, then the new operation, once per operation that it replaces. The shown value is
the one with the largest (stamp, op). A stamp is always above what it replaced, so a slow clock still wins over what it
saw. Two operations that nobody replaced and whose values differ are a disagreement for a person to settle.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import erasure
from db.driver import Value, first_value_op
from db.errors import Refused
from db.records import BY_TABLE, NAMES, column

if TYPE_CHECKING:
    from db.store import Reader, Transaction

HEADS = """
    SELECT DISTINCT e.op, e.val, e.stamp, e.who, e.writer FROM edit e
    WHERE e.tbl = :tbl AND e.row_id = :row_id AND e.col = :col
      AND NOT EXISTS (SELECT 1 FROM edit n WHERE n.tbl = e.tbl AND n.row_id = e.row_id AND n.col = e.col
                      AND n.prev = e.op)
    ORDER BY e.stamp DESC, e.op DESC
"""
WINNER = """
    SELECT val FROM edit WHERE tbl = :tbl AND row_id = :row_id AND col = :col ORDER BY stamp DESC, op DESC LIMIT 1
"""
INSERT = (
    "INSERT INTO edit(tbl, row_id, col, op, prev, val, stamp, who, writer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A value of a cell that no later edit has replaced."""

    op: str
    value: str | None
    stamp: int
    who: str | None
    writer: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell with two or more unreplaced values that differ; `heads[0]` is the one shown."""

    table: str
    row_id: str
    column: str
    heads: tuple[Head, ...]


def heads(reader: "Reader", table: str, row_id: str, col: str) -> tuple[Head, ...]:
    """The unreplaced values of a cell, the shown one first; empty when the cell was never edited."""
    return tuple(Head(*row) for row in reader.query(HEADS, tbl=table, row_id=row_id, col=col))


def as_text(value: Value) -> str | None:
    """A cell's value as the history keeps it."""
    return None if value is None else str(value)


def save(tx: "Transaction", table: str, row_id: str, changes: Mapping[str, str | int | None]) -> int:
    """Write `changes` (column -> new value) to a row and its history; returns how many cells changed.

    An empty text in a nullable column is no value. A cell that already shows the value and has one head is left.
    Raises Refused `write_once` for a column that may never be edited and `row_missing` for an unknown row.
    """
    forbidden = sorted(BY_TABLE[table].write_once.intersection(changes))
    if forbidden:
        raise Refused("write_once", column=forbidden[0])
    return _write(tx, table, row_id, changes)


def _write(tx: "Transaction", table: str, row_id: str, changes: Mapping[str, str | int | None]) -> int:
    names = list(changes)
    shown = tx.one(f"SELECT {', '.join(names)} FROM {table} WHERE id = :id", id=row_id)  # noqa: S608 - our own names
    if shown is None:
        raise Refused("row_missing", id=row_id)
    if tx.has_erasures:
        changes = erasure.allowed(tx, table, row_id, changes)
    changed: dict[str, Value] = {}
    for name, before in zip(names, shown, strict=True):
        if name not in changes:
            continue
        after: Value = None if changes[name] == "" and column(table, name).nullable else changes[name]
        if _save_cell(tx, table, row_id, name, before, after):
            changed[name] = after
    if changed:
        sets = ", ".join(f"{name} = :{name}" for name in changed)
        tx.connection.execute(f"UPDATE {table} SET {sets} WHERE id = :id", {**changed, "id": row_id})  # noqa: S608
        tx.wrote(table, row_id, sorted(changed.items()))
    return len(changed)


def _save_cell(tx: "Transaction", table: str, row_id: str, col: str, before: Value, after: Value) -> bool:
    current = heads(tx, table, row_id, col)
    if before == after and len({head.value for head in current}) <= 1:
        return False
    if not current:
        first = Head(first_value_op(before), as_text(before), 0, None, None)
        tx.connection.execute(INSERT, (table, row_id, col, first.op, "", first.value, 0, None, None))
        current = (first,)
    op = uuid.uuid4().hex
    stamp = max(tx.now, 1 + current[0].stamp)
    for head in current:
        tx.connection.execute(INSERT, (table, row_id, col, op, head.op, as_text(after), stamp, tx.by, tx.writer))
    return True


def adopt_waiting(tx: "Transaction", table: str, row_id: str) -> None:
    """Let a new row take its place among edits of it that came before it did.

    Only an id that is a function of its content can be made here after another device's edits of it have arrived. What
    the row was made with becomes a first value beside those edits; the winner of every cell is shown.
    """
    if not tx.one("SELECT 1 FROM waiting_edit WHERE tbl = :tbl AND row_id = :row_id", tbl=table, row_id=row_id):
        return
    columns = tx.query("SELECT DISTINCT col FROM edit WHERE tbl = :tbl AND row_id = :row_id", tbl=table, row_id=row_id)
    for (col,) in columns:
        if col not in NAMES[table]:
            continue
        row = tx.one(f"SELECT {col} FROM {table} WHERE id = :id", id=row_id)  # noqa: S608 - names are our own
        value = row[0] if row else None
        op = first_value_op(value)
        tx.connection.execute(INSERT, (table, row_id, col, op, "", as_text(value), 0, None, None))
        best = tx.query(WINNER, tbl=table, row_id=row_id, col=col)[0][0]
        shown = int(best) if best is not None and column(table, col).is_integer else best
        tx.connection.execute(f"UPDATE {table} SET {col} = ? WHERE id = ?", (shown, row_id))  # noqa: S608
    tx.connection.execute("DELETE FROM waiting_edit WHERE tbl = ? AND row_id = ?", (table, row_id))


def conflicts(reader: "Reader") -> tuple[Conflict, ...]:
    """Every cell on which two devices disagree, in the order of table, row and column."""
    rows = reader.query("""
        SELECT DISTINCT e.tbl, e.row_id, e.col, e.op, e.val, e.stamp, e.who, e.writer FROM edit e
        WHERE NOT EXISTS (SELECT 1 FROM edit n WHERE n.tbl = e.tbl AND n.row_id = e.row_id AND n.col = e.col
                          AND n.prev = e.op)
        ORDER BY e.tbl, e.row_id, e.col, e.stamp DESC, e.op DESC
    """)
    cells: dict[tuple[str, str, str], list[Head]] = {}
    for row in rows:
        cells.setdefault((row[0], row[1], row[2]), []).append(Head(*row[3:]))
    return tuple(
        Conflict(*cell, tuple(found)) for cell, found in cells.items() if len({head.value for head in found}) > 1
    )


def ahead_of(reader: "Reader", moment: int) -> int:
    """How many operations bear a stamp (UTC ms) after `moment`."""
    return reader.count("SELECT count(DISTINCT op) FROM edit WHERE stamp > :moment", moment=moment)


def settle(tx: "Transaction", table: str, row_id: str, col: str, value: str | int | None) -> None:
    """Give a cell the value that a person chose; the edit names every head, so the disagreement ends.

    A column that is written once may be settled too, on one of the values that stand there.
    """
    if col in BY_TABLE[table].write_once and as_text(value) not in {h.value for h in heads(tx, table, row_id, col)}:
        raise Refused("write_once", column=col)
    _write(tx, table, row_id, {col: value})
