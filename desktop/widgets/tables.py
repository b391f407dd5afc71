"""Tables: hairlines, a head that stays, one quiet fill for the row under the hand and one for the row chosen."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.widgets.look import font
from desktop.widgets.measures import PX
from desktop.widgets.rows import Column, Row, Rows
from desktop.widgets.table_cells import CellPainter, cell_width
from desktop.widgets.table_head import Head


class Table(QTableView):
    """Rows of 40 px (56 with two lines). `chosen` tells the key of the row the person stands on, `opened` of Enter
    or a double click, `letter_pressed` a letter pressed while the list has the focus. The first column's text begins
    `inset_px` from the left edge, the last one's ends as far from the right: in line with what stands above."""

    chosen = Signal(str)
    opened = Signal(str)
    letter_pressed = Signal(str)
    # A row's box was clicked, or the one in the head.
    ticked = Signal(str)
    all_ticked = Signal()

    def __init__(
        self, columns: tuple[Column, ...], row_px: int = PX.row, parent: QWidget | None = None, *,
        inset_px: int = PX.s12,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._inset_px = inset_px
        self.rows = Rows(columns, self)
        self.hovered = -1
        # In a card with a title the lines begin and end where its texts do.
        self.has_inset_lines = False
        self.setModel(self.rows)
        self.setItemDelegate(CellPainter(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Single letters are commands here; an input method would swallow them.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_px)
        self.verticalHeader().setMinimumSectionSize(row_px)
        self.setHorizontalHeader(Head(self))
        self._lay_columns(columns)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.row_at(index.row()).key))

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; the row chosen stays chosen where it is still there."""
        kept = self.choice
        self.rows.show(rows)
        self.fit_columns()
        self.choose(kept)

    @property
    def choice(self) -> str:
        """The key of the row chosen; "" for none."""
        index = self.currentIndex()
        return self.rows.row_at(index.row()).key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Stand on the row with this key; nothing happens when it is not shown."""
        place = self.rows.place_of(key)
        if place >= 0:
            self.selectRow(place)

    def step(self, by: int) -> None:
        """Go `by` rows down, or up when negative, as J and K do."""
        last = self.rows.rowCount() - 1
        if last >= 0:
            here = self.currentIndex().row()
            self.selectRow(min(max(here + by, 0), last))

    def margins_of(self, number: int) -> tuple[int, int]:
        """What is left free at the left and the right of a column's text."""
        if self.is_tick_column(number):
            return PX.s16, 0
        shown = [one for one in range(len(self.rows.columns)) if not self.isColumnHidden(one)]
        left = self._inset_px if shown and number == shown[0] else PX.s12
        right = self._inset_px if shown and number == shown[-1] else PX.s12
        return left, right

    def is_tick_column(self, number: int) -> bool:
        """Whether a column holds the boxes that pick rows out."""
        return 0 <= number < len(self.rows.columns) and self.rows.columns[number].is_tick

    def show_ticks(self, keys: frozenset[str]) -> None:
        """Show which rows are picked out."""
        self.rows.tick(keys)
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def fit_height(self) -> None:
        """Take the height of all rows, for a short table inside a card."""
        self.setFixedHeight(PX.table_head + self.verticalHeader().length())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.choice:
            self.opened.emit(self.choice)
        elif event.key() == Qt.Key.Key_Escape:
            # The page knows what there is to leave.
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self.is_tick_column(0):
            self.all_ticked.emit()
        elif letter in ("J", "K") and not event.modifiers():
            self.step(1 if letter == "J" else -1)
        elif letter.isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.letter_pressed.emit(letter)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.is_tick_column(index.column()):
            self.ticked.emit(self.rows.row_at(index.row()).key)
        else:
            super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.is_tick_column(index.column()):
            # Two quick clicks are two clicks.
            self.ticked.emit(self.rows.row_at(index.row()).key)
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, place: int) -> None:
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.rows.row_at(current.row()).key)

    def fit_columns(self) -> None:
        """Make the columns that fit as wide as they need; after other columns were shown or hidden, too."""
        head = self.horizontalHeader()
        for number, column in enumerate(self.rows.columns):
            if column.fits:
                sides = sum(self.margins_of(number))
                # The head keeps room for its arrow.
                title = QFontMetrics(font("caption")).horizontalAdvance(column.title) + PX.s16 if column.title else 0
                widest = max((cell_width(cell) for cell in self.rows.longest(number)), default=0)
                wanted = max(column.width_px, title + sides, widest + sides)
                head.resizeSection(number, min(wanted, column.most_px) if column.most_px else wanted)

    def _lay_columns(self, columns: tuple[Column, ...]) -> None:
        head = self.horizontalHeader()
        for number, column in enumerate(columns):
            is_fixed = column.width_px or column.fits
            mode = QHeaderView.ResizeMode.Fixed if is_fixed else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(number, mode)
            if column.width_px:
                head.resizeSection(number, column.width_px)
