"""客户意见反馈表: one page a client while blank, with the client's stub; longer words take more pages."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from desktop.paper.content import EventHead, FeedbackForm, FormConcern, FormSetup, Report
from desktop.paper.dates import iso
from desktop.paper.flow import Block, Page, draw_page, gap, paginate, paragraph, row_lines
from desktop.paper.form_parts import (
    CLOSING_HEIGHT,
    FIRST_TOP,
    NEXT_TOP,
    STUB_FOOT,
    TITLE,
    closing,
    first_head,
    fits_more,
    next_head,
    pale_rule,
    pen_line,
    stub,
    stub_height,
)
from desktop.paper.kit import About, Sheet
from desktop.paper.layout import Layout
from desktop.paper.measures import ACCENT, GREY, LABEL, LEFT, RIGHT
from desktop.paper.parts import field, section, tick, tick_filled
from desktop.rules.forms import code_text
from desktop.tokens.image import qr_matrix

_BLANK_ROWS: Final = 2
_PEN_LEADING: Final = 18.0
_WORDS_SIZE, _WORDS_LEADING = 10.0, 16.5
_WORDS_X: Final = LEFT + 26
_TEXT_X: Final = LEFT + 18
_LEADING: Final = 15.0
_WISH_X: Final = 382.0
_SOLVED_X, _LATER_X = 421.0, 482.0
_PEN_FACTS: Final = (
    ("type", _WORDS_X, 152.0),
    ("area", 162.0, 246.0),
    ("place", 256.0, 372.0),
    ("wish", _WISH_X, RIGHT),
)
_SOLVED, _LATER = "当场解决", "需后续办理"
_ANSWER_RIGHT: Final = 408.0
_DEPARTMENT_X, _CONTACT_X, _DUE_X = 326.0, 382.0, 488.0
_PROMISE_CELLS: Final = (
    (_TEXT_X, _DEPARTMENT_X - 12),
    (_DEPARTMENT_X, _CONTACT_X - 10),
    (_CONTACT_X, _DUE_X - 10),
    (_DUE_X, RIGHT),
)


def feedback_forms(
    forms: Sequence[FeedbackForm],
    head: EventHead,
    out: Path,
    setup: FormSetup | None = None,
    layouts: dict[str, Layout] | None = None,
) -> Report:
    """Draw the forms one after another; no form begins in the middle of another's sheet.

    `layouts` receives under each form's number where everything stands, to read the paper when it comes back.

    Raises:
        StoreTrouble: `paper_not_written`.
        Misused: `form_sentence_too_long` for a notice or legal sentence that would not fit its line.
    """
    sheet = Sheet(About(f"{head.event} {TITLE}", head.company, head.project, head.as_of, head.logo))
    for form in forms:
        _form(sheet, form, head, setup or FormSetup())
        layout = sheet.notes.take()
        if layouts is not None and form.number:
            layouts[form.number] = layout
    return sheet.save(out)


def _form(sheet: Sheet, form: FeedbackForm, head: EventHead, setup: FormSetup) -> None:
    matrix = qr_matrix(code_text(form.number)) if form.number else None
    foot = stub_height(len(form.promises))
    blocks = (*_concerns(sheet, form), *_answers(sheet, form), *_promises(sheet, form), *_more(sheet, form))
    end = Block(CLOSING_HEIGHT + foot + 6, lambda sheet, y: closing(sheet, y, form, setup))
    pages: tuple[Page, ...] = paginate((*blocks, end), FIRST_TOP, NEXT_TOP, STUB_FOOT + 3)
    for index, page in enumerate(pages):
        (next_head if index else first_head)(sheet, form, head, matrix)
        draw_page(sheet, page)
        if index == len(pages) - 1:
            stub(sheet, form, head, setup, matrix)
        if len(pages) > 1:
            count = f"第 {index + 1} 页　共 {len(pages)} 页"
            sheet.write((LEFT + RIGHT) / 2, 822, count, LABEL, colour=GREY, align="centre")
            sheet.notes.words((LEFT + RIGHT) / 2, 822, count, LABEL)
        sheet.end_page()


def _section(title: str, english: str, note: str = "") -> Block:
    def ground(sheet: Sheet) -> None:
        section(sheet, 0, title, english, note)

    def draw(sheet: Sheet, y: float) -> None:
        sheet.stamp(f"form-section-{title[0]}", ground, y)

    return Block(21, draw, stays=True)


# 3 The client's own words.


def _concerns(sheet: Sheet, form: FeedbackForm) -> Iterator[Block]:
    yield _section("3 客户原话", "Client's own words", "一字不改")
    if not form.concerns:
        for number in range(1, _BLANK_ROWS + 1):
            yield Block(2 * _PEN_LEADING + 17.5, partial(_blank_concern, number=number))
        yield gap(6)
        return
    for number, concern in enumerate(form.concerns, 1):
        lines = sheet.lines(concern.words, RIGHT - _WORDS_X, _WORDS_SIZE) or ("",)
        drawers = paragraph(lines, _WORDS_LEADING, _word_line, _carried_on(number))
        for index, block in enumerate(drawers):
            yield _numbered(block, number) if index == 0 else block
        yield from _concern_facts(sheet, concern)
    yield gap(5)


def _word_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.fill(LEFT + 18, y, 1.5, _WORDS_LEADING, ACCENT)
    sheet.write(_WORDS_X, y + 12, line, _WORDS_SIZE)


def _numbered(block: Block, number: int) -> Block:
    def draw(sheet: Sheet, y: float) -> None:
        sheet.write(LEFT, y + 11.5, str(number), strong=True)
        block.draw(sheet, y)

    # The facts stand under the last line, so a single line stays with them.
    return Block(block.height, draw, stays=True)


def _carried_on(number: int) -> Block:
    def draw(sheet: Sheet, y: float) -> None:
        sheet.write(LEFT, y + 9, f"{number}（接上页）", LABEL, colour=GREY)

    return Block(16, draw)


def _concern_facts(sheet: Sheet, concern: FormConcern) -> Iterator[Block]:
    """Type, area and place in a row, the wish behind them or, if it is long, in full below."""
    room = RIGHT - _WISH_X - 20
    wish = "" if sheet.width(concern.wish) <= room else concern.wish
    yield Block(16, partial(_fact_row, concern=concern, wish_below=bool(wish)), stays=True)
    if wish:
        lines = sheet.lines(f"期望　{wish}", RIGHT - _WORDS_X)
        yield from paragraph(lines, _LEADING, _wish_line)
    yield Block(7.5, _concern_end)


def _wish_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.write(_WORDS_X, y + 11.5, line)


def _concern_end(sheet: Sheet, y: float) -> None:
    pale_rule(sheet, y + 3.5)


def _fact_row(sheet: Sheet, y: float, concern: FormConcern, wish_below: bool) -> None:
    columns = [
        ("类型", concern.type, _WORDS_X, 152.0),
        ("类别", concern.area, 162.0, 246.0),
        ("部位", concern.place, 256.0, 372.0 if not wish_below else RIGHT),
    ]
    if not wish_below:
        columns.append(("期望", concern.wish, _WISH_X, RIGHT))
    for label, value, x0, x1 in columns:
        start = x0 + sheet.write(x0, y + 12.5, label, LABEL, colour=GREY) + 4
        if value:
            sheet.write_fitted(start, y + 12.5, value, x1 - start)
        else:
            sheet.rule(start, y + 15, x1, 0.5, GREY)


def _blank_concern(sheet: Sheet, y: float, number: int) -> None:
    sheet.stamp(f"form-blank-concern-{number}", partial(_blank_concern_ground, number=number), y)


def _blank_concern_ground(sheet: Sheet, number: int) -> None:
    sheet.write(LEFT, 13, str(number), strong=True)
    sheet.fill(LEFT + 18, 2, 1.5, 2 * _PEN_LEADING - 2, ACCENT)
    for row in (1, 2):
        sheet.rule(_WORDS_X, row * _PEN_LEADING - 1, RIGHT, 0.5, GREY)
    for label, x0, x1 in (("类型", _WORDS_X, 152.0), ("类别", 162.0, 246.0), ("部位", 256.0, 372.0)):
        field(sheet, 2 * _PEN_LEADING + 11, label, "", x0, x1)
    field(sheet, 2 * _PEN_LEADING + 11, "期望", "", _WISH_X, RIGHT)
    sheet.notes.field(f"words.{number}", LEFT + 20, -4, RIGHT, 2 * _PEN_LEADING + 3)
    for name, x0, x1 in _PEN_FACTS:
        pen_line(sheet, f"{name}.{number}", 2 * _PEN_LEADING + 11, x0, x1, 11)


# 4 Answers.


def _answers(sheet: Sheet, form: FeedbackForm) -> Iterator[Block]:
    yield _section("4 现场答复", "Answer on site")
    concerns = form.concerns or (FormConcern(""),) * _BLANK_ROWS
    for number, concern in enumerate(concerns, 1):
        lines = sheet.lines(concern.answer, _ANSWER_RIGHT - _TEXT_X)
        if not lines:
            yield Block(_PEN_LEADING, partial(_answer_row, number=number, concern=concern, line=""))
            continue
        first = Block(
            _LEADING,
            partial(_answer_row, number=number, concern=concern, line=lines[0]),
            stays=len(lines) > 1,
        )
        yield first
        yield from paragraph(lines[1:], _LEADING, _answer_line)
    yield gap(6)


def _answer_row(sheet: Sheet, y: float, number: int, concern: FormConcern, line: str) -> None:
    sheet.write(LEFT, y + 11, str(number), strong=True)
    if line:
        _answer_line(sheet, y, line)
    else:
        sheet.rule(_TEXT_X, y + 14.5, _ANSWER_RIGHT, 0.5, GREY)
        pen_line(sheet, f"answer.{number}", y + 11, LEFT, _ANSWER_RIGHT)
    sheet.stamp("form-answer-ticks", _answer_ticks, y)
    solved, later = f"answer.{number}.solved", f"answer.{number}.later"
    sheet.notes.box(solved, _SOLVED_X, y + 3, _SOLVED)
    sheet.notes.box(later, _LATER_X, y + 3, _LATER)
    if concern.solved is not None:
        tick_filled(sheet, _SOLVED_X if concern.solved else _LATER_X, y + 11, solved if concern.solved else later)


def _answer_ticks(sheet: Sheet) -> None:
    tick(sheet, _SOLVED_X, 11, _SOLVED)
    tick(sheet, _LATER_X, 11, _LATER)


def _answer_line(sheet: Sheet, y: float, line: str) -> None:
    sheet.write(_TEXT_X, y + 11, line)


# 5 Promises.


def _promises(sheet: Sheet, form: FeedbackForm) -> Iterator[Block]:
    yield _section("5 承诺事项", "Promises")
    yield Block(13, _promise_head, stays=True)
    if not form.promises:
        for number in range(1, _BLANK_ROWS + 1):
            yield Block(_PEN_LEADING, partial(_blank_promise, number=number))
    for number, promise in enumerate(form.promises, 1):
        cells = (
            sheet.lines(promise.text, _DEPARTMENT_X - 12 - _TEXT_X),
            sheet.lines(promise.department, _CONTACT_X - 8 - _DEPARTMENT_X),
            sheet.lines(promise.contact, _DUE_X - 8 - _CONTACT_X),
            (iso(promise.due),) if promise.due else (),
        )
        count = max(map(len, (*cells, "-")))
        draw_line = partial(_promise_line, number=number, cells=cells, last=count - 1)
        yield from row_lines(count, _LEADING, draw_line, 4.5, Block(13, _promise_head))
    yield gap(7)


def _promise_head(sheet: Sheet, y: float) -> None:
    for x, label in (
        (_TEXT_X, "做什么"),
        (_DEPARTMENT_X, "责任部门"),
        (_CONTACT_X, "联系人"),
        (_DUE_X, "期限"),
    ):
        sheet.write(x, y + 7, label, LABEL, colour=GREY)
    sheet.rule(LEFT, y + 12, RIGHT, 0.6, GREY)


def _promise_line(
    sheet: Sheet, y: float, index: int, number: int, cells: tuple[tuple[str, ...], ...], last: int
) -> None:
    if index == 0:
        sheet.write(LEFT, y + 13, str(number), strong=True)
    for (x0, x1), lines in zip(_PROMISE_CELLS, cells, strict=True):
        if index < len(lines):
            sheet.write(x0, y + 13, lines[index], strong=x0 == _DUE_X)
        elif not lines and index == 0:
            sheet.rule(x0, y + 15.5, x1, 0.5, GREY)
    if index == last:
        pale_rule(sheet, y + _LEADING + 4)


def _blank_promise(sheet: Sheet, y: float, number: int) -> None:
    sheet.write(LEFT, y + 13, str(number), strong=True)
    for x0, x1 in _PROMISE_CELLS:
        sheet.rule(x0, y + 16.5, x1, 0.5, GREY)
    sheet.notes.field(f"promise.{number}", LEFT, y - 1, RIGHT, y + 19)


def _more(sheet: Sheet, form: FeedbackForm) -> Iterator[Block]:
    """What the client wants to add, in full, where it is longer than its line in section 6."""
    if fits_more(sheet, form.more):
        return
    yield Block(15, _more_caption, stays=True)
    yield from paragraph(sheet.lines(form.more, RIGHT - _WORDS_X, _WORDS_SIZE), _WORDS_LEADING, _word_line)
    yield gap(7)


def _more_caption(sheet: Sheet, y: float) -> None:
    sheet.write(_WORDS_X, y + 10, "还想说的", LABEL, colour=GREY)
