"""What reports are made of: a row of figures, and sections that are numbered as far as there is something in them."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.paper.content import Figure
from desktop.paper.flow import Block, gap
from desktop.paper.kit import Sheet
from desktop.paper.measures import GREY, LABEL, LEFT, PALE, RIGHT
from desktop.paper.parts import section

# Title, what stands beside it, what at the right, and what is in it.
Section = tuple[str, str, str, Sequence[Block]]


def figures(sheet: Sheet, y: float, told: Sequence[Figure], columns: int) -> None:
    """Figures side by side, so many to the width of the page: what it is, the figure, what it is made of."""
    width = (RIGHT - LEFT) / columns
    for index, figure in enumerate(told):
        x = LEFT + index * width
        sheet.line(x, y, x, y + 55.5, 0.5, PALE)
        sheet.write_fitted(x + 9.5, y + 10, figure.label, width - 14, LABEL, colour=GREY)
        sheet.write_fitted(x + 9.5, y + 36, figure.value, width - 14, 20, strong=True)
        sheet.write_fitted(x + 9.5, y + 51, figure.note, width - 14, LABEL, colour=GREY)


def numbered(sections: Iterable[Section], head_height: float, between: float) -> Iterator[Block]:
    """The sections that hold something, numbered from 1, each in the PDF's table of contents."""
    number = 0
    for title, beside, note, blocks in sections:
        if blocks:
            number += 1
            yield _head(f"{number} {title}", beside, note, head_height)
            yield from blocks
            yield gap(between)


def _head(title: str, beside: str, note: str, height: float) -> Block:
    def draw(sheet: Sheet, y: float) -> None:
        sheet.bookmark(title)
        section(sheet, y, title, beside, note)

    return Block(height, draw, stays=True)
