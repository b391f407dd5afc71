"""The values of a package: which texts, numbers and ids a row may bring, and which cells an edit may speak of."""

import re
from typing import Annotated, Any

import msgspec

from db.errors import Unreadable
from db.exchange.blocks import COLUMNS
from db.records import COLUMNS as RECORD_COLUMNS

# More than any cell of a list or argument of a command can hold, so whatever was written here can be read there.
MAX_TEXT_CHARACTERS = 1_000_000
INT64 = 1 << 63
# UTC milliseconds from the year 1830 to 6429: every calendar has room on both sides, and so has a later stamp.
MOMENTS = range(-(1 << 42), 1 << 47)
ID = re.compile(r"[0-9A-Za-z:_\-]{1,80}")
INTEGER = re.compile(r"-?[0-9]{1,18}")

_Text = Annotated[str, msgspec.Meta(max_length=MAX_TEXT_CHARACTERS)]
_INTEGERS = {"edit": {"stamp"}, "journal": {"seq", "at"}}
_NULLABLE = {"edit": {"val", "who", "writer"}, "journal": {"staff", "object", "salt"}}


def _numbers(name: str) -> range:
    """The numbers that an integer column may hold."""
    is_moment = name in ("at", "stamp") or name.endswith("_at")
    return MOMENTS if is_moment else range(-INT64, INT64)


def _kind(name: str, *, is_integer: bool, nullable: bool) -> Any:
    """The msgspec type of a cell."""
    numbers = _numbers(name)
    kind: Any = Annotated[int, msgspec.Meta(ge=numbers[0], le=numbers[-1])] if is_integer else _Text
    return kind | None if nullable else kind


def _row_type(table: str) -> Any:
    """The msgspec type of a block of `table`: a list of tuples in column order."""
    if table in RECORD_COLUMNS:
        columns = [(c.name, c.is_integer, c.nullable) for c in RECORD_COLUMNS[table]]
    else:
        columns = [(name, name in _INTEGERS[table], name in _NULLABLE[table]) for name in COLUMNS[table]]
    kinds = [_kind(name, is_integer=is_integer, nullable=nullable) for name, is_integer, nullable in columns]
    return list[tuple[tuple(kinds)]]  # type: ignore[misc]  # the type is made from the table's columns


# What an edit may speak of: whether the cell may be empty, and its numbers, if it holds one. An id is never edited.
_CELLS = {
    (table, column.name): (column.nullable, _numbers(column.name) if column.is_integer else None)
    for table, columns in RECORD_COLUMNS.items()
    for column in columns
    if column.name != "id"
}


def _fits(table: str, name: str, value: str | None) -> bool:
    """Whether `value` could be shown in a cell of this column."""
    if (table, name) not in _CELLS:
        return False
    nullable, numbers = _CELLS[table, name]
    if value is None:
        return nullable
    return numbers is None or (INTEGER.fullmatch(value) is not None and int(value) in numbers)


_DECODERS: dict[str, msgspec.json.Decoder[list[tuple[Any, ...]]]] = {}


def decode_rows(table: str, line: bytes) -> list[tuple[Any, ...]]:
    """The rows of a JSON line, every value of its column's kind.

    Raises Unreadable `package_damaged`, and msgspec's errors for what is no such JSON.
    """
    if table not in _DECODERS:
        _DECODERS[table] = msgspec.json.Decoder(_row_type(table))
    rows = _DECODERS[table].decode(line)
    _check(table, rows, line)
    return rows


def _check(table: str, rows: list[tuple[Any, ...]], line: bytes) -> None:
    """Ids of our form in every row, edits of cells that there are, and no NUL anywhere."""
    place = 1 if table == "edit" else 0
    if any(ID.fullmatch(row[place]) is None for row in rows):
        raise Unreadable("package_damaged")
    if table == "edit" and not all(_fits(row[0], row[2], row[5]) for row in rows):
        raise Unreadable("package_damaged")
    if b"\\u0000" in line and any("\0" in value for row in rows for value in row if isinstance(value, str)):
        raise Unreadable("package_damaged")
