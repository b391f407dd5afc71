"""What a newer program knows and this one does not: kept cell by cell, handed on untouched, taken up after an upgrade.

Later schemas only add tables and nullable columns. A package from one is read as far as it is known here; the rest lies
in `beyond`. A column that a row does not bring, because its writer is older, says nothing about that cell.
"""

import re
from collections.abc import Iterable, Mapping

from db.driver import Connection, Row, Value, first_value_op
from db.history import INSERT as INSERT_EDIT
from db.history import WINNER, as_text
from db.records import BY_TABLE, COLUMNS, NAMES, column

BEYOND = "beyond"
BEYOND_COLUMNS = ("tbl", "row_id", "col", "val")
NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
# Names of tables that never travel; a package that speaks of one is no package of ours.
LOCAL = re.compile(
    r"sqlite.*|search.*|local_state|secret|running_number|trusted_device|imported_package|arrived|export_position"
    r"|outbox_.*|blob_.*|erased_row|erased_moment|waiting_edit"
    r"|roster_change|heading_map|draft|paper_job|guest|concern_now|likeness|edit|journal|beyond"
)


def is_foreign(table: str, name: str) -> bool:
    """Whether a later schema of ours may have this column of this table, which is not known here."""
    is_known = table in BY_TABLE and name in NAMES[table]
    return not is_known and all(NAME.fullmatch(text) for text in (table, name)) and not LOCAL.fullmatch(table)


def cells(table: str, row_id: str, named: Iterable[tuple[str, Value]]) -> list[Row]:
    """The rows of `beyond` for the cells of one row; an empty cell says nothing."""
    return [(table, row_id, name, value) for name, value in named if value is not None]


def adopt(connection: Connection, before: Mapping[str, int] | None = None) -> dict[str, set[str]]:
    """Take up every cell that this program knows by now and whose row is here; returns the ids written, by table.

    With `before` (row positions, table -> rowid) only what is newer is looked at. Called inside a transaction, after a
    merge and after a migration. Nothing is taken out of `beyond`: its row positions tell a delta what is new.
    """
    positions = before or {}
    found = connection.execute("SELECT DISTINCT tbl, col FROM beyond").fetchall()
    known = [(table, name) for table, name in found if table in BY_TABLE and name in NAMES[table]]
    written: dict[str, set[str]] = {}
    for table in sorted({table for table, _ in known}):
        written.setdefault(table, set()).update(_insert_whole_rows(connection, table))
    for table, name in known:
        rows = connection.execute(
            f"SELECT b.row_id, t.{name}, b.val FROM beyond b CROSS JOIN {table} t ON t.id = b.row_id"  # noqa: S608
            " WHERE b.tbl = :tbl AND b.col = :col AND (b.rowid > :cells OR t.rowid > :rows)",
            {"tbl": table, "col": name, "cells": positions.get(BEYOND, 0), "rows": positions.get(table, 0)},
        ).fetchall()
        for row_id, mine, theirs in rows:
            _take_up(connection, table, row_id, name, mine, theirs)
        written[table].update(row[0] for row in rows)
    return {table: ids for table, ids in written.items() if ids}


def _insert_whole_rows(connection: Connection, table: str) -> set[str]:
    """Make the rows of a table that was not known when they came."""
    needed = [c.name for c in COLUMNS[table] if not c.nullable and c.name != "id"]
    found = connection.execute(
        f"SELECT DISTINCT row_id FROM beyond b WHERE tbl = ? AND NOT EXISTS"  # noqa: S608
        f" (SELECT 1 FROM {table} t WHERE t.id = b.row_id)",
        (table,),
    ).fetchall()
    made: set[str] = set()
    for (row_id,) in found:
        # Of two first values the smaller counts until the histories are compared, on every device alike.
        cell: dict[str, Value] = dict(
            connection.execute(
                "SELECT col, val FROM beyond WHERE tbl = ? AND row_id = ? ORDER BY val DESC", (table, row_id)
            ).fetchall()
        )
        if not all(name in cell for name in needed):
            continue
        names = ["id", *(name for name in NAMES[table] if name != "id" and name in cell)]
        connection.execute(
            f"INSERT INTO {table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608
            (row_id, *(cell[name] for name in names[1:])),
        )
        made.add(row_id)
    return made


def _take_up(connection: Connection, table: str, row_id: str, name: str, mine: Value, theirs: Value) -> None:
    cell = {"tbl": table, "row_id": row_id, "col": name}
    has_history = connection.execute(
        "SELECT 1 FROM edit WHERE tbl = :tbl AND row_id = :row_id AND col = :col LIMIT 1", cell
    ).fetchone()
    # Where there is a history it came whole; the cell is only what its winner was somewhere, some day.
    if not has_history and mine is not None and mine != theirs:
        for value in (mine, theirs):
            connection.execute(
                INSERT_EDIT, (table, row_id, name, first_value_op(value), "", as_text(value), 0, None, None)
            )
        has_history = (1,)
    shown = _winner(connection, cell) if has_history else theirs
    connection.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", (shown, row_id))  # noqa: S608


def _winner(connection: Connection, cell: dict[str, str]) -> Value:
    value = connection.execute(WINNER, cell).fetchall()[0][0]
    return int(value) if value is not None and column(cell["tbl"], cell["col"]).is_integer else value


def show_carried_edits(connection: Connection, added: Iterable[tuple[str, str]]) -> None:
    """After a migration: show the winners of edits that came before their columns `added` (table, column) did."""
    for table, name in added:
        rows = connection.execute(
            f"SELECT DISTINCT e.row_id FROM edit e CROSS JOIN {table} t ON t.id = e.row_id"  # noqa: S608
            " WHERE e.tbl = ? AND e.col = ?",
            (table, name),
        ).fetchall()
        for (row_id,) in rows:
            shown = _winner(connection, {"tbl": table, "row_id": row_id, "col": name})
            connection.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", (shown, row_id))  # noqa: S608
