"""The fixed places of the feedback form: its heads, what the client confirms and signs, the client's stub."""

from functools import partial
from typing import Final

from db.errors import Misused
from desktop.paper.content import EventHead, FeedbackForm, FormPromise, FormSetup
from desktop.paper.dates import clock, days_iso, short_zh
from desktop.paper.kit import Sheet
from desktop.paper.measures import ACCENT, GREY, INK, LABEL, LEFT, MM, PALE, RIGHT, TEXT, TICK_LABEL
from desktop.paper.parts import TICK_GAP, brand, corners, field, section, tick, tick_filled, ticks
from desktop.tokens.image import Matrix

TITLE: Final = "客户意见反馈表"
RELATIONS: Final = {"owner": "业主", "intending": "意向", "tenant": "租户", "family": "家属", "other": "其他"}
FIRST_TOP: Final = 247.5
NEXT_TOP: Final = 92.0
STUB_FOOT: Final = 807.0
STUB_ROW: Final = 16.5
STUB_ROWS_MOST: Final = 6
_CODE: Final = 22 * MM
_CODE_SMALL: Final = 16 * MM
_CODE_TOP: Final = 34.5
_RELATION_X: Final = LEFT + 23
_ANONYMOUS_X: Final = RIGHT - 87
# What the client may write or correct: name, base line, from and to.
_PEN_FIELDS: Final = (
    ("name", 173.5, LEFT, 215.0),
    ("room", 173.5, 226.0, 384.0),
    ("phone", 173.5, 395.0, RIGHT),
    ("contact", 192.0, 314.0, 484.0),
)


def first_head(sheet: Sheet, form: FeedbackForm, head: EventHead, matrix: Matrix | None) -> None:
    """Everything above section 3 of the first page."""
    sheet.stamp("form-head", partial(_first_ground, head=head))
    code_x = RIGHT - _CODE
    if matrix:
        _code(sheet, code_x, _CODE_TOP, _CODE, matrix)
        sheet.write(RIGHT, 109.5, form.number, 8.5, align="right")
    else:
        field(sheet, 109.5, "编号", "", 442, RIGHT)
    _client(sheet, form)
    _reception(sheet, form)


def _code(sheet: Sheet, x: float, y: float, side: float, matrix: Matrix) -> None:
    sheet.code(x, y, side, matrix)
    sheet.notes.code(x, y, side)


def pen_line(sheet: Sheet, name: str, y: float, x0: float, x1: float, above: float = 14.0) -> None:
    """Note a line to write on, whose label stands on the base line `y`."""
    sheet.notes.field(name, x0, y - above, x1, y + 7)


def _first_ground(sheet: Sheet, head: EventHead) -> None:
    corners(sheet)
    brand(sheet, _CODE_TOP, head.company, head.service_name)
    sheet.write(LEFT, 82, TITLE, 21, strong=True)
    sheet.write(LEFT, 98.5, "Client Feedback Form", 10.5, colour=GREY)
    field(sheet, 130, "项目", head.project, LEFT, 178)
    field(sheet, 130, "活动", head.event, 189, 310)
    field(sheet, 130, "节点", head.node, 321, 431)
    field(sheet, 130, "日期", days_iso(head.starts, head.ends), 442, RIGHT)
    section(sheet, 141.5, "1 客户", "Client")
    section(sheet, 203.5, "2 接待", "Reception")
    sheet.write(LEFT, 192, "身份", LABEL, colour=GREY)
    ticks(sheet, _RELATION_X, 192, tuple(RELATIONS.values()), names=tuple(f"relation.{one}" for one in RELATIONS))
    tick(sheet, _ANONYMOUS_X, 156, "匿名 Anonymous", "anonymous")
    for name, y, x0, x1 in _PEN_FIELDS:
        pen_line(sheet, name, y, x0, x1)


def _client(sheet: Sheet, form: FeedbackForm) -> None:
    if form.anonymous:
        tick_filled(sheet, _ANONYMOUS_X, 156, "anonymous")
    field(sheet, 173.5, "姓名", f"{form.name} {form.title}".strip(), LEFT, 215)
    field(sheet, 173.5, "房号", form.room, 226, 384)
    field(sheet, 173.5, "电话", form.phone_masked, 395, RIGHT)
    if form.relation in RELATIONS:
        place = tuple(RELATIONS).index(form.relation)
        before = tuple(RELATIONS.values())[:place]
        start = _RELATION_X + sum(TICK_LABEL + TICK_GAP + sheet.width(label) for label in before)
        tick_filled(sheet, start, 192, f"relation.{form.relation}")
    companions = f"{form.companions} 人" if form.companions is not None else ""
    field(sheet, 192, "方便联系", form.contact_wish, 314, 484)
    field(sheet, 192, "同行", companions, 494, RIGHT)


