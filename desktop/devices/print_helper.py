"""Prints a PDF where the system prints none by itself: `python -m desktop.devices.print_helper ORDER.json ANSWER.json`.

Runs as a process of its own. Every page is drawn by PDFium at the printer's own fineness and painted at its true size.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from db.errors import Trouble
from desktop.paper.pages import page_picture, page_sizes
from desktop.services.papers.windows import Answer, Order

if TYPE_CHECKING:
    from desktop.paper.pages import PageSize

# As fine as a laser prints text; more costs only time and memory.
_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_DUPLEX = {
    "one": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}
_SOURCES = {
    "Auto": QPrinter.PaperSource.Auto,
    "Main": QPrinter.PaperSource.Upper,
    "Lower": QPrinter.PaperSource.Lower,
    "Manual": QPrinter.PaperSource.Manual,
    "Envelope": QPrinter.PaperSource.Envelope,
}


def work(order: Order) -> Answer:
    """Do what is ordered; a trouble is an answer."""
    if order.ask == "queues":
        return Answer(names=tuple(QPrinterInfo.availablePrinterNames()), usual=QPrinterInfo.defaultPrinterName())
    if order.ask == "offers":
        return _offers(order.queue)
    try:
        return _print(order)
    except (Trouble, OSError) as error:
        return Answer("printer_refused", words=str(error)[:200])


def _offers(queue: str) -> Answer:
    """What a printer can do with the sides of a sheet, and its papers; trays by their usual names."""
    found = QPrinterInfo.printerInfo(queue)
    if found.isNull():
        return Answer("printer_unknown")
    modes = found.supportedDuplexModes()
    sides = tuple(name for name, mode in _DUPLEX.items() if mode in modes)
    media = tuple(dict.fromkeys(size.key() for size in found.supportedPageSizes() if size.isValid()))
    # Only where the system says which trays there are, as Windows does.
    ask = getattr(QPrinter(found), "supportedPaperSources", None)
    there = ask() if ask else ()
    trays = tuple(name for name, source in _SOURCES.items() if source in there)
    return Answer(
        sides=sides if len(sides) > 1 else (), trays=trays if len(trays) > 1 else (), media=media,
        paper=found.defaultPageSize().key(),
    )  # fmt: skip


def _print(order: Order) -> Answer:
    content = Path(order.file).read_bytes()
    sizes = page_sizes(content)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if order.to:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(order.to)
    else:
        if order.queue not in QPrinterInfo.availablePrinterNames():
            return Answer("printer_unknown")
        printer.setPrinterName(order.queue)
    _prepare(printer, order)
    painter = QPainter()
    for number, size in enumerate(sizes):
        printer.setPageLayout(_layout(size, order.media))
        if number == 0 and not painter.begin(printer):
            return Answer("printer_refused")
        if number and not printer.newPage():
            printer.abort()
            return Answer("printer_refused", pages=number)
        _paint(painter, printer, content, number, size)
    painter.end()
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        return Answer("printer_refused")
    return Answer(pages=len(sizes))


def _prepare(printer: QPrinter, order: Order) -> None:
    printer.setDocName(order.title)
    printer.setCreator("qinting")
    printer.setResolution(_DOTS_PER_INCH)
    # Without margins of the driver's: the paper has its own.
    printer.setFullPage(True)
    printer.setCopyCount(order.copies)
    printer.setCollateCopies(True)
    if order.sides:
        printer.setDuplex(_DUPLEX[order.sides])
    if order.tray in _SOURCES:
        printer.setPaperSource(_SOURCES[order.tray])


def _layout(size: "PageSize", media: str) -> QPageLayout:
    """The sheet: the one that was chosen, else as large as the page, under a known name where it has one."""
    chosen = next((one for one in map(QPageSize, QPageSize.PageSizeId) if media and one.key() == media), None)
    is_wide = size.width > size.height
    # A sheet is described upright, and laid on its side where the page is wide.
    upright = QSizeF(min(size.width, size.height), max(size.width, size.height))
    sheet = chosen or QPageSize(upright, QPageSize.Unit.Point)
    orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    return QPageLayout(sheet, orientation, QMarginsF())


def _paint(painter: QPainter, printer: QPrinter, content: bytes, number: int, size: "PageSize") -> None:
    """One page at its true size, smaller only where the sheet is."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = printer.resolution() / _POINTS_PER_INCH
    wanted = QSizeF(size.width * dots, size.height * dots)
    share = min(sheet.width() / wanted.width(), sheet.height() / wanted.height(), 1.0)
    place = QRectF(0, 0, wanted.width() * share, wanted.height() * share)
    picture = page_picture(content, number, max(round(place.width()), 1))
    image = QImage(picture.dots, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    painter.drawImage(place, image)


def main(words: list[str]) -> int:
    """Read the order, do it, write the answer beside it in one step."""
    told, said = Path(words[0]), Path(words[1])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if sys.platform == "linux" else "")
    if not os.environ["QT_QPA_PLATFORM"]:
        del os.environ["QT_QPA_PLATFORM"]
    application = QGuiApplication(["qinting"])
    answer = work(msgspec.json.decode(told.read_bytes(), type=Order))
    part = said.with_suffix(".part")
    part.write_bytes(msgspec.json.encode(answer))
    part.replace(said)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
