"""Tables of the summary: a head that is repeated on every page, rows that grow with their text, hairlines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from desktop.paper.flow import Block
from desktop.paper.kit import Sheet
from desktop.paper.measures import GREY, LABEL, LEFT, PALE, RIGHT, TEXT

_LEADING: Final = 13.5
_AIR: Final = 5.8


@dataclass(frozen=True, slots=True)
class Column:
    """`x0` to `x1` is the room of its text; `right` aligns at `x1`, as numbers do; `strong` is bold."""

    title: str
    x0: float
    x1: float
    right: bool = False
    strong: bool = False


Row = tuple[str, ...]


def table(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Row], total: Row | None = None) -> Iterator[Block]:
    """Return the blocks of a table; `total` is a last row in bold between stronger rules."""
    head = Block(20, partial(_head, columns=columns))
    yield Block(head.height, head.draw, stays=True)
    for index, row in enumerate(rows):
        yield from _row(sheet, columns, row, head if index else None)
    if total:
        yield Block(_LEADING + _AIR, partial(_total, columns=columns, row=total))


def _head(sheet: Sheet, y: float, columns: Sequence[Column]) -> None:
    for column in columns:
        x, align = (column.x1, "right") if column.right else (column.x0, "left")
        sheet.write(x, y + 11, column.title, LABEL, colour=GREY, align="right" if align == "right" else "left")
    sheet.rule(LEFT, y + 20, RIGHT, 0.6, GREY)


def _row(sheet: Sheet, columns: Sequence[Column], row: Row, again: Block | None) -> Iterator[Block]:
    """One block per line, so that a cell of any length goes on over the page."""
    cells = [_cell_lines(sheet, column, value) for column, value in zip(columns, row, strict=True)]
    count = max(map(len, cells))
    for index in range(count):
        last = index == count - 1
        lines = tuple(cell[index] if index < len(cell) else "" for cell in cells)
        air = _AIR if last else 0
        draw = partial(_row_line, columns=columns, lines=lines, last=last)
        yield Block(_LEADING + air, draw, stays=index in (0, count - 2) and not last, again=again)


def _cell_lines(sheet: Sheet, column: Column, value: str) -> tuple[str, ...]:
    if column.right:
        return (value,)
    return sheet.lines(value, column.x1 - column.x0, TEXT, column.strong) or ("",)


def _row_line(sheet: Sheet, y: float, columns: Sequence[Column], lines: Row, last: bool) -> None:
    for column, line in zip(columns, lines, strict=True):
        _cell(sheet, y, column, line, column.strong)
    if last:
        sheet.rule(LEFT, y + _LEADING + _AIR, RIGHT, 0.5, PALE)


def _total(sheet: Sheet, y: float, columns: Sequence[Column], row: Row) -> None:
    for column, value in zip(columns, row, strict=True):
        _cell(sheet, y, column, value, strong=True)
    sheet.rule(LEFT, y + _LEADING + _AIR, RIGHT, 0.6, GREY)


def _cell(sheet: Sheet, y: float, column: Column, value: str, strong: bool) -> None:
    if column.right:
        sheet.write(column.x1, y + 13.5, value, strong=strong, align="right")
    elif value:
        sheet.write(column.x0, y + 13.5, value, strong=strong)
