"""How the boxes of a printed page look: drawn anew from its layout, to be found on the picture.

Places on the page are points, patches have DOTS dots per point. Needs the extra `[paper-in]`.
"""

from functools import lru_cache
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from desktop.paper.layout import PageLayout
from desktop.paper.measures import PAGE_HEIGHT, PAGE_WIDTH, TEXT, TICK, TICK_LABEL

DOTS: Final = 3.0
# Of a box and the beginning of its label: how far it reaches from the box's upper left corner.
BEFORE_X: Final = 6.0
BEFORE_Y: Final = 5.0
WIDTH: Final = 49.0
HEIGHT: Final = 19.0
_LINE: Final = 0.6
_BASE_LINE: Final = 8.0
_FILL_INSET: Final = 1.8


@lru_cache(maxsize=16)
def patches(page: PageLayout) -> tuple[NDArray[np.uint8], ...]:
    """Every box of the page with the beginning of its label, then the words by which the page is known."""
    drawn = _drawn(page)
    boxes = (cut(drawn, box.x - BEFORE_X, box.y - BEFORE_Y, WIDTH, HEIGHT) for box in page.boxes)
    words = (cut(drawn, *room) for room in rooms_of_words(page))
    return tuple(cv2.GaussianBlur(patch, (0, 0), 1.0) for patch in (*boxes, *words))


def rooms_of_words(page: PageLayout) -> tuple[tuple[float, float, float, float], ...]:
    """Where the words stand: x, y, width, height."""
    found = []
    for words in page.words:
        width = _font(words.size).getlength(words.text) / DOTS + 6
        found.append((words.x - width / 2, words.y - words.size - 2, width, words.size + 6))
    return tuple(found)


def width_of(label: str) -> float:
    """How wide (points) the label of a box is."""
    return float(_font(TEXT).getlength(label)) / DOTS


def cut(drawn: NDArray[np.uint8], x: float, y: float, width: float, height: float) -> NDArray[np.uint8]:
    """A part of a drawn page; what sticks out is left away."""
    top, left = max(0, round(y * DOTS)), max(0, round(x * DOTS))
    return drawn[top : top + int(height * DOTS), left : left + int(width * DOTS)]


def _drawn(page: PageLayout) -> NDArray[np.uint8]:
    from PIL import Image, ImageDraw

    picture = Image.new("L", (int(PAGE_WIDTH * DOTS), int(PAGE_HEIGHT * DOTS)), 255)
    pen = ImageDraw.Draw(picture)
    for box in page.boxes:
        right, bottom = box.x + TICK, box.y + TICK
        pen.rectangle(_scaled(box.x, box.y, right, bottom), outline=0, width=round(_LINE * DOTS))
        if box.is_printed:
            inner = (box.x + _FILL_INSET, box.y + _FILL_INSET, right - _FILL_INSET, bottom - _FILL_INSET)
            pen.rectangle(_scaled(*inner), fill=0)
        place = ((box.x + TICK_LABEL) * DOTS, (box.y + _BASE_LINE) * DOTS)
        pen.text(place, box.label, fill=0, font=_font(TEXT), anchor="ls")
    for words in page.words:
        pen.text((words.x * DOTS, words.y * DOTS), words.text, fill=90, font=_font(words.size), anchor="ms")
    return np.asarray(picture)


def _scaled(*lengths: float) -> list[int]:
    return [round(length * DOTS) for length in lengths]


@lru_cache(maxsize=8)
def _font(size: float) -> Any:
    from PIL import ImageFont

    from resources import path

    return ImageFont.truetype(str(path("fonts/NotoSansSC_400Regular.ttf")), size * DOTS)
