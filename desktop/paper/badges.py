"""Badges to be worn: A6 and 90 x 54 mm in the house's colours, or from a roll of 62 or 80 mm, black only.

A roll has no fixed length: each badge is as long as what stands on it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import EventHead, Report
from desktop.paper.dates import TO, short_zh
from desktop.paper.fitting import Block, fitted, write_block
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, INK, MM, Colour
from desktop.paper.parts import mark
from desktop.tokens.image import qr_matrix

A6: Final = (105 * MM, 148 * MM)
CARD: Final = (90 * MM, 54 * MM)
# How wide a roll is, and what its printer leaves blank at either side.
ROLLS: Final = {"62": (62 * MM, 3 * MM), "80": (80 * MM, 4 * MM)}
SIZES: Final = ("a6", "90x54", *ROLLS)
# What a roll badge may be long at most before its texts shrink.
_LONGEST: Final = 160 * MM
# Room for the slot of a lanyard.
_SLOT: Final = 14 * MM


@dataclass(frozen=True, slots=True)
class Badge:
    """Somebody's badge; no `token` leaves the code out, an empty `room` or `title` its line."""

    name: str
    title: str = ""
    room: str = ""
    token: str = ""


def badges(wanted: Sequence[Badge], head: EventHead, out: Path, size: str = "a6") -> Report:
    """Draw one page for each badge; `size` is one of SIZES.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    about = About(f"{head.event} 胸牌", head.company, head.project, head.as_of, head.logo)
    if size in ROLLS:
        width, side = ROLLS[size]
        sheet = Sheet(about, (width, width))
        for badge in wanted:
            lay_strip(sheet, width, partial(_strip, sheet, width, side, badge, head))
            sheet.end_page()
        return sheet.save(out)
    sheet = Sheet(about, A6 if size == "a6" else CARD)
    draw = _on_a6 if size == "a6" else _on_card
    for badge in wanted:
        draw(sheet, badge, head)
        sheet.end_page()
    return sheet.save(out)


def lay_strip(sheet: Sheet, width: float, draw: Callable[[float | None], float]) -> float:
    """A page of a roll, as long as its content; `draw` measures with None, draws with the top. Returns the length."""
    length = draw(None)
    sheet.resize(width, length)
    draw(0.0)
    return length


def day_of(head: EventHead) -> str:
    """5月16日, or both days of an event that lasts longer."""
    if head.starts.date() == head.ends.date():
        return f"{head.starts.year}年{short_zh(head.starts)}"
    return f"{head.starts.year}年{short_zh(head.starts)} {TO} {short_zh(head.ends)}"


def company_line(sheet: Sheet, x: float, y: float, room: float, head: EventHead, colour: Colour = ACCENT) -> None:
    """The mark and the company, its foot at `y`."""
    beside = mark(sheet, x, y - 10, 11, colour, most=room / 2) + 4
    sheet.write_fitted(x + beside, y - 1.5, head.company, room - beside, 8.5, strong=True)


def _on_a6(sheet: Sheet, badge: Badge, head: EventHead) -> None:
    width, height = A6
    side = 9 * MM
    room, middle = width - 2 * side, width / 2
    company_line(sheet, side, _SLOT + 12, room, head)
    sheet.rule(side, _SLOT + 19, width - side, 0.75, ACCENT)
    event = fitted(sheet, head.event, room, 44, 18, smallest=8, strong=True)
    y = write_block(sheet, event, side, _SLOT + 26, strong=True, colour=ACCENT)
    place = " · ".join(filter(None, (day_of(head), head.place)))
    y = write_block(sheet, fitted(sheet, place, room, 26, 9.5, smallest=6), side, y + 2, colour=GREY)
    code = 30 * MM if badge.token else 0.0
    foot = height - 9 * MM
    if code:
        sheet.code(middle - code / 2, foot - code, code, qr_matrix(badge.token))
        foot -= code + 5 * MM
    if badge.room:
        line = fitted(sheet, badge.room, room, 18, 13, smallest=7)
        write_block(sheet, line, middle, foot - line.height, align="centre")
        foot -= line.height + 4
    _name(sheet, badge, middle, room, y + 14, foot - 6, 58)


def _on_card(sheet: Sheet, badge: Badge, head: EventHead) -> None:
    width, height = CARD
    side = 6 * MM
    code = 24 * MM if badge.token else 0.0
    room = width - 2 * side - (code + 4 * MM if code else 0)
    company_line(sheet, side, 6 * MM + 8, width - 2 * side, head)
    sheet.rule(side, 6 * MM + 14, width - side, 0.75, ACCENT)
    foot = height - 6 * MM
    told = fitted(sheet, day_of(head), room, 12, 7.5, smallest=5)
    foot = _up(sheet, told, side, foot, GREY)
    event = fitted(sheet, head.event, room, 24, 9.5, smallest=5, strong=True)
    foot = _up(sheet, event, side, foot, ACCENT, strong=True)
    if badge.room:
        foot = _up(sheet, fitted(sheet, badge.room, room, 12, 9, smallest=5), side, foot - 1, INK)
    if code:
        sheet.code(width - side - code, height - 6 * MM - code, code, qr_matrix(badge.token))
    middle = side + room / 2 if code else width / 2
    _name(sheet, badge, middle, room, 6 * MM + 18, foot - 3, 34)


def _up(sheet: Sheet, block: Block, x: float, foot: float, colour: Colour, *, strong: bool = False) -> float:
    """Write a block that ends at `foot`; returns its top."""
    write_block(sheet, block, x, foot - block.height, strong=strong, colour=colour)
    return foot - block.height


def _name(sheet: Sheet, badge: Badge, middle: float, room: float, top: float, foot: float, largest: float) -> None:
    """Name and honorific in the middle of what is left between `top` and `foot`."""
    honour = fitted(sheet, badge.title, room, largest * 0.6, largest * 0.34, smallest=6)
    gap = largest * 0.06 if honour.lines else 0.0
    name = fitted(sheet, badge.name, room, foot - top - honour.height - gap, largest, smallest=6, strong=True)
    y = top + max(0.0, (foot - top - name.height - gap - honour.height) / 2)
    y = write_block(sheet, name, middle, y, strong=True, align="centre")
    write_block(sheet, honour, middle, y + gap, align="centre")


def _strip(sheet: Sheet, width: float, side: float, badge: Badge, head: EventHead, top: float | None) -> float:
    """A badge on a roll, drawn at `top` or only measured; returns where it ends."""
    room, middle = width - 2 * side, width / 2
    strip = Strip(sheet, middle, room, top)
    strip.company(head, side)
    strip.gap(6)
    strip.block(badge.name, 56, _LONGEST / 2, strong=True)
    strip.gap(2)
    strip.block(badge.title, 20, 60)
    strip.gap(2)
    strip.block(badge.room, 13, 60)
    strip.gap(8)
    strip.block(head.event, 11, 60, strong=True)
    strip.block(day_of(head), 9, 24)
    if badge.token:
        strip.gap(6)
        strip.code(badge.token, 26 * MM)
    strip.gap(3 * MM)
    return strip.y


class Strip:
    """What goes down a roll, centred, one thing under the other; black only."""

    def __init__(self, sheet: Sheet, middle: float, room: float, top: float | None) -> None:
        self._sheet, self._middle, self._room = sheet, middle, room
        self._draws = top is not None
        self.y = (top or 0.0) + 3 * MM

    def company(self, head: EventHead, side: float) -> None:
        """The mark, the company and a line under it."""
        if self._draws:
            company_line(self._sheet, side, self.y + 12, self._room, head, INK)
            self._sheet.rule(side, self.y + 18, side + self._room, 0.75, INK)
        self.y += 19

    def gap(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def block(self, text: str, largest: float, height: float, *, strong: bool = False) -> None:
        """A text as large as it can be; nothing for no text."""
        block = fitted(self._sheet, text, self._room, height, largest, smallest=7, strong=strong)
        if self._draws:
            write_block(self._sheet, block, self._middle, self.y, strong=strong, align="centre")
        self.y += block.height

    def code(self, token: str, size: float) -> None:
        """The code of somebody's invitation."""
        if self._draws:
            self._sheet.code(self._middle - size / 2, self.y, size, qr_matrix(token))
        self.y += size

    def rule(self, side: float) -> None:
        """A dashed line across."""
        if self._draws:
            self._sheet.rule(side, self.y, side + self._room, 0.75, INK, (3, 2))
