"""查验记录单: one per home, to be walked through with the client: what is known stands in it, the rest is for a pen."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import EventHead, Report
from desktop.paper.dates import days_iso
from desktop.paper.flow import Block, Page, draw_pages, paginate
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, INK, LABEL, LEFT, MM, PALE, RIGHT, TEXT, TICK
from desktop.paper.parts import brand, corners, field, section, ticks
from desktop.paper.walk_content import Known, WalkSheet
from desktop.rules.forms import code_text
from desktop.tokens.image import Matrix, qr_matrix

TITLE: Final = "查验记录单"
_FIRST_TOP: Final = 159.0
_NEXT_TOP: Final = 97.0
_BOTTOM: Final = 800.0
_FOOT: Final = 818.0
_CODE: Final = 16 * MM
_CODE_TOP: Final = 34.5
# A line that a pen has room on: 8.5 mm.
_PEN: Final = 24.0
_LEADING: Final = 14.0
_AIR: Final = 7.0
_CLOSING: Final = 112.0
# The lines that are there for what nobody thought of, on the fullest sheet.
_LEAST_FREE: Final = 2
# Where each column stands: its left and right edge.
_PART: Final = (LEFT, LEFT + 47)
_ITEM: Final = (LEFT + 52, LEFT + 138)
_SAID: Final = (LEFT + 146, LEFT + 336)
_MEASURED: Final = (LEFT + 344, LEFT + 410)
_PHOTO: Final = (LEFT + 417, LEFT + 447)
_FINE, _AGAIN = RIGHT - 35.5, RIGHT - 12.5
_SIGNERS: Final = (("业主", "Owner"), ("陪同人", "Companion"), ("施工单位", "Contractor"))
_SENTENCE: Final = "签字只确认查验当时的情况，不影响业主依合同和法律享有的权利。"


def walk_sheets(sheets: Sequence[WalkSheet], head: EventHead, out: Path) -> Report:
    """Draw the sheets one after another, each with pages of its own.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    sheet = Sheet(About(f"{head.event} {TITLE}", head.company, head.project, head.as_of, head.logo))
    for one in sheets:
        _sheet(sheet, one, head)
    return sheet.save(out)


def _sheet(sheet: Sheet, one: WalkSheet, head: EventHead) -> None:
    matrix = qr_matrix(code_text(one.number)) if one.number else None
    pages = _laid(tuple(_rows(sheet, one)), one)
    draw_pages(
        sheet,
        pages,
        first=partial(_first_head, sheet, one, head, matrix),
        further=partial(_next_head, sheet, one, head, matrix),
        foot=partial(_foot, sheet, head),
    )


def _laid(rows: tuple[Block, ...], one: WalkSheet) -> tuple[Page, ...]:
    """Fill what is left of the last page with lines to write on; the signatures stand at its foot."""
    free, closing = _free_row(), Block(_CLOSING, partial(_closing, elsewhere=one.elsewhere))

    def pages(count: int) -> tuple[Page, ...]:
        return paginate((*rows, *(free,) * count, closing), _FIRST_TOP, _NEXT_TOP, _BOTTOM)

    least = pages(_LEAST_FREE)
    top = least[-1][-1][0]
    count = _LEAST_FREE + int((_BOTTOM - _CLOSING - top) / _PEN)
    while len(pages(count)) > len(least):
        count -= 1
    while len(pages(count + 1)) == len(least):
        count += 1
    return pages(count)


# Heads and foot.


def _first_head(sheet: Sheet, one: WalkSheet, head: EventHead, matrix: Matrix | None) -> None:
    sheet.bookmark(one.room or TITLE)
    sheet.stamp("walk-head", partial(_ground, head=head))
    _code(sheet, one, matrix)
    room = RIGHT - _CODE - 12 - (LEFT + 117)
    if one.room:
        sheet.write_fitted(LEFT + 117, 82, one.room, room, 16, strong=True, colour=ACCENT)
    else:
        field(sheet, 82, "房号", "", LEFT + 117, LEFT + 300)
    field(sheet, 142, "业主", one.owners, LEFT, 196)


def _ground(sheet: Sheet, head: EventHead) -> None:
    corners(sheet)
    brand(sheet, _CODE_TOP, head.company, head.project if head.project != head.company else "")
    sheet.write(LEFT, 82, TITLE, 21, strong=True)
    sheet.write(LEFT, 98.5, "Unit inspection record", 10.5, colour=GREY)
    one_day = head.starts.date() == head.ends.date()
    field(sheet, 121, "项目", head.project, LEFT, 196)
    field(sheet, 121, "活动", head.event, 207, 391)
    field(sheet, 121, "日期", days_iso(head.starts, head.ends) if one_day else "", 402, RIGHT)
    field(sheet, 142, "陪同人", "", 207, 303)
    field(sheet, 142, "施工单位", "", 314, 447)
    field(sheet, 142, "开始时间", "", 458, RIGHT)


