"""活动总结, the internal version: one sentence, five figures, who heard what, what was promised."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from desktop.paper.content import CommonIssue, EventHead, EventSummary, Report, Verdicts
from desktop.paper.dates import clock, iso
from desktop.paper.flow import Block, draw_page, paginate
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, PALE, RIGHT, TEXT
from desktop.paper.sections import numbered
from desktop.paper.summary_annex import annex
from desktop.paper.summary_opening import arrivals_and_areas, opening
from desktop.paper.table import Column, table

_TOP: Final = 43.0
_BOTTOM: Final = 776.0
_FOOT_RULE: Final = 788.0


def event_summary(summary: EventSummary, out: Path) -> Report:
    """Draw the summary and its annex of all concerns.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    head = summary.head
    title = f"{head.event} 活动总结{'（初稿）' if summary.is_draft else ''}"
    sheet = Sheet(About(title, head.company, f"{head.project} 内部资料", head.as_of))
    pages = paginate(tuple(_blocks(sheet, summary)), _TOP, _TOP, _BOTTOM)
    for index, page in enumerate(pages, 1):
        draw_page(sheet, page)
        _foot(sheet, head, title, f"{index} / {len(pages)}")
        sheet.end_page()
    return replace(sheet.save(out), is_draft=summary.is_draft)


def _foot(sheet: Sheet, head: EventHead, title: str, page: str) -> None:
    sheet.stamp("summary-foot", partial(_foot_ground, head=head, title=title))
    sheet.write(RIGHT, _FOOT_RULE + 15, page, LABEL, colour=GREY, align="right")


def _foot_ground(sheet: Sheet, head: EventHead, title: str) -> None:
    sheet.rule(LEFT, _FOOT_RULE, RIGHT)
    y = _FOOT_RULE + 15
    sheet.write_fitted(LEFT, y, f"{head.project} · {title} · 内部资料", 290, LABEL, colour=GREY)
    as_of = f"数据截至 {iso(head.as_of)} {clock(head.as_of)}"
    sheet.write(RIGHT - 62, y, as_of, LABEL, colour=GREY, align="right")


