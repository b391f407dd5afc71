"""A code on the screen, black on white in every theme: a scanner must read it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.tokens.image import QUIET_ZONE_MODULES, Matrix, qr_matrix
from desktop.widgets.look import colour
from desktop.widgets.measures import PX


class CodeView(QWidget):
    """`show_code` draws a text as a QR code with its quiet zone, `module_px` for each module; "" draws nothing."""

    def __init__(self, text: str = "", module_px: int = PX.s4) -> None:
        super().__init__()
        self._matrix: Matrix = ()
        self._module_px = module_px
        self.show_code(text)

    def show_code(self, text: str) -> None:
        """Show another code."""
        self._matrix = qr_matrix(text) if text else ()
        side_px = (len(self._matrix) + 2 * QUIET_ZONE_MODULES) * self._module_px
        self.setFixedSize(side_px, side_px)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._matrix:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        module, left = self._module_px, QUIET_ZONE_MODULES * self._module_px
        for y, line in enumerate(self._matrix):
            for x, is_dark in enumerate(line):
                if is_dark:
                    painter.fillRect(left + x * module, left + y * module, module, module, Qt.GlobalColor.black)
        painter.setPen(colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -PX.hairline, -PX.hairline))
        painter.end()
