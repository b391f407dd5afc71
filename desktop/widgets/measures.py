"""Every size of the windows: type, space, lines, radii, heights, the bodies of buttons.

Pixels are logical; the kiosk and the board grow on larger screens by Qt's scale factor (`scale_for`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Type:
    """One step of the type scale: size in px and weight (400, 500 or 700)."""

    px: int
    weight: int = 400


FAMILIES: Final = ("Noto Sans SC", "LXGW WenKai")
TYPES: Final[Mapping[str, Type]] = {
    "caption": Type(12),
    "caption_strong": Type(12, 500),
    "small": Type(13),
    "small_strong": Type(13, 500),
    "body": Type(14),
    "body_strong": Type(14, 500),
    "words": Type(16),
    "section": Type(16, 500),
    "title": Type(20, 500),
    "page": Type(24, 500),
    "figure": Type(32, 500),
    "k_note": Type(20),
    "k_small": Type(22),
    "k_switch_strong": Type(22, 500),
    "k_small_strong": Type(24, 500),
    "k_text": Type(28),
    "k_button": Type(28, 500),
    "k_lead": Type(32),
    "k_lead_strong": Type(32, 500),
    "k_value": Type(40, 500),
    "k_title": Type(36, 700),
    "k_word": Type(56, 700),
    "k_head": Type(84, 500),
    "k_name": Type(96, 500),
    "k_call": Type(112, 500),
}


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in px: the grid of 4, margins, radii, lines, heights."""

    s2: int = 2
    s4: int = 4
    s6: int = 6
    s8: int = 8
    s12: int = 12
    s16: int = 16
    s24: int = 24
    s32: int = 32
    s48: int = 48
    s64: int = 64
    s96: int = 96
    page_margin: int = 24
    kiosk_margin: int = 24
    kiosk_inner: int = 48
    card_y: int = 12
    card_x: int = 20
    between_cards: int = 16
    label_to_field: int = 4
    between_fields: int = 12
    hairline: int = 1
    thick: int = 2
    rule: int = 3
    field_x: int = 12
    field_x_focused: int = 11
    # Qt keeps 2 px of its own inside a line of text.
    line_x: int = 10
    line_x_focused: int = 9
    line_icon_x: int = 34
    line_icon_x_focused: int = 33
    radius_tick: int = 4
    radius_scroll: int = 3
    radius_small: int = 6
    radius: int = 8
    radius_card: int = 12
    radius_pad: int = 14
    radius_kiosk_field: int = 16
    radius_kiosk: int = 20
    radius_panel: int = 28
    button: int = 36
    small_button: int = 28
    option: int = 32
    chip: int = 24
    row: int = 40
    row_compact: int = 36
    row_two_lines: int = 56
    table_head: int = 32
    status_bar: int = 32
    navigation_item: int = 36
    navigation: int = 200
    undo_bar: int = 48
    banner: int = 40
    next_client: int = 40
    kiosk_button: int = 80
    kiosk_first: int = 96
    kiosk_small: int = 64
    kiosk_field: int = 88
    pad_key: int = 112
    staff_corner: int = 96
    tick: int = 16
    dot: int = 8
    mark: int = 28
    initial_radius: int = 14
    bar: int = 4
    scroll: int = 10
    scroll_least: int = 32
    icon_small: int = 14
    icon: int = 18
    icon_kiosk: int = 32
    icon_empty: int = 40
    shape: int = 264
    key_cap: int = 20
    words_field: int = 168
    words_field_most: int = 320
    chip_x: int = 10
    words_line_percent: int = 110
    empty_height: int = 183
    reading_pane: int = 720
    host_left: int = 232
    host_right: int = 304
    guest_row: int = 64
    window_width: int = 1280
    window_height: int = 800


PX: Final = Measures()

ButtonShape = Literal[
    "normal", "small", "link", "option", "nav", "next",
    "kiosk", "kiosk_first", "kiosk_small", "kiosk_row", "switch", "pad",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """The body of a button: sizes in px, names of the type of its text and of its key."""

    height: int
    side: int
    icon: int
    gap: int
    radius: int
    type: str
    key_type: str = "caption"


SHAPES: Final[Mapping[ButtonShape, Shape]] = {
    "normal": Shape(PX.button, 17, PX.icon, 8, PX.radius, "body_strong"),
    "small": Shape(PX.small_button, 11, 16, 8, PX.radius_small, "small_strong"),
    # A quiet button that begins where the texts above and below it do.
    "link": Shape(PX.small_button, PX.s2, 16, 6, PX.radius_small, "small_strong"),
    "option": Shape(PX.option, 13, 14, 6, PX.radius, "small"),
    "nav": Shape(PX.navigation_item, 12, PX.icon, 12, PX.radius, "body"),
    "next": Shape(PX.next_client, 17, PX.icon, 8, PX.radius, "body_strong"),
    "kiosk": Shape(PX.kiosk_button, 32, PX.icon_kiosk, 16, PX.radius_kiosk, "k_button", "k_note"),
    "kiosk_first": Shape(PX.kiosk_first, 34, PX.icon_kiosk, 18, PX.radius_kiosk, "k_lead_strong", "k_note"),
    "kiosk_small": Shape(PX.kiosk_small, 24, 24, 14, PX.radius_kiosk_field, "k_small_strong", "k_note"),
    "kiosk_row": Shape(PX.kiosk_button, 28, PX.icon_kiosk, 24, PX.radius_kiosk_field, "k_lead_strong", "k_note"),
    "switch": Shape(PX.kiosk_small, 12, 24, 14, PX.radius_kiosk_field, "k_switch_strong", "k_note"),
    "pad": Shape(PX.kiosk_button, 24, PX.icon_kiosk, 12, PX.radius_pad, "k_lead_strong", "k_note"),
}

UNDO_BAR_MS: Final = 8_000
LOADING_AFTER_MS: Final = 300


def scale_for(width_px: int, height_px: int) -> float:
    """Qt's scale factor for the kiosk or the board on a screen of this size: 1.35 at 1920 x 1080, never under 1."""
    fits = min(width_px / PX.window_width, height_px / PX.window_height)
    return max(1.0, int(fits * 100 + 0.5) / 100)
