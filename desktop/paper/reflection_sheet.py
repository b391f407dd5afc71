"""心得: what an executive took from a talk, to be told to others; nothing on it says which client it was."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from desktop.paper.content import Logo, Report
from desktop.paper.dates import day_zh
from desktop.paper.flow import Block, draw_page, gap, paginate, paragraph
from desktop.paper.kit import About, Sheet
from desktop.paper.lines import paragraphs
from desktop.paper.measures import GREY, LABEL, LEFT, RIGHT
from desktop.paper.parts import brand, field, section

TITLE: Final = "心得"
_SIZE, _LEADING = 11.0, 18.5
_FIRST, _NEXT, _BOTTOM = 176.0, 60.0, 790.0


@dataclass(frozen=True, slots=True)
class ReflectionSheet:
    """What stands on the sheet, without a client in it; `due` is the day of the commitment, if there is one.

    `shared` are lines that say when and to whom it was told.
    """

    project: str
    company: str
    name: str
    title: str
    day: date
    case: str
    lesson: str
    commitment: str
    due: date | None
    shared: tuple[str, ...]
    as_of: datetime
    logo: Logo | None = None


def reflection_sheet(content: ReflectionSheet, out: Path) -> Report:
    """Draw the sheet.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    sheet = Sheet(About(TITLE, content.company, content.project, content.as_of, content.logo))
    parts = [("客户说的这件事", "What happened", content.case), ("我学到的", "What I learnt", content.lesson)]
    if content.commitment:
        due = f"（{day_zh(content.due)} 之前）" if content.due else ""
        parts.append(("我要做的", "What I will do", f"{content.commitment}{due}"))
    if content.shared:
        parts.append(("讲给谁听", "Told to", "\n".join(content.shared)))
    blocks: list[Block] = []
    for title, beside, text in parts:
        blocks += [_head(title, beside), *_text(sheet, text), gap(14)]
    pages = paginate(blocks, _FIRST, _NEXT, _BOTTOM)
    for number, page in enumerate(pages, 1):
        if number == 1:
            _top(sheet, content)
        draw_page(sheet, page)
        sheet.write(LEFT, 818, f"{content.project} · 内部交流，不含客户姓名、电话、房号", LABEL, colour=GREY)
        sheet.write(RIGHT, 818, f"{number} / {len(pages)}", LABEL, colour=GREY, align="right")
        sheet.end_page()
    return sheet.save(out)


def _top(sheet: Sheet, content: ReflectionSheet) -> None:
    brand(sheet, 34.5, content.company or content.project, "内部资料")
    width = sheet.write(LEFT, 96, TITLE, 26, strong=True)
    sheet.write(LEFT + width + 10, 96, "Reflection", 12, colour=GREY)
    field(sheet, 126, "讲述人", content.name, LEFT, 300)
    field(sheet, 126, "日期", day_zh(content.day), 311, RIGHT)
    field(sheet, 148, "场次", content.title, LEFT, RIGHT)


def _head(title: str, beside: str) -> Block:
    return Block(30.0, lambda sheet, y: section(sheet, y, title, beside), stays=True)


def _text(sheet: Sheet, text: str) -> list[Block]:
    blocks: list[Block] = []
    for one in paragraphs(text):
        lines = sheet.lines(one, RIGHT - LEFT, _SIZE) or ("",)
        blocks += paragraph(lines, _LEADING, lambda sheet, y, line: _line(sheet, y, line))
    return blocks


def _line(sheet: Sheet, y: float, line: str) -> None:
    sheet.write(LEFT, y + 12, line, _SIZE)
