"""活动总结, for the house or for owners: one sentence, five figures, charts, who heard what, what was promised."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from desktop.paper import charts, summary_charts
from desktop.paper.content import CommonIssue, EventSummary, Report
from desktop.paper.dates import clock, iso
from desktop.paper.flow import Block, draw_page, paginate, row_lines
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, PALE, RIGHT, TEXT
from desktop.paper.sections import numbered
from desktop.paper.summary_annex import annex
from desktop.paper.summary_opening import opening, stamps, title_of
from desktop.paper.summary_owners import how_to_ask, promised, quotes
from desktop.paper.summary_sums import host_rows, host_sums
from desktop.paper.table import Column, table
from desktop.rules.charts import PAPER, Bar, Marks, rows

_TOP: Final = 43.0
_BOTTOM: Final = 776.0
_FOOT_RULE: Final = 788.0
_STATE: Final = 16.5
_COMMON_LEADING: Final = 15.5
_STATE_LABEL: Final = 104.0
_STATES_WIDTH: Final = 400.0


def event_summary(summary: EventSummary, out: Path) -> Report:
    """Draw the summary, the internal one with its annex of all concerns.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    head = summary.head
    subject = f"{head.project} {' '.join(stamps(summary))}"
    sheet = Sheet(About(title_of(summary), head.company, subject, head.as_of, head.logo))
    pages = paginate(tuple(_blocks(sheet, summary)), _TOP, _TOP, _BOTTOM)
    for index, page in enumerate(pages, 1):
        draw_page(sheet, page)
        _foot(sheet, summary, f"{index} / {len(pages)}")
        sheet.end_page()
    return replace(sheet.save(out), is_draft=summary.is_draft)


def _foot(sheet: Sheet, summary: EventSummary, page: str) -> None:
    sheet.stamp("summary-foot", partial(_foot_ground, summary=summary))
    sheet.write(RIGHT, _FOOT_RULE + 15, page, LABEL, colour=GREY, align="right")


def _foot_ground(sheet: Sheet, summary: EventSummary) -> None:
    head = summary.head
    sheet.rule(LEFT, _FOOT_RULE, RIGHT)
    y = _FOOT_RULE + 15
    told = " · ".join((head.project, title_of(summary), *stamps(summary)))
    sheet.write_fitted(LEFT, y, told, 290, LABEL, colour=GREY)
    as_of = f"数据截至 {iso(head.as_of)} {clock(head.as_of)}"
    sheet.write(RIGHT - 62, y, as_of, LABEL, colour=GREY, align="right")


