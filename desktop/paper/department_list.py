"""部门清单: the open concerns of departments by their deadline, with room to note; its totals are the work list's."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import EventHead, Report
from desktop.paper.dates import span_zh
from desktop.paper.feet import titled_foot
from desktop.paper.flow import Block, draw_pages, gap, paginate
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, PALE, RIGHT, TEXT
from desktop.paper.parts import brand, section

TITLE: Final = "部门清单"
_FIRST_TOP: Final = 132.0
_NEXT_TOP: Final = 62.0
_BOTTOM: Final = 786.0
_FOOT_RULE: Final = 795.0
_LEADING: Final = 14.0
_AIR: Final = 8.0
_LEAST: Final = 3 * _LEADING + _AIR
_WORD_LINES: Final = 3
_NUMBER: Final = (LEFT, LEFT + 104)
_SAID: Final = (LEFT + 114, LEFT + 336)
_DUE: Final = (LEFT + 346, LEFT + 404)
_NOTE: Final = (LEFT + 414, RIGHT)
_WHOLE: Final = "…（全文见活动总结附录）"


@dataclass(frozen=True, slots=True)
class Open:
    """One open concern; `due` is a day or a day and an hour as text, "" for none, `promised` says who until when."""

    number: str
    words: str
    room: str = ""
    state: str = ""
    grade: str = ""
    due: str = ""
    is_late: bool = False
    handler: str = ""
    promised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Department:
    """One department and what is open with it, sorted."""

    name: str
    concerns: tuple[Open, ...]

    @property
    def late(self) -> int:
        """How many are past their deadline."""
        return sum(one.is_late for one in self.concerns)


@dataclass(frozen=True, slots=True)
class DepartmentList:
    """The whole paper; `elsewhere` are open concerns of the event that other departments have."""

    head: EventHead
    departments: tuple[Department, ...]
    elsewhere: int = 0

    @property
    def count(self) -> int:
        """How many concerns are on it."""
        return sum(len(one.concerns) for one in self.departments)


def department_list(paper: DepartmentList, out: Path) -> Report:
    """Draw the list, a section for each department.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    head = paper.head
    sheet = Sheet(About(f"{head.event} {TITLE}", head.company, head.project, head.as_of, head.logo))
    pages = paginate(tuple(_blocks(sheet, paper)), _FIRST_TOP, _NEXT_TOP, _BOTTOM)
    draw_pages(
        sheet,
        pages,
        first=partial(_first_head, sheet, paper),
        further=partial(brand, sheet, 34.5, head.company, f"{TITLE}（续）　{head.event}"),
        foot=partial(_foot, sheet, head),
    )
    return sheet.save(out)


def _first_head(sheet: Sheet, paper: DepartmentList) -> None:
    head = paper.head
    brand(sheet, 34.5, head.company, head.project if head.project != head.company else "")
    sheet.write(LEFT, 82, TITLE, 21, strong=True)
    sheet.write(LEFT, 98.5, "Open concerns by department", 10.5, colour=GREY)
    about = f"{head.event}　{head.node}　{span_zh(head.starts, head.ends)}"
    sheet.write_fitted(LEFT, 117, about, RIGHT - LEFT - 150, TEXT)
    late = sum(one.late for one in paper.departments)
    sheet.write(RIGHT, 117, f"未了 {paper.count} 件　逾期 {late} 件", TEXT, strong=True, align="right")


def _foot(sheet: Sheet, head: EventHead, pages: str) -> None:
    titled_foot(sheet, _FOOT_RULE, f"{head.project} · {head.event} {TITLE} · 内部资料", head.as_of, pages, room=80)


def _blocks(sheet: Sheet, paper: DepartmentList) -> Iterator[Block]:
    if not paper.departments:
        yield Block(24, partial(_line, text="没有未了的诉求。"))
    for number, one in enumerate(paper.departments, 1):
        yield Block(42, partial(_section, title=f"{number} {one.name}", told=one), stays=True)
        again = Block(38, partial(_again, name=one.name))
        for index, concern in enumerate(one.concerns):
            yield _row(sheet, concern, again if index else None)
        yield gap(12)
    if paper.departments:
        yield Block(30, partial(_total, paper=paper))