def _next_head(sheet: Sheet, one: WalkSheet, head: EventHead, matrix: Matrix | None) -> None:
    sheet.stamp("walk-next-head", partial(_next_ground, head=head))
    _code(sheet, one, matrix)
    sheet.write_fitted(LEFT, 80, one.room, RIGHT - LEFT - _CODE - 60, 11, strong=True, colour=ACCENT)


def _next_ground(sheet: Sheet, head: EventHead) -> None:
    corners(sheet)
    brand(sheet, _CODE_TOP, head.company, f"{TITLE}（续）")
    sheet.write_fitted(LEFT, 65, f"{head.project} · {head.event}", RIGHT - LEFT - _CODE - 60, LABEL, colour=GREY)


def _code(sheet: Sheet, one: WalkSheet, matrix: Matrix | None) -> None:
    """The code and the number of the client's form, where there is one: the sheet is filed with it."""
    if matrix:
        sheet.code(RIGHT - _CODE, _CODE_TOP, _CODE, matrix)
        sheet.write(RIGHT, 91, one.number, 8.5, align="right")


def _foot(sheet: Sheet, head: EventHead, pages: str) -> None:
    sheet.stamp("walk-foot", partial(_foot_ground, head=head))
    sheet.write(RIGHT, _FOOT, pages, LABEL, colour=GREY, align="right")


def _foot_ground(sheet: Sheet, head: EventHead) -> None:
    sheet.write_fitted(LEFT, _FOOT, f"{head.project} · {head.event} {TITLE}", 290, LABEL, colour=GREY)


# The table.


def _rows(sheet: Sheet, one: WalkSheet) -> Iterator[Block]:
    yield Block(40, _table_head, stays=True)
    again = Block(20, _columns)
    for known in one.unplaced:
        yield from _known(sheet, known, "", again)
    for part in one.parts:
        for index, known in enumerate(part.known):
            yield from _known(sheet, known, "" if index else part.name, again)
        name = "" if part.known else part.name
        yield Block(_PEN, partial(_part_row, name=name, looked_at=part.looked_at), again=again)


def _table_head(sheet: Sheet, y: float) -> None:
    section(sheet, y, "查验情况", "Findings", "没有问题的也请打勾；新发现的写在空行里")
    _columns(sheet, y + 20)


def _columns(sheet: Sheet, y: float) -> None:
    sheet.stamp("walk-columns", _column_heads, y)


def _column_heads(sheet: Sheet) -> None:
    for x, title in (
        (_PART[0], "部位"),
        (_ITEM[0], "位置、项目"),
        (_SAID[0], "客户原话、查验所见"),
        (_MEASURED[0], "实测 / 允许"),
        (_PHOTO[0], "照片号"),
    ):
        sheet.write(x, 11, title, LABEL, colour=GREY)
    for x, title in ((_FINE, "合格"), (_AGAIN, "整改")):
        sheet.write(x + TICK / 2, 11, title, LABEL, colour=GREY, align="centre")
    sheet.rule(LEFT, 19.5, RIGHT, 0.6, GREY)


def _known(sheet: Sheet, known: Known, name: str, again: Block) -> Iterator[Block]:
    """One block per line, so that words of any length go on over the page."""
    part = sheet.lines(name, _PART[1] - _PART[0], strong=True)
    place = sheet.lines(known.place, _ITEM[1] - _ITEM[0])
    words = sheet.lines(known.words, _SAID[1] - _SAID[0]) or ("",)
    figures = " / ".join(filter(None, (known.measured, known.allowed)))
    measured = sheet.lines(figures, _MEASURED[1] - _MEASURED[0])
    count = max(len(words) + 1, len(part), len(place), len(measured))
    for index in range(count):
        last = index == count - 1
        cells = tuple(
            (edges, cell[index], strong)
            for edges, cell, strong in (
                (_PART, part, True),
                (_ITEM, place, False),
                (_SAID, words, False),
                (_MEASURED, measured, False),
            )
            if index < len(cell)
        )
        draw = partial(
            _known_line, cells=cells, words=index < len(words), below=known.below if index == len(words) else "",
            boxes=index == 0, pens=_pens(known, name) if index == 0 else (), last=last,
        )  # fmt: skip
        stays = not last and index in (0, count - 3, count - 2)
        yield Block(_LEADING + (_AIR if last else 0), draw, stays=stays, again=again)


