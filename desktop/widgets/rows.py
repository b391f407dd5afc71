"""What a table shows, as values: columns, rows and cells; and the model that gives them to Qt."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.widgets.theme import Ink, Tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MEASURED = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One column; 0 px takes what is left. Numbers, dates and durations stand at the right.

    One that `fits` is as wide as its longest text, `width_px` at least, so that nothing in it is cut,
    but no wider than `most_px` where that is given. A text that is wider still and `folds` stands on two smaller lines.
    """

    title: str
    width_px: int = 0
    is_number: bool = False
    fits: bool = False
    most_px: int = 0
    folds: bool = False
    # A box before each row, to pick several out.
    is_tick: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a text, or with a `tone` a chip. `second` is a second line; `order` sorts in the text's place."""

    text: str = ""
    ink: Ink = "ink1"
    tone: Tone | None = None
    icon: str = ""
    second: str = ""
    is_strong: bool = False
    order: str | int | float | None = None
    # A count as large as a title, for lists that are about how many.
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `key` is what signals name it by."""

    key: str
    cells: tuple[Cell, ...]


class Rows(QAbstractTableModel):
    """The rows of one table; sorting is done here, on the rows at hand."""

    def __init__(self, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._rows: tuple[Row, ...] = ()
        self._sorted: tuple[int, bool] | None = None
        self.ticks: frozenset[str] = frozenset()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows, in the order chosen at the head, else in theirs."""
        self.beginResetModel()
        self._rows = self._in_order(rows)
        self.endResetModel()

    def tick(self, keys: frozenset[str]) -> None:
        """Pick out the rows with these keys."""
        self.ticks = keys
        places = [number for number, column in enumerate(self.columns) if column.is_tick]
        if places and self._rows:
            last = len(self._rows) - 1
            self.dataChanged.emit(self.index(0, places[0]), self.index(last, places[0]))

    @property
    def is_all_ticked(self) -> bool:
        """Whether every row shown is picked out; an empty table has none."""
        return bool(self._rows) and all(row.key in self.ticks for row in self._rows)

    def set_titles(self, titles: tuple[str, ...]) -> None:
        """The heads in another language, in the same order. ValueError for another number of titles."""
        pairs = zip(self.columns, titles, strict=True)
        self.columns = tuple(replace(column, title=title) for column, title in pairs)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def row_at(self, number: int) -> Row:
        """The row shown at this place."""
        return self._rows[number]

    def place_of(self, key: str) -> int:
        """Where the row with this key is shown; -1 when it is not."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def longest(self, column: int) -> tuple[Cell, ...]:
        """The cells of a column that may be the widest: a few of the longest, a Chinese character counted as two."""
        cells = {(one.text, one.icon): one for one in (row.cells[column] for row in self._rows)}.values()
        return tuple(sorted(cells, key=lambda one: -len(one.text.encode("gb18030", "replace")))[:_MEASURED])

    def cell(self, index: Index) -> Cell:
        """The cell at an index."""
        return self._rows[index.row()].cells[index.column()]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    # Qt's data are variants: the role decides the kind.
    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell.text} {cell.second}".strip()
        if role == Qt.ItemDataRole.CheckStateRole and self.columns[index.column()].is_tick:
            is_on = self._rows[index.row()].key in self.ticks
            return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in held]
        self._rows = self._in_order(self._rows)
        # What was chosen goes along with its row.
        places = {row.key: place for place, row in enumerate(self._rows)}
        moved = [self.index(places[key], index.column()) for key, index in zip(keys, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _in_order(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        if self._sorted is None:
            return rows
        column, is_descending = self._sorted

        def order(row: Row) -> tuple[bool, float, str]:
            cell = row.cells[column]
            value = cell.text if cell.order is None else cell.order
            return (isinstance(value, str), 0.0, value) if isinstance(value, str) else (False, float(value), "")

        return tuple(sorted(rows, key=order, reverse=is_descending))