def _line(sheet: Sheet, y: float, text: str) -> None:
    sheet.write(LEFT, y + 15, text, TEXT)


def _section(sheet: Sheet, y: float, title: str, told: Department) -> None:
    sheet.bookmark(told.name)
    section(sheet, y, title, "", f"{len(told.concerns)} 件" + (f"，逾期 {told.late} 件" if told.late else ""))
    _heads(sheet, y + 22)


def _again(sheet: Sheet, y: float, name: str) -> None:
    sheet.write(LEFT, y + 12, f"{name}（续）", TEXT, strong=True, colour=ACCENT)
    _heads(sheet, y + 18)


def _heads(sheet: Sheet, y: float) -> None:
    sheet.stamp("department-heads", _head_ground, y)


def _head_ground(sheet: Sheet) -> None:
    for edges, title in ((_NUMBER, "编号、房号"), (_SAID, "客户原话、承诺"), (_DUE, "期限"), (_NOTE, "备注")):
        sheet.write(edges[0], 11, title, LABEL, colour=GREY)
    sheet.rule(LEFT, 19.5, RIGHT, 0.6, GREY)


def _row(sheet: Sheet, one: Open, again: Block | None) -> Block:
    words = _shortened(sheet, one.words, _WORD_LINES, TEXT)
    promised = tuple(line for said in one.promised for line in _shortened(sheet, said, 1, LABEL))
    height = max(_LEAST, _LEADING * len(words) + 12 * len(promised) + _AIR)
    return Block(height, partial(_draw, one=one, words=words, promised=promised, height=height), again=again)


def _shortened(sheet: Sheet, words: str, most: int, size: float) -> tuple[str, ...]:
    """The words, or their first lines and where the whole of them stands."""
    room = _SAID[1] - _SAID[0]
    lines = sheet.lines(words, room, size) or ("",)
    if len(lines) <= most:
        return lines
    last, tail = lines[most - 1], sheet.width(_WHOLE, size)
    while last and sheet.width(last, size) + tail > room:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip("，。、；：？！…") + _WHOLE)


def _draw(sheet: Sheet, y: float, one: Open, words: tuple[str, ...], promised: tuple[str, ...], height: float) -> None:
    width = _NUMBER[1] - _NUMBER[0]
    sheet.write_fitted(_NUMBER[0], y + 14, one.number, width, TEXT, strong=True)
    sheet.write_fitted(_NUMBER[0], y + 14 + _LEADING, one.room, width, TEXT)
    about = " · ".join(filter(None, (one.state, one.grade, one.handler)))
    sheet.write_fitted(_NUMBER[0], y + 14 + 2 * _LEADING, about, width, LABEL, colour=GREY)
    for index, line in enumerate(words):
        sheet.write(_SAID[0], y + 14 + index * _LEADING, line)
    for index, line in enumerate(promised):
        sheet.write(_SAID[0], y + 13 + len(words) * _LEADING + index * 12, line, LABEL, colour=GREY)
    day, _, hour = one.due.replace("T", " ").partition(" ")
    sheet.write(_DUE[0], y + 14, day or "—", strong=one.is_late)
    if hour:
        sheet.write(_DUE[0], y + 14 + _LEADING, hour, strong=one.is_late)
    if one.is_late:
        sheet.write(_DUE[0] + (30 if hour else 0), y + 14 + _LEADING, "逾期", strong=True)
    for pen in (y + height - _AIR - _LEADING, y + height - 0.5):
        sheet.rule(_NOTE[0], pen, RIGHT, 0.5, GREY)
    sheet.rule(LEFT, y + height, _DUE[1], 0.5, PALE)


def _total(sheet: Sheet, y: float, paper: DepartmentList) -> None:
    late = sum(one.late for one in paper.departments)
    told = f"合计 {paper.count} 件，其中逾期 {late} 件"
    if paper.elsewhere:
        told += f"；本场另有 {paper.elsewhere} 件未了的诉求在其他部门"
    sheet.rule(LEFT, y + 4, RIGHT, 0.6, GREY)
    sheet.write(LEFT, y + 20, told, strong=True)
