"""Flowing blocks over pages: decided before anything is drawn, so that every page can say x of y."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.paper.kit import Sheet

Draw = Callable[[Sheet, float], None]
# A row of so many lines is never broken.
_SHORT_ROW: Final = 6


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stays in one piece; `draw` gets the sheet and the y of its upper edge.

    `stays`: moves to the next page together with the block behind it. `again`: a head to repeat where a page
    begins with this block. `breaks`: begins a new page. `blank`: empty paper, dropped at the edges of a page.
    """

    height: float
    draw: Draw
    stays: bool = False
    again: "Block | None" = None
    breaks: bool = False
    blank: bool = False


Page = tuple[tuple[float, Block], ...]


def paginate(blocks: Sequence[Block], first_top: float, next_top: float, bottom: float) -> tuple[Page, ...]:
    """Lay the blocks out: each page is its blocks with their upper edges."""
    pages: list[Page] = []
    page: list[tuple[float, Block]] = []
    y = first_top
    for group in _groups(blocks, bottom - next_top):
        height = sum(block.height for block in group)
        if group[0].blank and (not page or y + height > bottom):
            continue
        if page and (group[0].breaks or y + height > bottom + 0.01):
            pages.append(tuple(page))
            page, y = [], next_top
        if not page and group[0].again:
            page.append((y, group[0].again))
            y += group[0].again.height
        for block in group:
            page.append((y, block))
            y += block.height
    pages.append(tuple(page))
    return tuple(pages)


def draw_page(sheet: Sheet, page: Page) -> None:
    """Draw the blocks of one page."""
    for y, block in page:
        block.draw(sheet, y)


def draw_pages(
    sheet: Sheet,
    pages: Sequence[Page],
    *,
    first: Callable[[], None],
    further: Callable[[], None],
    foot: Callable[[str], None],
) -> None:
    """Draw every page between its head and its foot; `foot` is told which page it is, of how many."""
    for number, page in enumerate(pages, 1):
        (first if number == 1 else further)()
        draw_page(sheet, page)
        foot(f"第 {number} 页　共 {len(pages)} 页")
        sheet.end_page()


def gap(height: float) -> Block:
    """Empty paper."""
    return Block(height, _nothing, blank=True)


def paragraph(
    lines: Sequence[str],
    leading: float,
    draw_line: Callable[[Sheet, float, str], None],
    again: Block | None = None,
) -> Iterator[Block]:
    """One block per line; no page begins with the last line alone, nor ends with the first alone."""
    last = len(lines) - 1
    for index, line in enumerate(lines):
        stays = last > 0 and index in (0, last - 1)
        yield Block(leading, _line_drawer(draw_line, line), stays, again if index else None)


def row_lines(
    count: int,
    leading: float,
    draw_line: Callable[[Sheet, float, int], None],
    foot: float = 0.0,
    again: Block | None = None,
) -> Iterator[Block]:
    """One block per line of a row; `draw_line` gets the line's number, `foot` is the paper under the last line.

    A short row stays in one piece, a longer one goes on over the page with two lines at least on either side.
    """
    last = count - 1
    for index in range(count):
        stays = index < last and (count <= _SHORT_ROW or index in (0, last - 1))
        yield Block(leading + (foot if index == last else 0), _row_drawer(draw_line, index), stays, again)


def _row_drawer(draw_line: Callable[[Sheet, float, int], None], index: int) -> Draw:
    return lambda sheet, y: draw_line(sheet, y, index)


def _line_drawer(draw_line: Callable[[Sheet, float, str], None], line: str) -> Draw:
    return lambda sheet, y: draw_line(sheet, y, line)


def _nothing(_sheet: Sheet, _y: float) -> None:
    return None


def _groups(blocks: Sequence[Block], room: float) -> Iterator[tuple[Block, ...]]:
    """What must stay together, as far as a page has room for it."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.stays:
            yield from _fitting(tuple(group), room)
            group = []
    if group:
        yield from _fitting(tuple(group), room)


def _fitting(group: tuple[Block, ...], room: float) -> Iterator[tuple[Block, ...]]:
    if sum(block.height for block in group) <= room:
        yield group
    else:
        yield from ((block,) for block in group)
