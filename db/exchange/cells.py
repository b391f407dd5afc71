"""The values of a package: which texts, numbers and ids a row may bring, and which cells an edit may speak of."""

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import msgspec

from db.driver import Row
from db.errors import Unreadable
from db.exchange.beyond import BEYOND, cells, is_foreign
from db.exchange.blocks import COLUMNS
from db.records import ADDED_LATER
from db.records import COLUMNS as RECORD_COLUMNS

# More than any cell of a list or argument of a command can hold, so whatever was written here can be read there.
MAX_TEXT_CHARACTERS = 1_000_000
INT64 = 1 << 63
# UTC milliseconds from the year 1830 to 6429: every calendar has room on both sides, and so has a later stamp.
MOMENTS = range(-(1 << 42), 1 << 47)
_ID = r"[0-9A-Za-z:_\-]{1,80}"
# The ids of a block, one to a line: a thousand small matches cost three times this one.
IDS = re.compile(rf"{_ID}(?:\n{_ID})*")
INTEGER = re.compile(r"-?[0-9]{1,18}")

_Text = Annotated[str, msgspec.Meta(max_length=MAX_TEXT_CHARACTERS)]
_ANY = Annotated[int, msgspec.Meta(ge=-INT64, le=INT64 - 1)] | _Text
_INTEGERS = {BEYOND: set[str](), "edit": {"stamp"}, "journal": {"seq", "at"}}
_NULLABLE = {BEYOND: set[str](), "edit": {"val", "who", "writer"}, "journal": {"staff", "object", "salt"}}


def _numbers(name: str) -> range:
    """The numbers that an integer column may hold."""
    is_moment = name in ("at", "stamp") or name.endswith("_at")
    return MOMENTS if is_moment else range(-INT64, INT64)


def _kind(name: str, *, is_integer: bool, nullable: bool) -> Any:
    """The msgspec type of a cell."""
    numbers = _numbers(name)
    kind: Any = Annotated[int, msgspec.Meta(ge=numbers[0], le=numbers[-1])] if is_integer else _Text
    return kind | None if nullable else kind


def _row_type(table: str, names: tuple[str, ...]) -> Any:
    """The msgspec type of a block of `table`: a list of tuples in the order of `names`."""
    if table in RECORD_COLUMNS:
        declared = {c.name: (c.is_integer, c.nullable) for c in RECORD_COLUMNS[table]}
    elif table in COLUMNS:
        declared = {name: (name in _INTEGERS[table], name in _NULLABLE[table]) for name in COLUMNS[table]}
    else:
        declared = {"id": (False, False)}
    kinds = [
        _kind(name, is_integer=declared[name][0], nullable=declared[name][1]) if name in declared else _ANY | None
        for name in names
    ]
    if table == BEYOND:
        kinds[-1] = _ANY
    return list[tuple[tuple(kinds)]]  # type: ignore[misc]  # the type is made from the table's columns


# What an edit may speak of: whether the cell may be empty, and its numbers, if it holds one. An id is never edited.
_CELLS = {
    (table, column.name): (column.nullable, _numbers(column.name) if column.is_integer else None)
    for table, columns in RECORD_COLUMNS.items()
    for column in columns
    if column.name != "id"
}


def _fits(table: str, name: str, value: str | None) -> bool:
    """Whether `value` could be shown in a cell of this column, here or in a program of a later schema."""
    if (table, name) not in _CELLS:
        return is_foreign(table, name)
    nullable, numbers = _CELLS[table, name]
    if value is None:
        return nullable
    return numbers is None or (INTEGER.fullmatch(value) is not None and int(value) in numbers)


def are_readable(table: str, names: Sequence[str], *, newer: bool) -> bool:
    """Whether a block may have these columns: ours, fewer from an older program, more from a newer one."""
    ours = COLUMNS.get(table)
    if ours is None:
        return (
            newer
            and tuple(names[:1]) == ("id",)
            and len(set(names)) == len(names)
            and all(map(is_in(table), names[1:]))
        )
    if table not in RECORD_COLUMNS or tuple(names) == ours:
        return tuple(names) == ours
    unknown = [name for name in names if name not in ours]
    missing = [name for name in ours if name not in names]
    return (
        tuple(names[:1]) == ("id",)
        and len(set(names)) == len(names)
        and (newer or not unknown)
        and all(map(is_in(table), unknown))
        and all((table, name) in ADDED_LATER for name in missing)
    )


def is_in(table: str) -> Callable[[str], bool]:
    """Whether a column may be one that only a later schema knows of `table`."""
    return lambda name: is_foreign(table, name)


_DECODERS: dict[tuple[str, tuple[str, ...]], msgspec.json.Decoder[list[tuple[Any, ...]]]] = {}


def decode_rows(table: str, line: bytes, names: tuple[str, ...] | None = None) -> list[tuple[Any, ...]]:
    """The rows of a JSON line, every value of its column's kind; `names` are the columns if they are not ours.

    Raises Unreadable `package_damaged`, and msgspec's errors for what is no such JSON.
    """
    key = (table, names or COLUMNS[table])
    if key not in _DECODERS:
        _DECODERS[key] = msgspec.json.Decoder(_row_type(*key))
    rows = _DECODERS[key].decode(line)
    _check(table, rows, line)
    return rows


def split_rows(table: str, rows: list[Row], names: tuple[str, ...]) -> tuple[list[Row], list[Row]]:
    """Rows of the columns known here, in our order, and the cells of the others as rows of `beyond`."""
    ours = [names.index(name) for name in COLUMNS.get(table, ()) if name in names]
    others = [(place, name) for place, name in enumerate(names) if name not in COLUMNS.get(table, ("id",))]
    carried = [cell for row in rows for cell in cells(table, row[0], [(name, row[place]) for place, name in others])]
    return [tuple([row[place] for place in ours]) for row in rows], carried


def _check(table: str, rows: list[tuple[Any, ...]], line: bytes) -> None:
    """Ids of our form in every row, edits of cells that there are, and no NUL anywhere."""
    place = 1 if table in ("edit", BEYOND) else 0
    ids = "\n".join([row[place] for row in rows])
    if rows and (IDS.fullmatch(ids) is None or ids.count("\n") != len(rows) - 1):
        raise Unreadable("package_damaged")
    if table == BEYOND and not all(is_foreign(*row[:3:2]) or (row[0], row[2]) in _CELLS for row in rows):
        raise Unreadable("package_damaged")
    if table == "edit" and not all(_fits(row[0], row[2], row[5]) for row in rows):
        raise Unreadable("package_damaged")
    if b"\\u0000" in line and any("\0" in value for row in rows for value in row if isinstance(value, str)):
        raise Unreadable("package_damaged")
