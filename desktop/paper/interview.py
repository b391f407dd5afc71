"""访谈记录: one talk by the guide of its node, filled in or to be filled in by hand, with lines to sign."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import EventHead, Report
from desktop.paper.dates import TO, clock, days_iso, short_zh
from desktop.paper.feet import dated_foot, signatures
from desktop.paper.flow import Block, draw_pages, gap, paginate, paragraph
from desktop.paper.interview_content import AskedQuestion, Interview, SaidWords
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, MM, RIGHT, TEXT, TICK_LABEL
from desktop.paper.parts import TICK_GAP, brand, field, section, thirds, tick, tick_filled
from desktop.tokens.image import qr_matrix

TITLE: Final = "访谈记录"
_POINTS: Final = ("1", "2", "3", "4", "5")
_CODE: Final = 22 * MM
_CODE_TOP: Final = 34.5
_FIRST_TOP: Final = 212.0
_NEXT_TOP: Final = 84.0
_BOTTOM: Final = 786.0
_LEADING: Final = 15.5
_WORDS_SIZE, _WORDS_LEADING = 10.5, 17.0
_HAND_LINE: Final = 22.0
_TEXT_X: Final = LEFT + 18
_WORDS_X: Final = LEFT + 26
# Lines to write on where nothing is told yet.
_LINES_FOR_WORDS, _LINES_TO_ANSWER = 5, 1


def interviews(records: Sequence[Interview], head: EventHead, out: Path) -> Report:
    """Draw the interview records, each beginning a page of its own.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    sheet = Sheet(About(f"{TITLE} {head.event}", head.company, head.project, head.as_of, head.logo))
    for record in records:
        pages = paginate(tuple(_blocks(sheet, record)), _FIRST_TOP, _NEXT_TOP, _BOTTOM)
        draw_pages(
            sheet,
            pages,
            first=partial(_first_head, sheet, record, head),
            further=partial(_next_head, sheet, record, head),
            foot=partial(dated_foot, sheet, head.as_of),
        )
    return sheet.save(out)


def _first_head(sheet: Sheet, record: Interview, head: EventHead) -> None:
    if record.number:
        sheet.bookmark(" ".join(part for part in (record.number, record.name) if part))
        sheet.code(RIGHT - _CODE, _CODE_TOP, _CODE, qr_matrix(record.number))
        sheet.write(RIGHT, 109.5, record.number, 8.5, align="right")
    else:
        field(sheet, 109.5, "编号", "", 442, RIGHT)
    brand(sheet, _CODE_TOP, head.company, head.service_name)
    width = sheet.write(LEFT, 82, TITLE, 21, strong=True)
    sheet.write(LEFT + width + 8, 82, "内部资料", LABEL, colour=GREY)
    sheet.write(LEFT, 98.5, "Interview Record", 10.5, colour=GREY)
    until = f"{TO}{clock(record.ended)}" if record.ended else ""
    time = f"{short_zh(record.started)} {clock(record.started)}{until}" if record.started else ""
    thirds(sheet, 130, ("项目", head.project), ("活动", head.event), ("节点", head.node))
    thirds(sheet, 150, ("客户", record.name), ("房号", record.room), ("电话", record.phone_masked))
    host = f"{record.host}（代 {record.stands_in_for}）" if record.stands_in_for else record.host
    thirds(sheet, 170, ("接待人", host), ("记录", record.recorder), ("时间", time or _days(record, head)))
    thirds(sheet, 190, ("在场", record.present), ("旁听", record.observers), ("提纲", record.guide))


def _days(record: Interview, head: EventHead) -> str:
    return "" if record.number else days_iso(head.starts, head.ends)


def _next_head(sheet: Sheet, record: Interview, head: EventHead) -> None:
    brand(sheet, _CODE_TOP, head.company, f"{TITLE}（续）")
    whose = " · ".join(part for part in (record.number, record.name, record.room) if part)
    sheet.write_fitted(LEFT, 68, whose, RIGHT - LEFT, LABEL, colour=GREY)


def _blocks(sheet: Sheet, record: Interview) -> Iterator[Block]:
    number = 0
    if record.questions:
        number += 1
        yield _section(f"{number} 提纲问题", "Questions of the guide", "没有问到的留空")
        for place, question in enumerate(record.questions, 1):
            yield from _question(sheet, place, question)
        yield gap(6)
    parts = (
        ("需求", "Needs, in the client's words", record.needs), ("客户原话", "In the client's words", record.words),
        ("随口提到", "Said in passing", record.asides),
    )  # fmt: skip
    told = [part for part in parts if part[2]] or [("客户原话", "In the client's words", ())]
    for title, english, said in told:
        number += 1
        yield _section(f"{number} {title}", english, "一字不改" if title != "随口提到" else "")
        for one in said:
            yield from _said(sheet, one)
        if not said:
            yield from _hand_lines(_LINES_FOR_WORDS)
        yield gap(6)
    number += 1
    # A talk that was taken down needs less room to write: one page is enough for most.
    to_see = 1 if record.number else 2
    yield _section(f"{number} 现场看到的", "Seen on site: facts, no judgement")
    yield from _hand_lines(to_see)
    yield gap(6)
    yield _section(f"{number + 1} 下一步", "What is done, by whom, until when", "事项 · 责任人 · 日期")
    yield from _hand_lines(to_see)
    yield Block(82, _signatures)


