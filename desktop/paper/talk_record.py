"""接待记录: one talk for the file, internal: who was there, how long, what was said, answered, promised, added."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import Addition, EventHead, FormPromise, Report
from desktop.paper.dates import TO, clock, iso, short_zh
from desktop.paper.feet import dated_foot, signatures
from desktop.paper.flow import Block, draw_pages, gap, paginate, paragraph
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, MM, PALE, RIGHT, TEXT
from desktop.paper.parts import brand, section, thirds
from desktop.tokens.image import qr_matrix

TITLE: Final = "接待记录"
_CODE: Final = 22 * MM
_CODE_TOP: Final = 34.5
_FIRST_TOP: Final = 212.0
_NEXT_TOP: Final = 84.0
_BOTTOM: Final = 786.0
_WORDS_SIZE, _WORDS_LEADING = 10.5, 17.0
_LEADING: Final = 15.0
_RULE_X: Final = LEFT + 18
_WORDS_X: Final = LEFT + 26
_TOLD_X: Final = _WORDS_X + 44
_DUE_X: Final = RIGHT - 96
_WHO_X: Final = RIGHT - 232


@dataclass(frozen=True, slots=True)
class RecordConcern:
    """One concern: `facts` is what kind it is, `told` are further (label, text), `additions` what came later."""

    number: str
    words: str
    facts: str = ""
    told: tuple[tuple[str, str], ...] = ()
    additions: tuple[Addition, ...] = ()
    is_need: bool = False


@dataclass(frozen=True, slots=True)
class TalkRecord:
    """One talk; times are aware and in the project's zone, the phone comes masked. `host` comes with the post.

    `promises` are each with the number of its concern and whether the client's signature under it was seen.
    """

    number: str
    started: datetime
    ended: datetime | None
    name: str = ""
    room: str = ""
    phone_masked: str = ""
    host: str = ""
    stands_in_for: str = ""
    recorder: str = ""
    present: str = ""
    observers: str = ""
    place: str = ""
    concerns: tuple[RecordConcern, ...] = ()
    promises: tuple[tuple[str, FormPromise, bool], ...] = ()
    asides: tuple[str, ...] = ()


def talk_record(record: TalkRecord, head: EventHead, out: Path) -> Report:
    """Draw the record.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    about = About(f"{TITLE} {record.number}", head.company, f"{head.project} 内部资料", head.as_of, head.logo)
    sheet = Sheet(about)
    pages = paginate(tuple(_blocks(sheet, record)), _FIRST_TOP, _NEXT_TOP, _BOTTOM)
    draw_pages(
        sheet,
        pages,
        first=partial(_first_head, sheet, record, head),
        further=partial(_next_head, sheet, record, head),
        foot=partial(dated_foot, sheet, head.as_of),
    )
    return sheet.save(out)


def _first_head(sheet: Sheet, record: TalkRecord, head: EventHead) -> None:
    brand(sheet, _CODE_TOP, head.company, head.service_name)
    width = sheet.write(LEFT, 82, TITLE, 21, strong=True)
    sheet.write(LEFT + width + 8, 82, "内部资料", LABEL, colour=GREY)
    sheet.write(LEFT, 98.5, "Record of a reception", 10.5, colour=GREY)
    sheet.code(RIGHT - _CODE, _CODE_TOP, _CODE, qr_matrix(record.number))
    sheet.write(RIGHT, 109.5, record.number, 8.5, align="right")
    host = f"{record.host}（代 {record.stands_in_for}）" if record.stands_in_for else record.host
    thirds(sheet, 130, ("项目", head.project), ("活动", head.event), ("节点", head.node))
    thirds(sheet, 150, ("客户", record.name), ("房号", record.room), ("电话", record.phone_masked))
    thirds(sheet, 170, ("接待人", host), ("记录", record.recorder), ("时间", _time(record)))
    thirds(sheet, 190, ("在场", record.present), ("旁听", record.observers), ("地点", record.place or head.place))


def _time(record: TalkRecord) -> str:
    started = f"{short_zh(record.started)} {clock(record.started)}"
    if record.ended is None:
        return f"{started}，还没有结束"
    minutes = max(0, round((record.ended - record.started).total_seconds() / 60))
    return f"{started}{TO}{clock(record.ended)}，{minutes} 分钟"


def _next_head(sheet: Sheet, record: TalkRecord, head: EventHead) -> None:
    brand(sheet, _CODE_TOP, head.company, f"{TITLE}（续）")
    whose = " · ".join(part for part in (record.number, record.name, record.room, "内部资料") if part)
    sheet.write_fitted(LEFT, 68, whose, RIGHT - LEFT, LABEL, colour=GREY)


