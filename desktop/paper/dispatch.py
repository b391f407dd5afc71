"""派单函: one per concern, to a department or to a firm: what, where, until when, and what is asked in return."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import EventHead, Report
from desktop.paper.dates import day_zh
from desktop.paper.flow import Block, draw_pages, gap, paginate, paragraph
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, PALE, RIGHT, TEXT
from desktop.paper.parts import brand, field, section, ticks
from desktop.paper.table import Column, table

TITLE: Final = "派单函"
_FIRST_TOP: Final = 160.0
_NEXT_TOP: Final = 74.0
_BOTTOM: Final = 798.0
_FOOT: Final = 816.0
_WORDS, _WORDS_LEADING = 10.0, 16.5
_WORDS_X: Final = LEFT + 10
# A line that a pen has room on: 8.5 mm.
_PEN: Final = 24.0
_REPLY: Final = 15 + 7 * _PEN
_SENDER, _SENDER_SEALED = 34.0, 70.0
_TO_FIRM: Final = "请贵单位按下列期限核实、处理并书面回复。原因由贵单位查明后填写，本函不预先认定原因和责任。"
_TO_DEPARTMENT: Final = "请按下列期限签收、处理并书面回复；不属本部门的，请在签收期限内退回并写明理由。"
_COLUMNS: Final = (
    Column("做什么", LEFT, LEFT + 300),
    Column("承诺人", LEFT + 310, LEFT + 376),
    Column("期限", LEFT + 386, LEFT + 446, strong=True),
    Column("状态", LEFT + 456, RIGHT),
)


@dataclass(frozen=True, slots=True)
class Promised:
    """What a client was promised, as the addressee may read it; `due` and `state` in words."""

    text: str
    by: str
    due: str
    state: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter; what is empty is left out or stays a line to write on.

    `is_firm` says that the addressee is not one of our departments. `contact` is the client's name and telephone, only
    where the client agreed to that; `is_hidden` that people were taken out of the words. `deadlines` are pairs of what
    and until when, `facts` pairs of a label and a value.
    """

    head: EventHead
    number: str
    to: str
    words: str
    is_firm: bool = False
    through: str = ""
    sent: date | None = None
    grade: str = ""
    room: str = ""
    heard: str = ""
    additions: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    contact: str = ""
    is_hidden: bool = False
    deadlines: tuple[tuple[str, str], ...] = ()
    promises: tuple[Promised, ...] = ()
    sender: str = ""
    telephone: str = ""


