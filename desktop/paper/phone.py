"""One page for a telephone: as wide as its screen, large type, as long as what stands on it. The day before, the same
evening."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from db.errors import Refused
from desktop.paper.content import Report
from desktop.paper.flow import Block, draw_page, gap, paginate
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, INK, PALE, Colour
from desktop.paper.pages import page_picture, page_sizes
from desktop.paper.parts import mark

# Points; drawn three dots to a point it fills the screens of telephones.
WIDTH: Final = 390.0
DOTS_PER_POINT: Final = 3
_SIDE: Final = 24.0
_RIGHT: Final = WIDTH - _SIDE
_TITLE, _SECTION, _BODY, _SMALL = 25.0, 16.0, 16.0, 12.5
_LEADING: Final = 24.5
_SMALL_LEADING: Final = 18.0
_RULE: Final = 3.0
_QUOTE_X: Final = _SIDE + 13
# Longer than any telephone scrolls with patience, and than a PDF page may be.
_LONGEST: Final = 12_000.0


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: a line of grey above it, words of a client (`is_quote`) or ours, grey lines below; `day` in bold."""

    text: str
    above: str = ""
    below: tuple[str, ...] = ()
    day: str = ""
    is_quote: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A head with what stands under it; without items `empty` says so, and without either it is left out."""

    title: str
    beside: str = ""
    items: tuple[Item, ...] = ()
    empty: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class PhonePage:
    """The page: small words above the title, the title, lines under it, figures, sections, the line at the foot."""

    over: str
    title: str
    lines: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    foot: str


def phone_page(page: PhonePage, about: About, out: Path) -> Report:
    """Draw the page. Raises StoreTrouble `paper_not_written`."""
    # Measured on a sheet that is thrown away: the height of a page is part of it.
    blocks = tuple(_blocks(Sheet(about, (WIDTH, WIDTH)), page))
    height = min(sum(block.height for block in blocks) + 2 * _SIDE, _LONGEST)
    sheet = Sheet(about, (WIDTH, height))
    pages = paginate(tuple(_blocks(sheet, page)), _SIDE, _SIDE, height - _SIDE + 0.5)
    for one in pages:
        draw_page(sheet, one)
        sheet.end_page()
    return sheet.save(out)


def phone_picture(pdf: Path, png: Path) -> None:
    """The one page of a PDF as a PNG. Raises Refused `picture_too_long`; StoreTrouble where it cannot be written."""
    import io

    from PIL import Image

    from db.files import write_durably

    content = pdf.read_bytes()
    if (pages := len(page_sizes(content))) > 1:
        raise Refused("picture_too_long", pages=pages)
    drawn = page_picture(content, 0, round(WIDTH * DOTS_PER_POINT))
    size = (drawn.width, drawn.height)
    image = Image.frombuffer("RGB", size, drawn.dots, "raw", "BGRX", drawn.stride, 1)
    picture = io.BytesIO()
    image.save(picture, "PNG")
    write_durably(png, picture.getvalue())


def _blocks(sheet: Sheet, page: PhonePage) -> Iterator[Block]:
    yield Block(30, partial(_brand, over=page.over))
    for line in sheet.lines(page.title, WIDTH - 2 * _SIDE, _TITLE, strong=True):
        yield Block(33, partial(_write, text=line, size=_TITLE, up=8, strong=True))
    for text in page.lines:
        for line in sheet.lines(text, WIDTH - 2 * _SIDE, 13.5):
            yield Block(20, partial(_write, text=line, size=13.5, up=5, colour=GREY))
    yield gap(10)
    if page.figures:
        yield Block(62, partial(_figures, figures=page.figures))
    for one in page.sections:
        if one.items or one.empty:
            yield from _section(sheet, one)
    yield gap(14)
    yield Block(1, lambda paper, y: paper.rule(_SIDE, y, _RIGHT, 0.5, PALE))
    for line in sheet.lines(page.foot, WIDTH - 2 * _SIDE, 10.5):
        yield Block(16, partial(_write, text=line, size=10.5, up=2, colour=GREY))


def _brand(sheet: Sheet, y: float, over: str) -> None:
    beside = mark(sheet, _SIDE, y, 18) + 7
    sheet.write_fitted(_SIDE + beside, y + 13.5, over, WIDTH - 2 * _SIDE - beside, 12, colour=GREY)


def _write(
    sheet: Sheet, y: float, text: str, size: float, up: float, x: float = _SIDE, colour: Colour = INK,
    *, strong: bool = False,
) -> None:  # fmt: skip
    """A line whose base lies `up` points above its block's lower edge, as far as the size says."""
    sheet.write(x, y + size * 1.08 + up / 2, text, size, strong=strong, colour=colour)


def _figures(sheet: Sheet, y: float, figures: tuple[tuple[str, str], ...]) -> None:
    width = (WIDTH - 2 * _SIDE) / len(figures)
    for index, (label, value) in enumerate(figures):
        x = _SIDE + index * width
        if index:
            sheet.line(x - 8, y + 4, x - 8, y + 52, 0.5, PALE)
        sheet.write_fitted(x, y + 27, value, width - 14, 25, strong=True)
        sheet.write_fitted(x, y + 48, label, width - 14, _SMALL, colour=GREY)


def _section(sheet: Sheet, one: Section) -> Iterator[Block]:
    yield gap(12)
    yield Block(34, partial(_head, title=one.title, beside=one.beside), stays=True)
    for index, item in enumerate(one.items):
        if index:
            yield Block(9, lambda paper, y: paper.rule(_SIDE, y + 4, _RIGHT, 0.5, PALE))
        yield from _item(sheet, item)
    if not one.items:
        yield Block(22, partial(_write, text=one.empty, size=14, up=4, colour=GREY))
    if one.more:
        yield Block(24, partial(_write, text=one.more, size=_SMALL, up=8, colour=GREY))


def _head(sheet: Sheet, y: float, title: str, beside: str) -> None:
    sheet.rule(_SIDE, y, _RIGHT, 1, ACCENT)
    width = sheet.write(_SIDE, y + 23, title, _SECTION, strong=True, colour=ACCENT)
    room = WIDTH - 2 * _SIDE - width - 10
    sheet.write_fitted(_RIGHT, y + 22.5, beside, room, _SMALL, colour=GREY, align="right")


def _item(sheet: Sheet, item: Item) -> Iterator[Block]:
    x = _QUOTE_X if item.is_quote else _SIDE
    if item.above or item.day:
        yield Block(20, partial(_above, item=item), stays=True)
    for line in sheet.lines(item.text, _RIGHT - x, _BODY):
        yield Block(_LEADING, partial(_line, text=line, x=x, is_quote=item.is_quote))
    for text in item.below:
        for line in sheet.lines(text, _RIGHT - x, 13.5):
            yield Block(_SMALL_LEADING + 2, partial(_write, text=line, size=13.5, up=3, x=x, colour=GREY))
    yield gap(4)


def _above(sheet: Sheet, y: float, item: Item) -> None:
    day = sheet.width(item.day, 13.5, strong=True) if item.day else 0
    sheet.write_fitted(_SIDE, y + 14, item.above, WIDTH - 2 * _SIDE - day - 8, _SMALL, colour=GREY)
    if item.day:
        sheet.write(_RIGHT, y + 14, item.day, 13.5, strong=True, align="right")


def _line(sheet: Sheet, y: float, text: str, x: float, *, is_quote: bool) -> None:
    if is_quote:
        sheet.fill(_SIDE, y, _RULE, _LEADING, ACCENT)
    sheet.write(x, y + 17.5, text, _BODY)
