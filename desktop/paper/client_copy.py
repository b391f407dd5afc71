"""客户联: one talk on one page, for the client to take home; what is longer than the page goes on behind."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import ClientCopy, CopyConcern, EventHead, FormPromise, FormSetup, Report
from desktop.paper.dates import TO, clock, day_zh, short_zh
from desktop.paper.feet import signatures
from desktop.paper.flow import Block, draw_page, gap, paginate, paragraph, row_lines
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, MM, PALE, RIGHT, TEXT
from desktop.paper.parts import brand, field, section
from desktop.tokens.image import Matrix, qr_matrix

TITLE: Final = "客户联"
_CODE: Final = 22 * MM
_CODE_TOP: Final = 34.5
_FIRST_TOP: Final = 176.0
_NEXT_TOP: Final = 84.0
_BOTTOM: Final = 786.0
_FOOT: Final = 812.0
_SIGN_HEIGHT: Final = 92.0
_WORDS_SIZE, _WORDS_LEADING = 10.5, 17.0
_RULE_X: Final = LEFT + 18
_WORDS_X: Final = LEFT + 26
_LEADING: Final = 15.0
_DUE_X: Final = RIGHT - 96
_WHO_X: Final = RIGHT - 232


def client_copy(copy: ClientCopy, head: EventHead, out: Path, setup: FormSetup | None = None) -> Report:
    """Draw the client's copy of one talk.

    Raises:
        StoreTrouble: `paper_not_written`.
    """
    sheet = Sheet(About(f"{TITLE} {copy.number}", head.company, head.project, head.as_of, head.logo))
    matrix = qr_matrix(copy.number)
    setup = setup or FormSetup()
    blocks = (*_concerns(sheet, copy), *_promises(sheet, copy, setup.promise), *_asides(sheet, copy))
    end = Block(_SIGN_HEIGHT, partial(_signatures, setup=setup))
    pages = paginate((*blocks, end), _FIRST_TOP, _NEXT_TOP, _BOTTOM)
    for index, page in enumerate(pages):
        (_next_head if index else _first_head)(sheet, copy, head, matrix)
        draw_page(sheet, page)
        _foot(sheet, head, setup.last, f"第 {index + 1} 页　共 {len(pages)} 页" if len(pages) > 1 else "")
        sheet.end_page()
    return sheet.save(out)


def _first_head(sheet: Sheet, copy: ClientCopy, head: EventHead, matrix: Matrix) -> None:
    brand(sheet, _CODE_TOP, head.company, head.service_name)
    width = sheet.write(LEFT, 82, TITLE, 21, strong=True)
    sheet.write(LEFT + width + 8, 82, "请您留存", LABEL, colour=GREY)
    sheet.write(LEFT, 98.5, "Client's copy of our talk", 10.5, colour=GREY)
    code_x = RIGHT - _CODE
    sheet.code(code_x, _CODE_TOP, _CODE, matrix)
    sheet.write(RIGHT, 109.5, copy.number, 8.5, align="right")
    field(sheet, 130, "姓名", f"{copy.name} {copy.title}".strip() or "未留姓名", LEFT, 196)
    field(sheet, 130, "房号", copy.room, 207, 380)
    field(sheet, 130, "电话", copy.phone_masked, 391, RIGHT)
    field(sheet, 152, "活动", f"{head.event}　{head.place}".strip(), LEFT, 258)
    field(sheet, 152, "接待人", "、".join((copy.host, *copy.present)), 269, 430)
    until = f"{TO}{clock(copy.ended)}" if copy.ended else ""
    field(sheet, 152, "时间", f"{short_zh(copy.started)} {clock(copy.started)}{until}", 441, RIGHT)


def _next_head(sheet: Sheet, copy: ClientCopy, head: EventHead, _matrix: Matrix) -> None:
    brand(sheet, _CODE_TOP, head.company, f"{TITLE}（续）")
    whose = " · ".join(part for part in (copy.number, f"{copy.name} {copy.title}".strip(), copy.room) if part)
    sheet.write_fitted(LEFT, 68, whose, RIGHT - LEFT, LABEL, colour=GREY)


def _section(title: str, english: str, note: str = "") -> Block:
    return Block(22, lambda sheet, y: section(sheet, y, title, english, note), stays=True)


# What the client said and what was answered.


def _concerns(sheet: Sheet, copy: ClientCopy) -> Iterator[Block]:
    yield _section("1 您说的话", "In your own words", "一字不改")
    if not copy.concerns:
        yield Block(18, partial(_line, x=LEFT, text="这次没有登记诉求。"))
    for number, concern in enumerate(copy.concerns, 1):
        yield Block(15, partial(_concern_head, number=number, concern=concern), stays=True)
        lines = sheet.lines(concern.words, RIGHT - _WORDS_X, _WORDS_SIZE) or ("",)
        yield from paragraph(lines, _WORDS_LEADING, _word_line)
        for label, text in (("您的期望", concern.wish), ("我们的答复", concern.answer)):
            yield from _told(sheet, label, text)
        if not concern.answer:
            yield Block(_LEADING + 3, partial(_line, x=_WORDS_X, text="现场还没有答复"))
        yield Block(8, _end_of_concern)
    yield gap(6)


def _concern_head(sheet: Sheet, y: float, number: int, concern: CopyConcern) -> None:
    sheet.write(LEFT, y + 11.5, str(number), strong=True)
    facts = " · ".join(part for part in (concern.number, concern.type, concern.area) if part)
    sheet.write_fitted(_RULE_X, y + 11.5, facts, RIGHT - _RULE_X, LABEL, colour=GREY)


def _word_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.fill(_RULE_X, y, 1.5, _WORDS_LEADING, ACCENT)
    sheet.write(_WORDS_X, y + 12.5, line, _WORDS_SIZE)


def _told(sheet: Sheet, label: str, text: str) -> Iterator[Block]:
    """A label before the first line, the other lines under the text."""
    if not text:
        return
    start = _WORDS_X + sheet.width("我们的答复", LABEL) + 8
    lines = sheet.lines(text, RIGHT - start)
    for index, line in enumerate(lines):
        yield Block(
            _LEADING + (3 if index == 0 else 0),
            partial(_told_line, start=start, label=label if index == 0 else "", line=line),
            stays=index == 0 and len(lines) > 1,
        )


def _told_line(sheet: Sheet, y: float, start: float, label: str, line: str) -> None:
    top = y + 3 if label else y
    sheet.write(_WORDS_X, top + 11.5, label, LABEL, colour=GREY)
    sheet.write(start, top + 11.5, line)


def _line(sheet: Sheet, y: float, x: float, text: str) -> None:
    sheet.write_fitted(x, y + 13, text, RIGHT - x, LABEL, colour=GREY)


def _end_of_concern(sheet: Sheet, y: float) -> None:
    sheet.rule(LEFT, y + 4, RIGHT, 0.5, PALE)


# What we promised.


def _promises(sheet: Sheet, copy: ClientCopy, note: str) -> Iterator[Block]:
    if not copy.promises:
        return
    yield _section("2 我们的承诺", "What we promise", note)
    for number, promise in enumerate(copy.promises, 1):
        lines = sheet.lines(promise.text, _WHO_X - 12 - _WORDS_X) or ("",)
        yield from row_lines(len(lines), _LEADING, partial(_promise, number=number, promise=promise, lines=lines), 5)
    yield gap(8)


def _promise(sheet: Sheet, y: float, index: int, number: int, promise: FormPromise, lines: tuple[str, ...]) -> None:
    if index == 0:
        sheet.write(LEFT, y + 12, str(number), strong=True)
        who = " ".join(part for part in (promise.department, promise.contact) if part)
        sheet.write_fitted(_WHO_X, y + 12, who, _DUE_X - 10 - _WHO_X, LABEL, colour=GREY)
        if promise.due:
            sheet.write(RIGHT, y + 12, f"{short_zh(promise.due)}前", TEXT, strong=True, align="right")
    sheet.write(_WORDS_X, y + 12, lines[index])
    if index == len(lines) - 1:
        sheet.rule(LEFT, y + _LEADING + 4.5, RIGHT, 0.5, PALE)


def _asides(sheet: Sheet, copy: ClientCopy) -> Iterator[Block]:
    """What was said in passing stands on the copy too: the client sees what was noted."""
    if not copy.asides:
        return
    yield _section(f"{3 if copy.promises else 2} 您随口提到", "Said in passing", "先记下，没有登记为诉求")
    for words in copy.asides:
        yield from paragraph(sheet.lines(words, RIGHT - _WORDS_X, _WORDS_SIZE), _WORDS_LEADING, _word_line)
        yield gap(4)
    yield gap(4)


# The foot of the talk.


def _signatures(sheet: Sheet, y: float, setup: FormSetup) -> None:
    if setup.legal:
        sheet.write_fitted(LEFT, y + 14, setup.legal, RIGHT - LEFT, LABEL, colour=GREY)
    signatures(sheet, y + 66, (("客户签字", "Client"), ("接待人签字", "Received by")))


def _foot(sheet: Sheet, head: EventHead, last: str, pages: str) -> None:
    sheet.rule(LEFT, _FOOT - 14, RIGHT, 0.5, PALE)
    width = sheet.write(LEFT, _FOOT, last, TEXT, strong=True, colour=ACCENT) + 12 if last else 0
    service = f"{head.service_name} {head.service_line}".strip()
    sheet.write_fitted(LEFT + width, _FOOT, service, 200, LABEL, colour=GREY)
    beside = pages or day_zh(head.as_of.date())
    sheet.write(RIGHT, _FOOT, beside, LABEL, colour=GREY, align="right")