def _blocks(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    yield from opening(sheet, summary)
    sections = (
        ("到访与等候", "", "", tuple(summary_charts.blocks(summary_charts.of_arrival(summary)))),
        ("高管接待", "合计由各行相加", summary.trained, tuple(_hosts(sheet, summary))),
        ("诉求构成", "按件数", "", tuple(summary_charts.blocks(summary_charts.of_concerns(summary)))),
        ("共性问题", "按不同客户数", "", tuple(_causes(sheet, summary))),
        ("客户原话", "经客户同意，匿名引用", "", tuple(quotes(sheet, summary.quotes))),
        ("承诺事项", "", _kept(summary), tuple(_promises(sheet, summary))),
        ("承诺", "按责任部门", _kept(summary), tuple(promised(sheet, summary.promised))),
        ("办理状态", "", "", tuple(_states(summary))),
        ("规则缺口", "本可当场解决而没有依据的", "", tuple(_gaps(sheet, summary))),
        ("上次活动遗留", *_carried_note(summary), tuple(_carried(sheet, summary))),
        ("数据说明", "", "", tuple(_notes(sheet, summary))),
    )
    yield from numbered(sections, 22, 13)
    if summary.edition == "owners":
        yield Block(44, partial(how_to_ask, summary=summary))
    else:
        yield Block(84, partial(_sign_off, summary=summary))
    yield from annex(sheet, summary.annex)


def _causes(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    yield from summary_charts.blocks(summary_charts.of_causes(summary))
    for issue in summary.common:
        yield from _common(sheet, issue)


def _carried_note(summary: EventSummary) -> tuple[str, str]:
    found = summary.carried
    return (found.event, f"{len(found.concerns)} / {found.heard} 件未了") if found else ("", "")


def _carried(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    if summary.carried is None or not summary.carried.concerns:
        return
    columns = (
        Column("编号", LEFT, 150),
        Column("诉求", 154, 400),
        Column("责任部门", 408, 468),
        Column("状态", 474, RIGHT),
    )
    rows = [(one.number, one.words, one.department, one.state) for one in summary.carried.concerns]
    yield from table(sheet, columns, rows)


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
    yield from table(sheet, columns, host_rows(summary.hosts), host_sums(summary.hosts))


def _common(sheet: Sheet, issue: CommonIssue) -> Iterator[Block]:
    x, right = LEFT + 28.5, 425.0
    title = sheet.lines(issue.title, right - x, TEXT, strong=True) or ("",)
    quote = sheet.lines(issue.quote, right - x - 8) if issue.quote else ()
    facts = tuple(chain.from_iterable(sheet.lines(text, RIGHT - 440, LABEL) for text in (issue.facts, issue.proposal)))
    count = max(len(title) + len(quote), len(facts))

    def draw_line(paper: Sheet, y: float, index: int) -> None:
        if index == 0:
            paper.write(LEFT, y + 18, str(issue.clients), 16, strong=True, colour=ACCENT)
        if index < len(title):
            paper.write(x, y + 14, title[index], TEXT, strong=True)
        elif index < len(title) + len(quote):
            paper.fill(x, y + 3.5, 1.5, _COMMON_LEADING, ACCENT)
            paper.write(x + 8, y + 15, quote[index - len(title)])
        if index < len(facts):
            paper.write(440, y + 13, facts[index], LABEL, colour=GREY)
        if index == count - 1:
            paper.rule(LEFT, y + _COMMON_LEADING + foot, RIGHT, 0.5, PALE)

    foot = 11.0 if count > 1 else 21.0
    yield from row_lines(count, _COMMON_LEADING, draw_line, foot)


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
    drawn = tuple(Bar(one.label, one.label, one.count) for one in summary.states)
    height = _STATE * len(drawn)
    sizes = replace(PAPER, pitch=_STATE)
    # Each row is a block of its own: a list may go on over the page.
    marks = rows(drawn, _STATES_WIDTH, height, _STATE_LABEL, sizes)
    for place in range(len(drawn)):
        yield Block(_STATE, partial(_state, marks=marks, place=place))


def _state(sheet: Sheet, y: float, marks: Marks, place: int) -> None:
    low, high = _STATE * place, _STATE * (place + 1)
    texts = tuple(
        replace(text, text=sheet.cut(text.text, _STATE_LABEL) if text.use == "label" else text.text)
        for text in marks.texts
        if low <= text.y < high
    )
    charts.paint(sheet, Marks((marks.boxes[place],), texts), LEFT, y - low)


def _gaps(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    for number, text in enumerate(summary.rule_gaps, 1):
        lines = sheet.lines(text, RIGHT - LEFT - 18) or ("",)
        draw_line = partial(_labelled, label=str(number), lines=lines, x=LEFT + 18)
        yield from row_lines(len(lines), 14.5, draw_line, 3)


def _notes(sheet: Sheet, summary: EventSummary) -> Iterator[Block]:
    for note in summary.notes:
        lines = sheet.lines(note.text, RIGHT - LEFT - 86) or ("",)
        draw_line = partial(_labelled, label=note.label, lines=lines, x=LEFT + 86)
        yield from row_lines(len(lines), 14.5, draw_line, 3)


def _labelled(sheet: Sheet, y: float, index: int, label: str, lines: tuple[str, ...], x: float) -> None:
    if index == 0:
        sheet.write_fitted(LEFT, y + 12, label, x - LEFT - 8, LABEL, colour=GREY)
    sheet.write(x, y + 12, lines[index])


def _sign_off(sheet: Sheet, y: float, summary: EventSummary) -> None:
    width = (RIGHT - LEFT - 2 * 15) / 3
    people = (("编制", summary.prepared_by), ("审核", summary.checked_by), ("批准", summary.approved_by))
    for index, (label, name) in enumerate(people):
        x = LEFT + index * (width + 15)
        sheet.write_fitted(x, y + 52, name, width - 70)
        sheet.rule(x, y + 57, x + width, 0.6, GREY)
        sheet.write(x, y + 68, label, LABEL, colour=GREY)
        sheet.write(x + width - 62, y + 68, "日期", LABEL, colour=GREY)