def _reception(sheet: Sheet, form: FeedbackForm) -> None:
    waited = f"{form.waited_min} 分" if form.waited_min is not None else ""
    field(sheet, 236, "接待人", form.hosts, LEFT, 196)
    field(sheet, 236, "陪同", form.companion_staff, 207, 294)
    field(sheet, 236, "记录", form.recorder, 305, 391)
    field(sheet, 236, "签到", clock(form.checked_in), 402, 472)
    field(sheet, 236, "等候", waited, 483, RIGHT)


def next_head(sheet: Sheet, form: FeedbackForm, head: EventHead, matrix: Matrix | None) -> None:
    """The head of a continuation: enough to know whose sheet it is."""
    sheet.stamp("form-next-head", partial(_next_ground, head=head))
    if matrix:
        _code(sheet, RIGHT - _CODE_SMALL, _CODE_TOP, _CODE_SMALL, matrix)
    whose = " · ".join(part for part in (form.number, f"{form.name} {form.title}".strip(), form.room) if part)
    sheet.write_fitted(LEFT, 81, whose, 400, TEXT)


def _next_ground(sheet: Sheet, head: EventHead) -> None:
    corners(sheet)
    brand(sheet, _CODE_TOP, head.company, f"{TITLE}（续）")
    sheet.write(LEFT, 66, f"{head.project} · {head.event}", LABEL, colour=GREY)


# What the client confirms and signs.

CLOSING_HEIGHT: Final = 203.0
_MORE_X: Final = 375.0
_SENTENCE_MOST: Final = int((RIGHT - LEFT) * 1.5 / LABEL)


def closing(sheet: Sheet, y: float, form: FeedbackForm, setup: FormSetup) -> None:
    """Sections 6 and 7 and the signatures, from `y` down; all boxes are for the client's own pen."""
    sheet.stamp("form-closing", partial(_closing_ground, setup=setup), y)
    if form.more:
        words = form.more if fits_more(sheet, form.more) else "见上"
        sheet.write(_MORE_X, y + 54, " ".join(words.split()))


def fits_more(sheet: Sheet, words: str) -> bool:
    """Say whether what the client adds has room on its line in section 6."""
    return sheet.width(" ".join(words.split())) <= RIGHT - _MORE_X


def _closing_ground(sheet: Sheet, setup: FormSetup) -> None:
    section(sheet, 0, "6 客户确认", "Client confirms")
    x = LEFT + sheet.write(LEFT, 34, "以上记录属实", LABEL, colour=GREY) + 8
    ticks(sheet, x, 34, ("是", "有补充"), names=("confirm.true", "confirm.more"))
    sheet.write(337, 34, "对答复", LABEL, colour=GREY)
    verdicts = ("A 满意", "B 基本满意", "C 不满意")
    ticks(sheet, 369, 34, verdicts, gap=10, names=("verdict.a", "verdict.b", "verdict.c"))
    x = LEFT + sheet.write(LEFT, 54, "您反映的问题", LABEL, colour=GREY) + 8
    x = tick(sheet, x, 54, "准予入户复查", "recheck") + 10
    field(sheet, 54, "时间", "", x, 322)
    field(sheet, 54, "还想说的", "", 337, RIGHT)
    pen_line(sheet, "recheck.time", 54, x, 322)
    pen_line(sheet, "more", 54, 337, RIGHT)
    section(sheet, 66, "7 个人信息", "Consent", f"告知书 {setup.notice_version}；每项自愿，可随时撤回")
    _whole(sheet, 94, setup.notice)
    media = ("将姓名 / 电话 / 房号提供给施工或维修单位", "拍人像", "录音")
    ticks(sheet, LEFT, 111, media, gap=14, names=("consent.share", "consent.picture", "consent.sound"))
    tick(sheet, RIGHT - 13 - sheet.width("原话匿名用于报告"), 111, "原话匿名用于报告", "consent.quote")
    if setup.legal:
        sheet.rule(LEFT, 120.5, RIGHT)
        _whole(sheet, 132.5, setup.legal)
    x = LEFT + sheet.write(LEFT, 151, "签字人与产权人关系", LABEL, colour=GREY) + 8
    signers = ("signer.self", "signer.spouse", "signer.agent", "signer.other")
    x = ticks(sheet, x, 151, ("本人", "配偶", "受托", "其他"), names=signers)
    sheet.rule(x + 4, 155, x + 84, 0.5, GREY)
    _signatures(sheet, setup.seal)


def _whole(sheet: Sheet, y: float, sentence: str) -> None:
    """Write a sentence of law that must not be cut: it may shrink by a third, then it is refused."""
    if sheet.width(sentence, LABEL) > (RIGHT - LEFT) * 1.5:
        raise Misused("form_sentence_too_long", text=sentence, most=_SENTENCE_MOST)
    sheet.write_fitted(LEFT, y, sentence, RIGHT - LEFT, LABEL, colour=GREY)


