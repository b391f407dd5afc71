"""The page, its few sizes (points) and colours: black, two greys, one accent that stays right in grey."""

from typing import Final

MM: Final = 72 / 25.4
PAGE_WIDTH: Final = 210 * MM
PAGE_HEIGHT: Final = 297 * MM
LEFT: Final = 20 * MM
RIGHT: Final = PAGE_WIDTH - 15 * MM
# The four squares by which a photographed page is straightened: their side, and how far from the edges.
CORNER: Final = 3.7 * MM
CORNER_INSET: Final = 8 * MM
# A tick box and where its label begins.
TICK: Final = 9.0
TICK_LABEL: Final = 13.0
TEXT: Final = 9.5
LABEL: Final = 8.0

Colour = tuple[float, float, float]
INK: Final[Colour] = (0, 0, 0)
GREY: Final[Colour] = (0x5E / 255, 0x67 / 255, 0x69 / 255)
PALE: Final[Colour] = (0xD8 / 255, 0xD3 / 255, 0xC8 / 255)
ACCENT: Final[Colour] = (0x1B / 255, 0x57 / 255, 0x63 / 255)