def dispatch_letters(letters: Sequence[Letter], out: Path, *, has_seal: bool = False) -> Report:
    """Draw the letters, at least one, one after another, each with pages of its own.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    first, as_of = letters[0].head, max(letter.head.as_of for letter in letters)
    title = f"{TITLE} {letters[0].number}" if len(letters) == 1 else f"{first.event} {TITLE}"
    sheet = Sheet(About(title, first.company, first.project, as_of, first.logo))
    for letter in letters:
        pages = paginate(tuple(_blocks(sheet, letter, has_seal=has_seal)), _FIRST_TOP, _NEXT_TOP, _BOTTOM)
        draw_pages(
            sheet,
            pages,
            first=partial(_first_head, sheet, letter),
            further=partial(brand, sheet, 34.5, letter.head.company, f"{TITLE}（续）　{letter.number}"),
            foot=partial(_foot, sheet, letter),
        )
    return sheet.save(out)


def _first_head(sheet: Sheet, letter: Letter) -> None:
    sheet.bookmark(f"{letter.number} {letter.to}".strip())
    brand(sheet, 34.5, letter.head.company, letter.head.project if letter.head.project != letter.head.company else "")
    sheet.write(LEFT, 82, TITLE, 21, strong=True)
    sheet.write(LEFT, 98.5, "Work order", 10.5, colour=GREY)
    width = sheet.write(RIGHT, 82, letter.number, 13, strong=True, align="right")
    sheet.write(RIGHT - width - 7, 82, "编号", LABEL, colour=GREY, align="right")
    if letter.grade:
        width = sheet.write(RIGHT, 98.5, letter.grade, 10.5, strong=True, colour=ACCENT, align="right")
        sheet.write(RIGHT - width - 7, 98.5, "等级", LABEL, colour=GREY, align="right")
    middle = LEFT + 320
    field(sheet, 126, "致", letter.to, LEFT, middle - 11)
    field(sheet, 126, "派单日期", day_zh(letter.sent) if letter.sent else "", middle, RIGHT)
    # Addressed to a firm, the department through which it goes stands beside.
    field(sheet, 146, "经办部门" if letter.is_firm else "来源", _beside(letter), LEFT, middle - 11)
    field(sheet, 146, "房号", letter.room, middle, RIGHT)


def _beside(letter: Letter) -> str:
    return letter.through if letter.is_firm else f"{letter.head.event}　{letter.heard}".strip("　")


def _foot(sheet: Sheet, letter: Letter, pages: str) -> None:
    sheet.rule(LEFT, _FOOT - 13, RIGHT)
    told = f"{letter.head.project} · {TITLE} {letter.number} · 只用于处理本件，请勿另作他用"
    sheet.write_fitted(LEFT, _FOOT, told, 400, LABEL, colour=GREY)
    sheet.write(RIGHT, _FOOT, pages, LABEL, colour=GREY, align="right")


def _blocks(sheet: Sheet, letter: Letter, *, has_seal: bool) -> Iterator[Block]:
    yield from _matter(sheet, letter)
    yield from _deadlines(letter)
    yield from _promises(sheet, letter)
    # Who sent it stands on the same page as the lines that are filled in for them.
    yield Block(_REPLY + 8, _reply, stays=True)
    yield Block(_SENDER_SEALED if has_seal else _SENDER, partial(_sender, letter=letter, has_seal=has_seal))


def _section(title: str, beside: str, note: str = "") -> Block:
    return Block(22, lambda sheet, y: section(sheet, y, title, beside, note), stays=True)


# 1 What it is about.


def _matter(sheet: Sheet, letter: Letter) -> Iterator[Block]:
    note = "客户原话，其中姓名、电话、房号已隐去" if letter.is_hidden else "客户原话"
    yield _section("1 事项", "What is reported", note)
    yield from _words(sheet, letter.words)
    for day, words in letter.additions:
        yield Block(14, partial(_caption, text=f"补充　{day}"), stays=True)
        yield from _words(sheet, words)
    yield gap(4)
    for start in range(0, len(letter.facts), 2):
        yield from _fact_rows(sheet, letter.facts[start : start + 2])
    lead = _TO_FIRM if letter.is_firm else _TO_DEPARTMENT
    contact = letter.contact or "本函不写客户姓名和电话；需要联系、入户，请经发单人约定。"
    yield Block(20, partial(_contact, text=contact, agreed=bool(letter.contact)))
    yield from paragraph(sheet.lines(lead, RIGHT - LEFT, TEXT), 15, _lead_line)
    yield gap(9)


def _words(sheet: Sheet, words: str) -> Iterator[Block]:
    lines = sheet.lines(words, RIGHT - _WORDS_X, _WORDS) or ("",)
    yield from paragraph(lines, _WORDS_LEADING, _word_line)


def _word_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.fill(LEFT, y + 2, 1.5, _WORDS_LEADING, ACCENT)
    sheet.write(_WORDS_X, y + 14, line, _WORDS)


def _caption(sheet: Sheet, y: float, text: str) -> None:
    sheet.write(_WORDS_X, y + 11, text, LABEL, colour=GREY)


def _fact_rows(sheet: Sheet, pair: tuple[tuple[str, str], ...]) -> Iterator[Block]:
    """Two facts side by side, each in as many lines as it needs."""
    middle = LEFT + 252
    cells = []
    for (label, value), x0, x1 in zip(pair, (LEFT, middle), (middle - 11, RIGHT), strict=False):
        start = x0 + max(sheet.width(label, LABEL) + 5, 50)
        cells.append((x0, start, label, sheet.lines(value, x1 - start, TEXT) or ("",)))
    count = max(len(lines) for _, _, _, lines in cells)
    for index in range(count):
        yield Block(14.5 + (4 if index == count - 1 else 0), partial(_fact_line, cells=cells, index=index))


def _fact_line(sheet: Sheet, y: float, cells: Sequence[tuple[float, float, str, tuple[str, ...]]], index: int) -> None:
    for x0, start, label, lines in cells:
        if index == 0:
            sheet.write(x0, y + 13, label, LABEL, colour=GREY)
        if index < len(lines):
            sheet.write(start, y + 13, lines[index], TEXT)


def _contact(sheet: Sheet, y: float, text: str, *, agreed: bool) -> None:
    sheet.write(LEFT, y + 13, "客户联系", LABEL, colour=GREY)
    sheet.write_fitted(LEFT + 50, y + 13, text, RIGHT - LEFT - 50, TEXT, strong=agreed)
    note = "客户已同意提供，只用于本件的联系和入户"
    if agreed and sheet.width(text, TEXT, strong=True) + sheet.width(note, LABEL) < RIGHT - LEFT - 64:
        sheet.write(RIGHT, y + 13, note, LABEL, colour=GREY, align="right")


def _lead_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.write(LEFT, y + 12, line, TEXT)


# 2 Until when.


def _deadlines(letter: Letter) -> Iterator[Block]:
    yield _section("2 期限", "Deadlines", "按工作日历计算")
    if letter.deadlines:
        yield Block(44, partial(_deadline_row, told=letter.deadlines))
    else:
        yield Block(20, partial(_grey_line, text="还没有定期限；请在签收时与发单人商定。"))
    yield gap(8)


def _deadline_row(sheet: Sheet, y: float, told: tuple[tuple[str, str], ...]) -> None:
    width = (RIGHT - LEFT) / 3
    for index, (label, until) in enumerate(told):
        x = LEFT + index * width
        sheet.line(x, y + 2, x, y + 38, 0.5, PALE)
        sheet.write(x + 9.5, y + 11, label, LABEL, colour=GREY)
        sheet.write_fitted(x + 9.5, y + 32, until, width - 16, 14, strong=True)


def _grey_line(sheet: Sheet, y: float, text: str) -> None:
    sheet.write(LEFT, y + 13, text, TEXT, colour=GREY)


# 3 What the client was promised.


def _promises(sheet: Sheet, letter: Letter) -> Iterator[Block]:
    yield _section("3 已对客户承诺", "Promised to the client")
    if letter.promises:
        yield from table(sheet, _COLUMNS, [(one.text, one.by, one.due or "—", one.state) for one in letter.promises])
    else:
        yield Block(20, partial(_grey_line, text="还没有对客户作出承诺。"))
    yield gap(8)


# 4 What is asked in return.


def _reply(sheet: Sheet, y: float) -> None:
    sheet.stamp("dispatch-reply", _reply_ground, y)


def _reply_ground(sheet: Sheet) -> None:
    section(sheet, 0, "4 回复", "Reply", "请填写后交回发单人，附整改前后照片")
    middle, rows = LEFT + 252, [15 + _PEN * n + 18 for n in range(1, 7)]
    field(sheet, rows[0] - _PEN + 4, "签收人", "", LEFT, middle - 11)
    _dated(sheet, rows[0] - _PEN + 4, "签收时间", middle)
    for label, first in (("原因", 0), ("处理措施", 2)):
        field(sheet, rows[first] + 4, label, "", LEFT, RIGHT)
        sheet.rule(LEFT, rows[first + 1] + 8, RIGHT, 0.5, GREY)
    _dated(sheet, rows[4] + 4, "完成日期", LEFT, middle - 11)
    x = middle + sheet.write(middle, rows[4] + 4, "照片张数", LABEL, colour=GREY) + 8
    field(sheet, rows[4] + 4, "整改前", "", x, x + 72)
    field(sheet, rows[4] + 4, "整改后", "", x + 82, RIGHT)
    field(sheet, rows[5] + 4, "承办人签字", "", LEFT, middle - 11)
    field(sheet, rows[5] + 4, "负责人签字", "", middle, RIGHT - 110)
    ticks(sheet, RIGHT - 96, rows[5] + 4, ("已办结", "未办结"), gap=8)


def _dated(sheet: Sheet, y: float, label: str, x0: float, x1: float = RIGHT) -> None:
    field(sheet, y, label, "", x0, x1)
    sheet.write(x1, y, "年　　月　　日", LABEL, colour=GREY, align="right")


# Who sent it.


def _sender(sheet: Sheet, y: float, letter: Letter, *, has_seal: bool) -> None:
    sheet.rule(LEFT, y + 4, RIGHT, 0.75, ACCENT)
    right = RIGHT - 72 if has_seal else RIGHT
    width = (right - LEFT - 2 * 11) / 3
    told = (("发单单位", letter.head.company), ("发单人", letter.sender), ("电话", letter.telephone))
    for index, (label, value) in enumerate(told):
        x = LEFT + index * (width + 11)
        field(sheet, y + 26, label, value, x, x + width)
    if has_seal:
        sheet.frame(RIGHT - 57, y + 11, 57, 57, colour=GREY, thickness=0.5, radius=3, dash=(2, 2))
        sheet.write(RIGHT - 28.5, y + 41, "盖章 Seal", LABEL, colour=GREY, align="centre")
