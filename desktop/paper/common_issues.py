"""反馈表: what several clients of an event said alike, in their words, with room for what is proposed, to be signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.paper.content import EventHead, Report
from desktop.paper.dates import short_zh
from desktop.paper.feet import titled_foot
from desktop.paper.flow import Block, draw_page, gap, paginate, row_lines
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, PALE, RIGHT, TEXT
from desktop.paper.parts import brand, section
from desktop.paper.table import Column, table

TITLE: Final = "共性问题反馈表"
_FIRST_TOP: Final = 132.0
_NEXT_TOP: Final = 62.0
_BOTTOM: Final = 776.0
_FOOT_RULE: Final = 788.0
_QUOTE_LEADING: Final = 16.5
_QUOTE_SIZE: Final = 10.0
_PLAN_LINES: Final = 2
_PLAN_LEADING: Final = 22.0


@dataclass(frozen=True, slots=True)
class Quote:
    """What one client said: the number it carries everywhere, the room, the day and the words."""

    number: str
    room: str
    day: str
    words: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One common issue: how many different clients, concerns and buildings, how many are not ended yet."""

    title: str
    area: str
    department: str
    clients: int
    concerns: int
    buildings: int
    open: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FeedbackPaper:
    """The whole paper; `least_clients` is from how many different clients on an issue is on it, `concerns` of how many
    concerns of the event, `fewer` how many confirmed issues fewer clients share."""

    head: EventHead
    least_clients: int
    concerns: int
    issues: tuple[Issue, ...]
    fewer: int = 0