def _section(title: str, english: str, note: str = "") -> Block:
    return Block(22, lambda sheet, y: section(sheet, y, title, english, note), stays=True)


# Questions


def _question(sheet: Sheet, place: int, question: AskedQuestion) -> Iterator[Block]:
    lines = sheet.lines(question.text, RIGHT - _TEXT_X, TEXT, strong=True) or ("",)
    for index, line in enumerate(lines):
        yield Block(_LEADING, partial(_question_line, number=str(place) if index == 0 else "", line=line), stays=True)
    if question.kind == "text":
        yield from _answer_words(sheet, question)
        return
    points = _POINTS if question.kind == "scale" else question.options
    ends = (question.options[0], question.options[-1]) if question.kind == "scale" and question.options else ("", "")
    rows = tuple(_rows(sheet, points, ends))
    for index, row in enumerate(rows):
        is_last = index == len(rows) - 1
        draw = partial(_ticks, row=row, chosen=question.chosen, ends=ends)
        yield Block(_LEADING + (5 if is_last else 0), draw, stays=not is_last)


def _rows(sheet: Sheet, options: Sequence[str], ends: tuple[str, str]) -> Iterator[tuple[tuple[int, str], ...]]:
    """The options with their places, as many on a line as fit."""
    room = RIGHT - _TEXT_X - sum(sheet.width(end, LABEL) + 8 for end in ends if end)
    row: list[tuple[int, str]] = []
    used = 0.0
    for place, option in enumerate(options):
        width = TICK_LABEL + sheet.width(option) + TICK_GAP
        if row and used + width > room:
            yield tuple(row)
            row, used = [], 0.0
        row.append((place, option))
        used += width
    if row:
        yield tuple(row)


def _ticks(sheet: Sheet, y: float, row: tuple[tuple[int, str], ...], chosen: int | None, ends: tuple[str, str]) -> None:
    x = _TEXT_X
    if ends[0]:
        x += sheet.write(x, y + 11.5, ends[0], LABEL, colour=GREY) + 8
    for place, option in row:
        if place == chosen:
            tick_filled(sheet, x, y + 11.5)
        x = tick(sheet, x, y + 11.5, sheet.cut(option, RIGHT - x - TICK_LABEL)) + TICK_GAP
    if ends[1]:
        sheet.write(x - TICK_GAP + 8, y + 11.5, ends[1], LABEL, colour=GREY)


def _question_line(sheet: Sheet, y: float, number: str, line: str) -> None:
    if number:
        sheet.write(LEFT, y + 11.5, number, TEXT, strong=True, colour=ACCENT)
    sheet.write(_TEXT_X, y + 11.5, line, TEXT, strong=True)


def _answer_words(sheet: Sheet, question: AskedQuestion) -> Iterator[Block]:
    if not question.words:
        yield from _hand_lines(_LINES_TO_ANSWER)
        return
    yield from paragraph(sheet.lines(question.words, RIGHT - _WORDS_X, _WORDS_SIZE), _WORDS_LEADING, _word_line)
    yield gap(5)


# Words


def _said(sheet: Sheet, said: SaidWords) -> Iterator[Block]:
    facts = " · ".join(part for part in (said.number, said.facts) if part)
    if facts:
        yield Block(15, partial(_facts, text=facts), stays=True)
    yield from paragraph(sheet.lines(said.words, RIGHT - _WORDS_X, _WORDS_SIZE) or ("",), _WORDS_LEADING, _word_line)
    yield gap(6)


def _facts(sheet: Sheet, y: float, text: str) -> None:
    sheet.write_fitted(_TEXT_X, y + 11.5, text, RIGHT - _TEXT_X, LABEL, colour=GREY)


def _word_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.fill(_TEXT_X, y, 1.5, _WORDS_LEADING, ACCENT)
    sheet.write(_WORDS_X, y + 12.5, line, _WORDS_SIZE)


def _hand_lines(count: int) -> Iterator[Block]:
    for _ in range(count):
        yield Block(_HAND_LINE, lambda sheet, y: sheet.rule(_TEXT_X, y + _HAND_LINE - 4, RIGHT, 0.5, GREY))


def _signatures(sheet: Sheet, y: float) -> None:
    sheet.write_fitted(
        LEFT, y + 14, "以上由记录人当面念给客户听过，客户确认与所说一致。", RIGHT - LEFT, LABEL, colour=GREY
    )
    signatures(
        sheet, y + 58, (("客户签字", "Client"), ("接待人签字", "Received by"), ("记录人签字", "Recorder")), gap=11
    )
