"""Text that must be read from afar and may not be cut: as large as its room allows, in one line or several."""

import re
from dataclasses import dataclass
from itertools import combinations, pairwise

from desktop.paper.kit import Align, Sheet
from desktop.paper.measures import INK, Colour

# Line to line, in sizes of the text.
LEADING = 1.25
# How far one line may shrink before the text is broken into two.
_SHRINKS = 0.7
_STEP_PT = 0.5
# A name breaks behind these first, into so many lines at most.
_SEAMS = re.compile(r"(?<=[·・‧•\s-])(?=\S)")
_MOST_LINES, _MOST_PIECES = 5, 10
# How much smaller a text may become so that no piece, and no Latin word, is broken.
_WHOLE_PIECES, _WHOLE_WORDS = 0.6, 0.3


@dataclass(frozen=True, slots=True)
class Block:
    """Lines and the size at which they fit."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """How high the lines stand together."""
        return len(self.lines) * self.size * LEADING


def fitted(
    sheet: Sheet, text: str, room: float, height: float, largest: float, *, smallest: float = 5.0, strong: bool = False
) -> Block:
    """The text as large as `room` and `height` allow, `largest` at most; where nothing fits, at `smallest` and higher.

    The fewest lines that need to shrink only a little, broken between the parts of a name; nothing is ever left out.
    """
    drawn = sheet.printable(text.strip(), strong)
    if not drawn:
        return Block((), largest)
    whole = _in_pieces(sheet, drawn, room, height, largest, strong)
    if whole.size >= largest * _SHRINKS:
        return whole
    broken = _broken(sheet, drawn, room, height, max(whole.size, smallest), largest, strong)
    words = _WHOLE_WORDS if any(char.isascii() and char.isalpha() for char in drawn) else _WHOLE_PIECES
    # One line of Chinese has no parts to keep together.
    allowed = _SHRINKS if len(whole.lines) == 1 and words == _WHOLE_PIECES else words
    return whole if whole.size >= max(smallest, broken.size * allowed) else broken


def _in_pieces(sheet: Sheet, text: str, room: float, height: float, largest: float, strong: bool) -> Block:
    """The pieces of a name kept whole on as few lines as shrink only a little, else on those that shrink least."""
    pieces = _SEAMS.split(text)
    if len(pieces) > _MOST_PIECES:
        pieces = [text]
    best = Block((text,), 0.0)
    for count in range(1, min(len(pieces), _MOST_LINES) + 1):
        ways = (_joined(pieces, cuts) for cuts in combinations(range(1, len(pieces)), count - 1))
        width_em, lines = min((max(sheet.width(line, 1.0, strong) for line in way), way) for way in ways)
        block = Block(lines, min(largest, room / width_em, height / (count * LEADING)))
        if block.size > best.size * 1.1:
            best = block
        if best.size >= largest * _SHRINKS:
            break
    return best


def _broken(
    sheet: Sheet, text: str, room: float, height: float, smallest: float, largest: float, strong: bool
) -> Block:
    """The text broken wherever the rules of Chinese allow."""
    size = largest
    while size > smallest:
        block = Block(sheet.lines(text, room, size, strong), size)
        if block.height <= height:
            return Block(_evened(sheet, block, text, room, strong), size)
        size -= _STEP_PT
    return Block(sheet.lines(text, room, smallest, strong), smallest)


def _evened(sheet: Sheet, block: Block, text: str, room: float, strong: bool) -> tuple[str, ...]:
    """As many lines, but no short one at the end."""
    lines = block.lines
    for part in (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6):
        narrower = sheet.lines(text, room * part, block.size, strong)
        if len(narrower) > len(block.lines):
            break
        lines = narrower
    return lines


def _joined(pieces: list[str], cuts: tuple[int, ...]) -> tuple[str, ...]:
    places = (0, *cuts, len(pieces))
    return tuple("".join(pieces[start:end]).strip() for start, end in pairwise(places))


def write_block(
    sheet: Sheet,
    block: Block,
    x: float,
    y: float,
    *,
    strong: bool = False,
    align: Align = "left",
    colour: Colour = INK,
) -> float:
    """Write the lines under `y`, their top; returns their foot."""
    for line in block.lines:
        # The ink of a Chinese line stands from 0.88 above to 0.12 under its base line.
        sheet.write(
            x, y + block.size * (LEADING / 2 + 0.38), line, block.size, strong=strong, align=align, colour=colour
        )
        y += block.size * LEADING
    return y
