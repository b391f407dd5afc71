"""A picture of one of our own sheets, scanned or photographed, read back: its form, its boxes, its handwriting.

The code says which form it is and which way up, the four corner squares how the page lies, the boxes themselves how
it bends. A page that does not fit is refused: a box that is asked for again costs a glance, one read wrongly a client.
OpenCV comes with the extra `[paper-in]` and is loaded at the first picture.
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec

from db.errors import Unreadable
from desktop.paper.layout import Layout
from desktop.reading.found import SheetFound


def is_installed() -> bool:
    """Whether the extra `[paper-in]` is here."""
    return find_spec("cv2") is not None


def read_sheet(content: bytes, layouts_of: Callable[[str], Sequence[Layout]]) -> SheetFound:
    """Read one picture of one page; `layouts_of` gives the layouts that the form of a number was printed with.

    Raises:
        Unreadable: `paper_in_missing` without the extra, `photo_damaged`, `photo_no_picture`, `photo_too_large`,
            `sheet_no_code`, `sheet_two_forms`, `sheet_no_marks`, `sheet_misfit`, `sheet_layout_unknown`; those after
            the code was read have its `number`.
    """
    if not is_installed():
        raise Unreadable("paper_in_missing")
    from desktop.reading.pages import read_page

    return read_page(content, layouts_of)
