"""How long a camera's frame takes through the kiosk's path, and how long the reader of codes alone takes beside it."""

import random
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from desktop.devices.frames import MappedFrame
from desktop.tokens.image import QUIET_ZONE_MODULES, qr_matrix

SIZE = QSize(1280, 720)
MODULE_PX, SEED = 8, 1
CODE = "QT7K2AABCDEFGHIJKLMNOPQR"


def time_camera(frames: int) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of `frames` frames with and without a code, by both ways in turns. ValueError on a wrong text."""
    import zxingcpp

    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found: dict[str, dict[str, list[float]]] = {}
    for kind, text in (("with", CODE), ("without", "")):
        frame = _frame(_hall(text))
        held = MappedFrame(frame)
        grey, stride = bytes(held.grey), held.stride
        held.release()

        def alone(grey: bytes = grey, stride: int = stride) -> str:
            # Bytes serve as well as the array that the library names.
            view = zxingcpp.ImageView(grey, SIZE.width(), SIZE.height(), zxingcpp.ImageFormat.Lum, stride)  # type: ignore[arg-type]
            return "".join(str(one.text) for one in zxingcpp.read_barcodes(view, formats=wanted))

        def ours(frame: QVideoFrame = frame) -> str:
            mapped = MappedFrame(frame)
            sight = mapped.read()
            mapped.release()
            return sight.text

        times: dict[str, list[float]] = {"ours_ms": [], "alone_ms": []}
        for _ in range(frames):
            times["alone_ms"].append(_timed(alone, text))
            times["ours_ms"].append(_timed(ours, text))
        found[kind] = times
    return found


def _timed(read: Callable[[], str], text: str) -> float:
    begun = time.perf_counter()
    said = read()
    taken = (time.perf_counter() - begun) * 1_000
    if said != text:
        raise ValueError(said)
    return taken


def _hall(text: str) -> QImage:
    """A hall of light and dark shapes, with a code held out in it where there is a text."""
    draw, picture = random.Random(SEED), QImage(SIZE, QImage.Format.Format_Grayscale8)
    picture.fill(QColor(150, 150, 150))
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(40):
        shade = draw.randint(20, 240)
        painter.setBrush(QColor(shade, shade, shade))
        box = QRect(draw.randint(-50, 1_200), draw.randint(-50, 650), draw.randint(20, 300), draw.randint(20, 300))
        painter.drawEllipse(box)
    if text:
        modules, quiet = qr_matrix(text), QUIET_ZONE_MODULES * MODULE_PX
        side = len(modules) * MODULE_PX + 2 * quiet
        left, top = (SIZE.width() - side) // 2, (SIZE.height() - side) // 2
        painter.fillRect(left, top, side, side, Qt.GlobalColor.white)
        for y, line in enumerate(modules):
            for x, is_dark in enumerate(line):
                if is_dark:
                    place = (left + quiet + x * MODULE_PX, top + quiet + y * MODULE_PX)
                    painter.fillRect(*place, MODULE_PX, MODULE_PX, Qt.GlobalColor.black)
    painter.end()
    return picture


def _frame(picture: QImage) -> QVideoFrame:
    """The picture as most cameras hand it over: the luminance plane of NV12."""
    frame = QVideoFrame(QVideoFrameFormat(SIZE, QVideoFrameFormat.PixelFormat.Format_NV12))
    if not frame.map(QVideoFrame.MapMode.WriteOnly):
        raise ValueError("a frame that cannot be written")
    bits: Any = frame.bits(0)
    grey, stride, width = bytes(picture.constBits()), frame.bytesPerLine(0), SIZE.width()
    for y in range(SIZE.height()):
        bits[y * stride : y * stride + width] = grey[y * picture.bytesPerLine() : y * picture.bytesPerLine() + width]
    frame.unmap()
    return frame
