"""A plain SQLite copy of the tables that travel, made for reading elsewhere; never opened by this program again."""

import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from db.driver import Connection, DatabaseError, Row, connect, translate
from db.errors import Refused
from db.exchange.blocks import COLUMNS, EDIT, TABLES, export_blocks
from db.files import file_trouble

if TYPE_CHECKING:
    from db.store import Reader

# Which masking a column of a table takes.
MASKS = {
    ("client", "name"): "name", ("client", "phone"): "phone", ("client", "phone2"): "phone",
    ("client", "phone_typed"): "drop", ("client", "note"): "drop",
}  # fmt: skip


def write(reader: "Reader", file: Path, masks: Mapping[str, Callable[[str], str]] | None) -> dict[str, int]:
    """Copy every table into the new plain database `file`; with `masks` names and phones pass through them.

    A masked copy leaves out the history of cells, which holds former names. Raises Refused `file_exists`.
    """
    if file.exists():
        raise Refused("file_exists", file=str(file))
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        target = connect(part, None)
        try:
            counts = _copy(reader, target, masks)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
        part.replace(file)
    except DatabaseError as error:
        raise translate(error, file) from error
    except OSError as error:
        raise file_trouble(error, file) from error
    finally:
        part.unlink(missing_ok=True)
    return counts


def _copy(reader: "Reader", target: Connection, masks: Mapping[str, Callable[[str], str]] | None) -> dict[str, int]:
    tables = [*(table for table in TABLES if table != EDIT or masks is None), "concern_now"]
    target.execute("BEGIN")
    for table in tables:
        target.execute(reader.query("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :t", t=table)[0][0])
    counts = dict.fromkeys(tables, 0)
    for table, rows in export_blocks(reader):
        if table in counts:
            _insert(target, table, COLUMNS[table], [_masked(table, row, masks) for row in rows] if masks else rows)
            counts[table] += len(rows)
    now = reader.query("SELECT concern, state, step, rivals FROM concern_now")
    _insert(target, "concern_now", ("concern", "state", "step", "rivals"), now)
    counts["concern_now"] = len(now)
    target.execute("COMMIT")
    return counts


def _insert(target: Connection, table: str, columns: tuple[str, ...], rows: list[Row]) -> None:
    marks = ", ".join("?" * len(columns))
    target.executemany(f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608 - own names


def _masked(table: str, row: Row, masks: Mapping[str, Callable[[str], str]]) -> Row:
    def shown(name: str, value: object) -> object:
        kind = MASKS.get((table, name))
        if kind is None or not isinstance(value, str):
            return value
        return None if kind == "drop" else masks[kind](value)

    return tuple(shown(name, value) for name, value in zip(COLUMNS[table], row, strict=True))
