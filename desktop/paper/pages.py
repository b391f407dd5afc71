"""A PDF as pictures of its pages, for looking at before it is printed. Knows no screen; safe in any one thread.

PDFium keeps state of its own and minds two threads at once, so every call goes through one lock, and nothing of it
stays open between two calls.
"""

import threading
from dataclasses import dataclass

from db.errors import Unreadable

# PDFium counts in points; a picture has this many dots per point at 100 %.
DOTS_PER_POINT = 96 / 72
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page's width and height in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as 32-bit dots, blue first, the fourth byte unused; `stride` bytes a line."""

    width: int
    height: int
    stride: int
    dots: bytes


def page_sizes(content: bytes) -> tuple[PageSize, ...]:
    """The size of every page. Raises Unreadable `pdf_unreadable`."""
    import pypdfium2

    try:
        with _ONE_AT_A_TIME:
            document = pypdfium2.PdfDocument(content)
            try:
                return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))
            finally:
                document.close()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("pdf_unreadable") from error


def page_picture(content: bytes, number: int, width_px: int) -> PagePicture:
    """Page `number`, from 0, drawn `width_px` dots wide. Raises Unreadable `pdf_unreadable`."""
    import pypdfium2

    try:
        with _ONE_AT_A_TIME:
            document = pypdfium2.PdfDocument(content)
            try:
                page = document[number]
                bitmap = page.render(scale=width_px / page.get_width(), rev_byteorder=False, prefer_bgrx=True)
                return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                document.close()
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise Unreadable("pdf_unreadable") from error