def _pens(known: Known, name: str) -> tuple[tuple[float, float], ...]:
    """The cells that nobody filled in: there the pen finds a line."""
    open_part = (_PART,) if not (known.part or name) else ()
    place = () if known.place else (_ITEM,)
    measured = () if known.measured or known.allowed else (_MEASURED,)
    return (*open_part, *place, *measured, _PHOTO)


def _known_line(
    sheet: Sheet,
    y: float,
    cells: tuple[tuple[tuple[float, float], str, bool], ...],
    pens: tuple[tuple[float, float], ...],
    below: str,
    *,
    words: bool,
    boxes: bool,
    last: bool,
) -> None:
    if words:
        sheet.fill(_SAID[0] - 6, y + 4, 1.5, _LEADING, ACCENT)
    for edges, text, strong in cells:
        sheet.write(edges[0], y + 14.5, text, TEXT, strong=strong)
    if below:
        sheet.write_fitted(_SAID[0], y + 14, below, _SAID[1] - _SAID[0], LABEL, colour=GREY)
    for x0, x1 in pens:
        _pen_line(sheet, x0, x1, y + 20)
    if boxes:
        sheet.stamp("walk-boxes", _boxes, y - 3)
    if last:
        sheet.rule(LEFT, y + _LEADING + _AIR, RIGHT, 0.5, PALE)


def _part_row(sheet: Sheet, y: float, name: str, looked_at: str) -> None:
    """A line for what is found on the walk itself; it names the part, so that none is forgotten."""
    edges = (_SAID, _MEASURED, _PHOTO) if looked_at else (_ITEM, _SAID, _MEASURED, _PHOTO)
    sheet.stamp(f"walk-row-{len(edges)}", partial(_pen_row, edges=edges), y)
    if name:
        sheet.write_fitted(_PART[0], y + 15.5, name, _PART[1] - _PART[0], TEXT, strong=True)
    if looked_at:
        lines = sheet.lines(looked_at, _ITEM[1] - _ITEM[0], 7.0)[:2]
        start = y + (15 if len(lines) == 1 else 10.5)
        for index, line in enumerate(lines):
            sheet.write(_ITEM[0], start + 9 * index, line, 7.0, colour=GREY)


def _free_row() -> Block:
    ground = partial(_pen_row, edges=(_PART, _ITEM, _SAID, _MEASURED, _PHOTO))
    return Block(_PEN, lambda sheet, y: sheet.stamp("walk-free-row", ground, y), again=Block(20, _columns))


def _pen_row(sheet: Sheet, edges: tuple[tuple[float, float], ...]) -> None:
    sheet.rule(LEFT, _PEN - 0.5, RIGHT, 0.5, PALE)
    for x0, x1 in edges:
        _pen_line(sheet, x0, x1, _PEN - 0.5)
    _boxes(sheet)


def _pen_line(sheet: Sheet, x0: float, x1: float, y: float) -> None:
    if (x0, x1) == _MEASURED:
        middle = (x0 + x1) / 2
        sheet.rule(x0, y, middle - 5, 0.5, GREY)
        sheet.line(middle - 2.5, y - 1, middle + 2.5, y - 12, 0.5, GREY)
        sheet.rule(middle + 5, y, x1, 0.5, GREY)
    else:
        sheet.rule(x0, y, x1, 0.5, GREY)


def _boxes(sheet: Sheet) -> None:
    for x in (_FINE, _AGAIN):
        sheet.frame(x, 8, TICK, TICK)


# What is signed.


def _closing(sheet: Sheet, _y: float, elsewhere: int) -> None:
    """The result and the three signatures, always at the foot."""
    top = _BOTTOM - _CLOSING
    sheet.stamp("walk-closing", _closing_ground, top)
    if elsewhere:
        told = f"另有 {elsewhere} 件未了的诉求与房屋无关，不在本单"
        sheet.write(RIGHT, top + 20.5, told, LABEL, colour=GREY, align="right")


def _closing_ground(sheet: Sheet) -> None:
    section(sheet, 6, "查验结果", "Result")
    x = ticks(sheet, LEFT, 42, ("未见问题", "有问题，见上")) + 16
    field(sheet, 42, "整改项数", "", x, x + 74)
    field(sheet, 42, "约定复验", "", x + 86, RIGHT - 78)
    sheet.write(RIGHT, 42, "年　　月　　日", LABEL, colour=GREY, align="right")
    sheet.write(LEFT, 60, _SENTENCE, LABEL, colour=GREY)
    width = (RIGHT - LEFT - 2 * 15) / 3
    for index, (label, english) in enumerate(_SIGNERS):
        x = LEFT + index * (width + 15)
        sheet.rule(x, 96, x + width, 0.6, INK)
        sheet.write(x, 106.5, f"{label} {english}", LABEL, colour=GREY)
        sheet.write(x + width, 106.5, "年　　月　　日", LABEL, colour=GREY, align="right")