def feedback_paper(paper: FeedbackPaper, out: Path) -> Report:
    """Draw the paper.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    head = paper.head
    sheet = Sheet(About(f"{head.event} {TITLE}", head.company, head.project, head.as_of, head.logo))
    pages = paginate(tuple(_blocks(sheet, paper)), _FIRST_TOP, _NEXT_TOP, _BOTTOM)
    for index, page in enumerate(pages, 1):
        if index == 1:
            _first_head(sheet, paper)
        else:
            brand(sheet, 34.5, head.company, f"{TITLE}（续）")
        draw_page(sheet, page)
        _foot(sheet, head, f"{index} / {len(pages)}")
        sheet.end_page()
    return sheet.save(out)


def _first_head(sheet: Sheet, paper: FeedbackPaper) -> None:
    head = paper.head
    brand(sheet, 34.5, head.company, head.project)
    sheet.write(LEFT, 82, TITLE, 21, strong=True)
    sheet.write(LEFT, 98.5, "Common issues raised by clients", 10.5, colour=GREY)
    about = f"{head.event}　{head.node}　{short_zh(head.starts)}　{head.place}".strip("　")
    sheet.write_fitted(LEFT, 117, about, RIGHT - LEFT, TEXT)


def _foot(sheet: Sheet, head: EventHead, page: str) -> None:
    titled_foot(sheet, _FOOT_RULE, f"{head.project} · {head.event} {TITLE} · 内部资料", head.as_of, page, room=62)


def _blocks(sheet: Sheet, paper: FeedbackPaper) -> Iterator[Block]:
    concerns = sum(one.concerns for one in paper.issues)
    yield _heading("汇总", f"不同客户达到 {paper.least_clients} 位", "Overview")
    if not paper.issues:
        said = f"本场记下诉求 {paper.concerns} 件，还没有 {paper.least_clients} 位客户说到同一件事的共性问题。"
        yield Block(24, lambda page, y: _line(page, y, said))
    else:
        yield from table(sheet, _COLUMNS, _rows(paper), ("", "合计", "", "", str(concerns), "", _open(paper)))
        said = f"本场记下诉求 {paper.concerns} 件，其中 {concerns} 件归入 {len(paper.issues)} 个共性问题。"
        if paper.fewer:
            said += f"另有 {paper.fewer} 个不足 {paper.least_clients} 位客户，未列入。"
        yield Block(24, lambda page, y: _line(page, y, said))
    yield gap(10)
    for number, issue in enumerate(paper.issues, 1):
        # Nobody signs a page on which nothing else stands.
        yield from _issue(sheet, number, issue, is_last=number == len(paper.issues))
    yield Block(74, _sign_off)


_COLUMNS: Final = (
    Column("序号", LEFT, 76),
    Column("共性问题", 80, 300, strong=True),
    Column("类别", 306, 366),
    Column("客户", 370, 396, right=True),
    Column("诉求", 402, 428, right=True),
    Column("责任部门", 440, 508),
    Column("未了", 512, RIGHT, right=True),
)


def _rows(paper: FeedbackPaper) -> list[tuple[str, ...]]:
    return [
        (
            str(number), one.title, one.area or "—", str(one.clients), str(one.concerns), one.department or "—",
            str(one.open),
        )
        for number, one in enumerate(paper.issues, 1)
    ]  # fmt: skip


def _open(paper: FeedbackPaper) -> str:
    return str(sum(one.open for one in paper.issues))


def _heading(title: str, note: str, english: str) -> Block:
    def draw(sheet: Sheet, y: float) -> None:
        sheet.bookmark(title)
        section(sheet, y, title, english, note)

    return Block(22, draw, stays=True)


def _line(sheet: Sheet, y: float, text: str) -> None:
    sheet.write_fitted(LEFT, y + 15, text, RIGHT - LEFT, TEXT)


def _issue(sheet: Sheet, number: int, issue: Issue, *, is_last: bool) -> Iterator[Block]:
    facts = [f"{issue.clients} 位客户", f"{issue.concerns} 件诉求"]
    if issue.buildings:
        facts.append(f"{issue.buildings} 栋楼")
    yield _heading(f"{number} {issue.title}", " · ".join(facts), issue.area)
    for quote in issue.quotes:
        yield from _quote(sheet, quote)
    yield Block(18 + _PLAN_LINES * _PLAN_LEADING, _plan, stays=is_last)
    if not is_last:
        yield gap(8)


def _quote(sheet: Sheet, quote: Quote) -> Iterator[Block]:
    x = LEFT + 10
    lines = sheet.lines(quote.words, RIGHT - x, _QUOTE_SIZE) or ("",)
    about = "　".join(filter(None, (quote.room, quote.day, quote.number)))

    def draw(page: Sheet, y: float, index: int) -> None:
        page.fill(LEFT, y + 5, 1.5, _QUOTE_LEADING, ACCENT)
        page.write(x, y + 17, lines[index], _QUOTE_SIZE)
        if index == len(lines) - 1:
            page.write_fitted(x, y + 15 + _QUOTE_LEADING, about, RIGHT - x, LABEL, colour=GREY)

    yield from row_lines(len(lines), _QUOTE_LEADING, draw, foot=21)


def _plan(sheet: Sheet, y: float) -> None:
    sheet.write(LEFT, y + 14, "拟采取的措施", LABEL, colour=GREY)
    sheet.write(RIGHT - 190, y + 14, "责任人", LABEL, colour=GREY)
    sheet.write(RIGHT - 80, y + 14, "完成日期", LABEL, colour=GREY)
    for line in range(1, _PLAN_LINES + 1):
        sheet.rule(LEFT, y + 14 + line * _PLAN_LEADING, RIGHT, 0.5, PALE)


def _sign_off(sheet: Sheet, y: float) -> None:
    width = (RIGHT - LEFT - 2 * 15) / 3
    for index, label in enumerate(("整理", "责任部门", "批准")):
        x = LEFT + index * (width + 15)
        sheet.rule(x, y + 57, x + width, 0.6, GREY)
        sheet.write(x, y + 68, label, LABEL, colour=GREY)
        sheet.write(x + width - 62, y + 68, "日期", LABEL, colour=GREY)
