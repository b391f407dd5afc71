"""The annex: every concern of the event with the client's words in full, over as many pages as they take."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final

from desktop.paper.content import AnnexConcern
from desktop.paper.dates import iso, short_zh
from desktop.paper.flow import Block, paragraph
from desktop.paper.kit import Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, PALE, RIGHT, TEXT
from desktop.paper.parts import section

_X: Final = LEFT + 26
_LEADING: Final = 14.5
_WORDS_LEADING: Final = 15.5


def annex(sheet: Sheet, concerns: Sequence[AnnexConcern]) -> Iterator[Block]:
    """Return the blocks of the annex; it begins a page of its own."""
    if not concerns:
        return
    yield Block(26, partial(_title, count=len(concerns)), stays=True, breaks=True)
    for concern in concerns:
        yield from _concern(sheet, concern)


def _title(sheet: Sheet, y: float, count: int) -> None:
    sheet.bookmark("附录 全部诉求")
    section(sheet, y, "附录 全部诉求", f"{count} 件，客户原话照录", "内部资料")


def _concern(sheet: Sheet, concern: AnnexConcern) -> Iterator[Block]:
    again = Block(18, partial(_again, number=concern.number))
    yield Block(30, partial(_head, concern=concern), stays=True)
    words = sheet.lines(concern.words, RIGHT - _X, TEXT) or ("",)
    yield from paragraph(words, _WORDS_LEADING, _word_line, again)
    for addition in concern.additions:
        label = f"补充　{iso(addition.said_on)}　{addition.by} 记录"
        yield Block(15, partial(_caption, text=label), stays=True)
        lines = sheet.lines(addition.words, RIGHT - _X, TEXT) or ("",)
        yield from paragraph(lines, _WORDS_LEADING, _word_line, again)
    if concern.answer:
        lines = sheet.lines(concern.answer, RIGHT - _X, TEXT)
        for index, block in enumerate(paragraph(lines, _LEADING, _text_line, again)):
            yield block if index else _labelled(block, "答复")
    for text, due in concern.promises:
        yield from _promise(sheet, text, due)
    yield Block(7, _end)


def _head(sheet: Sheet, y: float, concern: AnnexConcern) -> None:
    width = sheet.write(LEFT, y + 12, concern.number, TEXT, strong=True) + 10
    state = sheet.write(RIGHT, y + 12, concern.state, TEXT, align="right") + 12
    who = " · ".join(part for part in (concern.client, concern.room) if part)
    sheet.write_fitted(LEFT + width, y + 12, who, RIGHT - LEFT - width - state)
    facts = (f"{concern.received_by} 接待" if concern.received_by else "", concern.type, concern.area)
    line = " · ".join(part for part in facts if part)
    sheet.write_fitted(_X, y + 25, line, RIGHT - _X, LABEL, colour=GREY)


def _again(sheet: Sheet, y: float, number: str) -> None:
    width = sheet.write(LEFT, y + 11, number, TEXT, strong=True)
    sheet.write(LEFT + width + 6, y + 11, "接上页", LABEL, colour=GREY)


def _word_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.fill(LEFT + 18, y, 1.5, _WORDS_LEADING, ACCENT)
    sheet.write(_X, y + 11.5, line)


def _text_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.write(_X, y + 12, line)


def _caption(sheet: Sheet, y: float, text: str) -> None:
    sheet.write(_X, y + 11, text, LABEL, colour=GREY)


def _labelled(block: Block, label: str) -> Block:
    def draw(sheet: Sheet, y: float) -> None:
        sheet.write(LEFT, y + 12, label, LABEL, colour=GREY)
        block.draw(sheet, y)

    return Block(block.height, draw, block.stays, block.again)


def _promise(sheet: Sheet, text: str, due: date | None) -> Iterator[Block]:
    lines = sheet.lines(text, RIGHT - _X - 62, TEXT) or ("",)
    for index, block in enumerate(paragraph(lines, _LEADING, _text_line)):
        yield block if index else _due(_labelled(block, "承诺"), due)


def _due(block: Block, due: date | None) -> Block:
    def draw(sheet: Sheet, y: float) -> None:
        block.draw(sheet, y)
        if due:
            sheet.write(RIGHT, y + 12, f"{short_zh(due)} 前", TEXT, strong=True, align="right")

    return Block(block.height, draw, block.stays, block.again)


def _end(sheet: Sheet, y: float) -> None:
    sheet.rule(LEFT, y + 5, RIGHT, 0.5, PALE)
