"""Sizes that only the kiosk has, in px at 1280 x 800; everything else is in the common measures."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class KioskSizes:
    """The panel, the column beside it, and the pad."""

    panel_width: int = 440
    column: int = 720
    panel_shape_centre: int = 276
    panel_word_top: int = 476
    asking_centre: int = 252
    asking_word_top: int = 563
    asking_frame: int = 328
    asking_corner: int = 62
    asking_line: int = 6
    asking_chevrons: int = 509
    panel_chevrons: int = 48
    panel_mark: int = 208
    panel_card: int = 240
    panel_code: int = 200
    panel_text_inset: int = 20
    mark: int = 48
    language: int = 112
    row_place: int = 239
    head: int = 124
    tile: int = 114
    counter: int = 300
    step: int = 96
    step_icon: int = 48
    foot: int = 40
    countdown: int = 200
    search_left: int = 444
    pad: int = 376
    pad_gap: int = 8
    pad_side: int = 172
    staff_right: int = 520
    staff_label: int = 124
    staff_figure: int = 104
    staff_asks_s: int = 15
    device_name: int = 180


KIOSK: Final = KioskSizes()
