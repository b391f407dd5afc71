"""How one cell of a table is drawn: a text, two lines, a chip, or the box that picks a row out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from desktop.widgets.chips import chip_width, paint_chip
from desktop.widgets.fields import paint_tick
from desktop.widgets.look import colour, font
from desktop.widgets.measures import PX
from desktop.widgets.rows import Cell, Index

if TYPE_CHECKING:
    from desktop.widgets.tables import Table

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
_NONE = "—"


class CellPainter(QStyledItemDelegate):
    """Draws one cell of a Table."""

    def __init__(self, table: "Table") -> None:
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
        QToolTip.showText(event.globalPos(), whole if cell_width(cell) > room_px else "", view)
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
        if column.is_tick:
            top = inner.top() + (inner.height() - PX.tick) // 2
            is_on = self._table.rows.row_at(index.row()).key in self._table.rows.ticks
            paint_tick(painter, inner.left(), top, self._table.devicePixelRatioF(), is_on=is_on)
        elif cell.tone is not None:
            top = inner.top() + (inner.height() - PX.chip) // 2
            ratio = self._table.devicePixelRatioF()
            paint_chip(painter, inner.left(), top, cell.text, cell.tone, cell.icon, ratio)
        else:
            is_strong = is_chosen or cell.is_strong
            lines = folded(cell.text, inner.width()) if column.folds and not cell.second else ()
            if len(lines) > 1:
                # In the smaller face a text may fit on one line after all.
                self._folded(painter, inner, tuple(filter(None, lines)), cell, is_strong=is_strong)
            else:
                self._texts(painter, inner, cell, is_right=column.is_number, is_strong=is_strong)
        painter.restore()

    def _line_under(self, box: QRect, column: int) -> QRect:
        line = QRect(box.left(), box.bottom(), box.width(), PX.hairline)
        if self._table.has_inset_lines:
            is_last = column == len(self._table.rows.columns) - 1
            left_px, right_px = self._table.margins_of(column)
            line.adjust(0 if column else left_px, 0, -right_px if is_last else 0, 0)
        return line

    def _folded(self, painter: QPainter, box: QRect, lines: tuple[str, ...], cell: Cell, *, is_strong: bool) -> None:
        kind = "small_strong" if is_strong else "small"
        height = QFontMetrics(font(kind)).height()
        top = box.top() + (box.height() - len(lines) * height) // 2
        for number, line in enumerate(lines):
            place = QRect(box.left(), top + number * height, box.width(), height)
            _text(painter, place, _LEFT, line, kind, cell.ink)

    def _texts(self, painter: QPainter, box: QRect, cell: Cell, *, is_right: bool, is_strong: bool) -> None:
        flags = _RIGHT if is_right else _LEFT
        kind = "page" if cell.is_figure else "body_strong" if is_strong else "body"
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


def folded(text: str, width_px: int) -> tuple[str, ...]:
    """A text on one line where it fits into `width_px`, else on two smaller ones; more than two lines hold is cut."""
    if cell_width(Cell(text)) <= width_px:
        return (text,)
    # Measured in the weight of a row that is chosen: nothing jumps when one is.
    kind = "small_strong"
    layout = QTextLayout(text, font(kind))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width_px)
    units = text.encode("utf-16-le", "surrogatepass")
    first = units[: 2 * line.textLength()].decode("utf-16-le", "surrogatepass")
    layout.endLayout()
    rest = text[len(first) :].strip()
    return first.strip(), QFontMetrics(font(kind)).elidedText(rest, Qt.TextElideMode.ElideRight, width_px)


def cell_width(cell: Cell) -> int:
    """What a cell needs, its text in the weight of a row that is chosen."""
    if cell.tone is not None:
        return chip_width(cell.text, cell.icon)
    above = QFontMetrics(font("body_strong")).horizontalAdvance(cell.text)
    # Advances are rounded; what is drawn may need the pixel lost.
    return max(above, QFontMetrics(font("small")).horizontalAdvance(cell.second)) + PX.s2
