"""Parts that several papers share: the mark, section heads, fields, tick boxes, corner squares."""

from typing import Final

from desktop.paper.kit import Sheet
from desktop.paper.measures import (
    ACCENT,
    CORNER,
    CORNER_INSET,
    GREY,
    INK,
    LABEL,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PALE,
    RIGHT,
    TEXT,
    TICK,
    TICK_LABEL,
    Colour,
)

# How wide a company's own mark may become.
MARK_MOST: Final = 96.0
TICK_GAP: Final = 11.0
_SMALL: Final = 6.5


def mark_width(sheet: Sheet, size: float, most: float = MARK_MOST) -> float:
    """How wide the mark is at this height: ours is a square, a company's own as wide as it is, `most` at most."""
    return size if sheet.logo is None else min(size * sheet.logo.width / sheet.logo.height, most)


def mark(sheet: Sheet, x: float, y: float, size: float, colour: Colour = ACCENT, *, most: float = MARK_MOST) -> float:
    """Draw the company's mark, or ours where it has none; (x, y) is its upper left corner. Returns its width."""
    width = mark_width(sheet, size, most)
    if sheet.logo is None:
        _our_mark(sheet, x, y, size, colour)
    else:
        sheet.picture(x, y, width, size, sheet.logo)
    return width


def _our_mark(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    """An ear and a spoken dot, on a grid of 32."""
    with sheet.drawing(x, y + size, size / 32) as pen:
        pen.setFillColorRGB(*colour)
        pen.roundRect(0, 0, 32, 32, 8, stroke=0, fill=1)
        pen.setStrokeColorRGB(1, 1, 1)
        pen.setFillColorRGB(1, 1, 1)
        pen.setLineWidth(2.5)
        pen.setLineCap(1)
        pen.setLineJoin(1)
        ear = pen.beginPath()
        ear.moveTo(10.5, 19.2)
        ear.curveTo(10.5, 23.6, 13.7, 26.4, 17.7, 26.4)
        ear.curveTo(21.9, 26.4, 25, 23.4, 25, 19.3)
        ear.curveTo(25, 12.8, 19.6, 12.3, 19.6, 8.2)
        ear.curveTo(19.6, 4.4, 14.2, 3.9, 12.6, 7.2)
        pen.drawPath(ear)
        shell = pen.beginPath()
        shell.moveTo(14.7, 18.8)
        shell.curveTo(14.7, 20.9, 16, 22.2, 17.8, 22.2)
        shell.curveTo(19.6, 22.2, 20.9, 20.9, 20.9, 19.2)
        shell.curveTo(20.9, 17.2, 19.3, 16.5, 17.2, 15.2)
        pen.drawPath(shell)
        pen.circle(8, 11.6, 1.9, stroke=0, fill=1)


def brand(sheet: Sheet, y: float, company: str, beside: str) -> None:
    """The mark, the company and the service behind it; `y` is the top of the mark, 17 points high."""
    wide = mark(sheet, LEFT, y, 17)
    x = LEFT + wide + 5.5
    x += sheet.write_fitted(x, y + 12, company, 220, 10, strong=True) + 6
    # A long mark pushes the rest to the right, but not into the code or the stamp there.
    right = LEFT + min(341.5 + wide, 392)
    sheet.write_fitted(x, y + 11.6, beside, right - x, LABEL, colour=GREY)


def corners(sheet: Sheet) -> None:
    """The four squares by which a photographed form is straightened."""
    far_x, far_y = PAGE_WIDTH - CORNER_INSET - CORNER, PAGE_HEIGHT - CORNER_INSET - CORNER
    for x in (CORNER_INSET, far_x):
        for y in (CORNER_INSET, far_y):
            sheet.fill(x, y, CORNER, CORNER)


def section(sheet: Sheet, y: float, title: str, beside: str = "", note: str = "") -> None:
    """A section's rule at `y` and its title under it; content begins about 20 points below the rule."""
    sheet.rule(LEFT, y, RIGHT, 0.75, ACCENT)
    room = RIGHT - LEFT
    if note:
        room -= sheet.write(RIGHT, y + 14.5, note, LABEL, colour=GREY, align="right") + 12
    if beside:
        room -= sheet.width(beside, 7.5) + 6
    width = sheet.write_fitted(LEFT, y + 14.5, title, room, 10.5, strong=True, colour=ACCENT)
    if beside:
        sheet.write(LEFT + width + 6, y + 14.5, beside, 7.5, colour=GREY)


def field(sheet: Sheet, y: float, label: str, value: str, x0: float, x1: float) -> None:
    """A label and its value on a hairline from `x0` to `x1`; without a value the line is there to write on.

    A value much too long for the line stands in two small lines.
    """
    start = x0 + sheet.write(x0, y, label, LABEL, colour=GREY) + 4
    sheet.rule(start, y + 4, x1, 0.5, PALE if value else GREY)
    room = x1 - start
    if sheet.width(value, TEXT) <= room * 1.35:
        sheet.write_fitted(start, y, value, room, TEXT)
        return
    lines = sheet.lines(value, room, _SMALL)
    sheet.write(start, y - 6.5, lines[0], _SMALL)
    sheet.write_fitted(start, y + 1.5, "".join(lines[1:]), room, _SMALL)


def thirds(sheet: Sheet, y: float, *three: tuple[str, str]) -> None:
    """Up to three (label, value) beside one another over the whole line."""
    width = (RIGHT - LEFT - 22) / 3
    for place, (label, value) in enumerate(three):
        x = LEFT + place * (width + 11)
        field(sheet, y, label, value, x, x + width)


def tick(sheet: Sheet, x: float, y: float, label: str, name: str = "") -> float:
    """A drawn box with its label, on the base line `y`; returns the x behind the label.

    With a `name` it is noted, to be read when the paper comes back.
    """
    sheet.frame(x, y - 8, TICK, TICK)
    if name:
        sheet.notes.box(name, x, y - 8, label)
    return x + TICK_LABEL + sheet.write(x + TICK_LABEL, y, label)


def tick_filled(sheet: Sheet, x: float, y: float, name: str = "") -> None:
    """Fill in the box that `tick` drew at the same place, under the same name."""
    sheet.fill(x + 1.8, y - 6.2, TICK - 3.6, TICK - 3.6, INK)
    if name:
        sheet.notes.filled(name)


def ticks(
    sheet: Sheet, x: float, y: float, labels: tuple[str, ...], gap: float = TICK_GAP, names: tuple[str, ...] = ()
) -> float:
    """A row of boxes, noted under their `names`; returns the x behind the last label."""
    for index, label in enumerate(labels):
        x = tick(sheet, x, y, label, names[index] if names else "") + gap
    return x - gap
