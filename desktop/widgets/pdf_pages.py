"""The pages of a PDF one under the other, as pictures that come when they are drawn."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.paper.pages import DOTS_PER_POINT, PagePicture, PageSize
from desktop.widgets.look import colour
from desktop.widgets.measures import PX

# Pages kept as pictures: some megabytes each.
_KEPT = 8


class PdfPages(QWidget):
    """The pages one under the other; a page without its picture is white paper."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.content = b""
        self.sizes: tuple[PageSize, ...] = ()
        self.pictures: dict[int, QImage] = {}
        self._widths: dict[int, int] = {}
        self._boxes: tuple[QRect, ...] = ()

    def hold(self, content: bytes, sizes: tuple[PageSize, ...]) -> None:
        """Take another paper."""
        self.content, self.sizes, self._boxes = content, sizes, ()
        self.pictures.clear()
        self._widths.clear()
        self.update()

    def lay_out(self, zoom: float) -> None:
        """Give every page its place."""
        scale = zoom * DOTS_PER_POINT
        widest = round(max((size.width for size in self.sizes), default=0.0) * scale)
        top, boxes = PX.s16, list[QRect]()
        for size in self.sizes:
            paper = QSize(round(size.width * scale), round(size.height * scale))
            boxes.append(QRect(PX.s16 + (widest - paper.width()) // 2, top, paper.width(), paper.height()))
            top += paper.height() + PX.s16
        self._boxes = tuple(boxes)
        self.setFixedSize(widest + 2 * PX.s16, top)
        self.update()

    def box(self, number: int) -> QRect:
        """Where a page lies."""
        return self._boxes[number]

    def top_of(self, number: int) -> int:
        """How far down one scrolls to a page."""
        return self._boxes[number].top() - PX.s16

    def page_at(self, y: int) -> int:
        """The page at this height; 0 where there is none."""
        return max((number for number, box in enumerate(self._boxes) if box.top() <= y), default=0)

    def seen(self, top: int, bottom: int) -> tuple[int, ...]:
        """The pages that reach into this stretch."""
        return tuple(n for n, box in enumerate(self._boxes) if box.bottom() >= top and box.top() <= bottom)

    def wants(self, number: int, width: int) -> bool:
        """Whether a page has to be drawn this wide; once asked, it counts as under way."""
        if self._widths.get(number) == width:
            return False
        self._widths[number] = width
        return True

    def put(self, number: int, width: int, picture: PagePicture) -> None:
        """Take a page's picture, unless another width is wanted by now."""
        if self._widths.get(number) != width:
            return
        image = QImage(picture.dots, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        # A picture of its own: the bytes go with the answer.
        self.pictures[number] = image.copy()
        for far in sorted(self.pictures, key=lambda one: -abs(one - number))[: max(len(self.pictures) - _KEPT, 0)]:
            del self.pictures[far]
            del self._widths[far]
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("background"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, box in enumerate(self._boxes):
            if not box.intersects(event.rect()):
                continue
            # Paper is white by night too.
            painter.fillRect(box, Qt.GlobalColor.white)
            if number in self.pictures:
                painter.drawImage(box, self.pictures[number])
            painter.setPen(colour("line"))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.end()
