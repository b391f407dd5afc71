"""One picture of a camera: the code in it, and a small grey copy for the screen. No threads, no devices.

The luminance plane of a camera's picture is the grey image that the decoder wants: nothing is converted or copied.
"""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

# The copy for the screen is as fine as the picture, up to this: taking it over line by line is nearly free, while
# making it smaller would cost more than looking for the code. The screen draws it at its own size.
VIEW_SIDE: Final = 1_080

_Format = QVideoFrameFormat.PixelFormat
_PLANES: Final = {
    _Format.Format_YUV420P, _Format.Format_YUV422P, _Format.Format_YV12, _Format.Format_NV12, _Format.Format_NV21,
    _Format.Format_IMC1, _Format.Format_IMC2, _Format.Format_IMC3, _Format.Format_IMC4, _Format.Format_Y8,
}  # fmt: skip
# Luminance stands in every second byte, from the first or from the second on.
_PACKED: Final = {_Format.Format_YUYV: 0, _Format.Format_UYVY: 1}


@dataclass(frozen=True, slots=True)
class Sight:
    """What one picture showed: the text of the first QR code in it, "" for none, and a square grey copy."""

    text: str
    view: QImage


class MappedFrame:
    """A frame whose bytes can be read until `release`; the reading itself may happen in another thread."""

    def __init__(self, frame: QVideoFrame) -> None:
        self._frame = frame
        self.is_readable = frame.map(QVideoFrame.MapMode.ReadOnly)
        self.width, self.height = frame.width(), frame.height()
        self._format = frame.pixelFormat()
        self._bits = memoryview(frame.bits(0)) if self.is_readable else None
        self._stride = frame.bytesPerLine(0) if self.is_readable else 0

    @property
    def stride(self) -> int:
        """How many bytes a line of the first plane has."""
        return self._stride

    @property
    def grey(self) -> memoryview:
        """The first plane; empty where the frame cannot be read."""
        return self._bits if self._bits is not None else memoryview(b"")

    def release(self) -> None:
        """Give the bytes back; they belong to the frame."""
        self._bits = None
        if self.is_readable:
            self._frame.unmap()

    def read(self) -> Sight:
        """Look for a code and make the small copy."""
        grey, stride = self._grey()
        return Sight(_code_in(grey, self.width, self.height, stride), self._view(grey, stride))

    def _grey(self) -> tuple[Any, int]:
        """The luminance as bytes, and how many of them a line has."""
        if self._bits is not None and self._format in _PLANES:
            return self._bits, self._stride
        if self._bits is not None and self._format in _PACKED:
            return self._bits[_PACKED[self._format] :: 2].tobytes(), self._stride // 2
        # Colours, or pictures packed as in a film: rare with cameras, and dear.
        colours = QVideoFrameFormat.imageFormatFromPixelFormat(self._format)
        if self._bits is not None and colours != QImage.Format.Format_Invalid:
            whole = QImage(self._bits, self.width, self.height, self._stride, colours)
        else:
            whole = self._frame.toImage()
        image = whole.convertToFormat(QImage.Format.Format_Grayscale8)
        self.width, self.height = image.width(), image.height()
        return bytes(image.constBits()), image.bytesPerLine()

    def _view(self, grey: Any, stride: int) -> QImage:
        whole = QImage(grey, self.width, self.height, stride, QImage.Format.Format_Grayscale8)
        side = min(self.width, self.height)
        square = whole.copy(QRect((self.width - side) // 2, (self.height - side) // 2, side, side))
        if side <= VIEW_SIDE:
            return square
        return square.scaled(VIEW_SIDE, VIEW_SIDE, Qt.AspectRatioMode.IgnoreAspectRatio)


def _code_in(grey: Any, width: int, height: int, stride: int) -> str:
    # Fourteen milliseconds, paid by the first picture and not by the start.
    import zxingcpp

    view = zxingcpp.ImageView(grey, width, height, zxingcpp.ImageFormat.Lum, stride)
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for found in zxingcpp.read_barcodes(view, formats=wanted):
        # The filter lets the small kind of code through too, which is none of ours.
        if found.format == zxingcpp.BarcodeFormat.QRCode and found.text:
            return str(found.text)
    return ""
