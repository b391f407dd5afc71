"""Disagreements looked at from outside: what became of a cell, which were settled lately, and taking that back."""

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import history
from db.errors import Refused
from db.history import INSERT, Head
from db.records import column

if TYPE_CHECKING:
    from db.store import Reader, Transaction

COLUMNS = "op, val, stamp, who, writer"


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a cell was given; `seen` are the values which it replaced, none for the first value."""

    head: Head
    seen: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A cell whose disagreement ended with one edit; `between` are the values it ended, the one shown before first."""

    table: str
    row_id: str
    column: str
    head: Head
    between: tuple[Head, ...]


def changes(reader: "Reader", table: str, row_id: str, col: str) -> tuple[Change, ...]:
    """What became of a cell, the latest value first; empty for one that was never edited."""
    rows = reader.query(
        f"SELECT {COLUMNS}, prev FROM edit WHERE tbl = :tbl AND row_id = :row_id AND col = :col"  # noqa: S608 - own names
        " ORDER BY stamp DESC, op DESC, prev",
        tbl=table, row_id=row_id, col=col,
    )  # fmt: skip
    heads = {row[0]: Head(*row[:5]) for row in rows}
    replaced: dict[str, list[str | None]] = {op: [] for op in heads}
    for row in rows:
        if row[5] in heads:
            replaced[row[0]].append(heads[row[5]].value)
    return tuple(Change(head, tuple(replaced[op])) for op, head in heads.items())


def settled(reader: "Reader", limit: int) -> tuple[Settled, ...]:
    """The disagreements that ended last, the latest first: one edit that replaced several values."""
    rows = reader.query(
        f"""
        SELECT tbl, row_id, col, {COLUMNS} FROM edit GROUP BY row_id, col, op, tbl HAVING count(*) > 1
        ORDER BY stamp DESC, op DESC LIMIT :limit
        """,  # noqa: S608 - own names
        limit=limit,
    )
    found = (_settled(reader, table, row_id, col, Head(*head)) for table, row_id, col, *head in rows)
    return tuple(one for one in found if one)


def _settled(reader: "Reader", table: str, row_id: str, col: str, head: Head) -> Settled | None:
    """The disagreement that an edit has ended; None when the values it replaced were the same."""
    between = tuple(
        Head(*row)
        for row in reader.query(
            f"SELECT DISTINCT {COLUMNS} FROM edit WHERE tbl = :tbl AND row_id = :row_id AND col = :col AND op IN"  # noqa: S608
            " (SELECT prev FROM edit WHERE row_id = :row_id AND col = :col AND op = :op AND tbl = :tbl)"
            " ORDER BY stamp DESC, op DESC",
            tbl=table,
            row_id=row_id,
            col=col,
            op=head.op,
        )
    )
    return Settled(table, row_id, col, head, between) if len({one.value for one in between}) > 1 else None


def reopen(tx: "Transaction", table: str, row_id: str, col: str) -> None:
    """Let the values stand against each other again that the cell's last edit has ended.

    Nothing is taken out of the history: each value is written once more behind that edit, under the name of whoever
    wrote it, and the one that was shown before is shown again. Raises Refused `nothing_settled` where the last edit
    ended no disagreement.
    """
    now = history.heads(tx, table, row_id, col)
    ended = _settled(tx, table, row_id, col, now[0]) if len({head.op for head in now}) == 1 else None
    if ended is None:
        raise Refused("nothing_settled", field=col)
    different: dict[str | None, Head] = {}
    for head in ended.between:
        different.setdefault(head.value, head)
    stamp = max(tx.now, 1 + ended.head.stamp) + len(different)
    for place, head in enumerate(different.values()):
        edit = (table, row_id, col, uuid.uuid4().hex, ended.head.op, head.value, stamp - place, head.who, head.writer)
        tx.connection.execute(INSERT, edit)
    text = ended.between[0].value
    shown = int(text) if text is not None and column(table, col).is_integer else text
    tx.connection.execute(f"UPDATE {table} SET {col} = ? WHERE id = ?", (shown, row_id))  # noqa: S608 - own names
    tx.wrote(table, row_id, [(col, shown)])