def _blocks(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    yield from opening(sheet, summary)
    sections = (
        ("到访", "每 15 分钟签到户数", "", tuple(arrivals_and_areas(summary))),
        ("高管接待", "合计由各行相加", "", tuple(_hosts(sheet, summary))),
        (
            "共性问题",
            "按不同客户数",
            "",
            tuple(chain.from_iterable(map(partial(_common, sheet), summary.common))),
        ),
        ("承诺事项", "", _kept(summary), tuple(_promises(sheet, summary))),
        ("办理状态", "", "", tuple(_states(summary))),
        ("规则缺口", "本可当场解决而没有依据的", "", tuple(_gaps(sheet, summary))),
        ("数据说明", "", "", tuple(_notes(sheet, summary))),
    )
    yield from numbered(sections, 22, 13)
    yield Block(84, partial(_sign_off, summary=summary))
    yield from annex(sheet, summary.annex)


def _hosts(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    if not summary.hosts:
        return
    columns = (
        Column("接待人", LEFT, 154, strong=True),
        Column("职务", 160, 240),
        Column("客户", 242, 264, right=True),
        Column("诉求", 268, 292, right=True),
        Column("当场解决", 296, 334, right=True),
        Column("承诺", 338, 362, right=True),
        Column("现场评价 A / B / C · 未评", 366, 464, right=True),
        Column("回访 A / B / C · 未评", 476, RIGHT, right=True),
    )
    rows = [
        (
            host.name,
            host.post,
            *map(str, (host.clients, host.concerns, host.solved, host.promises)),
            _verdicts(host.on_site),
            _verdicts(host.callback),
        )
        for host in summary.hosts
    ]
    on_site = callback = Verdicts()
    for host in summary.hosts:
        on_site, callback = on_site.plus(host.on_site), callback.plus(host.callback)
    sums = tuple(
        str(sum(numbers))
        for numbers in zip(*((h.clients, h.concerns, h.solved, h.promises) for h in summary.hosts), strict=True)
    )
    yield from table(sheet, columns, rows, ("合计", "", *sums, _verdicts(on_site), _verdicts(callback)))


def _verdicts(verdicts: Verdicts) -> str:
    if verdicts == Verdicts():
        return "—"
    return f"{verdicts.a} / {verdicts.b} / {verdicts.c} · {verdicts.unsaid}"


def _common(sheet: Sheet, issue: CommonIssue) -> Iterator[Block]:
    x, right = LEFT + 28.5, 425.0
    title = sheet.lines(issue.title, right - x, TEXT, strong=True) or ("",)
    quote = sheet.lines(issue.quote, right - x - 8)
    facts = tuple(chain.from_iterable(sheet.lines(text, RIGHT - 440, LABEL) for text in (issue.facts, issue.proposal)))
    height = max(15.0 * len(title) + 15.5 * len(quote), 14.5 * len(facts), 26) + 11

    def draw(paper: Sheet, y: float) -> None:
        paper.write(LEFT, y + 18, str(issue.clients), 16, strong=True, colour=ACCENT)
        for index, line in enumerate(title):
            paper.write(x, y + 14 + index * 15, line, TEXT, strong=True)
        top = y + 15.0 * len(title) + 4
        for index, line in enumerate(quote):
            paper.fill(x, top + index * 15.5, 1.5, 15.5, ACCENT)
            paper.write(x + 8, top + 11.5 + index * 15.5, line)
        for index, line in enumerate(facts):
            paper.write(440, y + 13 + index * 14.5, line, LABEL, colour=GREY)
        paper.rule(LEFT, y + height, RIGHT, 0.5, PALE)

    yield Block(height, draw)


def _kept(summary: EventSummary) -> str:
    return f"上次承诺兑现 {summary.kept[0]} / {summary.kept[1]}" if summary.kept else ""


def _promises(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    if not summary.promises:
        return
    columns = (
        Column("编号", LEFT, 150),
        Column("做什么", 154, 340),
        Column("责任部门", 348, 398),
        Column("联系人", 402, 452),
        Column("期限", 456, 508, strong=True),
        Column("状态", 514, RIGHT),
    )
    rows = [(p.number, p.text, p.department, p.contact, iso(p.due) or "—", p.state) for p in summary.promises]
    yield from table(sheet, columns, rows)


def _states(summary: EventSummary) -> Iterator[Block]:
    if not summary.states:
        return
    most = max(1, *(bar.count for bar in summary.states))
    total = max(1, sum(bar.count for bar in summary.states))
    for bar in summary.states:
        yield Block(16.5, partial(_state, label=bar.label, count=bar.count, most=most, total=total))


def _state(sheet: Sheet, y: float, label: str, count: int, most: int, total: int) -> None:
    x = LEFT + 110
    sheet.write_fitted(LEFT, y + 12, label, 102)
    width = 220 * count / most
    sheet.fill(x, y + 4.2, width, 9.2, ACCENT)
    x += width + 7
    x += sheet.write(x, y + 12, str(count), strong=True) + 6
    sheet.write(x, y + 12, f"{round(100 * count / total)}%", LABEL, colour=GREY)


def _gaps(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    for number, text in enumerate(summary.rule_gaps, 1):
        lines = sheet.lines(text, RIGHT - LEFT - 18)
        yield Block(14.5 * len(lines) + 3, partial(_labelled, label=str(number), lines=lines, x=LEFT + 18))


def _notes(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    for note in summary.notes:
        lines = sheet.lines(note.text, RIGHT - LEFT - 86)
        yield Block(14.5 * len(lines) + 3, partial(_labelled, label=note.label, lines=lines, x=LEFT + 86))


def _labelled(sheet: Sheet, y: float, label: str, lines: tuple[str, ...], x: float) -> None:
    sheet.write_fitted(LEFT, y + 12, label, x - LEFT - 8, LABEL, colour=GREY)
    for index, line in enumerate(lines):
        sheet.write(x, y + 12 + index * 14.5, line)


def _sign_off(sheet: Sheet, y: float, summary: EventSummary) -> None:
    width = (RIGHT - LEFT - 2 * 15) / 3
    people = (("编制", summary.prepared_by), ("审核", summary.checked_by), ("批准", summary.approved_by))
    for index, (label, name) in enumerate(people):
        x = LEFT + index * (width + 15)
        sheet.write_fitted(x, y + 52, name, width - 70)
        sheet.rule(x, y + 57, x + width, 0.6, GREY)
        sheet.write(x, y + 68, label, LABEL, colour=GREY)
        sheet.write(x + width - 62, y + 68, "日期", LABEL, colour=GREY)
