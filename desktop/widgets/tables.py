"""Tables: hairlines, a head that stays, one quiet fill for the row under the hand and one for the row chosen."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from desktop.widgets.chips import chip_width, paint_chip
from desktop.widgets.icons import pixmap
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX
from desktop.widgets.rows import Cell, Column, Index, Row, Rows

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
_NONE = "—"


class Table(QTableView):
    """Rows of 40 px (56 with two lines). `chosen` tells the key of the row the person stands on, `opened` of Enter
    or a double click, `letter_pressed` a letter pressed while the list has the focus. The first column's text begins
    `inset_px` from the left edge, the last one's ends as far from the right: in line with what stands above."""

    chosen = Signal(str)
    opened = Signal(str)
    letter_pressed = Signal(str)

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
        self.setItemDelegate(_CellPainter(self))
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
        self.setHorizontalHeader(_Head(self))
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
        shown = [one for one in range(len(self.rows.columns)) if not self.isColumnHidden(one)]
        left = self._inset_px if shown and number == shown[0] else PX.s12
        right = self._inset_px if shown and number == shown[-1] else PX.s12
        return left, right

    def fit_height(self) -> None:
        """Take the height of all rows, for a short table inside a card."""
        self.setFixedHeight(PX.table_head + self.verticalHeader().length())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.choice:
            self.opened.emit(self.choice)
        elif letter in ("J", "K") and not event.modifiers():
            self.step(1 if letter == "J" else -1)
        elif letter.isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.letter_pressed.emit(letter)
        else:
            super().keyPressEvent(event)

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
                widest = max((_width(cell) for cell in self.rows.longest(number)), default=0)
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


class _Head(QHeaderView):
    """The head with its sort arrow right behind the title."""

    def __init__(self, parent: Table) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = parent
        self.setFont(font("caption"))
        self.setFixedHeight(PX.table_head)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorClearable(True)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        worn = theme()
        painter.fillRect(rect, colour("raised"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), PX.hairline), colour("line"))
        model = self.model()
        title = str(model.headerData(logical_index, Qt.Orientation.Horizontal) or "")
        is_number = isinstance(model, Rows) and model.columns[logical_index].is_number
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == logical_index
        left_px, right_px = self._table.margins_of(logical_index)
        inner = rect.adjusted(left_px, 0, -right_px, 0)
        arrow_px = PX.s12 + PX.s4 if is_sorted else 0
        painter.setFont(font("caption"))
        painter.setPen(colour("ink2" if is_sorted else "ink3"))
        box = inner.adjusted(0, 0, -arrow_px, 0)
        painter.drawText(box, (_RIGHT if is_number else _LEFT) | Qt.AlignmentFlag.AlignVCenter, title)
        if is_sorted:
            name = "arrow-up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "arrow-down"
            width = QFontMetrics(font("caption")).horizontalAdvance(title) + PX.s4
            left = inner.right() - PX.s12 if is_number else inner.left() + width
            icon = pixmap(name, PX.s12, worn.ink2, self.devicePixelRatioF())
            painter.drawPixmap(left, rect.center().y() - PX.s6, icon)


class _CellPainter(QStyledItemDelegate):
    """Draws one cell of a Table."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._table.verticalHeader().defaultSectionSize())

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # fmt: skip
        cell = self._table.rows.cell(index) if index.isValid() else Cell()
        whole = "\n".join(filter(None, (cell.text, cell.second)))
        room_px = QRect(option.rect).width() - sum(self._table.margins_of(index.column()))
        QToolTip.showText(event.globalPos(), whole if _width(cell) > room_px else "", view)
        return True

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen or index.row() == self._table.hovered:
            painter.fillRect(box, colour("accent_soft" if is_chosen else "raised"))
        painter.fillRect(self._line_under(box, index.column()), colour("line"))
        cell = self._table.rows.cell(index)
        column = self._table.rows.columns[index.column()]
        left_px, right_px = self._table.margins_of(index.column())
        inner = box.adjusted(left_px, 0, -right_px, -PX.hairline)
        if cell.tone is not None:
            top = inner.top() + (inner.height() - PX.chip) // 2
            ratio = self._table.devicePixelRatioF()
            paint_chip(painter, inner.left(), top, cell.text, cell.tone, cell.icon, ratio)
        else:
            self._texts(painter, inner, cell, is_right=column.is_number, is_strong=is_chosen or cell.is_strong)
        painter.restore()

    def _line_under(self, box: QRect, column: int) -> QRect:
        line = QRect(box.left(), box.bottom(), box.width(), PX.hairline)
        if self._table.has_inset_lines:
            is_last = column == len(self._table.rows.columns) - 1
            left_px, right_px = self._table.margins_of(column)
            line.adjust(0 if column else left_px, 0, -right_px if is_last else 0, 0)
        return line

    def _texts(self, painter: QPainter, box: QRect, cell: Cell, *, is_right: bool, is_strong: bool) -> None:
        flags = _RIGHT if is_right else _LEFT
        kind = "body_strong" if is_strong else "body"
        if not cell.second:
            ink = cell.ink if cell.text else "ink3"
            _text(painter, box, flags | Qt.AlignmentFlag.AlignVCenter, cell.text or _NONE, kind, ink)
            return
        above, below = QFontMetrics(font(kind)).height(), QFontMetrics(font("small")).height()
        top = box.top() + (box.height() - above - below) // 2
        _text(painter, QRect(box.left(), top, box.width(), above), flags, cell.text or _NONE, kind, cell.ink)
        _text(painter, QRect(box.left(), top + above, box.width(), below), flags, cell.second, "small", "ink3")


def _text(painter: QPainter, box: QRect, flags: int, text: str, kind: str, ink: str) -> None:
    painter.setFont(font(kind))
    painter.setPen(colour(ink))
    shown = QFontMetrics(font(kind)).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, flags, shown)


def _width(cell: Cell) -> int:
    """What a cell needs, its text in the weight of a row that is chosen."""
    if cell.tone is not None:
        return chip_width(cell.text, cell.icon)
    above = QFontMetrics(font("body_strong")).horizontalAdvance(cell.text)
    # Advances are rounded; what is drawn may need the pixel lost.
    return max(above, QFontMetrics(font("small")).horizontalAdvance(cell.second)) + PX.s2