def _blocks(sheet: Sheet, record: TalkRecord) -> Iterator[Block]:
    needs = tuple(one for one in record.concerns if one.is_need)
    said = tuple(one for one in record.concerns if not one.is_need)
    number = 1
    yield _section("1 客户原话", "In the client's words", "一字不改")
    if not said:
        yield Block(20, partial(_line, text="这次没有登记诉求。"))
    for place, one in enumerate(said, 1):
        yield from _concern(sheet, place, one)
    yield gap(6)
    if needs:
        number += 1
        yield _section(f"{number} 需求", "What the client wishes for", "一字不改")
        for place, one in enumerate(needs, 1):
            yield from _concern(sheet, place, one)
        yield gap(6)
    if record.promises:
        number += 1
        yield _section(f"{number} 我们的承诺", "What we promised", "")
        for place, (concern, promise, is_signed) in enumerate(record.promises, 1):
            yield _promise(sheet, place, concern, promise, is_signed=is_signed)
        yield gap(8)
    if record.asides:
        yield _section(f"{number + 1} 随口提到", "Said in passing", "没有登记为诉求")
        for words in record.asides:
            yield from paragraph(sheet.lines(words, RIGHT - _WORDS_X, _WORDS_SIZE), _WORDS_LEADING, _word_line)
            yield gap(4)
        yield gap(4)
    yield Block(80, _signatures)


def _section(title: str, english: str, note: str) -> Block:
    return Block(22, lambda sheet, y: section(sheet, y, title, english, note), stays=True)


def _concern(sheet: Sheet, place: int, one: RecordConcern) -> Iterator[Block]:
    facts = " · ".join(part for part in (one.number, one.facts) if part)
    yield Block(15, partial(_concern_head, number=str(place), facts=facts), stays=True)
    lines = sheet.lines(one.words, RIGHT - _WORDS_X, _WORDS_SIZE) or ("",)
    yield from paragraph(lines, _WORDS_LEADING, _word_line)
    for added in one.additions:
        said = f"后来补充（{iso(added.said_on)}，{added.by} 记）" if added.by else f"后来补充（{iso(added.said_on)}）"
        yield Block(_LEADING + 2, partial(_small, text=said), stays=True)
        yield from paragraph(sheet.lines(added.words, RIGHT - _WORDS_X, _WORDS_SIZE), _WORDS_LEADING, _word_line)
    for label, text in one.told:
        yield from _told(sheet, label, text)
    yield Block(8, lambda paper, y: paper.rule(LEFT, y + 4, RIGHT, 0.5, PALE))


def _concern_head(sheet: Sheet, y: float, number: str, facts: str) -> None:
    sheet.write(LEFT, y + 11.5, number, strong=True)
    sheet.write_fitted(_RULE_X, y + 11.5, facts, RIGHT - _RULE_X, LABEL, colour=GREY)


def _word_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.fill(_RULE_X, y, 1.5, _WORDS_LEADING, ACCENT)
    sheet.write(_WORDS_X, y + 12.5, line, _WORDS_SIZE)


def _small(sheet: Sheet, y: float, text: str) -> None:
    sheet.write_fitted(_WORDS_X, y + 12.5, text, RIGHT - _WORDS_X, LABEL, colour=GREY)


def _told(sheet: Sheet, label: str, text: str) -> Iterator[Block]:
    """A label before the first line, the other lines under the text."""
    lines = sheet.lines(text, RIGHT - _TOLD_X)
    for index, line in enumerate(lines):
        first = index == 0
        draw = partial(_told_line, label=label if first else "", line=line)
        yield Block(_LEADING + (3 if first else 0), draw, stays=first and len(lines) > 1)


def _told_line(sheet: Sheet, y: float, label: str, line: str) -> None:
    top = y + 3 if label else y
    sheet.write(_WORDS_X, top + 11.5, label, LABEL, colour=GREY)
    sheet.write(_TOLD_X, top + 11.5, line)


def _line(sheet: Sheet, y: float, text: str) -> None:
    sheet.write_fitted(LEFT, y + 13, text, RIGHT - LEFT, LABEL, colour=GREY)


def _promise(sheet: Sheet, place: int, concern: str, promise: FormPromise, *, is_signed: bool) -> Block:
    lines = sheet.lines(promise.text, _WHO_X - 12 - _WORDS_X) or ("",)
    height = 5 + _LEADING * max(2, len(lines))

    def draw(paper: Sheet, y: float) -> None:
        paper.write(LEFT, y + 12, str(place), strong=True)
        for index, line in enumerate(lines):
            paper.write(_WORDS_X, y + 12 + index * _LEADING, line)
        who = " ".join(part for part in (promise.department, promise.contact) if part)
        paper.write_fitted(_WHO_X, y + 12, who, _DUE_X - 10 - _WHO_X, LABEL, colour=GREY)
        paper.write_fitted(_WHO_X, y + 12 + _LEADING, concern, _DUE_X - 10 - _WHO_X, LABEL, colour=GREY)
        if promise.due:
            paper.write(RIGHT, y + 12, f"{short_zh(promise.due)}前", TEXT, strong=True, align="right")
        signed = "客户已签字" if is_signed else "客户未签字"
        paper.write(RIGHT, y + 12 + _LEADING, signed, LABEL, colour=GREY, align="right")
        paper.rule(LEFT, y + height - 0.5, RIGHT, 0.5, PALE)

    return Block(height, draw)


def _signatures(sheet: Sheet, y: float) -> None:
    signatures(
        sheet, y + 56, (("接待人签字", "Received by"), ("记录人签字", "Recorder"), ("部门负责人签字", "Head")), gap=11
    )
