"""What became of a row: every change of its cells with what it replaced, and what the journal says about it.

The journal has no index by object, because a scan at the door pays for every index; these questions read it once, for
a page that a person opens.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from db.records import Reminder

if TYPE_CHECKING:
    from db.store import Reader

# Verbs whose object does not name the row, though the row is in what they hand out.
EXPORTED, SENT_OUT, EVERYTHING = "concern.export", "paper.dispatch", "export.sqlite"
# Stands before the number of rows where there were too many to name each.
MANY = "*"
_OF_ROWS = "(tbl, row_id) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:rows))"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One value that a cell was given later; `before` are the values it replaced, several where it settled them.

    `is_last` says that nothing has replaced it; `stamp` in UTC ms.
    """

    table: str
    row_id: str
    column: str
    op: str
    before: tuple[str | None, ...]
    after: str | None
    stamp: int
    who: str | None
    writer: str | None
    is_last: bool


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line of the journal; `at` in UTC ms."""

    at: int
    staff: str | None
    verb: str
    subject: str | None
    writer: str


def changes(reader: "Reader", rows: Sequence[tuple[str, str]]) -> tuple[CellChange, ...]:
    """Every change of the cells of these rows (table, id), the latest first; what a row was made with is no change."""
    found = reader.query(
        f"""
        SELECT e.tbl, e.row_id, e.col, e.op, p.val, e.val, e.stamp, e.who, e.writer,
          NOT EXISTS (SELECT 1 FROM edit n WHERE n.tbl = e.tbl AND n.row_id = e.row_id AND n.col = e.col
                      AND n.prev = e.op)
        FROM edit e LEFT JOIN edit p ON p.tbl = e.tbl AND p.row_id = e.row_id AND p.col = e.col AND p.op = e.prev
        WHERE e.prev <> '' AND e.row_id IN (SELECT json_extract(value, '$[1]') FROM json_each(:rows))
          AND {_OF_ROWS.replace("(tbl, row_id)", "(e.tbl, e.row_id)")}
        ORDER BY e.stamp DESC, e.op DESC, e.prev, p.stamp DESC
        """,  # noqa: S608 - fixed texts
        rows=msgspec.json.encode(rows).decode(),
    )
    before: dict[tuple[str, str, str, str], dict[str | None, None]] = {}
    for row in found:
        before.setdefault((row[0], row[1], row[2], row[3]), {})[row[4]] = None
    lines = {(row[0], row[1], row[2], row[3]): row for row in found}
    return tuple(
        CellChange(*cell, tuple(before[cell]), row[5], row[6], row[7], row[8], bool(row[9]))
        for cell, row in lines.items()
    )


def change(reader: "Reader", table: str, row_id: str, op: str) -> CellChange | None:
    """One change of a row by the name of its operation; None for an unknown one."""
    return next((one for one in changes(reader, [(table, row_id)]) if one.op == op), None)


def journal_lines(
    reader: "Reader", subjects: Collection[str], *, exported: str = "", moments: Collection[int] = ()
) -> tuple[JournalLine, ...]:
    """The journal's lines about these rows, the latest first, and those of the `moments` at which they were written.

    Exports of everything are among them, and those of lists and letters that `exported`, a concern, was among or may
    have been among.
    """
    rows = reader.query(
        """
        SELECT at, staff, verb, object, writer FROM journal
        WHERE object IN (SELECT value FROM json_each(:subjects)) OR verb = :everything
          OR (verb IN (:list, :letters) AND :exported <> ''
              AND (instr(object, :exported) > 0 OR substr(object, 1, 1) = :many))
          OR at IN (SELECT value FROM json_each(:moments))
        ORDER BY at DESC, seq DESC
        """,
        subjects=msgspec.json.encode(sorted(subjects)).decode(),
        everything=EVERYTHING,
        list=EXPORTED,
        letters=SENT_OUT,
        exported=exported,
        many=MANY,
        moments=msgspec.json.encode(sorted(moments)).decode(),
    )
    return tuple(JournalLine(*row) for row in rows)


def device_names(reader: "Reader") -> dict[str, str]:
    """Id -> name of every device that was heard of."""
    return {row[0]: row[1] for row in reader.query("SELECT id, name FROM device")}


def reminders(reader: "Reader", concern: str) -> tuple[Reminder, ...]:
    """When somebody was urged about a concern, in time order."""
    return reader.records(Reminder, "WHERE concern = :concern AND deleted = 0 ORDER BY at, id", concern=concern)


def returned(reader: "Reader") -> dict[str, int]:
    """Concern -> how many times it was returned; those never returned are left out."""
    rows = reader.query(
        "SELECT concern, count(*) FROM concern_step WHERE state = 'returned' AND deleted = 0 GROUP BY concern"
    )
    return {row[0]: row[1] for row in rows}


def rows_of(reader: "Reader", table: str, column: str, row_id: str) -> tuple[str, ...]:
    """The ids of the rows of `table` whose `column` names this row, also those taken out."""
    sql = f"SELECT id FROM {table} WHERE {column} = :id ORDER BY id"  # noqa: S608 - names are our own
    return tuple(row[0] for row in reader.query(sql, id=row_id))


def named_by(reader: "Reader", table: str, wanted: str, column: str, row_id: str) -> tuple[str, ...]:
    """What the column `wanted` names in the rows of `table` whose `column` is this id; empty ones are left out."""
    sql = f"SELECT DISTINCT {wanted} FROM {table} WHERE {column} = :id AND {wanted} IS NOT NULL"  # noqa: S608 - own names
    return tuple(row[0] for row in reader.query(sql, id=row_id))
