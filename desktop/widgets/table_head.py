"""The head of a table: titles that sort, and the box that ticks every row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView
from typing_extensions import override

from desktop.widgets.fields import paint_tick
from desktop.widgets.icons import pixmap
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX
from desktop.widgets.rows import Rows

if TYPE_CHECKING:
    from desktop.widgets.tables import Table

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


class Head(QHeaderView):
    """The head with its sort arrow right behind the title."""

    def __init__(self, parent: "Table") -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = parent
        self.setFont(font("caption"))
        self.setFixedHeight(PX.table_head)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorClearable(True)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The box over the ticks is no title to sort by.
        if self._is_tick(event):
            self._table.all_ticked.emit()
        else:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._is_tick(event):
            super().mouseReleaseEvent(event)

    def _is_tick(self, event: QMouseEvent) -> bool:
        return self._table.is_tick_column(self.logicalIndexAt(event.position().toPoint()))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        worn = theme()
        painter.fillRect(rect, colour("raised"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), PX.hairline), colour("line"))
        model = self.model()
        if self._table.is_tick_column(logical_index):
            left = rect.left() + self._table.margins_of(logical_index)[0]
            is_on = self._table.rows.is_all_ticked
            paint_tick(painter, left, rect.center().y() - PX.tick // 2, self.devicePixelRatioF(), is_on=is_on)
            return
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