def _signatures(sheet: Sheet, seal: bool) -> None:
    room = RIGHT - LEFT - (72 if seal else 0)
    width = (room - 2 * 15) / 3
    for index, (label, english) in enumerate((("客户", "Client"), ("接待人", "Received by"), ("记录员", "Recorder"))):
        x = LEFT + index * (width + 15)
        sheet.rule(x, 184, x + width, 0.6, INK)
        # Beside the seal there is room for the date or for the English, and the date is needed.
        sheet.write(x, 194, label if seal else f"{label} {english}", LABEL, colour=GREY)
        sheet.write(x + width - 62, 194, "日期", LABEL, colour=GREY)
    if seal:
        sheet.frame(RIGHT - 57, 140, 57, 54, colour=GREY, thickness=0.5, radius=3, dash=(2, 2))
        sheet.write(RIGHT - 28.5, 170, "盖章 Seal", LABEL, colour=GREY, align="centre")


# The client's stub.


def stub_height(promises: int) -> float:
    """How much of the page's foot the stub takes."""
    return 72.0 + STUB_ROW * (_stub_rows(promises) - 2)


def _stub_rows(promises: int) -> int:
    return max(2, min(promises, STUB_ROWS_MOST))


def stub(sheet: Sheet, form: FeedbackForm, head: EventHead, setup: FormSetup, matrix: Matrix | None) -> None:
    """The part that the client takes home, under a dashed line at the foot of the last page."""
    rows = _stub_rows(len(form.promises))
    top = STUB_FOOT - stub_height(len(form.promises))
    sheet.stamp(f"form-stub-{rows}", partial(_stub_ground, top=top, head=head, setup=setup))
    if matrix:
        _code(sheet, RIGHT - _CODE_SMALL, top + 8, _CODE_SMALL, matrix)
    number_right = RIGHT - _CODE_SMALL - 14
    width = sheet.write(number_right, top + 18, form.number, TEXT, align="right")
    if not form.number:
        width = 110
        sheet.rule(number_right - width, top + 20, number_right, 0.5, GREY)
    sheet.write(number_right - width - 6, top + 18, "编号", LABEL, colour=GREY, align="right")
    for index in range(rows):
        y = top + 37 + index * STUB_ROW
        sheet.write(LEFT, y, str(index + 1), strong=True)
        if index < len(form.promises):
            _stub_row(sheet, y, form.promises[index])
        else:
            sheet.rule(LEFT + 15, y + 3, number_right, 0.5, GREY)
    if len(form.promises) > rows:
        more = f"另有 {len(form.promises) - rows} 项，见反馈表第 5 部分"
        sheet.write(number_right, STUB_FOOT, more, LABEL, colour=GREY, align="right")


def _stub_row(sheet: Sheet, y: float, promise: FormPromise) -> None:
    x, right = LEFT + 15, RIGHT - _CODE_SMALL - 14
    who = sheet.cut(f"{promise.department} {promise.contact}".strip(), 150, LABEL)
    due = f"{short_zh(promise.due)} 前" if promise.due else ""
    rest = sheet.width(who, LABEL) + sheet.width(due, TEXT, strong=True) + 24
    text = sheet.cut(" ".join((promise.brief or promise.text).split()), right - x - rest)
    x += sheet.write(x, y, text) + 12
    x += sheet.write(x, y, who, LABEL, colour=GREY) + 12
    sheet.write(x, y, due, strong=True)


def _stub_ground(sheet: Sheet, top: float, head: EventHead, setup: FormSetup) -> None:
    _scissors(sheet, LEFT, top)
    sheet.rule(LEFT + 18, top, RIGHT, 0.5, GREY, (2, 2))
    width = sheet.write(LEFT, top + 18, "客户联", 11, strong=True, colour=ACCENT)
    sheet.write(LEFT + width + 6, top + 18, "请您留存　Client's copy", LABEL, colour=GREY)
    last = f"{setup.last}{head.service_name} {head.service_line}".strip()
    sheet.write_fitted(LEFT, STUB_FOOT, last, RIGHT - LEFT - 110, LABEL, colour=GREY)


def _scissors(sheet: Sheet, x: float, y: float) -> None:
    with sheet.drawing(x, y, 1) as pen:
        pen.setStrokeColorRGB(*GREY)
        pen.setLineWidth(0.8)
        pen.setLineCap(1)
        for side in (1, -1):
            pen.circle(2, 3.1 * side, 1.8, stroke=1, fill=0)
            pen.line(3.5, 2.0 * side, 11, -3.6 * side)


def pale_rule(sheet: Sheet, y: float) -> None:
    """The hairline under a row."""
    sheet.rule(LEFT, y, RIGHT, 0.5, PALE)
