"""接待履职表: who owes how many receptions, who did them and on which days, with the lines to sign. Internal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import Figure, Logo, Report
from desktop.paper.feet import dated_foot, signatures
from desktop.paper.flow import Block, draw_pages, gap, paginate, paragraph
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, RIGHT, TEXT
from desktop.paper.parts import brand
from desktop.paper.sections import Section, figures, numbered
from desktop.paper.table import Column, Row, table

TITLE: Final = "接待履职表"
_TOP, _NEXT_TOP, _BOTTOM = 116.0, 84.0, 786.0
_DUTIES: Final = (
    Column("姓名", LEFT, LEFT + 66, strong=True),
    Column("职务", LEFT + 72, LEFT + 146),
    Column("周期", LEFT + 152, LEFT + 226),
    Column("应接待", LEFT + 226, LEFT + 252, right=True),
    Column("已接待", LEFT + 256, LEFT + 282, right=True),
    Column("状态", LEFT + 292, LEFT + 342),
    Column("接待日期与活动", LEFT + 348, RIGHT - 38),
    Column("热线另计", RIGHT - 34, RIGHT, right=True),
)
_PERIODS: Final = (
    Column("姓名", LEFT, LEFT + 92, strong=True),
    Column("职务", LEFT + 100, LEFT + 230),
    Column("周期", LEFT + 240, LEFT + 330),
    Column("应接待", LEFT + 330, LEFT + 366, right=True),
    Column("已接待", LEFT + 372, LEFT + 408, right=True),
    Column("说明", LEFT + 424, RIGHT),
)
_EXEMPTIONS: Final = (
    Column("姓名", LEFT, LEFT + 92, strong=True),
    Column("起止", LEFT + 100, LEFT + 230),
    Column("事由", LEFT + 240, RIGHT - 110),
    Column("批准", RIGHT - 100, RIGHT),
)


@dataclass(frozen=True, slots=True)
class DutySheet:
    """What stands on the sheet. `duties` are rows as the table has its columns, `total` the last of them.

    `periods` are those of a quarter that are over; `exemptions` are (who, from when
    to when, why, who approved it); `without` are the names of those who took no part, `took_part` of `due` did.
    """

    company: str
    project: str
    scope: str
    as_of: datetime
    duties: tuple[Row, ...]
    total: Row
    behind: int
    exempt: int
    took_part: int
    due: int
    without: tuple[str, ...]
    periods: tuple[Row, ...] = ()
    exemptions: tuple[Row, ...] = ()
    logo: Logo | None = None


def duty_sheet(content: DutySheet, out: Path) -> Report:
    """Draw the sheet.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    about = About(
        f"{TITLE} {content.scope}", content.company, f"{content.project} 内部资料", content.as_of, content.logo
    )
    sheet = Sheet(about)
    pages = paginate(tuple(_blocks(sheet, content)), _TOP, _NEXT_TOP, _BOTTOM)
    draw_pages(
        sheet,
        pages,
        first=partial(_head, sheet, content),
        further=partial(_next_head, sheet, content),
        foot=partial(dated_foot, sheet, content.as_of),
    )
    return sheet.save(out)


def _blocks(sheet: Sheet, content: DutySheet) -> Iterator[Block]:
    owed, done = content.total[3], content.total[4]
    told = (
        Figure("已接待", f"{done} / {owed}", "本期应接待场次"),
        Figure("还没完成", str(content.behind), "人次，按岗位"),
        Figure("已免除", str(content.exempt), "人次，按岗位"),
        Figure("参与接待", f"{content.took_part} / {content.due}", "本季度，全体人员"),
    )
    yield Block(55.5, partial(figures, told=told, columns=4))
    yield gap(15)
    parts: tuple[Section, ...] = (
        ("履职情况", "Receptions owed and done", "热线和他人代为的接待不计入", tuple(_duties(sheet, content))),
        ("本季度已到期的各期", "Periods of the quarter that are over", "", _rows(sheet, _PERIODS, content.periods)),
        ("免除", "Exemptions", "由另一人批准后才算", _rows(sheet, _EXEMPTIONS, content.exemptions)),
        ("本季度还没有参与的人", "Took no part so far", "", tuple(_names(sheet, content.without))),
    )
    yield from numbered(parts, 22, 12)
    yield Block(78, _signatures)


def _duties(sheet: Sheet, content: DutySheet) -> Iterator[Block]:
    if content.duties:
        yield from table(sheet, _DUTIES, content.duties, content.total)
    else:
        yield Block(18, lambda paper, y: _grey(paper, y, "没有人有应接待的场次"))


def _rows(sheet: Sheet, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> tuple[Block, ...]:
    return tuple(table(sheet, columns, rows)) if rows else ()


def _names(sheet: Sheet, names: tuple[str, ...]) -> Iterator[Block]:
    lines = sheet.lines("、".join(names), RIGHT - LEFT, TEXT) if names else ()
    yield from paragraph(lines, 15, lambda paper, y, line: _name_line(paper, y, line))


def _name_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.write(LEFT, y + 11.5, line)


def _grey(sheet: Sheet, y: float, text: str) -> None:
    sheet.write(LEFT, y + 13, text, LABEL, colour=GREY)


def _head(sheet: Sheet, content: DutySheet) -> None:
    brand(sheet, 34.5, content.company, content.project if content.project != content.company else "")
    width = sheet.write(LEFT, 82, TITLE, 21, strong=True)
    sheet.write_fitted(LEFT + width + 8, 82, content.scope, 220, 10.5, colour=GREY)
    sheet.write(LEFT, 98.5, "Receptions owed", 10.5, colour=GREY)
    stamp = sheet.width("内部资料", 8.5)
    sheet.frame(RIGHT - stamp - 12, 36, stamp + 12, 14, colour=ACCENT, radius=3)
    sheet.write(RIGHT - 6, 46.1, "内部资料", 8.5, colour=ACCENT, align="right")


def _next_head(sheet: Sheet, content: DutySheet) -> None:
    brand(sheet, 34.5, content.company, f"{TITLE}（续）")
    sheet.write_fitted(LEFT, 68, content.scope, RIGHT - LEFT, LABEL, colour=GREY)


def _signatures(sheet: Sheet, y: float) -> None:
    signatures(sheet, y + 56, (("编制", "Prepared"), ("复核", "Checked"), ("批准", "Approved")))
