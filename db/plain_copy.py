"""A plain SQLite copy of the tables that travel, made for reading elsewhere; never opened by this program again."""

import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from db.driver import Connection, DatabaseError, Row, connect, translate
from db.errors import Refused, StoreTrouble
from db.exchange.beyond import BEYOND
from db.exchange.blocks import COLUMNS, EDIT, TABLES, export_blocks
from db.files import file_trouble

if TYPE_CHECKING:
    from db.store import Reader

# Which masking a column of a table takes.
MASKS = {
    ("client", "name"): "name", ("client", "phone"): "phone", ("client", "phone2"): "phone",
    ("client", "phone_typed"): "drop", ("client", "note"): "drop", ("attachment", "name"): "drop",
}  # fmt: skip
# Opens the file of an attachment: leaves the database in packages only, which are encrypted.
SECRETS = {("attachment", "key"): "drop"}


def write(reader: "Reader", file: Path, masks: Mapping[str, Callable[[str], str]] | None) -> dict[str, int]:
    """Copy every table into the new plain database `file`; with `masks` names and phones pass through them.

    A masked copy leaves out the history of cells, which holds former names. Raises Refused `file_exists`, and
    StoreTrouble `folder_not_writable` for a folder that is not there or may not be used; both name the file asked for.
    """
    if file.exists():
        raise Refused("file_exists", file=str(file))
    if not file.parent.is_dir():
        raise StoreTrouble("folder_not_writable", file=str(file))
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
    except StoreTrouble as trouble:
        # The driver knows the part file only.
        code = "folder_not_writable" if trouble.code == "database_folder" else trouble.code
        raise StoreTrouble(code, **{**trouble.facts, "file": str(file)}) from trouble
    except OSError as error:
        raise file_trouble(error, file) from error
    finally:
        part.unlink(missing_ok=True)
    return counts


def _copy(reader: "Reader", target: Connection, masks: Mapping[str, Callable[[str], str]] | None) -> dict[str, int]:
    # What this program does not know it cannot mask.
    left_out = {BEYOND} if masks is None else {BEYOND, EDIT}
    tables = [*(table for table in TABLES if table not in left_out), "concern_now"]
    target.execute("BEGIN")
    for table in tables:
        target.execute(reader.query("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :t", t=table)[0][0])
    kinds = {**MASKS, **SECRETS} if masks else SECRETS
    counts = dict.fromkeys(tables, 0)
    for table, rows in export_blocks(reader):
        if table in counts:
            _insert(target, table, COLUMNS[table], [_masked(table, row, masks or {}, kinds) for row in rows])
            counts[table] += len(rows)
    now = reader.query("SELECT concern, state, step, rivals FROM concern_now")
    _insert(target, "concern_now", ("concern", "state", "step", "rivals"), now)
    counts["concern_now"] = len(now)
    target.execute("COMMIT")
    return counts


def _insert(target: Connection, table: str, columns: tuple[str, ...], rows: list[Row]) -> None:
    marks = ", ".join("?" * len(columns))
    target.executemany(f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608 - own names


def _masked(
    table: str, row: Row, masks: Mapping[str, Callable[[str], str]], kinds: Mapping[tuple[str, str], str]
) -> Row:
    def shown(name: str, value: object) -> object:
        kind = kinds.get((table, name))
        if kind is None or not isinstance(value, str):
            return value
        return None if kind == "drop" else masks[kind](value)

    return tuple(shown(name, value) for name, value in zip(COLUMNS[table], row, strict=True))
