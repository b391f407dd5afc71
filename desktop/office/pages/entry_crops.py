"""Strips cut from the picture of a form: a box with its label, or a line of handwriting, as large as there is room."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from desktop.widgets.look import colour
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# What stands in one line under the words on the paper.
_FACTS = ("type", "area", "place", "wish")
_WORDS_PX, _LINE_PX = PX.s64 + PX.s8, PX.s32


class Crop(Part):
    """A picture as wide as there is room and at most `most_px` high; nothing without one."""

    def __init__(self, most_px: int) -> None:
        super().__init__()
        self._image, self._shown, self._most = QImage(), QPixmap(), most_px
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def image(self) -> QImage:
        """What was cut; a null image for nothing."""
        return self._image

    def show_image(self, image: QImage, name: str) -> None:
        """Show a strip; `name` is what a screen reader says. A null image shows nothing."""
        self._image, self._shown = image, QPixmap()
        self.setAccessibleName(name)
        self.setVisible(not image.isNull())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = round(self._most * self._share) if not self._image.isNull() else 0
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(PX.s48, PX.s16)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return 0 if self._image.isNull() else min(self._most, max(round(width / self._share), 1))

    @property
    def _share(self) -> float:
        return self._image.width() / max(self._image.height(), 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._shown.isNull() or not _fills(self._shown.size(), room):
            # Smooth once, and not at every paint.
            kept = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._shown = QPixmap.fromImage(self._image.scaled(room, *kept))
        self._shown.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._shown)
        painter.setPen(colour("line"))
        size = self._shown.deviceIndependentSize().toSize()
        painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
        painter.end()


def _fills(shown: QSize, room: QSize) -> bool:
    """Whether a picture of this size stands in the room as large as it can."""
    return shown == shown.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)


class Strips(Part):
    """The handwriting of one matter as the paper has it: the words, and under them type, area, part and wish."""

    def __init__(self) -> None:
        super().__init__()
        self._row, self._images = 0, dict[str, QImage]()
        self._words = Crop(_WORDS_PX)
        self._facts = {name: Crop(_LINE_PX) for name in _FACTS}
        self._line = Part()
        self._line_row = row(*self._facts.values(), gap=PX.s8)
        self._line.setLayout(self._line_row)
        self.setLayout(column(self._words, self._line, gap=PX.s4))
        self.show_matter(0, {})

    @property
    def shown(self) -> frozenset[str]:
        """The fields of the paper that are shown."""
        crops = {"words": self._words, **self._facts}
        return frozenset(f"{name}.{self._row}" for name, crop in crops.items() if not crop.image.isNull())

    def show_matter(self, place: int, images: Mapping[str, QImage]) -> None:
        """Show the matter in this row of the paper, from 1; field -> its strip. Without strips nothing is shown."""
        self._row, self._images = place, dict(images)
        self.retranslate()
        self.setVisible(bool(self.shown))

    @override
    def retranslate(self) -> None:
        names = {
            "type": self.tr("Type on the paper"), "area": self.tr("Area on the paper"),
            "place": self.tr("Part on the paper"), "wish": self.tr("Wish on the paper"),
        }  # fmt: skip
        self._words.show_image(self._images.get(f"words.{self._row}", QImage()), self.tr("Words on the paper"))
        for place, (name, crop) in enumerate(self._facts.items()):
            image = self._images.get(f"{name}.{self._row}", QImage())
            crop.show_image(image, names[name])
            # One scale for all of them, as on the paper.
            self._line_row.setStretch(place, max(image.width(), 1))
        self._line.setVisible(any(not crop.image.isNull() for crop in self._facts.values()))
