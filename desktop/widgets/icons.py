"""Icons and shapes from `resources/icons`, drawn in the colours of the theme.

Lucide's icons (24 grid) and our own mark (32) and outcome shapes (120). Qt draws `currentColor` black, so the colours
are put into the SVG text before it is drawn.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import path

# Under 18 px the thinner line would vanish.
_THIN_FROM_PX = 18
_STROKE = 'stroke-width="2"'
_THIN_STROKE = 'stroke-width="1.75"'


@lru_cache(maxsize=512)
def pixmap(name: str, size_px: int, colour: str, ratio: float = 1.0, ground: str = "none") -> QPixmap:
    """The icon as a square of `size_px` logical pixels, sharp at the screen's `ratio`; a shared picture, not a copy.

    `ground` is the second colour, which only the mark and the outcome shapes have. OSError for an unknown name.
    """
    text = _svg(name).replace("currentColor", colour).replace("currentGround", ground)
    if size_px >= _THIN_FROM_PX:
        text = text.replace(_STROKE, _THIN_STROKE)
    side = round(size_px * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def window_icon(colour: str, ground: str) -> QIcon:
    """The mark in the sizes that task bars ask for."""
    icon = QIcon()
    for size_px in (16, 32, 48, 256):
        icon.addPixmap(pixmap("mark", size_px, colour, ground=ground))
    return icon


@cache
def _svg(name: str) -> str:
    return path(f"icons/{name}.svg").read_text(encoding="utf-8")
